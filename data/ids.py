"""Row ids: a row is known by what it says, never by where it stands.

The same row keeps its id when lines move, when a file is renamed or the program changes, so two extractions can be
compared. The id is a hash of jurisdiction, owner, table, the row's cells without white space, and its ordinal among
rows that are equal in all of these (DESIGN 4).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from data.rows import Assignment, Duty, DutyList, Service

Row = TypeVar("Row", Assignment, Duty, Service)

CELLS: dict[type, tuple[str, ...]] = {
    Assignment: ("seq", "matter", "department", "duty", "basis", "case", "remark"),
    Duty: ("seq", "main_duty", "item", "office", "remark", "accountability", "code"),
    Service: ("seq", "name", "content", "agency", "phone", "remark"),
}
TABLE = {Assignment: "boundaries", Duty: "duties", Service: "services"}

# 64 bits: among the ten million duty items of the country two differing rows meet with a chance of 3 in a million.
DIGITS = 16


def with_ids(lists: Iterable[DutyList]) -> tuple[DutyList, ...]:
    """Return the lists with the `id` of every assignment, duty and service filled.

    Give it all lists of a run at once: equal rows are told apart by counting them in reading order.

    Args:
        lists: the lists in reading order; ids they already have are made again.

    Example:
        >>> with_ids([])
        ()
    """
    seen: Counter[str] = Counter()
    return tuple(
        replace(
            one,
            boundaries=_with_ids(one.boundaries, seen),
            duties=_with_ids(one.duties, seen),
            services=_with_ids(one.services, seen),
        )
        for one in lists
    )


def _with_ids(rows: Iterable[Row], seen: Counter[str]) -> tuple[Row, ...]:
    return tuple(replace(row, id=_identity(row, seen)) for row in rows)


def _identity(row: Assignment | Duty | Service, seen: Counter[str]) -> str:
    cells = [getattr(row, name) or "" for name in CELLS[type(row)]]
    if isinstance(row, Assignment) and row.column:
        cells.append(row.column)
    content = squeezed((row.jurisdiction, row.owner, TABLE[type(row)], *cells))
    seen[content] += 1
    return short_hash(f"{content}\x1f{seen[content]}")


def squeezed(cells: Iterable[str]) -> str:
    """Return the cells without white space, parted by a character that counts as white space and so is in none."""
    return "\x1f".join("".join(cell.split()) for cell in cells)


def short_hash(text: str) -> str:
    """Return the first `DIGITS` hexadecimal digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:DIGITS]
