"""Read text of a PDF in which every table row is a line, its cells parted by tabs.

Rows are cut by page breaks: the rest of a row, or of a merged cell, stands on a later line, after a gap, sometimes
without any tab. HTML and Markdown may be left in the cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.document import Cell, Paragraph, Table
from loaders.columns import table_kind
from loaders.headings import is_contents_entry, opens_part
from loaders.lines import Line, span
from loaders.wording import unmarked

_FAR = 12


def read_tabbed(lines: Sequence[Line], file: str) -> tuple[Paragraph | Table, ...]:
    """Return the paragraphs and tables of a text whose table rows are tabbed lines, in order."""
    return tuple(_Reader(lines, file).blocks())


class _Reader:
    def __init__(self, lines: Sequence[Line], file: str) -> None:
        self.lines, self.file = lines, file
        self.rows: list[tuple[Line, list[str]]] = []
        self.gaps: set[int] = set()
        self.columns = 0

    def blocks(self) -> Iterator[Paragraph | Table]:
        gap = False
        for index, line in enumerate(self.lines):
            if line.blank and "\t" not in line.text:
                gap = True
                continue
            cells = line.text.split("\t")
            if self._is_row(line, cells):
                yield from self._row(line, cells, gap)
                # What follows a repeated header stands on a new page, as what follows a blank line does.
                gap = len(self.rows) > 1 and _is_header(cells)
                continue
            elif self.rows and self._goes_on(index):
                self._add(line, [line.text.strip()], gap=True)
            else:
                yield from self._table()
                yield Paragraph(line.text.strip(), span(self.file, line.number, line.number), _level(line.text))
            gap = False
        yield from self._table()

    def _is_row(self, line: Line, cells: list[str]) -> bool:
        return len(cells) > 1 and not is_contents_entry(line.text) and (bool(self.rows) or _is_header(cells))

    def _row(self, line: Line, cells: list[str], gap: bool) -> Iterator[Table]:
        if _is_header(cells):
            header = _trimmed(cells)
            if self.rows and header != _trimmed(self.rows[0][1]):
                yield from self._table()
            if not self.rows:
                self.columns = len(header)
            gap = True
        self._add(line, cells, gap)

    def _add(self, line: Line, cells: list[str], gap: bool) -> None:
        if gap:
            self.gaps.add(len(self.rows))
        self.rows.append((line, cells))

    def _goes_on(self, index: int) -> bool:
        """Say whether a line without tabs is a torn-off piece of the table: rows of the same table come soon after."""
        for line in self.lines[index : index + _FAR]:
            if opens_part(line.text) or line.text.lstrip().startswith("#"):
                return False
            cells = line.text.split("\t")
            if len(cells) > 1:
                return not _is_header(cells) or _trimmed(cells) == _trimmed(self.rows[0][1])
        return False

    def _table(self) -> Iterator[Table]:
        if self.rows:
            grid = (cell for number, row in enumerate(self.rows) for cell in self._cells(number, *row))
            yield Table(tuple(grid), self.columns, frozenset(self.gaps))
        self.rows, self.gaps, self.columns = [], set(), 0

    def _cells(self, number: int, line: Line, texts: list[str]) -> Iterator[Cell]:
        place = span(self.file, line.number, line.number)
        if len(texts) == 1:
            yield Cell(texts[0], number, 0, place, column_span=max(self.columns, 1))
            return
        for column, text in enumerate(texts):
            if column < self.columns or text.strip():
                yield Cell(text.strip(), number, column, place)


def _is_header(cells: Sequence[str]) -> bool:
    return table_kind(_trimmed(cells)) is not None


def _trimmed(cells: Sequence[str]) -> list[str]:
    """Return the cells without white space around them and without empty cells at the end."""
    texts = [unmarked(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _level(text: str) -> int:
    """Return the level of a Markdown heading, 0 for a line that is none."""
    mark = text.lstrip()
    return len(mark) - len(mark.lstrip("#"))
