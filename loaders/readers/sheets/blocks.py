"""Make blocks of a sheet: a label, paragraphs and tables, in the order in which they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from data.document import Block, Cell, Paragraph, Source, Table
from loaders.numbers import is_number
from loaders.readers.sheets.beside import beside
from loaders.readers.sheets.cutting import Body, cut
from loaders.readers.sheets.grid import MOST_CELLS, Sheet, TooLarge
from loaders.readers.sheets.merges import Merges
from loaders.readers.sheets.rows import Row, edges, form_texts, rows_of
from loaders.tables.columns import is_number_head

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
    left, right = edges(rows)
    if len(rows) * (right - left + 1) > MOST_CELLS:
        raise TooLarge(merges)
    numbers = [row.number for row in rows]
    numbered = is_number_head(rows[0].texts.get(left, ""))
    cells: list[Cell] = []
    for index, row in enumerate(rows):
        source = place(row.number)
        if numbered and _runs_over(row, left):
            cells.append(Cell(row.texts[left], index, 0, source, column_span=right - left + 1))
            continue
        for column in range(left, right + 1):
            corner = merges.covered.get((row.number, column))
            if corner is None or corner == (row.number, column):
                height, width = _spans(corner, merges, numbers, index, right) if corner else (1, 1)
                cells.append(Cell(row.texts.get(column, ""), index, column - left, source, height, width))
    return Table(tuple(cells), right - left + 1)


def _spans(corner: tuple[int, int], merges: Merges, numbers: Sequence[int], index: int, right: int) -> tuple[int, int]:
    """Return how many printed rows and columns of the table a merged range covers."""
    merge = merges.corners[corner]
    return bisect_right(numbers, merge.bottom) - index, min(merge.right, right) - merge.left + 1


def _runs_over(row: Row, left: int) -> bool:
    """Say whether a row is a line of text: no number, alone in the column of numbers, it runs over the blank cells."""
    return row.alone and row.left == left and not is_number(row.texts[left])
