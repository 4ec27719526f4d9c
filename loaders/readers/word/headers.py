"""The words in the page headers of a Word document's sections (ECMA-376 part 1, 17.10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from loaders.readers.text.pages import is_page_line
from loaders.readers.word.names import WRAPPERS, R, W
from loaders.readers.word.notes import Notes
from loaders.readers.word.numbering import Numbering
from loaders.readers.word.pieces import Headed, Piece, RawTable, Spoken
from loaders.readers.word.story import Story
from loaders.readers.word.words import pieces_in

_SECTION, _PROPERTIES, _BODY = f"{W}sectPr", f"{W}pPr", f"{W}body"
_REFERENCE, _KIND, _ID = f"{W}headerReference", f"{W}type", f"{R}id"
# The header of most pages first; some forms have one on the first page alone.
_ORDER = ("default", "first", "even")
_NO_WORDS = re.compile(r"^[\W\d_]*$")


def headed(story: Story, body: etree._Element) -> Iterator[Piece]:
    """Yield what stands in a body, each of its sections behind the lines of its page header."""
    headers = iter(_header_lines(story, body))
    yield Headed(next(headers, ()))
    for piece in pieces_in(story, body):
        yield piece
        if isinstance(piece, Spoken) and piece.ends_section:
            yield Headed(next(headers, ()))


def _header_lines(story: Story, body: etree._Element) -> list[tuple[str, ...]]:
    """Return for each section of a body the lines of its page header: of the first of its headers that has words.

    A section that names no header has that of the section before it.
    """
    found: list[tuple[str, ...]] = []
    known: dict[str, tuple[str, ...]] = {}
    parts: dict[str, str] = {}
    links = story.package.links(story.part)
    for section in _sections(body):
        for reference in section.iterfind(_REFERENCE):
            link = links.get(reference.get(_ID, ""))
            if link is not None:
                parts[reference.get(_KIND, "default")] = link.target
        for part in parts.values():
            if part not in known:
                known[part] = _lines(story, part)
        texts = (known[parts[kind]] for kind in _ORDER if kind in parts)
        found.append(next(filter(None, texts), ()))
    return found


def worded_lines(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Return the lines of a page header, each once, with those in its tables; page numbers are no words."""
    lines = (line for said in _flat(pieces) for line in said.lines())
    return tuple(dict.fromkeys(line for line in lines if not (_NO_WORDS.match(line) or is_page_line(line))))


def _flat(pieces: Iterable[Piece]) -> Iterator[Spoken]:
    for piece in pieces:
        if isinstance(piece, Spoken):
            yield piece
        elif isinstance(piece, RawTable):
            for row in piece.rows:
                for cell in row.cells:
                    yield from _flat(cell.content())


def _sections(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the sections of a body in order, without those as they were before a tracked change."""
    for section in body.iter(_SECTION):
        parent = section.getparent()
        if parent is not None and parent.tag in (_PROPERTIES, _BODY, *WRAPPERS):
            yield section


def _lines(story: Story, part: str) -> tuple[str, ...]:
    root = story.package.tree(part)
    if root is None:
        return ()
    # What a header hides or changes concerns nobody: its notes are its own.
    header = Story(story.package, part, story.styles, Numbering(None, story.styles), Notes(story.notes.file))
    return worded_lines(pieces_in(header, root))
