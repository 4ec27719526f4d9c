"""Read text of a PDF in which every table row is a line, its cells parted by tabs (or by the pipes of Markdown).

Rows are cut by page breaks: the rest of a row, or of a merged cell, stands on a later line, after a gap, sometimes
without any tab. HTML and Markdown may be left in the cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.document import Cell, Paragraph, Table
from data.rows import SectionKind
from loaders.lists.contents import is_contents_entry, is_contents_head
from loaders.lists.headings import opens_part, part_of
from loaders.readers.text.cells import cells_of, is_foreign_header, is_header, trimmed
from loaders.readers.text.lines import Line, span
from loaders.tables.columns import is_number_head, usual_columns

_FAR = 12
# Where so many of the rows stand after a blank line, a blank line parts rows and tells no page break.
_USUAL = 2 / 3
_LEAST_ROWS = 4
_HEADER_GAP = 9


def read_tabbed(lines: Sequence[Line], file: str) -> tuple[Paragraph | Table, ...]:
    """Return the paragraphs and tables of a text whose table rows are tabbed lines, in order."""
    return tuple(_Reader(lines, file).blocks())


class _Reader:
    def __init__(self, lines: Sequence[Line], file: str) -> None:
        self.lines, self.file = lines, file
        self.rows: list[tuple[Line, list[str]]] = []
        self.gaps: list[int] = []
        self.columns = 0
        self.part: SectionKind | None = None

    def blocks(self) -> Iterator[Paragraph | Table]:
        gap = 0
        for index, line in enumerate(self.lines):
            if line.blank and "\t" not in line.text:
                gap += 1
                continue
            cells = cells_of(line.text)
            if self._is_row(line, cells):
                yield from self._row(line, cells, gap)
                # What follows a repeated header stands on a new page, as what follows a blank line does.
                gap = _HEADER_GAP if len(self.rows) > 1 and self._is_header(cells) else 0
                continue
            if self.rows and self._goes_on(index):
                self._add(line, [line.text.strip()], _HEADER_GAP)
            else:
                yield from self._table()
                yield self._paragraph(line)
            gap = 0
        yield from self._table()

    def _paragraph(self, line: Line) -> Paragraph:
        paragraph = Paragraph(line.text.strip(), span(self.file, line.number, line.number), _level(line.text))
        self.part = part_of(paragraph.text) or self.part
        return paragraph

    def _is_row(self, line: Line, cells: list[str]) -> bool:
        if len(cells) < 2 or is_contents_entry(line.text):
            return False
        if not self.rows:
            numbered = is_number_head(cells[0].strip()) or usual_columns(cells, self.part) is not None
            return numbered or self._is_header(cells)
        # A heading with a tab behind its number or its words is no row.
        return not opens_part("".join(cells))

    def _row(self, line: Line, cells: list[str], gap: int) -> Iterator[Table]:
        known = self._is_header(cells)
        other = bool(self.rows) and trimmed(cells) != trimmed(self.rows[0][1])
        if other and (known or is_foreign_header(cells, self.columns)):
            yield from self._table()
        if not self.rows:
            self.columns = len(trimmed(cells)) if known else len(cells)
        self._add(line, cells, _HEADER_GAP if known else gap)

    def _is_header(self, cells: Sequence[str]) -> bool:
        return is_header(cells, self.part)

    def _add(self, line: Line, cells: list[str], gap: int) -> None:
        self.gaps.append(gap)
        self.rows.append((line, cells))

    def _goes_on(self, index: int) -> bool:
        """Say whether a line without tabs is a torn-off piece of the table: rows of the same table come soon after."""
        if self._stands_apart(index):
            return False
        for line in self.lines[index : index + _FAR]:
            if opens_part(line.text) or line.text.lstrip().startswith("#"):
                return False
            cells = cells_of(line.text)
            if len(cells) > 1:
                same = trimmed(cells) == trimmed(self.rows[0][1])
                return same or not (self._is_header(cells) or is_foreign_header(cells, self.columns))
        return False

    def _stands_apart(self, index: int) -> bool:
        """Say whether a line is no piece of a cell: it heads a part or the contents, or leads to the next table."""
        text = self.lines[index].text.strip()
        if part_of(text) or is_contents_head(Paragraph(text, span(self.file, 0, 0))):
            return True
        following = next((line for line in self.lines[index + 1 : index + _FAR] if not line.blank), None)
        return text.endswith(("：", ":")) and following is not None and self._is_header(cells_of(following.text))

    def _table(self) -> Iterator[Table]:
        if self.rows:
            grid = (cell for number, row in enumerate(self.rows) for cell in self._cells(number, *row))
            loose = frozenset(number for number, (_, texts) in enumerate(self.rows) if len(texts) == 1)
            yield Table(tuple(grid), self.columns, self._after_gap(), loose=loose)
        self.rows, self.gaps, self.columns = [], [], 0

    def _after_gap(self) -> frozenset[int]:
        body = self.gaps[1:]
        parted = len(body) >= _LEAST_ROWS and sum(map(bool, body)) >= _USUAL * len(body)
        least = min(body) + 1 if parted and min(body) else 1 + parted
        return frozenset(number for number, gap in enumerate(self.gaps) if gap >= least)

    def _cells(self, number: int, line: Line, texts: list[str]) -> Iterator[Cell]:
        place = span(self.file, line.number, line.number)
        if len(texts) == 1:
            yield Cell(texts[0], number, 0, place)
            return
        for column, text in enumerate(texts):
            if column < self.columns or text.strip():
                yield Cell(text.strip(), number, column, place)


def _level(text: str) -> int:
    """Return the level of a Markdown heading, 0 for a line that is none."""
    mark = text.lstrip()
    return len(mark) - len(mark.lstrip("#"))
