"""Lay the cells of an HTML table out in its grid, whatever its row and column spans say.

The rules are those of the HTML standard (4.9.12, "forming a table"), with bounds: a span of rows ends with its group of
rows, a span of columns where another cell reaches down into the row, and a column in which no cell begins is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree
from lxml.html import HtmlElement

# The standard's own bounds of the two attributes.
_WIDEST, _HIGHEST = 1000, 65534
_COUNT = re.compile(r"\s*\+?(\d{1,9})")
_GROUPS = {"thead": 0, "tfoot": 2}
_CELLS = frozenset({"td", "th"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of the page, and where it stands in the grid, from 0."""

    element: HtmlElement
    row: int
    column: int
    row_span: int
    column_span: int


def rows_of(table: HtmlElement, left_out: frozenset[HtmlElement] = frozenset()) -> list[list[list[HtmlElement]]]:
    """Return the groups of rows of a table as a browser shows them, each row its cells: head, bodies, foot.

    Args:
        table: a table element; the rows of tables inside its cells are not its own.
        left_out: elements that are not read.
    """
    rows: dict[HtmlElement, list[HtmlElement]] = {}
    walker = etree.iterwalk(table, events=("start",))
    for _, element in walker:
        if element in left_out:
            walker.skip_subtree()
        elif element.tag == "tr":
            rows[element] = []
        elif element.tag in _CELLS:
            # Cells that have lost their row make one together.
            rows.setdefault(next(element.iterancestors("tr", "table")), []).append(element)
            walker.skip_subtree()
    groups: dict[HtmlElement, list[list[HtmlElement]]] = {}
    for row, cells in rows.items():
        groups.setdefault(row if row is table else row.getparent(), []).append(cells)
    return [groups[group] for group in sorted(groups, key=lambda group: _GROUPS.get(str(group.tag), 1))]


def placed(groups: Sequence[Sequence[Sequence[HtmlElement]]]) -> list[Placed]:
    """Return the cells of a table in the grid.

    Args:
        groups: groups of rows of cells, as `rows_of` returns them.
    """
    cells: list[Placed] = []
    first = 0
    for group in groups:
        cells += _placed_group(group, first)
        first += len(group)
    return _without_empty_columns(cells)


def _placed_group(rows: Sequence[Sequence[HtmlElement]], first: int) -> Iterator[Placed]:
    # Cells that reach down into rows below: (first column, column behind the last, row behind the last).
    reaching: list[tuple[int, int, int]] = []
    for index, cells in enumerate(rows):
        reaching = sorted(one for one in reaching if one[2] > index)
        column, above = 0, iter(reaching)
        barrier = next(above, None)
        for cell in cells:
            while barrier and barrier[0] <= column:
                column = max(column, barrier[1])
                barrier = next(above, None)
            height = _span(cell.get("rowspan"), _HIGHEST, to_end=len(rows) - index)
            width = _span(cell.get("colspan"), _WIDEST, to_end=1)
            width = min(width, barrier[0] - column) if barrier else width
            height = min(height, len(rows) - index)
            yield Placed(cell, first + index, column, height, width)
            if height > 1:
                reaching.append((column, column + width, index + height))
            column += width


def _span(said: str | None, most: int, to_end: int) -> int:
    """Return the span that an attribute says: 1 where it says nothing, to the end of the group where it says 0."""
    found = _COUNT.match(said or "")
    if not found:
        return 1
    return min(int(found[1]), most) or to_end


def _without_empty_columns(cells: Sequence[Placed]) -> list[Placed]:
    starts = sorted({cell.column for cell in cells})
    at = {column: number for number, column in enumerate(starts)}

    def before(column: int) -> int:
        """Return how many columns begin before `column`."""
        return bisect_left(starts, column)

    return [
        replace(cell, column=at[cell.column], column_span=before(cell.column + cell.column_span) - at[cell.column])
        for cell in cells
    ]
