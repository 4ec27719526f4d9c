"""The words in the page headers of a Word document's sections (ECMA-376 part 1, 17.10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from loaders.readers.text.pages import is_page_line
from loaders.readers.word.names import R, W
from loaders.readers.word.numbering import Numbering
from loaders.readers.word.story import Story
from loaders.readers.word.words import Spoken, spoken

_SECTION, _PROPERTIES, _BODY = f"{W}sectPr", f"{W}pPr", f"{W}body"
_REFERENCE, _KIND, _ID = f"{W}headerReference", f"{W}type", f"{R}id"
# The header of most pages first; some forms have one on the first page alone.
_ORDER = ("default", "first", "even")
_NO_WORDS = re.compile(r"^[\W\d_]*$")


def header_lines(story: Story, body: etree._Element) -> list[tuple[str, ...]]:
    """Return for each section of a body the lines of its page header: of the first of its headers that has words.

    A section that names no header has that of the section before it. Page numbers are no words.
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


def _sections(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the sections of a body in order, without those as they were before a tracked change."""
    for section in body.iter(_SECTION):
        parent = section.getparent()
        if parent is not None and parent.tag in (_PROPERTIES, _BODY):
            yield section


def _lines(story: Story, part: str) -> tuple[str, ...]:
    root = story.package.tree(part)
    if root is None:
        return ()
    header = Story(story.package, part, story.styles, Numbering(None, story.styles))
    lines = (line for paragraph in _paragraphs(header, root) for line in paragraph.lines())
    return tuple(dict.fromkeys(line for line in lines if not (_NO_WORDS.match(line) or is_page_line(line))))


def _paragraphs(header: Story, element: etree._Element) -> Iterator[Spoken]:
    """Yield the paragraphs of a header, those in its tables and text boxes among them."""
    for piece in spoken(header, element):
        if isinstance(piece, Spoken):
            yield piece
            for box in piece.boxes:
                yield from _paragraphs(header, box)
        else:
            for cell in piece.iter(f"{W}tc"):
                yield from _paragraphs(header, cell)
