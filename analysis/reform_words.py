"""How messages and evidence speak of reforms: who takes over, since when, by which document."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from functools import lru_cache

from analysis.evidence import list_name
from analysis.finding import Evidence
from analysis.lists import title_place
from analysis.reforms import era_here, is_department
from data.body_names import read_name
from data.messages import say
from data.rows import DutyList
from data.successions import Candidate
from graph.dutygraph import Body, DutyGraph
from graph.eras import Era, official_name
from graph.home import home_of

# The names of the tables are those of counties and cities: a province has 厅 where these have 局.
_TOLD = ("county", "city")


def called(graph: DutyGraph, family: str, day: datetime.date) -> str:
    """Return what the body of a family is called here at a day: by the lists, by usage, or by its function."""
    if family in (own := _present(graph, day)):
        return own[family]
    name, home = official_name(family, day), home_of(graph.jurisdiction)
    return home.word + name if name and home.level in _TOLD else say("reforms.function", family=family)


@lru_cache(maxsize=8)
def _present(graph: DutyGraph, day: datetime.date) -> dict[str, str]:
    """Return the departments of the lists that are still there at a day, by their only family."""
    found: dict[str, set[str]] = {}
    for body in graph.bodies():
        named = len(body.families) == 1 and read_name(body.name).kind in ("body", "named")
        if named and is_department(graph, body) and era_here(graph, body, day).status == "current":
            found.setdefault(body.families[0], set()).add(body.name)
    return {family: names.pop() for family, names in found.items() if len(names) == 1}


def called_now(graph: DutyGraph, era: Era) -> str:
    """Return the present name of a department that was renamed, without place."""
    told = era.name and home_of(graph.jurisdiction).level in _TOLD
    return era.name if told else say("reforms.function", family=era.families[0])


def called_all(graph: DutyGraph, found: Iterable[Candidate], day: datetime.date) -> str:
    """Return who takes over, joined by "or" where the tables leave it open."""
    told = tuple(found)
    names = tuple(dict.fromkeys(called(graph, one.family, day) for one in told))
    return say("join" if all(one.certain for one in told) else "reforms.or").join(names)


def gone_to(body: Body, era: Era, who: str, made: datetime.date | None) -> str:
    """Return the name of a department with the month of its reform and who takes over.

    Where its list was made later (`made`), the reform came later here than in the country, and only its year is told.
    """
    if made and era.since and made > era.since:
        return say("reforms.taken_late", name=body.name, year=era.since.year, takers=who)
    return say("reforms.taken", name=body.name, date=month(era.since), takers=who)


def successors_of(graph: DutyGraph, era: Era, day: datetime.date) -> str:
    """Return who took over a department as a whole."""
    joint = say("reforms.or" if era.reason == "split" else "join")
    return joint.join(called(graph, family, day) for family in era.families)


def with_step(graph: DutyGraph, piece: Evidence, found: Sequence[Candidate], day: datetime.date) -> Evidence:
    """Return a piece of evidence whose label tells who has its function now, and by which document."""
    sources = tuple(dict.fromkeys(step.source for taker in found for step in taker.steps))
    who = called_all(graph, found, day)
    label = say("reforms.step", label=piece.label, takers=who, source=say("join").join(sources))
    return Evidence(piece.text, piece.source, label)


def title_of(one: DutyList) -> Evidence:
    """Return the title of a list as evidence of whose it is."""
    return Evidence(one.owner_text or one.owner, title_place(one), say("reforms.title", list=list_name(one)))


def month(day: datetime.date | None) -> str:
    """Return a date for a message, to the month; "" for none."""
    return say("reforms.date", year=day.year, month=day.month) if day else ""
