"""The paragraphs and tables of an OpenDocument text (OpenDocument 1.3 part 3, 5 to 7 and 9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from loaders.readers.word.notes import Notes
from loaders.readers.word.odf.lists import Counts, Lists
from loaders.readers.word.odf.names import DRAW, OFFICE, STYLE_NAME, SVG, TABLE, TEXT, XLINK, count
from loaders.readers.word.odf.styles import Styles
from loaders.readers.word.odf.tables import raw_table
from loaders.readers.word.package import Package
from loaders.readers.word.pieces import Piece, Spoken

_PARAGRAPHS = frozenset((f"{TEXT}p", f"{TEXT}h"))
_LIST, _ITEM, _ITEMS = f"{TEXT}list", f"{TEXT}list-item", frozenset((f"{TEXT}list-item", f"{TEXT}list-header"))
_TABLE, _SECTION, _CHANGES = f"{TABLE}table", f"{TEXT}section", f"{TEXT}tracked-changes"
_CHANGED = (f"{TEXT}insertion", f"{TEXT}deletion")
_HOLDERS = frozenset(
    f"{TEXT}{name}"
    for name in ("index-body", "index-title", "table-of-content", "user-index", "numbered-paragraph", "section")
)
_FRAME, _GROUP, _TEXT_BOX = f"{DRAW}frame", f"{DRAW}g", f"{DRAW}text-box"
_IMAGE, _OBJECT, _LINK = f"{DRAW}image", f"{DRAW}object", f"{XLINK}href"
_SAID = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_SPACES, _SPAN = f"{TEXT}s", f"{TEXT}span"
_SILENT = frozenset(
    (
        *(f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}note", f"{TEXT}ruby-text", f"{TEXT}hidden-text"),
        *(f"{SVG}title", f"{SVG}desc", f"{TEXT}script"),
    )
)
_HIDDEN = (f"{TEXT}hidden-paragraph", f"{TEXT}is-hidden")
_SPACE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100


@dataclass
class Content:
    """Reads the text of a document with its styles and lists, and takes notes of it."""

    package: Package
    styles: Styles
    lists: Lists
    notes: Notes
    headed: Callable[[str], Iterator[Piece]] = field(default=lambda page: iter(()))

    def pieces(self, container: etree._Element) -> Iterator[Piece]:
        """Yield the paragraphs and tables of a body, a cell or a text box; text boxes behind their anchor."""
        for child in container:
            tag = child.tag
            if tag in _PARAGRAPHS:
                yield from self._begun("paragraph", child.get(STYLE_NAME))
                counts = self.lists.outline(self._outline(child))
                level = count(child.get(f"{TEXT}outline-level"), 10) - 1
                yield from self._paragraph(child, self.lists.label(counts, level, None))
            elif tag == _TABLE:
                yield from self._begun("table", child.get(f"{TABLE}style-name"))
                yield raw_table(child, self.styles, self.notes.file, self.pieces)
            elif tag == _LIST:
                style = child.get(STYLE_NAME, "")
                yield from self._list(child, self.lists.opened(child, style), 0)
            elif tag in _HOLDERS:
                yield from self._held(child)
            elif tag == _CHANGES:
                self.notes.revised = self.notes.revised or any(True for _ in child.iter(*_CHANGED))
            elif child.tag.startswith(DRAW):
                yield from self._drawn(child)

    def _begun(self, family: str, style: str | None) -> Iterator[Piece]:
        """Yield the header of the pages that begin with a paragraph or table of a style."""
        page = self.styles.page(family, style)
        if page is not None:
            yield from self.headed(page)

    def _outline(self, paragraph: etree._Element) -> str:
        """Return the list style that numbers a paragraph outside lists: its style's, or a heading's the outline."""
        named = self.styles.list_name(paragraph.get(STYLE_NAME))
        return named or ("Outline" if paragraph.tag == f"{TEXT}h" else "")

    def _held(self, holder: etree._Element) -> Iterator[Piece]:
        if holder.get(f"{TEXT}display") == "none":
            self.notes.hidden += 1
        else:
            yield from self.pieces(holder)

    def _list(self, element: etree._Element, counts: Counts, level: int) -> Iterator[Piece]:
        """Yield what stands in a list; the first paragraph of each item is numbered."""
        for item in element:
            start = item.get(f"{TEXT}start-value")
            waiting = item.tag == _ITEM
            for child in item if item.tag in _ITEMS else ():
                if child.tag == _LIST:
                    inner = child.get(STYLE_NAME, counts.style)
                    own = counts if inner == counts.style else self.lists.opened(child, inner)
                    yield from self._list(child, own, min(level + 1, 9))
                elif child.tag in _PARAGRAPHS:
                    yield from self._begun("paragraph", child.get(STYLE_NAME))
                    label = self.lists.label(counts, level, start) if waiting else ""
                    waiting = False
                    yield from self._paragraph(child, label)

    def _paragraph(self, element: etree._Element, label: str) -> Iterator[Piece]:
        words = _Words(self.styles)
        words.gather(element, self.styles.hidden("paragraph", element.get(STYLE_NAME)))
        self.notes.hidden += words.hid
        yield Spoken("".join(words.pieces), label)
        for drawing in words.drawings:
            yield from self._drawn(drawing)

    def _drawn(self, drawing: etree._Element) -> Iterator[Piece]:
        """Yield what stands in a drawing: its text boxes, and, by way of the notes, its pictures."""
        if drawing.tag == _GROUP or drawing.tag == f"{DRAW}a":
            for child in drawing:
                yield from self._drawn(child)
        elif drawing.tag == _FRAME:
            kinds = {child.tag: child for child in drawing}
            if _TEXT_BOX in kinds:
                yield from self.pieces(kinds[_TEXT_BOX])
            elif _OBJECT in kinds:
                self.notes.objects += self._is_sheet(kinds[_OBJECT])
            elif _IMAGE in kinds:
                self._picture(kinds[_IMAGE].get(_LINK, ""))
        elif drawing.tag.startswith(DRAW):
            yield from self.pieces(drawing)

    def _picture(self, name: str) -> None:
        raw = self.package.part(name.removeprefix("./"))
        if raw is not None:
            self.notes.take_picture(raw)

    def _is_sheet(self, element: etree._Element) -> bool:
        root = self.package.tree(f"{element.get(_LINK, '').removeprefix('./')}/content.xml")
        return root is not None and root.find(f"{OFFICE}body/{OFFICE}spreadsheet") is not None


@dataclass
class _Words:
    """The words of one paragraph while they are gathered."""

    styles: Styles
    pieces: list[str] = field(default_factory=list)
    drawings: list[etree._Element] = field(default_factory=list)
    hid: bool = False

    def gather(self, element: etree._Element, hidden: bool) -> None:
        """Take the text of an element and of what stands in it."""
        self._say(element.text, hidden)
        for child in element:
            tag = child.tag
            if tag in _SAID:
                self._say_exactly(_SAID[tag], hidden)
            elif tag == _SPACES:
                self._say_exactly(" " * count(child.get(f"{TEXT}c"), _MOST_SPACES), hidden)
            elif tag.startswith(DRAW):
                self.drawings.append(child)
            elif tag not in _SILENT:
                style = child.get(STYLE_NAME) if tag == _SPAN else None
                self.gather(child, hidden or self.styles.hidden("text", style))
            self._say(child.tail, hidden)

    def _say(self, text: str | None, hidden: bool) -> None:
        if text:
            self._say_exactly(_SPACE.sub(" ", text), hidden)

    def _say_exactly(self, text: str, hidden: bool) -> None:
        if not hidden:
            self.pieces.append(text)
        self.hid = self.hid or (hidden and bool(text.strip()))
