"""The rows and cells of a Word table, and the places of their edges (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from lxml import etree

from loaders.readers.word.lines import Edges
from loaders.readers.word.names import VAL, W, number, value
from loaders.readers.word.story import Story

Merge = Literal["", "first", "further"]
_ROW, _CELL = f"{W}tr", f"{W}tc"
_ROW_PROPERTIES, _CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
_REMOVED_ROW, _HIDDEN_ROW, _REMOVED_CELL = f"{W}del", f"{W}hidden", f"{W}cellDel"
_SPAN, _DOWN, _ACROSS, _WIDTH = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge", f"{W}tcW"
_BEFORE, _WIDTH_BEFORE = f"{W}gridBefore", f"{W}wBefore"
_COLUMN_WIDTHS = f"{W}tblGrid/{W}gridCol"
# Where a table tells no widths, its columns are taken to be as wide as this, in twentieths of a point.
_USUAL_WIDTH = 1000
_SAME_WIDTH = 0.25


@dataclass(slots=True)
class RawCell:
    """A cell as it stands: how many columns of the grid it covers, its width, and how it is merged downwards."""

    element: etree._Element
    span: int
    width: int
    merge: Merge


@dataclass(slots=True)
class RawRow:
    """A row as it stands, and how much of the grid, and of the width, lies before its first cell."""

    cells: list[RawCell]
    before: int = 0
    width_before: int = 0

    @property
    def total(self) -> int:
        """How many columns of the grid the row reaches over."""
        return self.before + sum(cell.span for cell in self.cells)


def raw_rows(story: Story, table: etree._Element) -> list[RawRow]:
    """Return the rows of a w:tbl, without those that a tracked change took away or that are hidden."""
    rows = []
    for element in story.inside(table):
        if element.tag == _ROW:
            properties = element.find(_ROW_PROPERTIES)
            if properties is not None and _is_gone(story, properties):
                continue
            rows.append(_raw_row(story, element, properties))
    return rows


def edges_of(table: etree._Element, rows: Sequence[RawRow]) -> list[Edges]:
    """Return the places of the edges of each row's cells: where the grid puts them, else where their widths do.

    A row that reaches over another number of columns than the grid has was not written for this grid: only the widths
    of its cells tell where they stand.
    """
    widths = [number(column.get(f"{W}w")) or 0 for column in table.iterfind(_COLUMN_WIDTHS)]
    lines = list(accumulate((max(width, 1) for width in widths), initial=0))
    totals = Counter(row.total for row in rows)
    usual = len(widths) if widths and totals[len(widths)] else max(totals, key=lambda total: totals[total], default=0)
    if not widths and all(_is_measured(row) for row in rows):
        usual = -1
    return [
        _by_widths(row, lines[-1]) if row.total != usual and _is_measured(row) else _by_grid(row, lines) for row in rows
    ]


def _raw_row(story: Story, element: etree._Element, properties: etree._Element | None) -> RawRow:
    row = RawRow([], *_before(properties))
    for child in story.inside(element):
        if child.tag == _CELL:
            _add_cell(story, row.cells, child)
    return row


def _before(properties: etree._Element | None) -> tuple[int, int]:
    if properties is None:
        return 0, 0
    return max(number(value(properties, _BEFORE)) or 0, 0), _dxa(properties.find(_WIDTH_BEFORE))


def _is_gone(story: Story, properties: etree._Element) -> bool:
    if properties.find(_REMOVED_ROW) is not None:
        story.revised = True
        return True
    if properties.find(_HIDDEN_ROW) is not None:
        story.hidden += 1
        return True
    return False


def _add_cell(story: Story, cells: list[RawCell], element: etree._Element) -> None:
    """Add a cell to its row; one that is merged with the cell before it only makes that one wider."""
    properties = element.find(_CELL_PROPERTIES)
    if properties is None:
        cells.append(RawCell(element, 1, 0, ""))
        return
    if properties.find(_REMOVED_CELL) is not None:
        story.revised = True
        return
    span = max(number(value(properties, _SPAN)) or 1, 1)
    width = _dxa(properties.find(_WIDTH))
    if cells and _merge(properties.find(_ACROSS)) == "further":
        cells[-1].span += span
        cells[-1].width += width
        story.pass_over(element)
        return
    cells.append(RawCell(element, span, width, _merge(properties.find(_DOWN))))


def _merge(element: etree._Element | None) -> Merge:
    """Return what a w:vMerge or w:hMerge says: one without a value goes on with the cell before."""
    if element is None:
        return ""
    return "first" if element.get(VAL) == "restart" else "further"


def _dxa(element: etree._Element | None) -> int:
    """Return a width in twentieths of a point, nought where it is given otherwise."""
    if element is None or element.get(f"{W}type", "dxa") != "dxa":
        return 0
    return max(number(element.get(f"{W}w")) or 0, 0)


def _is_measured(row: RawRow) -> bool:
    return bool(row.cells) and all(cell.width for cell in row.cells)


def _by_grid(row: RawRow, lines: Sequence[int]) -> Edges:
    spans = accumulate((cell.span for cell in row.cells), initial=row.before)
    return tuple(lines[at] if at < len(lines) else lines[-1] + (at - len(lines) + 1) * _USUAL_WIDTH for at in spans)


def _by_widths(row: RawRow, whole: int) -> Edges:
    """Return the edges by the widths of the cells, stretched to the width of the table where they about fill it."""
    places = list(accumulate((cell.width for cell in row.cells), initial=row.width_before))
    if whole and abs(places[-1] - whole) <= _SAME_WIDTH * whole:
        places = [place * whole // places[-1] for place in places]
    return tuple(accumulate(places, lambda before, place: max(before + 1, place)))
