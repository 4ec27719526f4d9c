"""The rows of a table as text by column, whatever the reader left of its cells."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.document import Cell, Source, Table, Unit


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: a text a column, the places of its visible cells, and what is known of its damage.

    `gap` says that the page or the text was interrupted before it, `loose` that it is a piece of text that lost its
    column (`texts` then holds one text). `merged` gives the columns of cells that reach down from a row above, with
    their texts; `wide` those of cells that cover several columns, with how many. `sure` gives the columns of cells
    recognised in a picture, with how sure the reader is (0-1). `group` is the heading of the rows that it stands among.
    """

    texts: tuple[str, ...]
    places: tuple[Source, ...]
    gap: bool = False
    loose: bool = False
    flags: tuple[str, ...] = ()
    merged: tuple[tuple[int, str], ...] = ()
    wide: tuple[tuple[int, int], ...] = ()
    sure: tuple[tuple[int, float], ...] = ()
    group: str = ""

    @property
    def empty(self) -> bool:
        """Whether no cell has text."""
        return not any(self.texts)

    def flagged(self, *flags: str) -> GridRow:
        """Return the row with more flags."""
        return replace(self, flags=tuple(dict.fromkeys((*self.flags, *flags))))


def first_row(table: Table) -> tuple[str, ...]:
    """Return the texts of a table's first row: its header, where it has one."""
    first = min(cell.row for cell in table.cells)
    return _row([cell for cell in table.cells if cell.row == first], table, first, ()).texts


def grid_rows(table: Table) -> list[GridRow]:
    """Return the rows of a table, each filled up to the table's number of columns."""
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    damage, merged = dict(table.damage), _merged(table)
    rows = []
    for number, cells in sorted(by_row.items()):
        flags = (damage[number],) if number in damage else ()
        rows.append(replace(_row(cells, table, number, flags), merged=tuple(merged.get(number, ()))))
    return rows


def _merged(table: Table) -> dict[int, list[tuple[int, str]]]:
    """Return row → the columns of the cells that reach into it from above; the text stands in the first of each."""
    found: dict[int, list[tuple[int, str]]] = {}
    for cell in table.cells:
        columns = range(cell.column, cell.column + cell.column_span)
        for row in range(cell.row + 1, cell.row + cell.row_span):
            found.setdefault(row, []).extend((column, "" if column > cell.column else cell.text) for column in columns)
    return found


def _row(cells: list[Cell], table: Table, number: int, flags: tuple[str, ...]) -> GridRow:
    places = merged_places(cell.source for cell in cells if cell.text) or merged_places(cell.source for cell in cells)
    gap = number in table.after_gap
    if number in table.loose:
        return GridRow((cells[0].text,), places, gap, loose=True)
    width = max(table.columns, 1 + max(cell.column for cell in cells))
    texts = [""] * width
    for cell in cells:
        texts[cell.column] = cell.text
    wide = tuple((cell.column, cell.column_span) for cell in cells if cell.column_span > 1)
    sure = tuple((cell.column, cell.confidence) for cell in cells if cell.text and cell.confidence < 1)
    return GridRow(tuple(texts), places, gap, flags=flags, wide=wide, sure=sure)


def merged_places(places: Iterable[Source]) -> tuple[Source, ...]:
    """Return the places of one row as one span a file, part and kind of unit: no other row stands between its cells."""
    groups: dict[tuple[str, str, str], list[Source]] = {}
    for place in places:
        groups.setdefault((place.file, place.part, place.unit), []).append(place)
    return tuple(_span(group) for group in groups.values())


def _span(places: Sequence[Source]) -> Source:
    one = places[0]
    first, last = min(place.first for place in places), max(place.last for place in places)
    return Source(one.file, one.part, one.unit, first, last)


def without_units(places: Iterable[Source], units: frozenset[Unit]) -> tuple[Source, ...]:
    """Return the places without some of their units: a span is cut where one of them stands in it.

    Example:
        >>> line = Source("a.txt", "", "line", 3, 6)
        >>> [(place.first, place.last) for place in without_units([line], frozenset({("", "line", 4)}))]
        [(3, 3), (5, 6)]
    """
    cut: list[Source] = []
    for place in places:
        numbers = (number for part, unit, number in units if (part, unit) == (place.part, place.unit))
        inside = sorted(number for number in numbers if place.first <= number <= place.last)
        for before, after in itertools.pairwise([place.first - 1, *inside, place.last + 1]):
            if after - before > 1:
                cut.append(replace(place, first=before + 1, last=after - 1))
    return tuple(cut)
