"""What the law says of the matters of a list, for the days for which the list is judged."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.naming import owner_bodies
from analysis.statements import Statement, names
from data.body_terms import family_table
from data.messages import say
from data.rows import DutyList
from data.statutory import StatutorySplit
from graph.baseline import StatutoryLead, followed, holds_any, statutory_lead
from graph.dates import AsOf
from graph.dutygraph import Body, DutyGraph, Part

_STATE = "中华人民共和国"
# Not units, groups and firms: a law gives its parts to departments.
_DEPARTMENTS = ("government", "party", "vertical", "mass")


@dataclass(frozen=True, slots=True)
class Judged:
    """What the law says of a statement on one of the days for which its list is judged."""

    as_of: AsOf
    day: datetime.date
    law: StatutoryLead


def judged(graph: DutyGraph, one: DutyList, parts: Sequence[Part]) -> tuple[Judged, ...]:
    """Return what the law says of one list's account of a matter on each day, that of the list first.

    For the day of the list only where one law held all the time in which it can have been made: a law of its first
    possible day may have ended before it was written.
    """
    found = ((as_of, day, statutory_lead(graph, parts, day)) for as_of, day in graph.days(one))
    latest = graph.dated(one).last or graph.audited
    then = statutory_lead(graph, parts, latest) if latest else None
    return tuple(
        Judged(as_of, day, law)
        for as_of, day, law in found
        if law and (as_of == "audit" or latest is None or _one_law(law, then))
    )


def _one_law(one: StatutoryLead, other: StatutoryLead | None) -> bool:
    return other is not None and one.baseline.split is other.baseline.split


def lead_by_law(graph: DutyGraph, one: DutyList, statement: Statement) -> Judged | None:
    """Return the day and the parts of the one department that the law puts in charge of a matter.

    None where the law names nobody or several, leaves it to the local government, or names one that takes no part.
    """
    found = judged(graph, one, statement.parts)
    sole = (one for one in found if len(one.law.baseline.split.leads) == 1 and not one.law.baseline.split.local)
    return next((one for one in sole if one.law.parts), None)


def left_open(graph: DutyGraph, one: DutyList, statement: Statement) -> bool:
    """Say whether the law names several departments for a matter and puts none of them in charge."""
    found = judged(graph, one, statement.parts)
    return bool(found) and not found[0].law.baseline.split.leads


def led_by_law(graph: DutyGraph, matter: str, found: Judged) -> str:
    """Return a matter with the department in charge by law and the law, for a message."""
    who = say("join").join(names(graph, found.law.parts))
    return say("split.led", matter=matter, name=who, law=cited(found.law.baseline.split))


def cited(split: StatutorySplit) -> str:
    """Return the law that a split stands in, for a message: 《精神卫生法》第八条."""
    law = split.instrument.removeprefix(_STATE)
    return say("split.law", instrument=law, articles=say("join").join(split.articles))


def here(graph: DutyGraph, family: str, day: datetime.date) -> str:
    """Return the name of a body of the jurisdiction itself that has a family's function, "" where there is none known.

    A branch of the higher level's department counts, its other departments do not. A body whose families print that of
    the day goes first.
    """
    now = followed(family, day, graph.known, graph.jurisdiction)
    bodies = [body for body in _own(graph) if holds_any(graph, body.id, (family,))]
    exact = (body.name for body in bodies if set(now) & set(body.families))
    return next(exact, next((body.name for body in bodies), ""))


def one_house(graph: DutyGraph, bodies: Iterable[str]) -> frozenset[str]:
    """Return bodies with those that share a list with them: name plates of one organisation (农业局 and 林业局)."""
    own = frozenset(bodies)
    return own.union(*(house for house in _houses(graph) if house & own))


@lru_cache(maxsize=2)  # one graph is judged after the other
def _houses(graph: DutyGraph) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(owner_bodies(graph, one)) for one in graph.lists)


@lru_cache(maxsize=2)  # one graph is judged after the other
def _own(graph: DutyGraph) -> tuple[Body, ...]:
    """Return the bodies of the level that most bodies are of, and the branches of the level above."""
    bodies = [body for body in graph.bodies() if body.nature in _DEPARTMENTS]
    levels = Counter(body.level for body in bodies if body.level != "unknown")
    level = max(levels, key=lambda one: levels[one], default="unknown")
    return tuple(body for body in bodies if body.level == level or _branch(body))


def _branch(body: Body) -> bool:
    branches = any(family_table().get(family, {}).get("branch") for family in body.families)
    return body.nature == "vertical" and branches
