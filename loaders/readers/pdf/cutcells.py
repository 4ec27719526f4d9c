"""Put the text of cells that a page has cut back together, where the layout shows that it goes on.

A text goes on when it reaches the end of the page, begins again at the top of the next one, and was broken there only
because the room ended; a table that is not closed at the end of the page is cut inside a row. A row whose texts all go
on is put back whole: it then stands in two places. Of a row with texts of its own, only what goes on beside them moves:
a cell merged over several rows. Where the layout does not tell, the table says only that a page stands between the
rows, and what they say decides later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from data.document import Cell
from loaders.numbers import is_number
from loaders.readers.pdf.flow import begins, between
from loaders.readers.pdf.piece import Ends, Piece
from loaders.tables.columns import is_header_word
from loaders.wording import number_value, split_number

# Lines of so many characters show where they are broken; where one fills them, every line looks full.
_NARROW = 2.0
_ENDS = tuple("。；;！!？?")


def mended(pieces: Sequence[Piece], heads: Sequence[int]) -> tuple[list[Piece], list[bool]]:
    """Return the pieces of a table with cut texts put back, and for each whether it may begin with the rest of a row.

    Args:
        pieces: the table page by page, all in the same columns.
        heads: how many rows each page repeats from the top of the table.
    """
    whole = list(pieces[:1])
    torn = [False]
    last = 0
    for number, (piece, head) in enumerate(zip(pieces[1:], heads[1:], strict=True), 1):
        seam = _Seam(whole[last], piece, head)
        torn.append(not (seam.is_rest or seam.parts_rows))
        whole[last], below = seam.mended()
        whole.append(below)
        # A page that holds only the rest of a row leaves its end to the page above.
        last = number if below.rows > head else last
    return whole, torn


@dataclass(frozen=True)
class _Seam:
    """Where a page cuts a table: the piece above, the one below, and how many rows that one repeats."""

    above: Piece
    below: Piece
    head: int

    def mended(self) -> tuple[Piece, Piece]:
        """Return both pieces, with texts moved from the first row below to the last one above."""
        moving = self._going if self.is_rest else [column for column in self._going if self._is_beside(column)]
        above, below = list(self.above.cells), list(self.below.cells)
        for column in moving:
            end, start = self._ends[column], self._starts[column]
            above[end] = replace(above[end], text=self._whole(column))
            below[start] = replace(below[start], text="")
        if self.is_rest:
            self._place(above)
        first, second = replace(self.above, cells=tuple(above)), replace(self.below, cells=tuple(below))
        if not self.is_rest:
            return first, second
        return replace(first, ends=self._longer(), ends_open=self.below.ends_open), _without(second, self.head)

    def _longer(self) -> tuple[Ends | None, ...]:
        """Return how the texts of the piece above end, when they have been put back; the others have ended before."""
        ends = list(self.above.ends)
        for column, index in self._ends.items() if ends else ():
            before, texts = ends[index], self._texts(column)
            if texts and column in self._going:
                after = texts[1]
                ends[index] = replace(after, first=texts[0].first, count=texts[0].count + after.count)
            elif before:
                ends[index] = replace(before, low=False)
        return tuple(ends)

    @cached_property
    def is_rest(self) -> bool:
        """Whether the first row below is the rest of the last one above: all its texts go on."""
        return bool(self._said) and self._going == self._said

    @cached_property
    def parts_rows(self) -> bool:
        """Whether the page stands between two rows: a number or a header, or a text begins where none stood above.

        In a row that was cut, what is blank above is blank below; and where the same cells are filled above and below,
        sentences that end above and begin below are those of two rows.
        """
        if self._is_numbered or self._is_header:
            return True
        single = [column for column in self._said if not self._is_merged(column)]
        if self.above.ends_open or not single or any(column not in self._ends for column in single):
            return False
        above = [column for column in self._ends if self._above(column).text and not self._is_merged(column)]
        new = any(column not in above for column in single)
        return new or (set(above) == set(single) and all(map(self._begins_anew, single)))

    @property
    def _is_numbered(self) -> bool:
        return 0 in self._starts and is_number(self._below(0).text)

    @property
    def _is_header(self) -> bool:
        words = [self._above(column).text for column in self._ends if self._above(column).text]
        return len(words) > 1 and all(map(is_header_word, words))

    @cached_property
    def _going(self) -> list[int]:
        """The columns whose text goes on."""
        if self._is_numbered or self._is_header:
            return []
        return [column for column in self._said if self._goes_on(column)]

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Column → the number of the cell that ends the page there."""
        cells = enumerate(self.above.cells)
        return {cell.column: index for index, cell in cells if cell.row + cell.row_span == self.above.rows}

    @cached_property
    def _starts(self) -> dict[int, int]:
        """Column → the number of the cell that begins the next page there."""
        return {cell.column: index for index, cell in enumerate(self.below.cells) if cell.row == self.head}

    @cached_property
    def _said(self) -> list[int]:
        return [column for column in self._starts if self._below(column).text]

    def _above(self, column: int) -> Cell:
        return self.above.cells[self._ends[column]]

    def _below(self, column: int) -> Cell:
        return self.below.cells[self._starts[column]]

    def _is_merged(self, column: int) -> bool:
        above = self._above(column).row_span if column in self._ends else 1
        below = self._below(column).row_span if column in self._starts else 1
        return max(above, below) > 1

    def _is_beside(self, column: int) -> bool:
        """Say whether a cell goes on beside a row of its own: merged over both, or high in a row without a number."""
        if self._is_merged(column):
            return True
        next_to_number = min((other for other in self._starts if other), default=None)
        numbered = 0 in self._ends and is_number(self._above(0).text) and 0 not in self._said
        same = numbered and next_to_number in self._going and any(map(self._is_wide, self._going))
        texts = self._texts(column)
        return same and texts is not None and texts[0].count > 1 and (column == next_to_number or self._is_wide(column))

    def _is_wide(self, column: int) -> bool:
        """Say whether lines show where they are broken: where one character fills them, all of them look so."""
        texts = self._texts(column)
        return texts is not None and texts[0].right - texts[0].left > _NARROW * texts[0].last.size

    def _texts(self, column: int) -> tuple[Ends, Ends] | None:
        """Return how the text ends above and begins below, where there are both."""
        before = self.above.ends[self._ends[column]] if self.above.ends and column in self._ends else None
        after = self.below.ends[self._starts[column]] if self.below.ends and column in self._starts else None
        return (before, after) if before and after else None

    def _goes_on(self, column: int) -> bool:
        texts = self._texts(column)
        if self.above.ends_open or not texts:
            return self.above.ends_open and column in self._ends
        if self._is_merged(column) and 0 not in self._said:
            # Merged as it is, it shows no new number: it is the cell above.
            return True
        before, after = texts
        return before.low and after.high and not self._begins_anew(column)

    def _begins_anew(self, column: int) -> bool:
        """Say whether the text above has ended: with a sentence, or with room to spare, and with its enumeration."""
        texts = self._texts(column)
        if not texts:
            return False
        number = _number(texts[1].first.text)
        if number is not None:
            # Where a cell begins with a later number than one, each number has a row of its own.
            begun = _number(self._above(column).text)
            return begun is not None and 1 < begun == number - 1
        return self._above(column).text.endswith(_ENDS) or _breaks(*texts)

    def _whole(self, column: int) -> str:
        texts = self._texts(column)
        space = "" if not texts else "\n" if _breaks(*texts) else between(texts[0].last, texts[1].first)
        return self._above(column).text + space + self._below(column).text

    def _place(self, above: list[Cell]) -> None:
        """Let one of the cells put back say where the rest stood, while others say where the row began."""
        moved = [self._ends[column] for column in self._going if self._above(column).row_span == 1]
        begun = [index for index, cell in enumerate(above) if cell.row == self.above.rows - 1 and cell.text]
        if moved and len(begun) > 1:
            above[moved[-1]] = replace(above[moved[-1]], source=self._below(self._going[-1]).source)


def _number(text: str) -> int | None:
    """Return the number that a text begins with."""
    return number_value(split_number(text)[0])


def _breaks(before: Ends, after: Ends) -> bool:
    return begins(after.first, before.last, [before.last], before.left, before.right)


def _without(piece: Piece, row: int) -> Piece:
    """Return the piece without a row that has been put back; merged cells begin a row later then."""
    kept = [index for index, cell in enumerate(piece.cells) if cell.row != row or cell.row_span > 1]
    cells = tuple(_moved_up(piece.cells[index], row) for index in kept)
    ends = tuple(piece.ends[index] for index in kept) if piece.ends else ()
    return replace(piece, cells=cells, rows=piece.rows - 1, ends=ends)


def _moved_up(cell: Cell, row: int) -> Cell:
    if cell.row > row:
        return replace(cell, row=cell.row - 1)
    if cell.row == row:
        place = replace(cell.source, first=cell.source.first + 1, last=cell.source.last + 1)
        return replace(cell, row_span=cell.row_span - 1, source=place)
    return cell
