"""Link department cells to the bodies of a jurisdiction."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.rows import Assignment, DutyList
from graph.dutygraph import Body


class Bodies:
    """All bodies of one jurisdiction, and which of them each row names."""

    def __init__(self, bodies: Sequence[Body], named: dict[str, tuple[tuple[str, str], ...]]) -> None:
        self.all = tuple(bodies)
        self._named = named

    def of(self, row: Assignment) -> tuple[tuple[str, str], ...]:
        """Return (mention, body id) for each body that the row's department cell names."""
        return self._named.get(row.id, ())


def link_bodies(jurisdiction: str, lists: Sequence[DutyList]) -> Bodies:
    """Link every department cell of the lists."""
    named: dict[str, tuple[tuple[str, str], ...]] = {}
    spellings: dict[str, None] = {}
    for row in (row for one in lists for row in one.boundaries):
        mentions = [name for name in re.split("[、，；\n]", row.department) if name]
        named[row.id] = tuple((name, f"body:{name}") for name in mentions)
        spellings.update(dict.fromkeys(mentions))
    bodies = [Body(f"body:{name}", name, "county", "government", (), (name,)) for name in spellings]
    return Bodies(bodies, named)
