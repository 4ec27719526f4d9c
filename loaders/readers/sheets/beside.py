"""Part tables that stand side by side on a sheet."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from data.spacing import squeeze
from loaders.readers.sheets.merges import Merges
from loaders.readers.sheets.rows import WIDEST_HEAD, Row, edges
from loaders.tables.columns import table_kind


def beside(rows: Sequence[Row], merges: Merges) -> list[list[Row]]:
    """Return the tables that stand side by side in some rows, from the left; mostly one.

    A table begins at a column where the header begins anew: with its first word once more, or behind a blank column
    with the header of a table of another kind. Both halves must be headers that are known: a blank column inside a
    table parts nothing, and rows wider than any header hold one table.

    Args:
        rows: the rows of a table, its header first.
        merges: the merged ranges of the sheet.
    """
    header = rows[0]
    left, right = edges(rows)
    if right - left > WIDEST_HEAD:
        return [list(rows)]
    starts = [left]
    for column in sorted(header.texts):
        if column > left and _begins(header, starts[-1], column, rows) and not _crossed(rows, merges, column):
            starts.append(column)
    bounds = [*starts, right + 1]
    return [_band(rows, first, end) for first, end in itertools.pairwise(bounds)]


def _begins(header: Row, start: int, column: int, rows: Sequence[Row]) -> bool:
    before = _words(header, start, column)
    same = squeeze(header.texts[column]) == squeeze(before[0])
    if not same and any(column - 1 in row.texts for row in rows):
        return False
    kind, other = table_kind(before), table_kind(_words(header, column, header.right + 1))
    return kind is not None and other is not None and (same or kind[0] != other[0])


def _words(header: Row, start: int, end: int) -> list[str]:
    words = [header.texts.get(column, "") for column in range(start, end)]
    while words and not words[-1]:
        words.pop()
    return words or [""]


def _crossed(rows: Sequence[Row], merges: Merges, column: int) -> bool:
    """Say whether a merged range reaches over the border before a column."""
    corners = (merges.covered.get((row.number, column)) for row in rows)
    return any(corner is not None and corner[1] < column for corner in corners)


def _band(rows: Iterable[Row], first: int, end: int) -> list[Row]:
    return list(_filled(replace(row, texts=_between(row.texts, first, end)) for row in rows))


def _between(texts: dict[int, str], first: int, end: int) -> dict[int, str]:
    return {column: text for column, text in texts.items() if first <= column < end}


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if row.texts or row.covered)
