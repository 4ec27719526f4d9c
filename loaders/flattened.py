"""Read Word tables that a converter has flattened to lines.

A cell is a line that begins with a tab; further paragraphs of the cell have none; a vertically merged cell is a lone
tab. Blank lines stand between rows, and also inside cells. A line of one space and a tab starts a row that was glued
to the cell before it: the last cells of the one row and the number of the next are lost.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.document import Cell, Paragraph, Table
from loaders.columns import is_header_word
from loaders.headings import opens_part, part_of
from loaders.lines import Line, span
from loaders.rowcut import Piece, cut_rows

_GLUE = " \t"
# Two header words side by side do not happen in running text.
_LEAST_HEADER = 2
# Blank lines that stand between a table and the text after it.
_CLEAR = 2


@dataclass
class _Cell:
    """A cell as the lines give it: its paragraphs, and what stood before it."""

    lines: list[Line] = field(default_factory=list)
    after_blank: bool = False
    glued: bool = False

    @property
    def text(self) -> str:
        texts = (line.text.strip() for line in self.lines)
        return "\n".join(text for text in texts if text)


def is_flattened(lines: Sequence[Line]) -> bool:
    """Say whether the table rows of a text are flattened, a cell a line (else a row is a line of tabbed cells)."""
    tabbed = [line.text for line in lines if "\t" in line.text]
    single = sum(text.startswith(("\t", _GLUE)) and text.strip().count("\t") == 0 for text in tabbed)
    return single > len(tabbed) / 2


def read_flattened(lines: Sequence[Line], file: str) -> tuple[Paragraph | Table, ...]:
    """Return the paragraphs and tables of a flattened text, in order."""
    return tuple(_Reader(lines, file).blocks())


class _Reader:
    def __init__(self, lines: Sequence[Line], file: str) -> None:
        self.lines, self.file = lines, file
        self.cells: list[_Cell] = []

    def blocks(self) -> Iterator[Paragraph | Table]:
        blanks = 0
        for index, line in enumerate(self.lines):
            if line.text.startswith(("\t", _GLUE)):
                self._open_cell(line, blanks)
            elif not line.blank:
                if self.cells and not self._leaves_table(index, blanks):
                    self.cells[-1].lines.append(line)
                else:
                    yield from self._table()
                    yield Paragraph(line.text.strip(), span(self.file, line.number, line.number))
            blanks = blanks + 1 if line.blank and not line.text.startswith("\t") else 0
        yield from self._table(cut_off=True)

    def _open_cell(self, line: Line, blanks: int) -> None:
        # A tab after text on the same line closes an empty cell more: "负责再生育服务证审批\t".
        self.cells.append(_Cell([line], blanks > 0, line.text.startswith(_GLUE)))

    def _leaves_table(self, index: int, blanks: int) -> bool:
        """Say whether the text line at `index` stands after the table, not in its last cell."""
        if opens_part(self.lines[index].text):
            return True
        return blanks >= _CLEAR and not self._table_goes_on(index)

    def _table_goes_on(self, index: int) -> bool:
        """Say whether the next cell after `index` belongs to the open table: no heading, no new header first."""
        for line in self.lines[index:]:
            if line.text.startswith("\t"):
                return not is_header_word(line.text)
            if part_of(line.text) or opens_part(line.text):
                return False
        return False

    def _table(self, cut_off: bool = False) -> Iterator[Table]:
        if self.cells:
            yield _table(self.cells, self.file, cut_off)
        self.cells = []


def _table(cells: list[_Cell], file: str, cut_off: bool) -> Table:
    """Return the table of the cells; where the file ends with it, a last row too short is `cut`."""
    columns = _header_length(cells)
    rows = cut_rows([Piece(cell.after_blank, cell.glued) for cell in cells], columns)
    grid: list[Cell] = []
    damage: list[tuple[int, str]] = []
    for number, (first, last) in enumerate(rows):
        row = cells[first:last]
        if row[0].glued:
            damage.append((number, "glued"))
        elif cut_off and last == len(cells) and len(row) < columns:
            damage.append((number, "cut"))
        grid += [_cell(cell, number, column, file) for column, cell in _placed(row, columns)]
    return Table(tuple(grid), columns, damage=tuple(damage))


def _placed(row: list[_Cell], columns: int) -> Iterator[tuple[int, _Cell]]:
    """Yield each cell of a row with its column: the glue before a cell stands for one empty cell that is lost."""
    lost = 0
    for column, cell in enumerate(row):
        lost += cell.glued and len(row) + lost < columns
        yield column + lost, cell


def _header_length(cells: list[_Cell]) -> int:
    """Return the number of columns: the header words at the head, else the usual length between blank lines."""
    count = next((index for index, cell in enumerate(cells) if not is_header_word(cell.text)), len(cells))
    if count >= _LEAST_HEADER:
        return count
    breaks = [index for index, cell in enumerate(cells) if cell.after_blank or index == 0] + [len(cells)]
    lengths = [after - before for before, after in itertools.pairwise(breaks)]
    return max(set(lengths), key=lambda length: (lengths.count(length), length))


def _cell(cell: _Cell, row: int, column: int, file: str) -> Cell:
    visible = [line.number for line in cell.lines if not line.blank] or [cell.lines[0].number]
    return Cell(cell.text, row, column, span(file, visible[0], visible[-1]))
