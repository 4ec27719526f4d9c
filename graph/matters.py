"""Link the matters that the lists of one jurisdiction name."""

from __future__ import annotations

from collections.abc import Sequence

from data.rows import Assignment, DutyList
from graph.dutygraph import Matter


class Matters:
    """All matters of one jurisdiction, and which of them each row belongs to."""

    def __init__(self, matters: Sequence[Matter], named: dict[str, str]) -> None:
        self.all = tuple(matters)
        self._named = named

    def of(self, row: Assignment) -> str:
        """Return the id of the row's matter."""
        return self._named[row.id]


def link_matters(lists: Sequence[DutyList]) -> Matters:
    """Link every matter name of the lists."""
    named: dict[str, str] = {}
    owners: dict[str, dict[str, None]] = {}
    for row in (row for one in lists for row in one.boundaries):
        named[row.id] = f"matter:{row.matter}"
        owners.setdefault(row.matter, {})[row.owner] = None
    matters = [Matter(f"matter:{name}", name, (name,), tuple(who)) for name, who in owners.items()]
    return Matters(matters, named)
