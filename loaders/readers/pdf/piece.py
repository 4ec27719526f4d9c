"""A table as far as one page shows it, and the places of its rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from data.document import Cell, Source
from loaders.readers.pdf.grid import Box
from loaders.readers.pdf.lines import Line


@dataclass(frozen=True, slots=True)
class Ends:
    """How the text of a cell begins and ends: first and last line, how many there are, where they can begin and end.

    `high` and `low` say whether it reaches up to the cell's upper border and down to its lower one.
    """

    first: Line
    last: Line
    count: int
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
