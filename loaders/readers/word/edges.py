"""The places of the edges of a table's cells: by the table's grid, or by the widths of the cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from loaders.readers.word.lines import Edges
from loaders.readers.word.pieces import RawRow, RawTable

# Where a table tells no widths, its columns are taken to be as wide as this, in twentieths of a point.
_USUAL_WIDTH = 1000
# A row that falls so little short of the table's width fills it.
_SAME_WIDTH = 0.25


def edges_of(table: RawTable) -> list[Edges]:
    """Return the places of the edges of each row's cells: where the grid puts them, else where their widths do.

    A row that reaches over another number of columns than the grid has was not written for this grid: only the widths
    of its cells tell where they stand.

    Example: in a grid of four columns of 1000 each, a row of two cells 1000 and 3000 wide that claims no spans is cut
    at 0, 1000 and 4000.
    """
    lines = list(accumulate((max(width, 1) for width in table.widths), initial=0))
    usual = _usual_total(table)
    return [
        _by_widths(row, lines[-1]) if row.total != usual and _is_measured(row) else _by_grid(row, lines)
        for row in table.rows
    ]


def _usual_total(table: RawTable) -> int:
    """Return how many columns a row written for the grid has; none is where only widths are told."""
    totals = Counter(row.total for row in table.rows)
    if totals[len(table.widths)]:
        return len(table.widths)
    if not table.widths and all(_is_measured(row) for row in table.rows):
        return 0
    return max(totals, key=lambda total: totals[total], default=0)


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
