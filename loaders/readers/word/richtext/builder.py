"""Put paragraphs, cells and rows of Rich Text Format together: where a row ends is told behind its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from loaders.readers.word.pieces import Merge, Piece, RawCell, RawRow, RawTable, Spoken

# Deeper nesting is no table any more.
_DEEPEST = 50
_USUAL_WIDTH = 1000


@dataclass(slots=True)
class CellForm:
    """What the definition of a row says of one cell: how it is merged down and across, and where it ends."""

    down: Merge = ""
    across: Merge = ""
    end: int = 0


@dataclass
class RowForm:
    """The definition of a row: where it begins, in twentieths of a point, and its cells."""

    start: int = 0
    cells: list[CellForm] = field(default_factory=list)
    open_cell: CellForm = field(default_factory=CellForm)

    def end_cell(self, end: int) -> None:
        """Note where a cell ends; what was said of it goes before."""
        self.open_cell.end = end
        self.cells.append(self.open_cell)
        self.open_cell = CellForm()


@dataclass
class _Level:
    """A table that is being read: its rows, the cells of the open row, and what the open cell holds so far."""

    table: RawTable = field(default_factory=RawTable)
    starts: list[int] = field(default_factory=list)
    cells: list[list[Piece]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)


class Builder:
    """Makes the pieces of one text: the body, a page header, a text box."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._levels: list[_Level] = []

    def add(self, piece: Piece, level: int) -> None:
        """Add what stands in cells so deep inside tables (0: in none)."""
        self._open(min(level, _DEEPEST))
        self._holder(min(level, _DEEPEST)).append(piece)

    def end_cell(self, level: int) -> None:
        """End the open cell of the table at a level, from 1."""
        level = min(max(level, 1), _DEEPEST)
        self._open(level)
        table = self._levels[level - 1]
        table.cells.append(table.pieces)
        table.pieces = []

    def end_row(self, level: int, form: RowForm) -> None:
        """End the open row of the table at a level, whose definition is `form`."""
        level = min(max(level, 1), _DEEPEST)
        self._open(level)
        table = self._levels[level - 1]
        if table.pieces:
            self.end_cell(level)
        table.table.rows.append(_row(table.cells, form))
        table.starts.append(form.start)
        table.cells = []

    def finished(self) -> list[Piece]:
        """Return the pieces, all tables ended."""
        self._open(0)
        return self.pieces

    def _holder(self, level: int) -> list[Piece]:
        return self._levels[level - 1].pieces if level else self.pieces

    def _open(self, level: int) -> None:
        """End the tables deeper than a level, and begin those that are missing up to it."""
        while len(self._levels) > level:
            ended = self._levels.pop()
            if ended.cells or ended.pieces:
                self._keep(ended)
            if ended.table.rows:
                left = min(ended.starts)
                for row, start in zip(ended.table.rows, ended.starts, strict=True):
                    row.width_before = start - left
                self._holder(len(self._levels)).append(ended.table)
        while len(self._levels) < level:
            self._levels.append(_Level())

    def _keep(self, torn: _Level) -> None:
        """Make a row of cells that none was told for: the file is cut off, or its row was forgotten."""
        cells = [*torn.cells, *([torn.pieces] if torn.pieces else ())]
        torn.table.rows.append(_row(cells, RowForm()))
        torn.starts.append(torn.starts[-1] if torn.starts else 0)


def _row(contents: Sequence[list[Piece]], form: RowForm) -> RawRow:
    row = RawRow()
    place = form.start
    for at, content in enumerate(contents):
        if form.cells and at >= len(form.cells) and not content:
            # LibreOffice ends more cells than it has told, behind a table in a cell.
            continue
        told = form.cells[at] if at < len(form.cells) else CellForm(end=place + _USUAL_WIDTH)
        width, place = max(told.end - place, 1), max(told.end, place + 1)
        if told.across == "further" and row.cells:
            row.cells[-1].width += width
            continue
        hides = told.down == "further" and any(isinstance(piece, Spoken) and piece.text.strip() for piece in content)
        row.cells.append(RawCell(partial(iter, content), 1, width, told.down, hides))
    return row
