"""Walk through a page, or a cell of a table, and cut it into lines of text and tables, in the order they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from lxml import etree
from lxml.html import HtmlElement

from data.reference import load_yaml
from loaders.readers.web.grid import rows_of
from loaders.readers.web.layout import is_layout
from loaders.readers.web.measure import Measure
from loaders.readers.web.numbers import item_numbers
from loaders.readers.web.unseen import style_of
from loaders.readers.web.words import Words

_VERBATIM = frozenset({"pre", "xmp", "listing", "plaintext", "textarea"})
_FIELDS = ("", "text", "tel", "number", "date", "search")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and its level where it is a heading (else 0)."""

    text: str
    level: int = 0


@dataclass
class View:
    """A page and what is known of it: elements left out, measures of the others, which tables only lay it out."""

    root: HtmlElement
    left_out: frozenset[HtmlElement]
    measures: dict[HtmlElement, Measure]
    layout: dict[HtmlElement, bool] = field(default_factory=dict)

    def is_layout(self, table: HtmlElement) -> bool:
        """Say whether a table only lays out the page."""
        if table not in self.layout:
            rows = [row for group in rows_of(table, self.left_out) for row in group]
            self.layout[table] = is_layout(table, rows, self.measures)
        return self.layout[table]


def pieces(root: HtmlElement, view: View) -> Iterator[Line | HtmlElement]:
    """Yield the lines of an element, and the tables in it that say something, in order.

    Args:
        root: the body of a page, or a cell.
        view: the page.
    """
    return _Walk(root, view).pieces()


class _Walk:
    def __init__(self, root: HtmlElement, view: View) -> None:
        self.root, self.view = root, view
        self.words = Words()
        self.level = self.verbatim = 0
        self.numbers: dict[HtmlElement, str] = {}
        self.blocks = _blocks()

    def pieces(self) -> Iterator[Line | HtmlElement]:
        walker = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            if event == "end":
                yield from self._close(element)
            elif element in self.view.left_out:
                walker.skip_subtree()
            elif element.tag == "table" and element is not self.root and not self.view.is_layout(element):
                yield from self._table(element)
                walker.skip_subtree()
            else:
                yield from self._open(element)
        yield from self._line()

    def _open(self, element: HtmlElement) -> Iterator[Line]:
        tag = str(element.tag)
        if tag == "br" or tag in self.blocks:
            yield from self._line()
        if tag == "ol":
            self.numbers |= item_numbers(element)
        elif tag == "li":
            self.words.number(self.numbers.get(element, ""))
        elif tag == "input" and self.root.tag in ("td", "th") and (element.get("type") or "").lower() in _FIELDS:
            self.words.add(element.get("value"))
        self.level = int(tag[1]) if _is_heading(tag) else self.level
        self.verbatim += _is_verbatim(element)
        yield from self._say(element.text)

    def _close(self, element: HtmlElement) -> Iterator[Line]:
        left_out = element in self.view.left_out
        tag = str(element.tag)
        if tag in self.blocks and not left_out:
            yield from self._line(item_ends=tag in ("li", "td", "th"))
        if not left_out and not (tag == "table" and element is not self.root and not self.view.is_layout(element)):
            self.level = 0 if _is_heading(tag) else self.level
            self.verbatim -= _is_verbatim(element)
        if element is not self.root:
            yield from self._say(element.tail)

    def _table(self, table: HtmlElement) -> Iterator[Line | HtmlElement]:
        """Yield what stands between the cells of a table, which a browser shows before it, and then the table."""
        yield from self._line()
        walker = etree.iterwalk(table, events=("start", "end"))
        for event, element in walker:
            if event == "start" and (element in self.view.left_out or element.tag in ("td", "th")):
                walker.skip_subtree()
                continue
            self.words.add(element.text if event == "start" else element.tail if element is not table else "")
            if event == "end" and element.tag in self.blocks:
                yield from self._line()
        yield table

    def _say(self, text: str | None) -> Iterator[Line]:
        if not self.verbatim or not text:
            self.words.add(text)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                yield from self._line()
            self.words.add(line)

    def _line(self, item_ends: bool = False) -> Iterator[Line]:
        yield from (Line(text, self.level) for text in self.words.line(item_ends))


@cache
def _blocks() -> frozenset[str]:
    return frozenset(load_yaml("web.yml")["blocks"])


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"


def _is_verbatim(element: HtmlElement) -> bool:
    return element.tag in _VERBATIM or "white-space:pre" in style_of(element).replace(" ", "").lower()
