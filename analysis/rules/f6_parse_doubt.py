"""F6 parse-doubt: rows whose cells, or whose role, could not be read with confidence."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import list_name
from analysis.finding import Draft, Evidence
from analysis.lists import doubts, gap_counts, quote
from analysis.rule import Words, jurisdiction_rule
from data.messages import say
from data.rows import DutyList
from graph.dutygraph import DutyGraph

Doubt = tuple[tuple[str, ...], Evidence]


@jurisdiction_rule("F6")
def parse_doubt(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report, one finding a list, the rows that a person should compare with the document.

    Formula: rows that the reader flagged (shifted, glued, without number, …; not `corrected`, which a person wrote),
    and rows of the boundaries with a duty text in which no role can be read. It says how far the other findings about
    these rows can be trusted, and blames nobody: severity I.

    Source: DOMAIN 6.3 F6 (honesty); DESIGN 4 (damaged rows are kept and flagged).
    """
    for one in graph.lists:
        found = [*_flagged(one), *_without_role(graph, one)]
        if found:
            named = gap_counts(_name(flag) for flags, _ in found for flag in flags)
            evidence = tuple(piece for _, piece in found)
            yield Draft("", (one.owner,), evidence, {"list": list_name(one), "doubts": named}, confidence="inferred")


def _flagged(one: DutyList) -> Iterator[Doubt]:
    for row in one.duties:
        if doubts(row):
            yield doubts(row), quote(one, "duties", row.item or row.main_duty, row.source[0], _names(doubts(row)))
    for part in one.boundaries:
        if doubts(part):
            text = part.duty or part.department or part.matter
            yield doubts(part), quote(one, "boundaries", text, part.source[0], _names(doubts(part)))
    for service in one.services:
        if doubts(service):
            yield doubts(service), quote(one, "services", service.name, service.source[0], _names(doubts(service)))


def _without_role(graph: DutyGraph, one: DutyList) -> Iterator[Doubt]:
    known = {part.row.id for part in graph.parts() if part.role.name is None}
    for row in one.boundaries:
        if row.id in known and row.duty and not doubts(row):
            yield ("no-role",), quote(one, "boundaries", row.duty, row.source[0], _name("no-role"))


def _names(flags: tuple[str, ...]) -> str:
    return say("join").join(map(_name, flags))


def _name(flag: str) -> str:
    return say(f"flag.{flag}")
