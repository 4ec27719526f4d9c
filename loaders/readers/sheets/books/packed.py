"""The parts of a workbook that is a zip, unpacked within bounds, and their XML parsed without entities or network."""

from __future__ import annotations

import posixpath
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from data.errors import UnreadableDocument

# A sheet of 50,000 rows and 20 columns takes some 100 MB of XML.
MOST_BYTES = 512 * 1024 * 1024
_MEGABYTE = 1024 * 1024
# What a part that is not whole raises; the zip of a hostile file can be wrong in every field.
BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    etree.LxmlError,
    EOFError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
    LookupError,
)


class Parts:
    """The parts of a zipped workbook by name; all that are opened together may not be larger than `MOST_BYTES`.

    Args:
        raw: the bytes of the zip.
        file: its name, for the error.

    Raises:
        UnreadableDocument: it is no whole zip.
    """

    def __init__(self, raw: bytes, file: str) -> None:
        try:
            self._zip = ZipFile(BytesIO(raw))
        except BROKEN as error:
            raise UnreadableDocument("error.damaged", file=file) from error
        self._file = file
        self._left = MOST_BYTES
        # Some programs write the names as Windows has them.
        self._names = {name.replace("\\", "/").lower(): name for name in self._zip.namelist()}

    def has(self, name: str) -> bool:
        """Say whether there is a part of that name, in whatever case."""
        return name.lower() in self._names

    def open(self, name: str) -> IO[bytes]:
        """Return a part as a stream; it never gives more bytes than the zip says.

        Raises:
            UnreadableDocument: the parts opened so far are larger than `MOST_BYTES`.
        """
        found = self._zip.getinfo(self._names[name.lower()])
        self._left -= found.file_size
        if self._left < 0:
            raise UnreadableDocument("sheets.error.large-file", file=self._file, most=MOST_BYTES // _MEGABYTE)
        return self._zip.open(found)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, none where there is no such part (see `open`)."""
        return self.open(name).read() if self.has(name) else b""

    def elements(self, name: str, *tags: str) -> Iterator[Any]:
        """Yield the elements of a part that have one of the tags (without namespace), each emptied after its use.

        Args:
            name: the part; none is yielded where there is no such part.
            *tags: local names.
        """
        if self.has(name):
            yield from elements(self.open(name), *tags)


def elements(stream: IO[bytes], *tags: str) -> Iterator[Any]:
    """Yield the elements of an XML stream that have one of the tags, each emptied after its use (see `Parts`)."""
    for _, element in events(stream, ("end",), *tags):
        yield element


def events(stream: IO[bytes], kinds: tuple[str, ...], *tags: str) -> Iterator[tuple[str, Any]]:
    """Yield what begins and ends in an XML stream, of the elements that have one of the tags.

    What was yielded at its end is emptied, and what stands before it is taken out, so that the tree never grows.
    """
    wanted = [f"{{*}}{tag}" for tag in tags]
    parser: Any = etree.iterparse(
        stream,
        events=kinds,
        tag=wanted,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for kind, element in parser:
        yield kind, element
        if kind == "end":
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del element.getparent()[0]


def target(base: str, path: str) -> str:
    """Return the name of a part that another part names.

    Example:
        >>> target("xl/workbook.xml", "worksheets/sheet1.xml"), target("xl/workbook.xml", "/xl/styles.xml")
        ('xl/worksheets/sheet1.xml', 'xl/styles.xml')
    """
    return posixpath.normpath(posixpath.join(posixpath.dirname("/" + base), path)).lstrip("/")


def attribute(element: Any, name: str) -> str:
    """Return an attribute by its name without namespace, "" where there is none."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def local(element: Any) -> str:
    """Return the name of an element without namespace, "" for an entity that is not written out."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
