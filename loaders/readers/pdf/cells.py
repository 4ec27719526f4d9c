"""Fill the grids of a page with its characters: every cell its text, tables inside a cell apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from data.document import Cell, Source, Table
from loaders.readers.pdf.flow import paragraphs, reach, text_of
from loaders.readers.pdf.glyphs import Glyph
from loaders.readers.pdf.grid import Field, Grid
from loaders.readers.pdf.lines import Line, lines_of
from loaders.readers.pdf.piece import Ends, Piece, Place
from loaders.readers.pdf.shareout import Held, shared_out

# Margins inside a cell are some 2 (Excel) to 6 points (Word); a centred text stands further in.
_MARGIN = 8.0
# A text reaches the upper border with its margin, the lower one when no further line fits between them (sizes of text).
_HIGH, _LOW = 1.3, 1.9
# A table inside a cell may touch its borders.
_SLACK = 2.0


def filled(grids: Sequence[Grid], glyphs: Sequence[Glyph], place: Place) -> tuple[list[Piece], list[Glyph]]:
    """Return the tables of a page, from the top, and the characters that stand in none.

    Args:
        grids: the grids found on the page.
        glyphs: its characters.
        place: the file and the page, for the sources; the rows of each table are numbered from 1.
    """
    tables, rest = shared_out(grids, glyphs)
    holders = {number: _holder(number, tables) for number in range(len(tables))}
    outer = [number for number in holders if holders[number] is None]
    pieces = [
        _piece(number, tables, holders, [place.row(row + 1) for row in range(tables[number].grid.rows)])
        for number in sorted(outer, key=lambda number: tables[number].grid.box[1])
    ]
    return pieces, rest


def _holder(number: int, tables: Sequence[Held]) -> tuple[int, int] | None:
    """Return the table and the field that a table lies in: the smallest one."""
    x0, y0, x1, y1 = tables[number].grid.box
    for outer in reversed(range(number)):
        for index, one in enumerate(tables[outer].grid.fields):
            left, top, right, bottom = one.box
            if left - _SLACK <= x0 and top - _SLACK <= y0 and x1 <= right + _SLACK and y1 <= bottom + _SLACK:
                return outer, index
    return None


def _piece(
    number: int, tables: Sequence[Held], holders: Mapping[int, tuple[int, int] | None], rows: Sequence[Source]
) -> Piece:
    grid = tables[number].grid
    inner: dict[int, list[Table]] = defaultdict(list)
    for other in sorted(holders, key=lambda other: tables[other].grid.box[1]):
        holder = holders[other]
        if holder and holder[0] == number:
            source = rows[grid.fields[holder[1]].row]
            piece = _piece(other, tables, holders, [source] * tables[other].grid.rows)
            inner[holder[1]].append(Table(piece.cells, len(piece.xs) - 1))
    lines = {index: lines_of(tables[number].inside(index)) for index in range(len(grid.fields))}
    bounds = _bounds(grid, lines)
    cells = tuple(
        Cell(
            _text(lines[index], bounds[index]),
            one.row,
            one.column,
            rows[one.row],
            one.bottom - one.row,
            one.right - one.column,
            tuple(inner[index]),
        )
        for index, one in enumerate(grid.fields)
    )
    ends = tuple(_ends(lines[index], one, bounds[index]) for index, one in enumerate(grid.fields))
    return Piece(cells, grid.rows, grid.xs, grid.box, ends, grid.ends_open)


def _text(lines: Sequence[Line], bounds: tuple[float, float]) -> str:
    return "\n".join(text_of(part) for part in paragraphs(lines, *bounds))


def _ends(lines: Sequence[Line], one: Field, bounds: tuple[float, float]) -> Ends | None:
    if not lines:
        return None
    first, last = lines[0], lines[-1]
    high = first.y - first.size - one.box[1] < _HIGH * first.size
    return Ends(first, last, len(lines), *bounds, high, one.box[3] - last.y < _LOW * last.size)


def _bounds(grid: Grid, lines: Mapping[int, Sequence[Line]]) -> dict[int, tuple[float, float]]:
    """Return for each field where its lines can begin and end, as all cells of the same columns tell."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, one in enumerate(grid.fields):
        groups[one.column, one.right].append(index)
    bounds: dict[int, tuple[float, float]] = {}
    for group in groups.values():
        inside = [(line, grid.fields[index].box) for index in group for line in lines[index]]
        margin = max(0.0, min([_MARGIN, *(line.x0 - box[0] for line, box in inside)]))
        walls = max(grid.fields[index].box[2] for index in group)
        right = reach((line for line, _ in inside), walls - margin)
        bounds |= {index: (grid.fields[index].box[0] + margin, right) for index in group}
    return bounds
