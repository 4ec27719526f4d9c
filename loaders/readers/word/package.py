"""Open an Office Open XML package: its parts and the links between them, within bounds (ECMA-376 part 2)."""

from __future__ import annotations

import base64
import posixpath
import zlib
from binascii import Error as NotBase64
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from lzma import LZMAError
from struct import error as NotPacked  # noqa: N812
from zipfile import BadZipFile, ZipFile

from lxml import etree

from data.errors import UnreadableDocument

# What all parts read from one file may take unpacked, and the tags and attributes of one of them. A row of five cells
# as Word writes it is 1 to 5 KB and a hundred nodes: 10,000 rows stay far below, and the tree below 1.5 GB.
_MOST_BYTES = 192 * 2**20
_MOST_XML = 96 * 2**20
_MOST_NODES = 16_000_000
_FAULTS = (
    BadZipFile,
    zlib.error,
    LZMAError,
    NotPacked,
    RuntimeError,
    NotImplementedError,
    OSError,
    EOFError,
    ValueError,
)
_TOO_DEEP = "XML_ERR_RESOURCE_LIMIT"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
# Files saved as "strict" say the same under other names (ECMA-376 part 1 against part 4).
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship of a part: the last word of its type ("header", "image"), and the part it leads to."""

    kind: str
    target: str


@dataclass
class Package:
    """The parts of one document; `fetch` gives the bytes of a part by its name, None where there is none."""

    file: str
    fetch: Callable[[str, int], bytes | None]
    left: int = _MOST_BYTES
    known: dict[str, dict[str, Link]] = field(default_factory=dict)

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where the package has none of that name.

        Raises:
            UnreadableDocument: it is damaged, or too large together with the parts read before.
        """
        raw = self.fetch(name, self.left)
        self.left -= len(raw or b"")
        return raw

    def tree(self, name: str) -> etree._Element | None:
        """Return the root element of a part, None where there is none.

        Raises:
            UnreadableDocument: it is damaged, too large or too deep, or declares a document type.
        """
        raw = self.part(name)
        return None if raw is None else parsed(_transitional(raw), self.file)

    def links(self, name: str) -> dict[str, Link]:
        """Return the links of a part ("" for the package itself) by their ids, without those that lead outside."""
        if name not in self.known:
            folder, base = posixpath.split(name)
            root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
            self.known[name] = {} if root is None else dict(_links(root, folder))
        return self.known[name]

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        links = self.links("").values()
        return next((link.target for link in links if link.kind == "officeDocument"), "word/document.xml")


def open_zip(raw: bytes, file: str) -> Package:
    """Return the package that a zip file holds.

    Args:
        raw: the whole file.
        file: the name for errors.

    Raises:
        UnreadableDocument: this is no zip file, or a damaged one.
    """
    try:
        packed = ZipFile(BytesIO(raw))
        entries = {_part_name(entry.filename): entry for entry in packed.infolist()}
    except _FAULTS as error:
        raise UnreadableDocument("error.damaged", file=file) from error

    def fetch(name: str, most: int) -> bytes | None:
        entry = entries.get(_part_name(name))
        if entry is None:
            return None
        if entry.file_size > most:
            raise UnreadableDocument("word.too-large", file=file)
        try:
            with packed.open(entry) as member:
                content = member.read(most + 1)
        except _FAULTS as error:
            raise UnreadableDocument("error.damaged", file=file) from error
        if len(content) > most:
            raise UnreadableDocument("word.too-large", file=file)
        return content

    return Package(file, fetch)


def open_flat(root: etree._Element, file: str) -> Package:
    """Return the package that stands in one XML file ("Word XML Document"), its parts as elements of it.

    Args:
        root: the root element of the file.
        file: the name for errors.
    """
    parts = {str(part.get(f"{_PKG}name")).lstrip("/"): part for part in root.iter(f"{_PKG}part")}

    def fetch(name: str, most: int) -> bytes | None:
        content = _flat_content(parts[name], file) if name in parts else None
        if content is not None and len(content) > most:
            raise UnreadableDocument("word.too-large", file=file)
        return content

    return Package(file, fetch)


def parsed(raw: bytes, file: str) -> etree._Element:
    """Return the root of an XML text of a hostile world: nothing is expanded, nothing fetched, depth is bounded.

    Args:
        raw: the XML.
        file: the name for errors.

    Raises:
        UnreadableDocument: it is damaged, too large or too deep, or declares a document type, which no office does.
    """
    if len(raw) > _MOST_XML or raw.count(b"<") + raw.count(b"=") > _MOST_NODES:
        raise UnreadableDocument("word.too-large", file=file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(_why(str(error)), file=file) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("word.doctype", file=file)
    return root


def _why(told: str) -> str:
    """Return the key of the message for what the parser tells: its bounds, or no XML at all."""
    if "depth" in told:
        return "word.too-deep"
    return "word.too-large" if "huge" in told or "limit" in told else "error.damaged"


def _part_name(name: str) -> str:
    """Return the name of a part as names are compared: without case (part 2, 6.2.2), and not as Windows has them."""
    return name.replace("\\", "/").lower()


def _links(root: etree._Element, folder: str) -> list[tuple[str, Link]]:
    found = []
    for link in root.iter(_RELATIONSHIP):
        identity, target = link.get("Id"), link.get("Target")
        if identity and target and link.get("TargetMode") != "External":
            kind = str(link.get("Type")).rpartition("/")[2]
            found.append((identity, Link(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))))
    return found


def _transitional(raw: bytes) -> bytes:
    if b"http://purl.oclc.org/ooxml/" in raw[:4096]:
        for strict, usual in _STRICT:
            raw = raw.replace(strict, usual)
    return raw


def _flat_content(part: etree._Element, file: str) -> bytes | None:
    for child in part:
        if child.tag == f"{_PKG}xmlData" and len(child):
            return etree.tostring(child[0])
        if child.tag == f"{_PKG}binaryData":
            try:
                return base64.b64decode(child.text or "")
            except NotBase64 as error:
                raise UnreadableDocument("error.damaged", file=file) from error
    return None
