"""Fill the grids of a page with its characters: every cell its text, tables inside a cell apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from data.document import Cell, Source, Table
from loaders.readers.pdf.flow import paragraphs, text_of
from loaders.readers.pdf.glyphs import Glyph
from loaders.readers.pdf.grid import Box, Field, Grid
from loaders.readers.pdf.lines import Line, lines_of

# Margins inside a cell are some 2 (Excel) to 6 points (Word); a centred text stands further in.
_MARGIN = 8.0
# A text reaches a border when no further line fits between them: margin, and what is left of the page (sizes of text).
_REACHES = 1.3
# A table inside a cell may touch its borders.
_SLACK = 2.0


@dataclass(frozen=True, slots=True)
class Ends:
    """How the text of a cell begins and ends: its first and last line, and where its lines can begin and end.

    `high` and `low` say whether it reaches up to the cell's upper border and down to its lower one.
    """

    first: Line
    last: Line
    left: float
    right: float
    high: bool
    low: bool


@dataclass(frozen=True)
class Piece:
    """A table as far as one page shows it: its cells, rows counted from 0, and the borders of its columns.

    `ends` tells of each cell how its text begins and ends, where that is known. `ends_open` says that no line closes
    the table below: its last row is cut.
    """

    cells: tuple[Cell, ...]
    rows: int
    xs: tuple[float, ...]
    box: Box
    ends: tuple[Ends | None, ...] = ()
    ends_open: bool = False

    @property
    def middle(self) -> float:
        """The middle of its height on the page."""
        return (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True)
class Place:
    """Whose rows are counted: the file and the page."""

    file: str
    part: str

    def row(self, number: int) -> Source:
        """Return the place of a row of the page's tables, from 1."""
        return Source(self.file, self.part, "row", number, number)

    def lines(self, first: int, last: int) -> Source:
        """Return the place of lines of the page, from 1."""
        return Source(self.file, self.part, "line", first, last)


def moved_down(piece: Piece, rows: int) -> Piece:
    """Return a piece with its rows numbered behind so many others of the page."""
    return replace(piece, cells=tuple(_renumbered(cell, rows) for cell in piece.cells))


def _renumbered(cell: Cell, rows: int) -> Cell:
    place = replace(cell.source, first=cell.source.first + rows, last=cell.source.last + rows)
    inner = tuple(replace(one, cells=tuple(_renumbered(part, rows) for part in one.cells)) for one in cell.inner)
    return replace(cell, source=place, inner=inner)


def filled(grids: Sequence[Grid], glyphs: Iterable[Glyph], place: Place) -> tuple[list[Piece], list[Glyph]]:
    """Return the tables of a page, from the top, and the characters that stand in none.

    Args:
        grids: the grids found on the page.
        glyphs: its characters.
        place: the file and the page, for the sources; the rows of each table are numbered from 1.
    """
    inward = sorted(grids, key=lambda grid: _area(grid.box), reverse=True)
    held, rest = _shared_out(inward, glyphs)
    tables = [number for number, grid in enumerate(inward) if _is_table(grid, held[number])]
    for number in range(len(inward)):
        for inside in held[number].values():
            turn = _usual_turn(inside) if number in tables else None
            rest += [glyph for glyph in inside if glyph.turn != turn]
            inside[:] = [glyph for glyph in inside if glyph.turn == turn]
    holders = {number: _holder(number, tables, inward) for number in tables}
    pieces = [
        _piece(number, inward, held, holders, [place.row(row + 1) for row in range(inward[number].rows)])
        for number in sorted(tables, key=lambda number: inward[number].box[1])
        if holders[number] is None
    ]
    return pieces, rest


def _usual_turn(glyphs: Iterable[Glyph]) -> int:
    """Return the way most of a cell's characters stand: what stands otherwise is no part of its text."""
    turns = Counter(glyph.turn for glyph in glyphs)
    return turns.most_common(1)[0][0]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _shared_out(grids: Sequence[Grid], glyphs: Iterable[Glyph]) -> tuple[list[dict[int, list[Glyph]]], list[Glyph]]:
    """Return for each grid the characters of each of its fields, and the rest; the innermost grid has them."""
    held: list[dict[int, list[Glyph]]] = [defaultdict(list) for _ in grids]
    rest: list[Glyph] = []
    for glyph in glyphs:
        for number in range(len(grids) - 1, -1, -1):
            inside = grids[number].field_at(*glyph.middle)
            if inside is not None:
                held[number][inside].append(glyph)
                break
        else:
            rest.append(glyph)
    return held, rest


def _is_table(grid: Grid, held: Mapping[int, list[Glyph]]) -> bool:
    """Say whether a grid is a table: boxes around one text, or without any, are not."""
    texts = sum(any(not glyph.text.isspace() for glyph in inside) for inside in held.values())
    return len(grid.xs) > 2 and texts > 1


def _holder(number: int, tables: Sequence[int], grids: Sequence[Grid]) -> tuple[int, int] | None:
    """Return the table and the field that a table lies in: the smallest one."""
    x0, y0, x1, y1 = grids[number].box
    for outer in reversed([other for other in tables if other < number]):
        for index, one in enumerate(grids[outer].fields):
            left, top, right, bottom = one.box
            if left - _SLACK <= x0 and top - _SLACK <= y0 and x1 <= right + _SLACK and y1 <= bottom + _SLACK:
                return outer, index
    return None


def _piece(
    number: int,
    grids: Sequence[Grid],
    held: Sequence[Mapping[int, list[Glyph]]],
    holders: Mapping[int, tuple[int, int] | None],
    rows: Sequence[Source],
) -> Piece:
    grid = grids[number]
    inner: dict[int, list[Table]] = defaultdict(list)
    for other in sorted(holders, key=lambda other: grids[other].box[1]):
        holder = holders[other]
        if holder and holder[0] == number:
            source = rows[grid.fields[holder[1]].row]
            piece = _piece(other, grids, held, holders, [source] * grids[other].rows)
            inner[holder[1]].append(Table(piece.cells, len(piece.xs) - 1))
    lines = {index: lines_of(held[number].get(index, ())) for index in range(len(grid.fields))}
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
    high = first.y - first.size - one.box[1] < _REACHES * first.size
    return Ends(first, last, *bounds, high, one.box[3] - last.y < _REACHES * last.size)


def _bounds(grid: Grid, lines: Mapping[int, Sequence[Line]]) -> dict[int, tuple[float, float]]:
    """Return for each field where its lines can begin and end; the margins are those of all cells of its columns."""
    margins: dict[tuple[int, int], float] = defaultdict(lambda: _MARGIN)
    for index, one in enumerate(grid.fields):
        inset = min((line.x0 - one.box[0] for line in lines[index]), default=_MARGIN)
        margins[one.column, one.right] = min(margins[one.column, one.right], max(inset, 0.0))
    return {
        index: (
            one.box[0] + margins[one.column, one.right],
            max([one.box[2] - margins[one.column, one.right], *(line.x1 for line in lines[index])]),
        )
        for index, one in enumerate(grid.fields)
    }
