"""Cut the rows of a sheet into its tables and the lines between them.

A table begins at a row that heads one; the lines that stand alone above it are its titles. Blank rows part nothing by
themselves: offices leave them inside tables. A table of no known kind begins where a blank row and a title say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.readers.sheets.rows import Row, edges, heads_other_table, heads_table, is_form_line, is_signature


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows that stand outside tables."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of one table."""

    rows: tuple[Row, ...]


Piece = Lines | Body


def cut(rows: Sequence[Row]) -> Iterator[Piece]:
    """Yield the tables and lines of a sheet in order; every row stands in one piece.

    Args:
        rows: all printed rows of the sheet.
    """
    start, table = 0, False
    for index in _starts(rows):
        own = index - _titles(rows[start:index], rows[index], table)
        yield from _pieces(rows[start:own])
        if own < index:
            yield Lines(tuple(rows[own:index]))
        start, table = index, True
    yield from _pieces(rows[start:])


def _starts(rows: Sequence[Row]) -> Iterator[int]:
    """Yield the places of the rows with which tables begin."""
    header: Row | None = None
    for index, row in enumerate(rows):
        if heads_table(row) if header is None else _begins(row, header, rows[index - 1]):
            header = row
            yield index


def _begins(row: Row, header: Row, before: Row) -> bool:
    """Say whether a row begins another table than the open one.

    Args:
        row: the row.
        header: the first row of the open table.
        before: the row above.
    """
    if heads_table(row):
        # Directly below a header stands its second line; the same words once more are the header of the next page.
        second = before is header and not row.apart
        again = row.words() == header.words() and not (row.apart or before.alone)
        return not (second or again)
    titled = before.alone and (before.apart or row.apart)
    return titled and heads_other_table(row, header.right - header.left + 1)


def _titles(before: Sequence[Row], header: Row, table: bool) -> int:
    """Return how many of the rows right above a header are lines of their own.

    Args:
        before: the rows between the header above, that one included where there is a table, and this header.
        header: the header.
        table: whether they begin with a table.
    """
    left, right = edges(before[:1]) if table else (0, 0)
    own = len(before)
    while own > table and _is_title(before[own - 1], header, (left, right) if table else None):
        own -= 1
    return len(before) - own


def _is_title(row: Row, header: Row, above: tuple[int, int] | None) -> bool:
    if above is None:
        return is_form_line(row, header)
    return row.alone and (row.apart or row.wide(*above))


def _pieces(rows: Sequence[Row]) -> Iterator[Piece]:
    """Yield the lines above a table, the table, and the notes below it."""
    first = 0
    while first < len(rows) and rows[first].alone:
        first += 1
    if first:
        yield Lines(tuple(rows[:first]))
    if first == len(rows):
        return
    last = _notes(rows, first)
    yield Body(tuple(rows[first:last]))
    if last < len(rows):
        yield Lines(tuple(rows[last:]))


def _notes(rows: Sequence[Row], first: int) -> int:
    """Return where the lines below a table begin: who filled it in, and what stands alone behind a blank row."""
    left, right = edges(rows[first:])
    last = at = len(rows)
    while at > first + 1:
        at -= 1
        signed = is_signature(rows[at])
        if not (signed or (rows[at].alone and rows[at].wide(left, right))):
            break
        if signed or rows[at].apart:
            last = at
    return last
