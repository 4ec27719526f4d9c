"""Read Word tables that a converter has flattened to lines.

A cell is a line that begins with a tab; further paragraphs of the cell have none; a vertically merged cell is a lone
tab. Blank lines stand between rows, and also inside cells. A line of one space and a tab starts a row that was glued
to the cell before it: the last cells of the one row and the number of the next are lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.document import Cell, Paragraph, Table
from loaders.lists.headings import opens_part, part_of
from loaders.lists.starts import is_first_part, may_be_title
from loaders.readers.text.lines import Line, span
from loaders.readers.text.rowcut import Piece, cut_rows
from loaders.readers.text.stream import FlatCell, are_indented, header_length, header_width, run_length, tables_of
from loaders.tables.columns import is_header_word

# Blank lines that stand between a table and the text after it.
_CLEAR = 2
# A header word is broken over no more lines than it has characters.
_MOST_BREAKS = 12
_SPACES = " \u3000\xa0"
_CAPTIONS = ("附", "注", "表", "说明：", "备注：")


def is_flattened(lines: Sequence[Line]) -> bool:
    """Say whether the table rows of a text are flattened, a cell a line (else a row is a line of tabbed cells)."""
    tabbed = [line.text for line in lines if "\t" in line.text]
    return sum(map(_is_one_cell, tabbed)) > len(tabbed) / 2


def read_flattened(lines: Sequence[Line], file: str) -> tuple[Paragraph | Table, ...]:
    """Return the paragraphs and tables of a flattened text, in order."""
    return tuple(_Reader(lines, file).blocks())


def _is_one_cell(text: str) -> bool:
    """Say whether a line is a cell by itself; in a row that begins with blank cells more tabs stand side by side."""
    cell = text.lstrip(_SPACES)
    return cell.startswith("\t") and not cell.startswith("\t\t") and cell.strip().count("\t") == 0


def _opens_cell(text: str) -> bool:
    return text.lstrip(_SPACES).startswith("\t")


class _Reader:
    def __init__(self, lines: Sequence[Line], file: str) -> None:
        self.lines, self.file = lines, file
        self.cells: list[FlatCell] = []

    def blocks(self) -> Iterator[Paragraph | Table]:
        blanks = 0
        for index, line in enumerate(self.lines):
            opens = _opens_cell(line.text)
            if opens and not opens_part(line.text):
                # A tab after text on the same line closes an empty cell more: "负责再生育服务证审批\t".
                self.cells.append(FlatCell([line], blanks > 0, glued=not line.text.startswith("\t")))
            elif not line.blank:
                if self.cells and not self._leaves_table(index, blanks):
                    self.cells[-1].lines.append(line)
                else:
                    yield from self._tables()
                    yield Paragraph(line.text.strip(), span(self.file, line.number, line.number))
            blanks = blanks + 1 if line.blank and not opens else 0
        yield from self._tables(cut_off=True)

    def _leaves_table(self, index: int, blanks: int) -> bool:
        """Say whether the text line at `index` stands after the table, not in its last cell."""
        text = self.lines[index].text
        if self._is_rest_of_word(text):
            return False
        if opens_part(text) or (blanks and self._names_next_list(index)):
            return True
        if part_of(text):
            return not self._table_goes_on(index + 1)
        return blanks >= _CLEAR and (self._stands_apart(index) or not self._table_goes_on(index))

    def _is_rest_of_word(self, text: str) -> bool:
        """Say whether a text ends a header word that is broken over lines (管理 / 事项)."""
        lines = self.cells[-1].lines
        return len(lines) <= _MOST_BREAKS and bool(self.cells[-1].text) and is_header_word(self.cells[-1].text + text)

    def _names_next_list(self, index: int) -> bool:
        """Say whether a text is the title of the next list: only lines of a title stand before the first heading."""
        for at in range(index, len(self.lines)):
            text = self.lines[at].text
            if self.lines[at].blank and not _opens_cell(text):
                continue
            block = Paragraph(text.strip(), span(self.file, 0, 0))
            if at > index and is_first_part(block):
                return True
            if _opens_cell(text) or not may_be_title(block):
                return False
        return False

    def _stands_apart(self, index: int) -> bool:
        """Say whether a text below a whole row is none of its last cell: a caption, or rows of another width follow."""
        columns = header_width(self.cells)
        if run_length(self.cells, columns) != columns:
            return False
        following = self._next_run(index)
        return self.lines[index].text.strip().startswith(_CAPTIONS) or 1 < following != columns

    def _next_run(self, start: int) -> int:
        """Return how many cells stand side by side from the next cell on, no blank line among them."""
        cells = 0
        for index in range(start, len(self.lines)):
            opens = _opens_cell(self.lines[index].text)
            if cells and self.lines[index].blank and not opens:
                break
            cells += opens
        return cells

    def _table_goes_on(self, start: int) -> bool:
        """Say whether the next cell from `start` on belongs to the open table: no heading, no new header first."""
        for index in range(start, len(self.lines)):
            text = self.lines[index].text
            if _opens_cell(text):
                return not is_header_word(text)
            if text and (part_of(text) or opens_part(text)):
                return False
        return False

    def _tables(self, cut_off: bool = False) -> Iterator[Paragraph | Table]:
        streams = tables_of(self.cells)
        for number, cells in enumerate(streams, 1):
            if are_indented(cells):
                lines = [line for cell in cells for line in cell.lines if not line.blank]
                yield from (Paragraph(line.text.strip(), span(self.file, line.number, line.number)) for line in lines)
            else:
                yield _table(cells, self.file, cut_off and number == len(streams))
        self.cells = []


def _table(cells: Sequence[FlatCell], file: str, cut_off: bool) -> Table:
    """Return the table of the cells; where the file ends with it, a last row too short is `cut`."""
    columns = header_length(cells)
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


def _placed(row: Sequence[FlatCell], columns: int) -> Iterator[tuple[int, FlatCell]]:
    """Yield each cell of a row with its column: the glue before a cell stands for one empty cell that is lost."""
    lost = 0
    for column, cell in enumerate(row):
        lost += cell.glued and len(row) + lost < columns
        yield column + lost, cell


def _cell(cell: FlatCell, row: int, column: int, file: str) -> Cell:
    visible = [line.number for line in cell.lines if not line.blank] or [cell.lines[0].number]
    return Cell(cell.text, row, column, span(file, visible[0], visible[-1]))
