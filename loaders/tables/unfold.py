"""Unfold the tables inside the cells of a table: their rows and columns become rows and columns of the table itself.

A form that writes 相关部门 and 职责分工 as a little table in one cell says the same as one with two columns and a row a
department, whose other cells are merged downwards.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.document import Cell, Table
from loaders.tables.columns import is_header_word

# Tables in tables in tables are layout gone wrong: what stands deeper is read as text.
_DEEPEST = 4


def unfolded(table: Table, depth: int = 0) -> Table:
    """Return the table with the tables in its cells unfolded; as it is where there are none.

    A header that the inner tables repeat is kept once, in place of the outer header above them.

    Example: a row 1 | 控烟 | [县卫健局 | 牵头; 县教育局 | 校园控烟] has two rows of four columns afterwards.
    """
    if not any(cell.inner for cell in table.cells):
        return table
    cells = [_with_inner(cell, depth) for cell in table.cells]
    grid = _Grid.of(table, cells)
    placed = [piece for cell in cells for piece in grid.placed(cell)]
    return replace(
        table,
        cells=tuple(_headed(sorted(placed, key=lambda cell: (cell.row, cell.column)), cells, grid)),
        columns=grid.columns[table.columns],
        after_gap=frozenset(grid.rows[row] for row in table.after_gap),
        damage=tuple((grid.rows[row], flag) for row, flag in table.damage),
        loose=frozenset(grid.rows[row] for row in table.loose),
    )


def _with_inner(cell: Cell, depth: int) -> Cell:
    """Return a cell whose inner table is one plain grid: several in one cell stand below each other."""
    if not cell.inner:
        return cell
    if depth >= _DEEPEST:
        return replace(cell, text="\n".join(_texts(cell)), inner=())
    stacked = _stacked([unfolded(table, depth + 1) for table in cell.inner if table.cells])
    return replace(cell, inner=(stacked,) if stacked.cells else ())


def _texts(cell: Cell) -> Iterator[str]:
    """Yield the texts of a cell and of all that stands in it, however deep."""
    waiting = [cell]
    while waiting:
        cell = waiting.pop()
        if cell.text.strip():
            yield cell.text
        waiting += [inner for table in reversed(cell.inner) for inner in reversed(table.cells)]


def _stacked(tables: Sequence[Table]) -> Table:
    cells: list[Cell] = []
    below = 0
    for table in tables:
        first = min(cell.row for cell in table.cells)
        cells += [replace(cell, row=cell.row - first + below) for cell in table.cells]
        below += max(cell.row + cell.row_span for cell in table.cells) - first
    return Table(tuple(cells), max((table.columns for table in tables), default=1))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where each row and column of the outer table begins after unfolding, with one entry more for the end."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]

    @classmethod
    def of(cls, table: Table, cells: Sequence[Cell]) -> _Grid:
        """Return the grid that has room for every inner table."""
        height = max(cell.row + cell.row_span for cell in cells)
        heights, widths = [1] * height, [1] * max(table.columns, max(cell.column + cell.column_span for cell in cells))
        for cell in cells:
            for inner in cell.inner:
                told = _height(inner) + bool(cell.text.strip())
                heights[cell.row] = max(heights[cell.row], told)
                if cell.column_span < inner.columns:
                    widths[cell.column] = max(widths[cell.column], inner.columns - cell.column_span + 1)
        return cls(_starts(heights), _starts(widths))

    def placed(self, cell: Cell) -> Iterator[Cell]:
        """Yield the cell at its new place, or the cells of its inner table."""
        row, column = self.rows[cell.row], self.columns[cell.column]
        rows = self.rows[min(cell.row + cell.row_span, len(self.rows) - 1)] - row
        columns = self.columns[min(cell.column + cell.column_span, len(self.columns) - 1)] - column
        if not cell.inner:
            yield replace(cell, row=row, column=column, row_span=rows, column_span=columns)
            return
        inner, lead = _without_header(cell.inner[0]), bool(cell.text.strip())
        if lead:
            yield replace(cell, row=row, column=column, row_span=1, column_span=columns, inner=())
        high = _height(inner)
        for piece in inner.cells:
            yield replace(
                piece,
                row=row + lead + piece.row,
                column=column + piece.column,
                # The last row and column of an inner table reach to the end of the cell.
                row_span=rows - lead - piece.row if piece.row + piece.row_span >= high else piece.row_span,
                column_span=_reach(piece, inner.columns, columns),
                source=cell.source,
            )


def _reach(piece: Cell, columns: int, room: int) -> int:
    return room - piece.column if piece.column + piece.column_span >= columns else piece.column_span


def _starts(sizes: Sequence[int]) -> tuple[int, ...]:
    return tuple(itertools.accumulate(sizes, initial=0))


def _height(table: Table) -> int:
    return max(cell.row + cell.row_span for cell in table.cells)


def _header(table: Table) -> list[Cell]:
    """Return the cells of an inner table's first row if they are all heads of columns and rows follow."""
    first = [cell for cell in table.cells if cell.row == 0]
    headed = len(first) > 1 and all(is_header_word(cell.text) for cell in first)
    return first if headed and len(table.cells) > len(first) else []


def _without_header(table: Table) -> Table:
    if not _header(table):
        return table
    return replace(table, cells=tuple(replace(cell, row=cell.row - 1) for cell in table.cells if cell.row))


def _headed(placed: Sequence[Cell], cells: Sequence[Cell], grid: _Grid) -> Iterator[Cell]:
    """Yield the placed cells, the header of inner tables standing in place of the outer header above them."""
    heads = {cell.column: _header(cell.inner[0]) for cell in reversed(cells) if cell.inner and _header(cell.inner[0])}
    above = {
        column: max((cell.row for cell in cells if cell.column == column and cell.row < first), default=-1)
        for column, first in ((column, min(c.row for c in cells if c.inner and c.column == column)) for column in heads)
    }
    for cell in placed:
        column = next((at for at in heads if grid.columns[at] == cell.column and above[at] >= 0), None)
        if column is None or cell.row != grid.rows[above[column]]:
            yield cell
            continue
        for head in heads[column]:
            start = cell.column + head.column
            span = _reach(head, sum(one.column_span for one in heads[column]), cell.column_span)
            yield replace(cell, text=head.text, column=start, column_span=span)
