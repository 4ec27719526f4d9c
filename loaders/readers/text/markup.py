"""Read the tables that stand in a text as HTML: converters of PDF write tables with merged cells so into Markdown."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from data.document import Paragraph, Source, Table
from loaders.readers.text.lines import Line, span
from loaders.readers.web.flow import Line as Words
from loaders.readers.web.flow import View, pieces
from loaders.readers.web.grid import rows_of
from loaders.readers.web.measure import measured
from loaders.readers.web.page import tree_of
from loaders.readers.web.tables import read_table
from loaders.readers.web.unseen import unseen

_TAG = re.compile(r"<(/?)(table|thead|tbody|tfoot|tr|td|th)\b[^<>]*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
# A cell has no more lines than these without any tag: a table that does not end is over.
_FAR = 60
# Between rows without a table around them, so many lines may be blank.
_GAP = 2
_LINE = "data-line"
Block = Paragraph | Table


def read_markup(lines: Sequence[Line], file: str) -> tuple[list[Block], frozenset[int]]:
    """Return the tables that a text holds as HTML, with what stands on their lines, and the numbers of these lines.

    Args:
        lines: the lines of the text.
        file: the name that sources carry.

    Example: of the lines 序号表, <table><tr><td>1</td>, <td>救助</td></tr></table> the last two are a table of one row.
    """
    blocks: list[Block] = []
    used: set[int] = set()
    for fragment in _fragments(lines):
        blocks += _blocks(fragment, file)
        used.update(line.number for line in fragment)
    return blocks, frozenset(used)


def _fragments(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield the runs of lines in which tables are written as HTML."""
    index = 0
    while index < len(lines):
        end = _end(lines, index) if "<" in lines[index].text and _TAG.search(lines[index].text) else index
        if any(_CELL.search(line.text) for line in lines[index:end]):
            yield lines[index:end]
        index = max(end, index + 1)


def _end(lines: Sequence[Line], first: int) -> int:
    """Return the index behind the last line of the table that begins at `first`, or of rows without a table around."""
    depth, row_open, last = 0, False, first
    for index in range(first, len(lines)):
        tags = list(_TAG.finditer(lines[index].text))
        if not tags and index - last > (_FAR if depth or row_open else _GAP):
            break
        if not tags and not (depth or row_open) and not lines[index].blank:
            break
        if tags:
            last = index
        for tag in tags:
            closes, name = bool(tag[1]), tag[2].lower()
            depth = max(depth - 1 if closes else depth + 1, 0) if name == "table" else depth
            row_open = not closes if name == "tr" else row_open or (name in ("td", "th") and not closes)
            if name == "table" and closes:
                row_open = False
        if tags and tags[-1][1] and tags[-1][2].lower() == "table" and not depth:
            break
    return last + 1


def _blocks(fragment: Sequence[Line], file: str) -> Iterator[Block]:
    marked = "\n".join(_ROW.sub(rf'<tr {_LINE}="{line.number}"', line.text) for line in fragment)
    headed = (found := _TAG.search(marked)) and found[2].lower() == "table" and not found[1]
    root, _ = tree_of(f"<html><body>{'' if headed else '<table>'}{marked}", file)
    left_out = unseen(root).elements
    view = View(root, left_out, measured(root, left_out), dict.fromkeys(_outermost(root), False))
    places = _row_places(root, fragment, file)
    first = fragment[0].number
    for piece in pieces(root, view):
        if isinstance(piece, Words):
            yield Paragraph(piece.text, span(file, first, first))
            continue
        table = read_table(piece, view, lambda spot: places[_line_of(spot.element)])
        if table.cells:
            yield table
            first = max(cell.source.last for cell in table.cells)


def _outermost(root: HtmlElement) -> Iterator[HtmlElement]:
    return (table for table in root.iter("table") if next(table.iterancestors("table"), None) is None)


def _row_places(root: HtmlElement, fragment: Sequence[Line], file: str) -> dict[int, Source]:
    """Return the lines of each row, by the line on which it begins: they reach to where the next row begins."""
    rows = (row for table in _outermost(root) for group in rows_of(table) for row in group)
    begins = sorted({_line_of(cell) for row in rows for cell in row})
    first, last = fragment[0].number, fragment[-1].number
    bounds = itertools.pairwise([first, *begins[1:], last + 1])
    return {begin: span(file, low, high - 1) for begin, (low, high) in zip(begins, bounds, strict=False)}


def _line_of(cell: HtmlElement) -> int:
    """Return the line on which the row of a cell begins, 0 for a cell that has lost its row."""
    return int(next(cell.iterancestors("tr", "table")).get(_LINE) or 0)
