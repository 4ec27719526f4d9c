"""The mark that the workbook sets on every row: which place it had, and a hash of what it said when it was written.

A row whose cells give another hash was corrected by a person, and so was a row without a mark. The place gives back
the order of the list after somebody sorted the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from data.corpus.cells import neutral
from data.corpus.columns import stated
from data.ids import short_hash, squeezed

_MARK = re.compile(r"(\d{1,9}):([0-9a-f]+)")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a sheet: its number there (from 1), the texts of its cells by column name, and its mark."""

    number: int
    texts: dict[str, str]
    mark: str


def mark(table: str, number: int, row: dict[str, Any]) -> str:
    """Return the mark of the row at place `number` of a table; white space does not count, as for ids."""
    return f"{number}:{_hash(table, row)}"


def corrected(table: str, found: SheetRow, row: dict[str, Any]) -> bool:
    """Tell whether a person has changed the row since its mark was set, or has added it.

    Args:
        table: which table it is of.
        found: the row as it stands in the sheet.
        row: the values taken from its cells.
    """
    match = _MARK.fullmatch(found.mark)
    return match is None or match[2] != _hash(table, row)


def in_order(rows: Iterable[SheetRow]) -> Sequence[SheetRow]:
    """Return rows in the order they were written in; a row added by a person follows the row it was put under.

    A row copied with its mark is an added row: it loses the mark.
    """
    seen: set[str] = set()
    found: list[tuple[int, SheetRow]] = []
    place = 0
    for row in rows:
        match = _MARK.fullmatch(row.mark)
        place = int(match[1]) if match else place
        found.append((place, replace(row, mark="") if row.mark in seen else row))
        seen.add(row.mark)
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _hash(table: str, row: dict[str, Any]) -> str:
    return short_hash(squeezed(neutral(row[column.name]) for column in stated(table)))
