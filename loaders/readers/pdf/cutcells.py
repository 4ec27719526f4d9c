"""Put the text of cells that a page has cut back together, where the layout shows that it goes on.

A text goes on when it reaches the end of the page, begins again at the top of the next one, and was broken there only
because the room ended; a table that is not closed at the end of the page is cut inside a row. Which rows are rests of
the row above is decided later, by what their cells say; but a rest that begins a column of names (a matter, a
department) would be taken for a new one. So those texts are moved up, and the rest keeps one text that shows where it
stood.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from data.document import Cell
from loaders.readers.pdf.flow import begins, between
from loaders.readers.pdf.piece import Ends, Piece
from loaders.wording import split_number

# A single text of a rest may stay where it is in the widest column, or one about as wide: names stand in narrow ones.
_WIDE = 0.8
_ENDS = tuple("。；;！!？?")


def mended(pieces: Sequence[Piece], heads: Sequence[int]) -> tuple[list[Piece], list[bool]]:
    """Return the pieces of a table with cut texts put back, and for each whether it may begin with the rest of a row.

    Args:
        pieces: the table page by page, all in the same columns.
        heads: how many rows each page repeats from the top of the table.
    """
    whole = list(pieces[:1])
    torn = [False]
    for piece, head in zip(pieces[1:], heads[1:], strict=True):
        seam = _Seam(whole[-1], piece, head)
        above, below = seam.mended()
        torn.append(below.rows == piece.rows and not seam.parts_rows())
        whole[-1:] = above, below
    return whole, torn


@dataclass(frozen=True)
class _Seam:
    """Where a page cuts a table: the piece above, the one below, and how many rows that one repeats."""

    above: Piece
    below: Piece
    head: int

    def mended(self) -> tuple[Piece, Piece]:
        """Return both pieces, with texts moved from the first row below to the last one above."""
        moving = self._moving()
        above, below = list(self.above.cells), list(self.below.cells)
        for column in moving:
            end, start = self._ends[column], self._starts[column]
            above[end] = replace(above[end], text=self._whole(column))
            below[start] = replace(below[start], text="")
        first, second = replace(self.above, cells=tuple(above)), replace(self.below, cells=tuple(below))
        return first, _without_blank(second, self.head) if moving else second

    def parts_rows(self) -> bool:
        """Say whether the page stands between two rows: a text begins where there was none, or all begin anew.

        In a row that was cut, what is blank above is blank below; and where the same cells are filled above and below,
        sentences that end above and begin below are those of two rows.
        """
        single = [column for column in self._said if not self._is_merged(column)]
        if self.above.ends_open or not single or any(column not in self._ends for column in single):
            return False
        above = [column for column, end in self._ends.items() if self._above(end).text and not self._is_merged(column)]
        blank = [column for column in single if column not in above]
        return bool(blank) or (set(above) == set(single) and all(map(self._begins_anew, single)))

    @property
    def _ends(self) -> dict[int, int]:
        """Column → the number of the cell that ends the page there."""
        cells = enumerate(self.above.cells)
        return {cell.column: index for index, cell in cells if cell.row + cell.row_span == self.above.rows}

    @property
    def _starts(self) -> dict[int, int]:
        """Column → the number of the cell that begins the next page there."""
        return {cell.column: index for index, cell in enumerate(self.below.cells) if cell.row == self.head}

    @property
    def _said(self) -> list[int]:
        return [column for column, start in self._starts.items() if self._below(start).text]

    def _above(self, end: int) -> Cell:
        return self.above.cells[end]

    def _below(self, start: int) -> Cell:
        return self.below.cells[start]

    def _is_merged(self, column: int) -> bool:
        spans = [self._below(self._starts[column]).row_span] if column in self._starts else []
        spans += [self._above(self._ends[column]).row_span] if column in self._ends else []
        return max(spans) > 1

    def _texts(self, column: int) -> tuple[Ends, Ends] | None:
        """Return how the text ends above and begins below, where there are both."""
        before = self.above.ends[self._ends[column]] if self.above.ends and column in self._ends else None
        after = self.below.ends[self._starts[column]] if self.below.ends else None
        return (before, after) if before and after else None

    def _goes_on(self, column: int) -> bool:
        texts = self._texts(column)
        if self.above.ends_open or not texts:
            return self.above.ends_open and column in self._ends
        if self._is_merged(column) and 0 not in self._said:
            # Merged as it is, it shows no new number: it is the cell above.
            return True
        before, after = texts
        return before.low and after.high and not self._begins_anew(column) and not _breaks(before, after)

    def _begins_anew(self, column: int) -> bool:
        """Say whether the text above has ended with a sentence, or with room to spare, and no enumeration goes on."""
        texts = self._texts(column)
        if not texts or split_number(texts[1].first.text)[0]:
            return False
        return self._above(self._ends[column]).text.endswith(_ENDS) or _breaks(*texts)

    def _moving(self) -> list[int]:
        """Return the columns whose text is moved up.

        Where all texts of the first row go on, the row is a rest, and all but the longest move. Else the row is one of
        its own, and only a merged cell beside it can go on.
        """
        going = [column for column in self._said if self._goes_on(column)]
        merged = [column for column in going if self._is_merged(column)]
        if going != self._said:
            return merged
        widths = [after - before for before, after in itertools.pairwise(self.below.xs)]
        single = [column for column in going if column not in merged and self._texts(column)]
        stays = max(single, key=lambda column: len(self._below(self._starts[column]).text), default=-1)
        if len(going) == 1 and stays >= 0 and widths[stays] < _WIDE * max(widths):
            return going
        return [column for column in going if column != stays]

    def _whole(self, column: int) -> str:
        before, after = self._above(self._ends[column]).text, self._below(self._starts[column]).text
        texts = self._texts(column)
        return before + (_space(*texts) if texts else "") + after


def _breaks(before: Ends, after: Ends) -> bool:
    return begins(after.first, before.last, [before.last], before.left, before.right)


def _space(before: Ends, after: Ends) -> str:
    return "\n" if _breaks(before, after) else between(before.last, after.first)


def _without_blank(piece: Piece, row: int) -> Piece:
    """Return the piece without a row that nothing is left of; merged cells begin a row later then."""
    if any(cell.text or cell.inner for cell in piece.cells if cell.row == row):
        return piece
    kept = [index for index, cell in enumerate(piece.cells) if cell.row != row or cell.row_span > 1]
    cells = tuple(_moved_up(piece.cells[index], row) for index in kept)
    return replace(piece, cells=cells, rows=piece.rows - 1, ends=tuple(piece.ends[index] for index in kept))


def _moved_up(cell: Cell, row: int) -> Cell:
    if cell.row > row:
        return replace(cell, row=cell.row - 1)
    if cell.row == row:
        place = replace(cell.source, first=cell.source.first + 1, last=cell.source.last + 1)
        return replace(cell, row_span=cell.row_span - 1, source=place)
    return cell
