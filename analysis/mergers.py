"""Matters whose parties a reform made one department: which of them are one now."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.reforms import day_of, is_department, takers
from analysis.statements import Statement, by_list
from data.bodies import successor
from data.rows import DutyList
from data.successions import Candidate
from graph.dutygraph import DutyGraph, Part


@dataclass(frozen=True, slots=True)
class Merged:
    """A statement of a list with its parties before and after the reforms.

    `groups` are the parties (first part of each body) by the family that has all their functions by `day`; a party
    whose functions are with several families, or that no reform touched, stands alone under its own id.
    """

    one: DutyList
    statement: Statement
    day: datetime.date
    groups: dict[str, tuple[Part, ...]]

    @property
    def joined(self) -> dict[str, tuple[Part, ...]]:
        """The groups of two parties and more: family → parts."""
        return {family: parts for family, parts in self.groups.items() if len(parts) > 1}

    @property
    def before(self) -> int:
        """How many parties the list names."""
        return sum(map(len, self.groups.values()))


@lru_cache(maxsize=8)
def merged_statements(graph: DutyGraph) -> tuple[Merged, ...]:
    """Return the statements in which at least two parties are one department by the day their list is judged for.

    A party counts for the functions that its own duty tells (`analysis.reforms.takers`), and for one that left a family
    that goes on (优抚 left 民政) only where the list is known to be older. Bodies of other levels, groups and units
    stand alone. Words that name no department are no parties.
    """
    return tuple(merged for merged in _all(graph) if merged.joined)


def _all(graph: DutyGraph) -> Iterator[Merged]:
    for one, told in by_list(graph):
        if day := day_of(graph, one):
            yield from (Merged(one, statement, day, _groups(graph, one, statement, day)) for statement in told)


def _groups(graph: DutyGraph, one: DutyList, statement: Statement, day: datetime.date) -> dict[str, tuple[Part, ...]]:
    firsts: dict[str, Part] = {}
    for part in statement.sides:
        if not graph.body(part.body).generic:
            firsts.setdefault(part.body, part)
    of_body = {body: [part for part in statement.parts if part.body == body] for body in firsts}
    now = {body: _family(graph, one, parts, day) for body, parts in of_body.items()}
    moved = {family for family, reformed in now.values() if reformed}
    groups: dict[str, tuple[Part, ...]] = {}
    for body, part in firsts.items():
        family = now[body][0]
        key = family if family in moved else body
        groups[key] = (*groups.get(key, ()), part)
    return groups


def _family(graph: DutyGraph, one: DutyList, parts: Sequence[Part], day: datetime.date) -> tuple[str, bool]:
    """Return the one family that has all functions of a party here, and whether a reform gave it them."""
    body = graph.body(parts[0].body)
    if not is_department(graph, body):
        return body.id, False
    found = [taker for part in parts for taker in takers(graph, body, day, (part.row.matter, part.row.duty))]
    families = {taker.family for taker in found}
    if len(families) != 1 or not all(taker.certain and _after(graph, one, taker) for taker in found):
        return body.id, False
    return families.pop(), any(taker.steps for taker in found)


def _after(graph: DutyGraph, one: DutyList, taker: Candidate) -> bool:
    """Say whether a function left a family that goes on after the list was made: a later list knew of it."""
    last = graph.dated(one).last
    lost = [step for step in taker.steps if step.functions and successor(step.old, step.date) == (step.old,)]
    return all(last is not None and last < step.date for step in lost)
