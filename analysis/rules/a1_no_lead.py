"""A1 no-lead: matters of several departments for which a list names no lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.claims import claims_whole
from analysis.evidence import list_of, of_rows, of_statement, several
from analysis.finding import Draft
from analysis.metrics import parties
from analysis.rule import Words, jurisdiction_rule
from analysis.rules.a9_shared_duty_text import enforcing, same_work
from analysis.statements import Statement, by_list, names, weakest
from data.messages import say
from data.rows import DutyList
from graph.dutygraph import DutyGraph, Part


@jurisdiction_rule("A1")
def no_lead(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report, list by list, the matters of two bodies or more for which no lead is written down.

    Formula: n(m) >= 2 and no part of the statement with an explicit lead. Three kinds: two bodies each claim the whole
    matter, or the same work where that names the matter or is enforcement (A9): one finding a matter, H. A lead can
    only be inferred from the text: one finding a list, L. All others: one finding a list, M.

    Source: 部门职责分工协调办法 article 6, 山东省党政群机关部门职责分工协商协调办法 article 3 (name the
    lead); RACI charting (nobody accountable).
    """
    for one, told in by_list(graph):
        shared = [statement for statement in told if parties(statement) > 1]
        calm: list[Statement] = []
        for statement in (statement for statement in shared if not _written(statement)):
            contest = _contest(graph, statement)
            if contest:
                yield contest
            else:
                calm.append(statement)
        yield from _of_list(graph, one, [told for told in calm if not told.holding("lead")], len(shared))
        yield from _of_list(graph, one, [told for told in calm if told.holding("lead")], len(shared))


def _written(statement: Statement) -> bool:
    return any(part.role.confidence == "explicit" for part in statement.holding("lead"))


def _contest(graph: DutyGraph, statement: Statement) -> Draft | None:
    """Return the finding that bodies each claim the whole matter, or the same work in it; None where they get along."""
    claimants = tuple(part for part in statement.parts if part.role.name == "lead" or claims_whole(part))
    if len({part.body for part in claimants}) > 1:
        return _contested(graph, statement, claimants, "whole")
    rivals = [pair for pair in same_work(graph, statement.node) if {pair.left, pair.right} & set(statement.parts)]
    grave = [pair for pair in rivals if pair.central or enforcing([pair])]
    parts = tuple(dict.fromkeys(part for pair in grave for part in (pair.left, pair.right)))
    return _contested(graph, statement, parts, "same") if parts else None


def _contested(graph: DutyGraph, statement: Statement, parts: tuple[Part, ...], variant: str) -> Draft:
    return Draft(
        matter=statement.matter,
        departments=names(graph, parts),
        evidence=of_rows(part.row for part in parts),
        values={"list": list_of(statement.owner)},
        severity="H",
        variant=variant,
        confidence=weakest(parts),
    )


def _of_list(graph: DutyGraph, one: DutyList, told: Sequence[Statement], total: int) -> Iterator[Draft]:
    if told:
        inferred = bool(told[0].holding("lead"))
        yield Draft(
            matter="",
            departments=(one.owner,),
            evidence=tuple(map(of_statement, told)),
            values={
                "list": list_of(one.owner),
                "total": str(total),
                "matters": several([_named(graph, statement) for statement in told]),
            },
            severity="L" if inferred else None,
            variant="inferred" if inferred else "",
            confidence="inferred" if inferred else "explicit",
        )


def _named(graph: DutyGraph, statement: Statement) -> str:
    """Return the matter's name, with the lead that can be inferred."""
    leads = names(graph, statement.holding("lead"))
    return say("evidence.led", matter=statement.matter, names=say("join").join(leads)) if leads else statement.matter
