"""A1 no-lead: matters of several departments for which a list names no lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.claims import claims_whole
from analysis.evidence import list_name, list_of, of_rows, of_statement, several
from analysis.finding import Draft
from analysis.metrics import parties
from analysis.rule import Words, jurisdiction_rule
from analysis.rules.a9_shared_duty_text import enforcing, same_work
from analysis.statements import Statement, by_list, known_as, names, one_cell, weakest
from analysis.statutes import Judged, lead_by_law, led_by_law, left_open
from data.messages import say
from data.rows import DutyList
from graph.dates import AsOf
from graph.dutygraph import DutyGraph, Part


@dataclass(frozen=True, slots=True)
class _Contest:
    """Parts of one matter whose bodies each claim the whole of it, or the same work in it."""

    node: str
    parts: tuple[Part, ...]
    variant: str


@jurisdiction_rule("A1")
def no_lead(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report, list by list, the matters of two bodies or more for which no lead is written down.

    Formula: n(m) >= 2 and no part of the statement with an explicit lead. Four kinds: two bodies each claim the whole
    matter, or the same work where that names the matter or is enforcement (A9): one finding a matter, H. A lead can
    only be inferred from the text: one finding a list, L. A law puts one of the parties in charge (`graph.baseline`):
    one finding a list, H. All others: one finding a list, M. Where the law names several departments and puts none in
    charge (易制毒化学品), a table without a lead does as the law does, and nothing is said.

    Source: 部门职责分工协调办法 article 6, 山东省党政群机关部门职责分工协商协调办法 article 3 (name the
    lead); RACI charting (nobody accountable).
    """
    contests: dict[_Contest, list[Statement]] = {}
    for one, told in by_list(graph):
        shared = [statement for statement in told if parties(statement) > 1]
        judged = [(statement, _contest(graph, statement)) for statement in shared if not _written(statement)]
        for statement, contest in judged:
            if contest:
                contests.setdefault(contest, []).append(statement)
        yield from _of_list(graph, one, judged, len(shared))
    yield from (_contested(graph, contest, told) for contest, told in contests.items())


def _written(statement: Statement) -> bool:
    return any(part.role.confidence == "explicit" for part in statement.holding("lead"))


def _contest(graph: DutyGraph, statement: Statement) -> _Contest | None:
    """Return how bodies each claim the whole matter, or the same work in it; None where they get along.

    Bodies of one cell share a claim (A12), and contest nothing by it.
    """
    claimants = tuple(part for part in statement.sides if part.role.name == "lead" or claims_whole(part))
    if len({part.body for part in claimants}) > 1 and not _share_a_cell(claimants):
        return _Contest(statement.node, claimants, "whole")
    rivals = [pair for pair in same_work(graph, statement.node) if {pair.left, pair.right} & set(statement.parts)]
    grave = [pair for pair in rivals if pair.central or enforcing([pair])]
    parts = tuple(dict.fromkeys(part for pair in grave for part in (pair.left, pair.right)))
    return _Contest(statement.node, parts, "same") if parts else None


def _share_a_cell(parts: Sequence[Part]) -> bool:
    return all(one_cell(parts[0].row, part.row) for part in parts)


def _contested(graph: DutyGraph, contest: _Contest, told: Sequence[Statement]) -> Draft:
    return Draft(
        matter=told[0].matter if len(told) == 1 else known_as(graph.matter(contest.node)),
        departments=names(graph, contest.parts),
        evidence=of_rows(part.row for part in contest.parts),
        values={"list": say("join").join(dict.fromkeys(list_of(statement.owner) for statement in told))},
        severity="H",
        variant=contest.variant,
        confidence=weakest(contest.parts),
    )


def _of_list(
    graph: DutyGraph, one: DutyList, judged: Sequence[tuple[Statement, _Contest | None]], total: int
) -> Iterator[Draft]:
    """Yield the findings on the matters whose lead a law names, that nobody leads, and whose lead can be inferred."""
    calm = [statement for statement, contest in judged if not contest]
    inferred = [statement for statement in calm if statement.holding("lead")]
    law = {id(statement): lead_by_law(graph, one, statement) for statement in calm if statement not in inferred}
    bare = [statement for statement in calm if statement not in inferred and not law[id(statement)]]
    bare = [statement for statement in bare if not left_open(graph, one, statement)]
    ruled = [(statement, found) for statement in calm if (found := law.get(id(statement)))]
    apart = {
        "contested": len(judged) - len(calm), "statutory": len(ruled), "inferred": len(inferred), "bare": len(bare)
    }  # fmt: skip
    for day in ("list", "audit"):
        if then := [(statement, found) for statement, found in ruled if found.as_of == day]:
            yield _by_law(graph, one, then, _beside("statutory", apart, total))
    for kind, told in (("bare", bare), ("inferred", inferred)):
        if told:
            yield _table(graph, one, told, kind == "inferred", _beside(kind, apart, total))


def _by_law(graph: DutyGraph, one: DutyList, told: Sequence[tuple[Statement, Judged]], values: dict[str, str]) -> Draft:
    matters = several([led_by_law(graph, statement.matter, found) for statement, found in told])
    as_of: AsOf = told[0][1].as_of
    return Draft(
        matter="",
        departments=(one.owner,),
        evidence=tuple(of_statement(statement) for statement, _ in told),
        values={"list": list_name(one), "matters": matters, **values},
        severity="H",
        variant="statutory",
        confidence="statutory",
        as_of=as_of,
    )


def _beside(kind: str, apart: dict[str, int], total: int) -> dict[str, str]:
    """Return of how many matters the finding speaks, and how many more without a written lead stand elsewhere."""
    others = [say(f"lead.{one}", count=count) for one, count in apart.items() if count and one != kind]
    elsewhere = say("lead.apart", others=say("join").join(others)) if others else ""
    return {"total": say("lead.total", total=total, elsewhere=elsewhere)}


def _table(graph: DutyGraph, one: DutyList, told: Sequence[Statement], inferred: bool, values: dict[str, str]) -> Draft:
    matters = several([_named(graph, statement) for statement in told])
    return Draft(
        matter="",
        departments=(one.owner,),
        evidence=tuple(map(of_statement, told)),
        values={"list": list_name(one), "matters": matters, **values},
        severity="L" if inferred else None,
        variant="inferred" if inferred else "",
        confidence="inferred" if inferred else "explicit",
    )


def _named(graph: DutyGraph, statement: Statement) -> str:
    """Return the matter's name, with the lead that can be inferred."""
    leads = names(graph, statement.holding("lead"))
    return say("evidence.led", matter=statement.matter, names=say("join").join(leads)) if leads else statement.matter
