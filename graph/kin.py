"""Give one jurisdiction one name: 望溪县 is 岚川市望溪县 where other lists of the run name its city."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from data.rows import Assignment, Duty, DutyList, Service

Row = TypeVar("Row", Assignment, Duty, Service)


def with_full_names(lists: Sequence[DutyList]) -> tuple[DutyList, ...]:
    """Return the lists, each under the full name of its jurisdiction as far as the run knows it.

    A name is written out only where exactly one other jurisdiction of the run ends with it.

    Args:
        lists: all lists of a run.

    Example: of 岚川市望溪县 and 望溪县 both become 岚川市望溪县; with 江北市望溪县 beside them the short one stays.
    """
    names = {one.jurisdiction for one in lists}
    longer = {name: [other for other in names if other != name and other.endswith(name)] for name in names}
    full = {name: others[0] for name, others in longer.items() if len(others) == 1}
    return tuple(_renamed(one, full[one.jurisdiction]) if one.jurisdiction in full else one for one in lists)


def _renamed(one: DutyList, jurisdiction: str) -> DutyList:
    starts = one.owner.startswith(one.jurisdiction)
    owner = jurisdiction + one.owner.removeprefix(one.jurisdiction) if starts else one.owner

    def moved(rows: Sequence[Row]) -> tuple[Row, ...]:
        return tuple(replace(row, jurisdiction=jurisdiction, owner=owner) for row in rows)

    return replace(
        one,
        jurisdiction=jurisdiction,
        owner=owner,
        boundaries=moved(one.boundaries),
        duties=moved(one.duties),
        services=moved(one.services),
        skipped=tuple(replace(piece, jurisdiction=jurisdiction, owner=owner) for piece in one.skipped),
    )
