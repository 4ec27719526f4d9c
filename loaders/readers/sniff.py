"""Tell the format of a file by its content: the suffix is often wrong."""

from __future__ import annotations

import re
import struct
import zlib
from io import SEEK_END, BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from data.errors import UnreadableDocument

_ZIP, _OLE, _RTF, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"%PDF-"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
_ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b", b"PK\x05\x06", b"MSCF")
# A stream at the root of an OLE file tells what it is; those of embedded objects stand deeper.
_STREAMS = (("EncryptedPackage", "password"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
_MEMBERS = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsx"), ("OFD.xml", "ofd"))
_WORD_PART = re.compile(r"word/document\d*\.xml$", re.IGNORECASE)
_MIMETYPES = {"application/vnd.oasis.opendocument.text": "odt", "application/vnd.oasis.opendocument.spreadsheet": "ods"}
_MANIFEST = "META-INF/manifest.xml"
_HEAD = 4096
# The longest list of a district known to us; what is longer is read in a process that can be stopped.
_PLAIN = 2**20
# A page may begin with a declaration, comments and blank lines; duty lists in Markdown hold single tags of HTML.
_HTML = re.compile(
    r"^(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|meta|table|div|style|script|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = re.compile(r'<\?mso-application\s+progid="Word\.Document"|<w:wordDocument|<pkg:package')
_EXCEL_XML = re.compile(r'<\?mso-application\s+progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet')
# Text of two bytes a character: by its mark, or by the tag that it begins with.
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_MHT = re.compile(r"^(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version:|Content-Type:\s*multipart/)", re.I)


def sniff(raw: bytes, file: str) -> str:
    """Return the name of the format of a file's bytes.

    Args:
        raw: the whole file.
        file: its name, for the error.

    Returns:
        docx, doc, xlsx, xls, odt, ods, rtf, pdf, html, mht, wordxml, excelxml, picture, or text, which is also what
        is returned for anything unknown.

    Raises:
        UnreadableDocument: the file is empty, needs a password, is an archive or of a format that is not read, or is a
            zip that is damaged.

    Example:
        >>> sniff(b"%PDF-1.7 ...", "a.doc"), sniff("职责清单".encode(), "a.pdf")
        ('pdf', 'text')
    """
    if not raw.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableDocument("error.empty", file=file)
    if raw.startswith(_ZIP):
        return _zipped(raw, file)
    if raw.startswith(_OLE):
        return _ole(raw, file)
    if raw.startswith(_ARCHIVES):
        raise UnreadableDocument("error.archive", file=file)
    if raw.startswith(_PICTURES):
        return "picture"
    return "pdf" if _PDF in raw[:1024] else _written(raw)


def is_plain(path: Path) -> bool:
    """Say whether a file is surely read in no time and within little memory: it is text, or not there to be read."""
    try:
        with path.open("rb") as handle:
            head = handle.read(_HEAD)
            size = handle.seek(0, SEEK_END)
    except OSError:
        return True
    marked = head.startswith((_ZIP, _OLE, *_ARCHIVES, *_PICTURES)) or _PDF in head
    return not marked and size <= _PLAIN and _written(head) == "text"


def _zipped(raw: bytes, file: str) -> str:
    try:
        with ZipFile(BytesIO(raw)) as packed:
            # Some programs write the names as Windows has them.
            names = {name.replace("\\", "/") for name in packed.namelist()}
            mimetype = packed.open("mimetype").read(100).decode("ascii", "replace") if "mimetype" in names else ""
            manifest = packed.open(_MANIFEST).read(1 << 20) if _MANIFEST in names else b""
    except (BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        raise UnreadableDocument("error.damaged", file=file) from error
    if b"encryption-data" in manifest:
        raise UnreadableDocument("error.password", file=file)
    kind = _MIMETYPES.get(mimetype.strip()) or next((kind for name, kind in _MEMBERS if name in names), None)
    # Word on the web numbers its main part: word/document2.xml.
    kind = kind or ("docx" if any(map(_WORD_PART.match, names)) else None)
    if kind == "ofd":
        raise UnreadableDocument("error.ofd", file=file)
    if kind is None:
        raise UnreadableDocument("error.archive", file=file)
    return kind


def _ole(raw: bytes, file: str) -> str:
    from olefile import OleFileIO

    try:
        with OleFileIO(BytesIO(raw)) as compound:
            kind = next((kind for name, kind in _STREAMS if compound.exists(name)), None)
    except (OSError, ValueError, IndexError, struct.error, RecursionError) as error:
        raise UnreadableDocument("error.damaged", file=file) from error
    if kind == "password":
        raise UnreadableDocument("error.password", file=file)
    if kind is None:
        raise UnreadableDocument("error.unknown-ole", file=file)
    return kind


def _written(raw: bytes) -> str:
    """Return the format of a file of characters."""
    wide = next((codec for mark, codec in _WIDE.items() if raw.startswith(mark)), None)
    head = raw[: 2 * _HEAD].decode(wide, "replace") if wide else raw[:_HEAD].decode("latin-1").removeprefix("ï»¿")
    if head.lstrip().startswith(_RTF.decode()):
        return "rtf"
    if _WORD_XML.search(head):
        return "wordxml"
    if _EXCEL_XML.search(head):
        return "excelxml"
    if _MHT.match(head):
        return "mht"
    return "html" if _HTML.match(head) else "text"
