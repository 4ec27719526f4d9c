"""Make blocks of a sheet: a label, paragraphs and tables, in the order in which they stand."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from data.document import Block, Cell, Paragraph, Source, Table
from loaders.numbers import is_number
from loaders.readers.sheets.beside import beside
from loaders.readers.sheets.cutting import Body, cut
from loaders.readers.sheets.grid import MOST_CELLS, Range, Sheet, TooLarge
from loaders.readers.sheets.merges import Merges
from loaders.readers.sheets.rows import Row, form_texts, rows_of
from loaders.tables.columns import is_number_head

# Cells that were filled by chance stand behind more blank columns than a table has inside it.
_WIDEST_GAP = 20
Placer = Callable[[int], Source]


def blocks_of(sheet: Sheet, merges: Merges, place: Placer) -> Iterator[Block]:
    """Yield the paragraphs and tables of a sheet, from top to bottom.

    Args:
        sheet: the sheet, hidden texts taken out (see `merges.uncover`).
        merges: its merged ranges.
        place: gives the place of a row by its number, from 0.

    Raises:
        TooLarge: a table has more than `MOST_CELLS`.
    """
    for piece in cut(rows_of(sheet, merges)):
        if isinstance(piece, Body):
            yield from (_table(rows, merges, place) for rows in beside(piece.rows, merges))
        else:
            yield from (
                Paragraph(line, place(row.number))
                for row in piece.rows
                for text in form_texts(row)
                for line in _lines(text)
            )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _table(rows: Sequence[Row], merges: Merges, place: Placer) -> Table:
    columns = _columns(rows)
    if len(rows) * len(columns) > MOST_CELLS:
        raise TooLarge
    area = _Area([row.number for row in rows], columns)
    numbered = is_number_head(rows[0].texts.get(columns[0], ""))
    cells: list[Cell] = []
    for index, row in enumerate(rows):
        source = place(row.number)
        if numbered and _runs_over(row, columns[0]):
            cells.append(Cell(row.texts[columns[0]], index, 0, source, column_span=len(columns)))
            continue
        for at, column in enumerate(columns):
            corner = merges.covered.get((row.number, column))
            if corner == (row.number, column):
                spans = area.spans(merges.corners[corner], index, at)
                cells.append(Cell(row.texts.get(column, ""), index, at, source, *spans))
            elif corner is None or not area.has(corner):
                cells.append(Cell(row.texts.get(column, ""), index, at, source))
    return Table(tuple(cells), len(columns))


def _columns(rows: Sequence[Row]) -> list[int]:
    """Return the columns of a table: those with text, and blank ones between them where they are few."""
    used = sorted({column for row in rows for column in row.texts})
    found = used[:1]
    for before, column in itertools.pairwise(used):
        found += range(before + 1 if column - before <= _WIDEST_GAP else column, column + 1)
    return found


@dataclass(frozen=True, slots=True)
class _Area:
    """The rows and columns of the sheet that a table has, each in order."""

    rows: list[int]
    columns: list[int]

    def has(self, corner: tuple[int, int]) -> bool:
        """Say whether a place of the sheet is one of the table."""
        return _among(self.rows, corner[0]) and _among(self.columns, corner[1])

    def spans(self, merge: Range, row: int, column: int) -> tuple[int, int]:
        """Return how many rows and columns of the table a merged range covers that begins at a place of the table."""
        return bisect_right(self.rows, merge.bottom) - row, bisect_right(self.columns, merge.right) - column


def _among(numbers: list[int], number: int) -> bool:
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


def _runs_over(row: Row, left: int) -> bool:
    """Say whether a row is a line of text: no number, alone in the column of numbers, it runs over the blank cells."""
    return row.alone and row.left == left and not is_number(row.texts[left])
