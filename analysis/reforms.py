"""Departments of a jurisdiction that reforms ended or renamed, and who has the functions of each of their parts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.naming import owner_bodies
from analysis.statements import stands_outside
from data.rows import DutyList
from data.successions import Candidate, successors
from graph.dutygraph import Body, DutyGraph, Part
from graph.eras import Era, era_of
from graph.home import home_of

_DEPARTMENTS = ("government", "party", "vertical")


@dataclass(frozen=True, slots=True)
class Passed:
    """A part whose department a reform ended: who has the function now, by the words of the part."""

    one: DutyList
    part: Part
    body: Body
    era: Era
    takers: tuple[Candidate, ...]


@lru_cache(maxsize=8)
def passed_parts(graph: DutyGraph) -> tuple[Passed, ...]:
    """Return the parts of departments that have ended by the day for which their list is judged, in reading order.

    A name in brackets behind the body that took over (市场监管局（知识产权局）) is a plate that it bears now. A body of
    the Party that a later list names is there still (县委农办): what a reform of the government ends is not always it.
    """
    lists = {row.id: one for one in graph.lists for row in one.boundaries}
    rows: dict[str, list[Part]] = {}
    for part in graph.parts():
        rows.setdefault(part.row.id, []).append(part)
    found = (_passed(graph, lists[row], part, parts) for row, parts in rows.items() for part in parts)
    return tuple(passed for passed in found if passed)


def day_of(graph: DutyGraph, one: DutyList) -> datetime.date | None:
    """Return the day for which a list is judged here: that of the audit, or without one its own; None for neither."""
    days = dict(graph.days(one))
    return days.get("audit") or days.get("list")


def era_here(graph: DutyGraph, body: Body, day: datetime.date) -> Era:
    """Return what a department of this jurisdiction is at a day; one of another level is left as it is."""
    return _era(graph, body.id, day)


@lru_cache(maxsize=1024)
def _era(graph: DutyGraph, identity: str, day: datetime.date) -> Era:
    body = graph.body(identity)
    if not is_department(graph, body):
        return Era("current", body.name, "lasting", body.families)
    return era_of(body, day, graph.known.successions, graph.jurisdiction)


def is_department(graph: DutyGraph, body: Body) -> bool:
    """Say whether a body is a department of this jurisdiction, or the branch of a higher one here."""
    here = body.level == _level(graph.jurisdiction) or body.name.endswith("分局")
    return here and body.nature in _DEPARTMENTS


def takers(graph: DutyGraph, body: Body, day: datetime.date, texts: Iterable[str]) -> tuple[Candidate, ...]:
    """Return who has the functions that texts speak of, of all that a body had.

    The first text that names a function decides (the name of the matter, then the duty); without one the last text.
    """
    told: tuple[Candidate, ...] = ()
    for text in texts:
        told = _one_a_family(
            one
            for family in body.families
            for one in successors(graph.known.successions, family, day, text, graph.jurisdiction)
        )
        if any(one.functions_matched for one in told):
            return told
    return told


def owners_of(graph: DutyGraph, one: DutyList) -> tuple[Body, ...]:
    """Return the body that owns a list, and the second names it stands under."""
    return tuple(map(graph.body, owner_bodies(graph, one)))


def all_owners(graph: DutyGraph) -> frozenset[str]:
    """Return the ids of all bodies that own a list of the jurisdiction."""
    return frozenset(body for one in graph.lists for body in owner_bodies(graph, one))


def gone_for(passed: Iterable[Passed]) -> Iterator[tuple[Body, tuple[Passed, ...]]]:
    """Yield each department that has ended with its parts, in the order they were met."""
    groups: dict[str, list[Passed]] = {}
    for one in passed:
        groups.setdefault(one.body.id, []).append(one)
    for group in groups.values():
        yield group[0].body, tuple(group)


def _passed(graph: DutyGraph, one: DutyList, part: Part, cell: Sequence[Part]) -> Passed | None:
    body, day = graph.body(part.body), day_of(graph, one)
    era = era_here(graph, body, day) if day else None
    if day is None or era is None or era.status != "abolished" or _lives_on(graph, one, part, cell, era):
        return None
    return Passed(one, part, body, era, takers(graph, body, day, (part.row.matter, part.row.duty)))


def _lives_on(graph: DutyGraph, one: DutyList, part: Part, cell: Sequence[Part], era: Era) -> bool:
    hosts = [graph.body(other.body) for other in cell if other is not part and stands_outside(other)]
    plate = not stands_outside(part) and any(set(host.families) & set(era.families) for host in hosts)
    made = graph.dated(one).first
    later = made is not None and era.since is not None and made > era.since
    return plate or (later and graph.body(part.body).nature == "party")


def _one_a_family(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple({one.family: one for one in found}.values())


@lru_cache(maxsize=64)
def _level(jurisdiction: str) -> str:
    return home_of(jurisdiction).level
