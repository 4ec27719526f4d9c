"""D6 left-government: who has the functions now is an organ of the Party, or answers to a higher level."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from analysis.evidence import of_row, several
from analysis.finding import Draft, Evidence
from analysis.reform_words import called, title_of
from analysis.reforms import day_of, era_here, is_department, owners_of, takers
from analysis.rule import Words, jurisdiction_rule
from data.messages import say
from data.rows import DutyList
from graph.dutygraph import Body, DutyGraph
from graph.eras import nature_of


@jurisdiction_rule("D6")
def left_government(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report departments of the government whose functions are with the Party or a vertical body, in one finding.

    Formula: the body is a department of the government at this level, and the family that has its functions by the day
    is of the nature "party" or "vertical" (natures and dates in data/bodies). Bodies that were so before (国税局, the
    branch of the city's environment bureau) are left out. Without an audit's day it is information.

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
    for body, one, piece, texts in _bodies(graph):
        day = day_of(graph, one)
        if day and body.nature == "government" and is_department(graph, body):
            yield from ((body, piece, what) for what in _what(graph, body, texts, day))


def _bodies(graph: DutyGraph) -> Iterator[tuple[Body, DutyList, Evidence, tuple[str, ...]]]:
    """Yield the departments with where they are named and the words of their duty: parties, then owners of lists."""
    lists = {row.id: one for one in graph.lists for row in one.boundaries}
    for part in graph.parts():
        texts = (part.row.matter, part.row.duty)
        yield graph.body(part.body), lists[part.row.id], of_row(part.row), texts
    for one in graph.lists:
        yield from ((body, one, title_of(one), ("",)) for body in owners_of(graph, one))


def _what(graph: DutyGraph, body: Body, texts: tuple[str, ...], day: datetime.date) -> Iterator[str]:
    """Yield what became of a body, where it or whoever took over from it is no department of the government."""
    ended = era_here(graph, body, day).status == "abolished"
    families = [one.family for one in takers(graph, body, day, texts)] if ended else list(body.families)
    left = [family for family in families if nature_of(family, day) in ("party", "vertical")]
    if left and len(left) == len(families):
        name = say("join").join(called(graph, family, day) for family in left)
        yield say(f"reforms.{nature_of(left[0], day)}", name=body.name, new=name)
