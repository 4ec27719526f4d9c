"""D1 dept-abolished: a list, or a party of a matter, is that of a department which a reform has ended since."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from analysis.evidence import list_name, of_row, several
from analysis.finding import Draft, Evidence
from analysis.lists import quote, title_place
from analysis.reforms import (
    Passed,
    all_owners,
    called,
    called_all,
    day_of,
    era_here,
    gone_for,
    owners_of,
    passed_parts,
    takers,
)
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import WRITTEN_LEAD
from data.messages import say
from data.rows import Duty, DutyList
from data.successions import Candidate
from graph.dutygraph import Body, DutyGraph
from graph.eras import Era

_YEAR = 365


@jurisdiction_rule("D1")
def dept_abolished(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report departments that reforms ended, with who has their functions now.

    Formula: all families of the body went over to others by the day of the audit (`graph.eras`); without an audit's
    day the list's own counts, and the finding is for information, because counties were reformed in different years.
    The owner of a list (H; M where only a second name plate ended) is a finding a list, whose evidence are the duties
    that went elsewhere than the rest. The parties are one finding a jurisdiction, with a row for each department and
    each successor: H where one of them leads in words, else M. A list that was made more than `lag` years after the
    date of the reform shows that its department was not ended here. Who has a function is told by the words of the
    duty (`data.successions`). Departments of other levels are left out, and so are groups and units.

    Source: DOMAIN 1.6; the document of each step stands in data/bodies/successions.yml.
    """
    if graph.audited:
        for one in graph.lists:
            yield from _owner(graph, one, graph.audited, round(words.threshold("lag") * _YEAR))
    owners = all_owners(graph)
    yield from _parties(graph, [passed for passed in passed_parts(graph) if passed.body.id not in owners])
    yield from _renamed(graph)


def _owner(graph: DutyGraph, one: DutyList, day: datetime.date, lag: int) -> Iterator[Draft]:
    bodies, made = owners_of(graph, one), graph.dated(one).first
    ended = [(body, era) for body in bodies if (era := era_here(graph, body, day)).status == "abolished"]
    outlived = [era for _, era in ended if made and era.since and (made - era.since).days > lag]
    if not ended or outlived:
        return
    others = [(duty, found) for body, era in ended for duty, found in _elsewhere(graph, one, body, era, day)]
    title = Evidence(one.owner_text or one.owner, title_place(one), say("reforms.title", list=list_name(one)))
    yield Draft(
        matter="",
        departments=tuple(body.name for body, _ in ended),
        evidence=(title, *(_duty(graph, one, duty, found, day) for duty, found in others)),
        values={
            "list": list_name(one),
            "names": several([_told(graph, body, era, day) for body, era in ended]),
            "others": _others(graph, others, day),
        },
        severity="H" if bodies[0] in [body for body, _ in ended] else "M",
        variant=_before(graph, [one], [era for _, era in ended], "owner"),
        as_of="audit",
    )


def _elsewhere(
    graph: DutyGraph, one: DutyList, body: Body, era: Era, day: datetime.date
) -> Iterator[tuple[Duty, Sequence[Candidate]]]:
    """Yield the duties of a list whose words tell that they went elsewhere than the department as a whole."""
    for duty in one.duties:
        found = takers(graph, body, day, (duty.item or duty.main_duty,))
        other = [taker for taker in found if taker.functions_matched and taker.family not in era.families]
        if other:
            yield duty, other


def _duty(graph: DutyGraph, one: DutyList, duty: Duty, found: Sequence[Candidate], day: datetime.date) -> Evidence:
    piece = quote(one, "duties", duty.item or duty.main_duty, duty.source[0])
    return Evidence(piece.text, piece.source, _step(graph, piece.label, found, day))


def _others(graph: DutyGraph, others: Sequence[tuple[Duty, Sequence[Candidate]]], day: datetime.date) -> str:
    met: dict[str, list[str]] = {}
    for _, found in others:
        for taker in found:
            met.setdefault(taker.family, []).extend(taker.functions_matched)
    told = ((several(tuple(dict.fromkeys(words)), 3), called(graph, family, day)) for family, words in met.items())
    return "".join(say("reforms.also", words=words, takers=name) for words, name in told)


