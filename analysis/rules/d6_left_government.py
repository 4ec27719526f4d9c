"""D6 left-government: who has the functions now is an organ of the Party, or answers to a higher level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.evidence import of_row, several
from analysis.finding import Draft, Evidence
from analysis.reform_words import called, title_of
from analysis.reforms import day_of, era_here, is_department, owners_of, passed_parts
from analysis.rule import Words, jurisdiction_rule
from data.messages import say
from data.rows import DutyList
from graph.dutygraph import Body, DutyGraph
from graph.eras import nature_of


@jurisdiction_rule("D6")
def left_government(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report departments of the government whose functions are with the Party or a vertical body, in one finding.

    Formula: a department of the government at this level has ended, and all families that have its functions by the
    day are of the nature "party" or "vertical" (natures and dates in data/bodies); or it goes on under another name and
    its own family has become so (环境保护局). Bodies that were so before (国税局, the branch of the city's environment
    bureau) are left out, and so are names of the new time: they knew. Without an audit's day it is information.

    Source: DOMAIN 1.6 (监委, 宣传部, 统战部; 税务, 生态环境, 消防)
    """
    found = {body.id: (body, piece, what) for body, piece, what in reversed(tuple(_left(graph)))}
    if found:
        bodies, pieces, told = zip(*reversed(found.values()), strict=True)
        yield Draft(
            matter="",
            departments=tuple(body.name for body in bodies),
            evidence=pieces,
            values={"told": several(told)},
            severity=None if graph.audited else "I",
            as_of="audit" if graph.audited else "list",
        )


def _left(graph: DutyGraph) -> Iterator[tuple[Body, Evidence, str]]:
    for one in passed_parts(graph):
        yield from _what(graph, one.one, one.body, of_row(one.part.row), [taker.family for taker in one.takers])
    lists = {row.id: one for one in graph.lists for row in one.boundaries}
    for part in graph.parts():
        body, made_for = graph.body(part.body), lists[part.row.id]
        if _status(graph, made_for, body) == "old-name":
            yield from _what(graph, made_for, body, of_row(part.row), body.families)
    for listed in graph.lists:
        for body in owners_of(graph, listed):
            yield from _of_owner(graph, listed, body)


def _of_owner(graph: DutyGraph, one: DutyList, body: Body) -> Iterator[tuple[Body, Evidence, str]]:
    day = day_of(graph, one)
    if day and _status(graph, one, body) == "abolished":
        yield from _what(graph, one, body, title_of(one), era_here(graph, body, day).families)


def _status(graph: DutyGraph, one: DutyList, body: Body) -> str:
    day = day_of(graph, one)
    return era_here(graph, body, day).status if day else ""


def _what(
    graph: DutyGraph, one: DutyList, body: Body, piece: Evidence, families: Sequence[str]
) -> Iterator[tuple[Body, Evidence, str]]:
    """Yield a department of the government, where whoever has its functions now is none."""
    day = day_of(graph, one)
    if day is None or body.nature != "government" or not is_department(graph, body):
        return
    natures = {nature_of(family, day) for family in families}
    if natures <= {"party", "vertical"}:
        name = say("join").join(dict.fromkeys(called(graph, family, day) for family in families))
        yield body, piece, say(f"reforms.{min(natures)}", name=body.name, new=name)
