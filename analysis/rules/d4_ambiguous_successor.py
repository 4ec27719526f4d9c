"""D4 ambiguous-successor: a reform left open which of several departments has a function, and nobody here has said."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from analysis.evidence import of_row
from analysis.finding import Draft, Evidence
from analysis.lists import quote
from analysis.reform_words import called_all, title_of, with_step
from analysis.reforms import day_of, era_here, owners_of, passed_parts, takers
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import WRITTEN_LEAD
from data.rows import DutyList
from data.successions import Candidate
from graph.dutygraph import Body, DutyGraph

_Open = tuple[Body, Evidence, Sequence[Candidate], datetime.date]


@jurisdiction_rule("D4")
def ambiguous_successor(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report departments that have ended, where two or more may have a function of theirs and the tables cannot tell.

    Formula: a duty of the owner of a list, or a part of one that leads in words, whose successors by its own words are
    several for one sentence (`Candidate.certain` is false). One finding a department, with its duties as evidence; a
    step of the place itself (reform.toml) settles it. Parties that only take part are left to D1.

    Source: DOMAIN 1.6 (洞口县 2019, 枣庄市 2014: one department's functions went to several)
    """
    groups: dict[str, list[_Open]] = {}
    for told in (*_leads(graph), *_owners(graph)):
        groups.setdefault(told[0].id, []).append(told)
    for group in groups.values():
        body, _, _, day = group[0]
        open_ = {one.family: one for _, _, found, _ in group for one in found if not one.certain}
        yield Draft(
            matter="",
            departments=(body.name,),
            evidence=tuple(with_step(graph, piece, found, day) for _, piece, found, day in group),
            values={"takers": called_all(graph, open_.values(), day)},
            as_of="audit" if graph.audited else "list",
        )


def _leads(graph: DutyGraph) -> Iterator[_Open]:
    for one in passed_parts(graph):
        led = (one.part.role.name, one.part.role.confidence) == WRITTEN_LEAD
        day = day_of(graph, one.one)
        if led and day and _undecided(one.takers):
            yield one.body, of_row(one.part.row), one.takers, day


def _owners(graph: DutyGraph) -> Iterator[_Open]:
    """Yield the duties of the lists of departments that have ended; the title where a list has none."""
    for one in graph.lists if graph.audited else ():
        for body in owners_of(graph, one):
            if graph.audited and era_here(graph, body, graph.audited).status == "abolished":
                yield from _of_owner(graph, one, body, graph.audited)


def _of_owner(graph: DutyGraph, one: DutyList, body: Body, day: datetime.date) -> Iterator[_Open]:
    for duty in one.duties:
        text = duty.item or duty.main_duty
        found = takers(graph, body, day, (text,))
        if text and _undecided(found):
            yield body, quote(one, "duties", text, duty.source[0]), found, day
    whole = era_here(graph, body, day).families
    if not one.duties and len(whole) > 1:
        yield body, title_of(one), _of(takers(graph, body, day, ("",)), whole), day


def _of(found: Sequence[Candidate], families: Sequence[str]) -> list[Candidate]:
    return [one for one in found if one.family in families]


def _undecided(found: Sequence[Candidate]) -> bool:
    return any(not one.certain for one in found)
