"""Read Rich Text Format and Word's own XML files, which often bear the suffix .doc."""

from __future__ import annotations

from dataclasses import replace

from data.document import Document
from data.messages import say
from loaders.readers import office
from loaders.readers.word.body import made_document
from loaders.readers.word.docx import read_package
from loaders.readers.word.notes import Notes
from loaders.readers.word.package import open_flat, open_zip
from loaders.readers.word.richtext.reader import Reader

_RTF, _FLAT = b"{\\rtf", b"<pkg:package"
_HEAD = 4096


def read(raw: bytes, file: str) -> Document:
    """Return the Document of the bytes of an RTF file or of a Word document saved as XML.

    RTF and XML of Word 2007 and later are read as they are; XML of Word 2003 by way of LibreOffice.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: the file is damaged, or it needs LibreOffice and that is missing or fails.
    """
    if _RTF in raw[:_HEAD]:
        return _rich_text(raw, file)
    if _FLAT in raw[:_HEAD]:
        return read_package(open_flat(raw, file), "wordxml")
    return read_package(open_zip(office.convert(raw, "xml", "docx", file), file), "wordxml")


def _rich_text(raw: bytes, file: str) -> Document:
    reader = Reader(Notes(file))
    document = made_document("rtf", reader.pieces(raw), reader.notes)
    if not reader.cut:
        return document
    return replace(document, unread=(*document.unread, say("word.cut", file=file)))
