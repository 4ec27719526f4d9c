"""What the law says of the matters of a list, for the days for which the list is judged."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.statements import Statement, names
from data.messages import say
from data.rows import DutyList
from data.statutory import StatutorySplit
from graph.baseline import StatutoryLead, statutory_lead
from graph.dates import AsOf
from graph.dutygraph import DutyGraph, Part

_STATE = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the law says of a statement on one of the days for which its list is judged."""

    as_of: AsOf
    day: datetime.date
    law: StatutoryLead


def judged(graph: DutyGraph, one: DutyList, parts: Sequence[Part]) -> tuple[Judged, ...]:
    """Return what the law says of one list's account of a matter on each day, that of the list first."""
    days = graph.days(one)
    found = ((as_of, day, statutory_lead(graph, parts, day)) for as_of, day in days)
    return tuple(Judged(as_of, day, law) for as_of, day, law in found if law)


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
    return say("split.led", matter=matter, law=cited(who, found.law.baseline.split))


def cited(name: str, split: StatutorySplit) -> str:
    """Return a department with the law that names it: 区卫生局，《精神卫生法》第八条."""
    law = split.instrument.removeprefix(_STATE)
    return say("split.law", name=name, instrument=law, articles=say("join").join(split.articles))