def _parties(graph: DutyGraph, found: Sequence[Passed]) -> Iterator[Draft]:
    if not found:
        return
    grave = any((one.part.role.name, one.part.role.confidence) == WRITTEN_LEAD for one in found)
    told = [(body, _by_takers(group)) for body, group in gone_for(found)]
    yield Draft(
        matter="",
        departments=tuple(body.name for body, _ in told),
        evidence=tuple(_row(graph, one) for _, firsts in told for one in firsts),
        values={"names": several([_party(graph, body, firsts) for body, firsts in told], 8), "bodies": str(len(told))},
        severity=("H" if grave else "M") if graph.audited else "I",
        variant=_before(graph, [one.one for one in found], [one.era for one in found], ""),
        as_of="audit" if graph.audited else "list",
    )


def _by_takers(group: Sequence[Passed]) -> tuple[Passed, ...]:
    """Return the first part for each set of successors."""
    firsts: dict[tuple[str, ...], Passed] = {}
    for one in group:
        firsts.setdefault(tuple(taker.family for taker in one.takers), one)
    return tuple(firsts.values())


def _row(graph: DutyGraph, one: Passed) -> Evidence:
    piece, day = of_row(one.part.row), _day(graph, one)
    return Evidence(piece.text, piece.source, _step(graph, piece.label, one.takers, day))


def _step(graph: DutyGraph, label: str, found: Sequence[Candidate], day: datetime.date) -> str:
    sources = tuple(dict.fromkeys(step.source for taker in found for step in taker.steps))
    return say("reforms.step", label=label, takers=called_all(graph, found, day), source=say("join").join(sources))


def _told(graph: DutyGraph, body: Body, era: Era, day: datetime.date) -> str:
    names = say("reforms.or" if era.reason == "split" else "join").join(
        called(graph, family, day) for family in era.families
    )
    return say("reforms.taken", name=body.name, date=_date(era.since), takers=names)


def _party(graph: DutyGraph, body: Body, firsts: Sequence[Passed]) -> str:
    names = dict.fromkeys(called_all(graph, one.takers, _day(graph, one)) for one in firsts)
    return say("reforms.taken", name=body.name, date=_date(firsts[0].era.since), takers=say("join").join(names))


def _renamed(graph: DutyGraph) -> Iterator[Draft]:
    """Yield the departments that go on under another name, in one finding."""
    if not graph.audited:
        return
    day = graph.audited
    firsts = {part.body: of_row(part.row) for part in reversed(graph.parts())}
    titled = {body.id: one for one in graph.lists for body in owners_of(graph, one)}
    found = [(body, era) for body in graph.bodies() if (era := era_here(graph, body, day)).status == "old-name"]
    if found:
        yield Draft(
            matter="",
            departments=tuple(body.name for body, _ in found),
            evidence=tuple(
                firsts.get(body.id) or Evidence(titled[body.id].owner_text, title_place(titled[body.id]), body.name)
                for body, _ in found
                if body.id in firsts or body.id in titled
            ),
            values={"names": several([_new(graph, body, era) for body, era in found], 8), "bodies": str(len(found))},
            severity="L",
            variant="renamed",
            as_of="audit",
        )


def _new(graph: DutyGraph, body: Body, era: Era) -> str:
    return say("reforms.renamed", name=body.name, new=era.name)


def _before(graph: DutyGraph, lists: Sequence[DutyList], eras: Sequence[Era], kind: str) -> str:
    """Return the variant that says, where it is known, that the lists are older than the reforms."""
    last = [graph.dated(one).last for one in lists]
    first = min(era.since for era in eras if era.since)
    older = all(day is not None and day < first for day in last)
    return "_".join(filter(None, (kind, "before" if older else ""))) if graph.audited else "own"


def _day(graph: DutyGraph, one: Passed) -> datetime.date:
    return day_of(graph, one.one) or datetime.date.max


def _date(day: datetime.date | None) -> str:
    return say("reforms.date", year=day.year, month=day.month) if day else ""
