"""Read Rich Text Format and Word's own XML files, which often bear the suffix .doc."""

from __future__ import annotations

from dataclasses import replace

from data.document import Document
from data.messages import say
from loaders.readers.word.body import made_document
from loaders.readers.word.docx import read_package
from loaders.readers.word.notes import Notes
from loaders.readers.word.package import open_flat, parsed
from loaders.readers.word.richtext.reader import Reader
from loaders.readers.word.wordml import is_2003, open_2003

_RTF = b"{\\rtf"
_HEAD = 4096


def read(raw: bytes, file: str) -> Document:
    """Return the Document of the bytes of an RTF file or of a Word document saved as XML.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: the file is damaged, or larger or deeper than any document.
    """
    if _RTF in raw[:_HEAD]:
        return _rich_text(raw, file)
    root = parsed(raw, file)
    return read_package(open_2003(root, file) if is_2003(root) else open_flat(root, file), "wordxml")


def _rich_text(raw: bytes, file: str) -> Document:
    reader = Reader(Notes(file))
    document = made_document("rtf", reader.pieces(raw), reader.notes)
    if not reader.cut:
        return document
    return replace(document, unread=(*document.unread, say("word.cut", file=file)))
