"""Put the text of cells that a page has cut back together, where the layout shows that it goes on.

A text goes on when it reaches the end of the page, begins again at the top of the next one, and was broken there only
because the room ended. Which rows are rests of the row above is decided later, by what their cells say; but a rest
that begins a column of names (a matter, a department) would be taken for a new one. So those texts are moved up, and
the rest keeps one text that shows where it stood.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from loaders.readers.pdf.cells import Piece
from loaders.readers.pdf.flow import begins, between

_ENDS = tuple("。；;！!？?")


def mended(pieces: Sequence[Piece], heads: Sequence[int]) -> list[Piece]:
    """Return the pieces of a table with cut texts put back where they began.

    Args:
        pieces: the table page by page, all in the same columns.
        heads: how many rows each page repeats from the top of the table.
    """
    whole: list[Piece] = []
    for piece, head in zip(pieces, heads, strict=True):
        if whole:
            whole[-1], piece = _mended(whole[-1], piece, head)
        whole.append(piece)
    return whole


def _mended(above: Piece, below: Piece, head: int) -> tuple[Piece, Piece]:
    ends = {cell.column: index for index, cell in enumerate(above.cells) if cell.row + cell.row_span == above.rows}
    starts = {cell.column: index for index, cell in enumerate(below.cells) if cell.row == head}
    said = [column for column, index in starts.items() if below.cells[index].text]
    going = [column for column in said if column in ends and _goes_on(above, ends[column], below, starts[column])]
    merged = [column for column in going if _is_merged(above, ends[column]) or _is_merged(below, starts[column])]
    moving = _without_longest(going, merged, below, starts) if going == said else merged
    for column in moving:
        above, below = _moved(above, ends[column], below, starts[column])
    return above, _without_blank(below, head) if moving else below


def _goes_on(above: Piece, end: int, below: Piece, start: int) -> bool:
    """Say whether the text of a cell at the end of a page goes on in one at the top of the next."""
    before, after = above.ends[end] if above.ends else None, below.ends[start] if below.ends else None
    if not before or not after or above.cells[end].text.endswith(_ENDS):
        return False
    broken = not begins(after.first, before.last, [before.last], before.left, before.right)
    return before.low and after.high and broken


def _is_merged(piece: Piece, index: int) -> bool:
    return piece.cells[index].row_span > 1


def _without_longest(going: list[int], merged: list[int], below: Piece, starts: dict[int, int]) -> list[int]:
    """Return the columns of a rest that move: all but the one with the most text, if it is of the widest column."""
    widths = dict(enumerate(after - before for before, after in itertools.pairwise(below.xs)))
    single = [column for column in going if column not in merged]
    stays = max(single, key=lambda column: len(below.cells[starts[column]].text), default=-1)
    return [
        column for column in going if column != stays or (len(going) == 1 and widths[column] < max(widths.values()))
    ]


def _moved(above: Piece, end: int, below: Piece, start: int) -> tuple[Piece, Piece]:
    before, after = above.ends[end], below.ends[start]
    space = between(before.last, after.first) if before and after else ""
    whole = above.cells[end].text + space + below.cells[start].text
    return _with_text(above, end, whole), _with_text(below, start, "")


def _with_text(piece: Piece, index: int, text: str) -> Piece:
    cells = list(piece.cells)
    cells[index] = replace(cells[index], text=text)
    return replace(piece, cells=tuple(cells))


def _without_blank(piece: Piece, row: int) -> Piece:
    """Return the piece without a row that nothing is left of."""
    if any(cell.text or cell.inner or cell.row_span > 1 for cell in piece.cells if cell.row == row):
        return piece
    kept = [index for index, cell in enumerate(piece.cells) if cell.row != row]
    cells = (piece.cells[index] for index in kept)
    moved = tuple(replace(cell, row=cell.row - 1) if cell.row > row else cell for cell in cells)
    return replace(piece, cells=moved, rows=piece.rows - 1, ends=tuple(piece.ends[index] for index in kept))
