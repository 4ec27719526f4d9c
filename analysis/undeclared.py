"""Jurisdictions whose duties speak of a matter that none of their lists divides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.rows import Duty
from data.spacing import squeeze
from graph.counterparts import Counterparts
from graph.dutygraph import DutyGraph
from graph.matter_names import core

# So many items are quoted; the first ones tell enough.
_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Undeclared:
    """A jurisdiction without the boundary, and the duty items that speak of it."""

    jurisdiction: str
    duties: tuple[Duty, ...]


def undeclared(graphs: Sequence[DutyGraph], group: Counterparts, shortest: int) -> tuple[Undeclared, ...]:
    """Return the jurisdictions outside a group whose duties name the object of its matter.

    The object is the name without generic words (出生人口性别比治理: 出生人口性别比); below `shortest` characters it is
    too common to be looked for. A jurisdiction that has a matter of that object under another name is left out.
    """
    words = core(group.name)
    inside = {member.graph.jurisdiction for member in group.members}
    if len(words) < shortest:
        return ()
    outside = [graph for graph in graphs if graph.jurisdiction not in inside and not _divides(graph, words)]
    found = (Undeclared(graph.jurisdiction, _speaking(graph, words)) for graph in outside)
    return tuple(one for one in found if one.duties)


def _divides(graph: DutyGraph, words: str) -> bool:
    return any(words in core(matter.name) or core(matter.name) in words for matter in graph.matters() if matter.name)


def _speaking(graph: DutyGraph, words: str) -> tuple[Duty, ...]:
    """The items that hold the words; where only a main duty does, its first row."""
    rows = [row for one in graph.lists for row in one.duties]
    items = [row for row in rows if words in squeeze(row.item)]
    mains = {row.main_duty: row for row in reversed(rows) if words in squeeze(row.main_duty)}
    return tuple(items or mains.values())[:_QUOTED]
