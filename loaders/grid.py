"""The rows of a table as text by column, whatever the reader left of its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from data.document import Cell, Source, Table


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: a text a column, the places of its visible cells, and what is known of its damage.

    `gap` says that the page or the text was interrupted before it, `loose` that it is a piece of text that lost its
    column (`texts` then holds one text).
    """

    texts: tuple[str, ...]
    places: tuple[Source, ...]
    gap: bool = False
    loose: bool = False
    flags: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether no cell has text."""
        return not any(self.texts)

    def flagged(self, *flags: str) -> GridRow:
        """Return the row with more flags."""
        return replace(self, flags=tuple(dict.fromkeys((*self.flags, *flags))))


def grid_rows(table: Table) -> list[GridRow]:
    """Return the rows of a table, each filled up to the table's number of columns."""
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    damage = dict(table.damage)
    rows = []
    for number, cells in sorted(by_row.items()):
        flags = (damage[number],) if number in damage else ()
        rows.append(_row(cells, table.columns, number in table.after_gap, flags))
    return rows


def _row(cells: list[Cell], columns: int, gap: bool, flags: tuple[str, ...]) -> GridRow:
    places = merged_places(cell.source for cell in cells if cell.text) or merged_places(cell.source for cell in cells)
    if len(cells) == 1 and cells[0].column_span > 1:
        return GridRow((cells[0].text,), places, gap, loose=True)
    width = max(columns, 1 + max(cell.column for cell in cells))
    texts = [""] * width
    for cell in cells:
        texts[cell.column] = cell.text
    return GridRow(tuple(texts), places, gap, flags=flags)


def merged_places(places: Iterable[Source]) -> tuple[Source, ...]:
    """Return the places of one row as one span a file and part: no other row stands between its cells."""
    found: dict[tuple[str, str], Source] = {}
    for place in places:
        key = (place.file, place.part)
        known = found.get(key, place)
        found[key] = replace(known, first=min(known.first, place.first), last=max(known.last, place.last))
    return tuple(found.values())
