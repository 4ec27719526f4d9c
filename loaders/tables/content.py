"""Choose the rows of a table that say something: not its headers, rules, notes and empty rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.document import Source, Unit
from data.spacing import squeeze
from loaders.lists.outline import RawTable
from loaders.tables.columns import is_header_word
from loaders.tables.furniture import what_is
from loaders.tables.grid import GridRow, grid_rows, without_units

_LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """A row and what it is: "row", "header", "group" (a heading of rows below), or the reason why it becomes none."""

    row: GridRow
    what: str


def chosen(tables: Sequence[RawTable], holes: frozenset[Unit] = frozenset()) -> Iterator[Chosen]:
    """Yield the rows of tables that go on with each other, each with what it is.

    Args:
        tables: tables of the same columns in order; the first row of each later one stands after a page.
        holes: units that stand between the lines of rows and belong to none (page numbers).
    """
    headers: list[list[str]] = []
    for number, table in enumerate(tables):
        rows = grid_rows(table.table)
        above, end = table.header.above, table.header.rows
        headers += map(_words, rows[above:end])
        for index, row in enumerate(rows):
            after_page = bool(number) and index <= max(1, end)
            whole = replace(row, places=_punched(row.places, holes), gap=row.gap or after_page)
            if index < above:
                yield Chosen(whole, "note")
            else:
                headed = index < end or _is_header_again(row, headers)
                yield Chosen(whole, "header" if headed else what_is(whole))


def _words(row: GridRow) -> list[str]:
    return [squeeze(text) for text in row.texts if text]


def _is_header_again(row: GridRow, headers: Sequence[Sequence[str]]) -> bool:
    """Say whether a row is a row of the header once more: its words, or several words of columns alone."""
    words = _words(row)
    return len(words) >= _LEAST_WORDS and (words in headers or all(map(is_header_word, words)))


def _punched(places: tuple[Source, ...], holes: frozenset[Unit]) -> tuple[Source, ...]:
    return without_units(places, holes) if holes else places
