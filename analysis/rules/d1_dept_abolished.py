"""D1 dept-abolished: a list, or a party of a matter, is that of a department which a reform has ended since."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from analysis.evidence import list_name, of_row, several
from analysis.finding import Draft, Evidence
from analysis.lists import quote
from analysis.reform_words import called, called_all, called_now, gone_to, successors_of, title_of, with_step
from analysis.reforms import Passed, all_owners, day_of, era_here, gone_for, owners_of, passed_parts, takers
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import WRITTEN_LEAD
from data.messages import say
from data.rows import Duty, DutyList
from data.successions import Candidate
from graph.dutygraph import Body, DutyGraph
from graph.eras import Era

_YEAR = 365
# So many departments are named in the message; the evidence has them all.
_NAMED = 8


@jurisdiction_rule("D1")
def dept_abolished(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report departments that reforms ended, with who has their functions now.

    Formula: all families of the body went over to others by the day of the audit (`graph.eras`); without an audit's
    day the list's own counts, and the finding is for information, because counties were reformed in different years.
    The owner of a list (H; M where only a second name plate ended) is a finding a list, whose evidence are the duties
    that went elsewhere than the rest. The parties are one finding a jurisdiction, with a row for each department and
    each successor: H where one of them leads in words, else M. A list that was made more than `lag` years after the
    date of the reform shows that its department was not ended here. Who has a function is told by the words of the
    duty (`data.successions`). Departments that were only renamed are one finding (L). Departments of other levels are
    left out, and so are groups and units.

    Source: DOMAIN 1.6; the document of each step stands in data/bodies/successions.yml.
    """
    if graph.audited:
        for one in graph.lists:
            yield from _owner(graph, one, graph.audited, round(words.threshold("lag") * _YEAR))
    owners = all_owners(graph)
    yield from _parties(graph, [passed for passed in passed_parts(graph) if passed.body.id not in owners])
    if graph.audited:
        yield from _renamed(graph, graph.audited)


def _owner(graph: DutyGraph, one: DutyList, day: datetime.date, lag: int) -> Iterator[Draft]:
    bodies, made = owners_of(graph, one), graph.dated(one).first
    ended = [(body, era) for body in bodies if (era := era_here(graph, body, day)).status == "abolished"]
    outlived = [era for _, era in ended if made and era.since and (made - era.since).days > lag]
    if not ended or outlived:
        return
    others = [told for body, era in ended for told in _elsewhere(graph, one, body, era, day)]
    rows = (with_step(graph, _quote(one, duty), found, day) for duty, found in others)
    names = [gone_to(body, era, successors_of(graph, era, day), made) for body, era in ended]
    yield Draft(
        matter="",
        departments=tuple(body.name for body, _ in ended),
        evidence=(title_of(one), *rows),
        values={"list": list_name(one), "names": several(names), "others": _others(graph, others, day)},
        severity="H" if bodies[0] in [body for body, _ in ended] else "M",
        variant="owner_before" if _older(graph, [one], [era for _, era in ended]) else "owner",
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


def _quote(one: DutyList, duty: Duty) -> Evidence:
    return quote(one, "duties", duty.item or duty.main_duty, duty.source[0])


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
    older = _older(graph, [one.one for one in found], [one.era for one in found])
    told = [(body, _by_takers(group)) for body, group in gone_for(found)]
    yield Draft(
        matter="",
        departments=tuple(body.name for body, _ in told),
        evidence=tuple(_row(graph, one) for _, firsts in told for one in firsts),
        values={"names": several([_party(graph, *one) for one in told], _NAMED), "bodies": str(len(told))},
        severity=("H" if grave else "M") if graph.audited else "I",
        variant=("before" if older else "") if graph.audited else "own",
        as_of="audit" if graph.audited else "list",
    )


def _by_takers(group: Sequence[Passed]) -> tuple[Passed, ...]:
    """Return the first part for each set of successors."""
    firsts: dict[tuple[str, ...], Passed] = {}
    for one in group:
        firsts.setdefault(tuple(taker.family for taker in one.takers), one)
    return tuple(firsts.values())


def _row(graph: DutyGraph, one: Passed) -> Evidence:
    return with_step(graph, of_row(one.part.row), one.takers, _day(graph, one))


def _party(graph: DutyGraph, body: Body, firsts: Sequence[Passed]) -> str:
    names = dict.fromkeys(called_all(graph, one.takers, _day(graph, one)) for one in firsts)
    return gone_to(body, firsts[0].era, say("join").join(names), graph.dated(firsts[0].one).first)


def _renamed(graph: DutyGraph, day: datetime.date) -> Iterator[Draft]:
    """Yield the departments that go on under another name, in one finding."""
    rows = {part.body: of_row(part.row) for part in reversed(graph.parts())}
    titles = {body.id: title_of(one) for one in reversed(graph.lists) for body in owners_of(graph, one)}
    eras = [(body, era_here(graph, body, day)) for body in graph.bodies()]
    found = [(body, era) for body, era in eras if era.status == "old-name" and body.id in rows | titles]
    if found:
        names = [say("reforms.renamed", name=body.name, new=called_now(graph, era)) for body, era in found]
        yield Draft(
            matter="",
            departments=tuple(body.name for body, _ in found),
            evidence=tuple((titles | rows)[body.id] for body, _ in found),
            values={"names": several(names, _NAMED), "bodies": str(len(found))},
            severity="L",
            variant="renamed",
            as_of="audit",
        )


def _older(graph: DutyGraph, lists: Sequence[DutyList], eras: Sequence[Era]) -> bool:
    """Say whether the lists are known to be older than the reforms: right when they were made."""
    last = [graph.dated(one).last for one in lists]
    first = min(era.since for era in eras if era.since)
    return all(day is not None and day < first for day in last)


def _day(graph: DutyGraph, one: Passed) -> datetime.date:
    return day_of(graph, one.one) or datetime.date.max
