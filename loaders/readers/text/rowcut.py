"""Cut a stream of flattened cells into rows of a table with a known number of columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# What a cut costs. A row of the right length is free; each cell too few or too many is a damage, and a row that starts
# where no blank line stands is not allowed at all. A blank line inside a row is common (cells have blank paragraphs)
# and so almost free: it decides only between cuts that are equal otherwise.
_MISSING, _EXTRA, _INNER_BLANK, _GLUED = 1.0, 2.0, 0.01, 0.1
_LONGEST_EXTRA = 3
# Where less than half of the rows can begin at a blank line, the converter has left these lines out.
_MARKED = 1 / 2


@dataclass(frozen=True, slots=True)
class Piece:
    """What the cut has to know of a cell: whether it stands after a blank line, or is glued to the cell before."""

    after_blank: bool
    glued: bool


def cut_rows(pieces: Sequence[Piece], columns: int) -> list[tuple[int, int]]:
    """Return the rows as (first, last + 1) indexes of their cells: the cheapest cut of the whole stream.

    Dynamic programming over the places where a row may start: after a blank line, or at a glued cell; anywhere in a
    stream that has hardly any blank lines.

    Args:
        pieces: the cells in order.
        columns: the number of columns of the table.

    Example:
        >>> plain = Piece(False, False)
        >>> cut_rows([plain, plain, Piece(True, False), plain], 2)
        [(0, 2), (2, 4)]
    """
    starts = _starts(pieces, columns)
    best = {0: 0.0}
    origin: dict[int, int] = {}
    for position, end in enumerate([*starts[1:], len(pieces)], 1):
        reach = _starts_in_reach(starts, position, end, columns)
        best[end], origin[end] = min((best[first] + _cost(pieces, first, end, columns), first) for first in reach)
    return _walk_back(origin, len(pieces))


def _starts(pieces: Sequence[Piece], columns: int) -> Sequence[int]:
    marked = [index for index, piece in enumerate(pieces) if not index or _may_start(piece)]
    return marked if len(marked) * columns >= _MARKED * len(pieces) else range(len(pieces))


def _starts_in_reach(starts: Sequence[int], position: int, end: int, columns: int) -> list[int]:
    """Return the places where a row that ends at `end` may start: the nearest, and all not absurdly far."""
    lowest = position - 1
    while lowest and end - starts[lowest - 1] <= columns + _LONGEST_EXTRA:
        lowest -= 1
    return list(starts[lowest:position])


def _may_start(piece: Piece) -> bool:
    return piece.after_blank or piece.glued


def _cost(pieces: Sequence[Piece], first: int, end: int, columns: int) -> float:
    length = end - first
    missing = columns - length
    inner = _INNER_BLANK * sum(_may_start(piece) for piece in pieces[first + 1 : end])
    if pieces[first].glued and missing > 0:
        # The number is lost with the glue: one cell less is what such a row has.
        missing -= 1
    if missing > 0 and end < len(pieces) and pieces[end].glued:
        return inner + _GLUED * missing
    return inner + (_MISSING * missing if missing > 0 else -_EXTRA * missing)


def _walk_back(origin: dict[int, int], end: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    while end:
        rows.append((origin[end], end))
        end = origin[end]
    return rows[::-1]
