"""Read OpenDocument texts (.odt), as LibreOffice and other programs save them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from data.document import Document
from data.errors import UnreadableDocument
from loaders.readers.word.body import made_document
from loaders.readers.word.headers import worded_lines
from loaders.readers.word.notes import Notes
from loaders.readers.word.odf.content import Content
from loaders.readers.word.odf.lists import Lists
from loaders.readers.word.odf.names import OFFICE
from loaders.readers.word.odf.styles import Styles
from loaders.readers.word.package import open_zip
from loaders.readers.word.pieces import Headed, Piece, Spoken

# The page style of a text that names none.
_USUAL_PAGE = "Standard"


def read(raw: bytes, file: str) -> Document:
    """Return the Document of an .odt file's bytes.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: the file is damaged, or unpacked larger or deeper than any document.
    """
    package = open_zip(raw, file)
    root, further = package.tree("content.xml"), package.tree("styles.xml")
    body = None if root is None else root.find(f"{OFFICE}body/{OFFICE}text")
    if root is None or body is None:
        raise UnreadableDocument("error.damaged", file=file)
    styles = Styles(root, *(() if further is None else (further,)))
    content = Content(package, styles, Lists(styles.lists), Notes(file))
    content.headed = partial(_headed, content)
    return made_document("odt", _pieces(content, body), content.notes)


def _pieces(content: Content, body: etree._Element) -> Iterator[Piece]:
    pieces = content.pieces(body)
    first = next(pieces, Spoken())
    if not isinstance(first, Headed):
        yield from _headed(content, _USUAL_PAGE)
    yield first
    yield from pieces


def _headed(content: Content, page: str) -> Iterator[Piece]:
    """Yield the lines of the first header of a page style that has words."""
    # What a header hides or changes concerns nobody: its notes are its own.
    reader = Content(content.package, content.styles, Lists({}), Notes(content.notes.file))
    lines = (worded_lines(reader.pieces(header)) for header in content.styles.headers(page))
    yield Headed(next(filter(None, lines), ()))
