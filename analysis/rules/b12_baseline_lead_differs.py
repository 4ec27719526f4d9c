"""B12 baseline-lead-differs: a list names another department as lead than the one that the law puts in charge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.evidence import of_rows
from analysis.finding import Draft, Severity
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import WRITTEN_LEAD, Statement, by_list, names
from analysis.statutes import Judged, cited, here, judged, one_house
from data.messages import say
from data.rows import DutyList
from graph.baseline import followed, holds_any
from graph.dutygraph import DutyGraph, Part


@jurisdiction_rule("B12")
def baseline_lead_differs(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the matters whose lead in words is not of the function that the law puts in charge, one a list and matter.

    Formula: the matter is that of a statutory split with leads on a day for which the list is judged, and no body that
    the list names as lead in words, nor another name plate of it, holds or held the function of one of them. M; I where
    the law leaves the split to the local government, where the lead is one of the set-ups that take over powers of
    others (综合执法, 行政审批: the terms of this rule), and where the lists know no department of that function here:
    another may have taken it in (林业 under 自然资源局). Coordinating groups are left to A11; of a body whose function
    its name does not tell nothing is said. What holds on the day of the list is not said again for that of the audit.

    Source: DOMAIN 4.4 (statutory splits) and 6.3 B12.
    """
    for one, told in by_list(graph):
        for statement in told:
            leads = tuple(part for part in statement.parts if _written(graph, part))
            differing = [law for law in judged(graph, one, statement.parts) if _differs(graph, leads, law)]
            if leads and differing:
                yield _draft(graph, one, statement, leads, differing[0], words)


def _written(graph: DutyGraph, part: Part) -> bool:
    body = graph.body(part.body)
    named = (part.role.name, part.role.confidence) == WRITTEN_LEAD
    return named and bool(body.families) and body.nature not in ("group", "generic")


def _differs(graph: DutyGraph, leads: Sequence[Part], law: Judged) -> bool:
    families = law.law.baseline.split.leads
    bodies = one_house(graph, (part.body for part in leads))
    return bool(families) and not any(holds_any(graph, body, families) for body in bodies)


def _draft(
    graph: DutyGraph, one: DutyList, statement: Statement, leads: tuple[Part, ...], law: Judged, words: Words
) -> Draft:
    split = law.law.baseline.split
    by_law = law.law.parts
    charged = (new for old in split.leads for new in followed(old, law.day, graph.known, graph.jurisdiction))
    held = {family for part in leads for family in graph.body(part.body).families}
    variant = "local" if split.local or held & set(words.terms("set-ups")) else _unless_here(graph, law)
    severity: Severity | None = "I" if variant else None
    return Draft(
        matter=statement.matter,
        departments=names(graph, (*leads, *by_law)),
        evidence=of_rows(part.row for part in (*leads, *by_law)),
        values={
            "leads": say("join").join(names(graph, leads)),
            "charged": say("join").join(dict.fromkeys(charged)),
            "law": cited(split),
            "list": one.owner,
        },
        severity=severity,
        variant=variant,
        confidence="statutory",
        as_of=law.as_of,
    )


def _unless_here(graph: DutyGraph, law: Judged) -> str:
    """Return "" where a department that the law puts in charge is known here, and the variant for what is not."""
    known = any(here(graph, family, law.day) for family in law.law.baseline.split.leads)
    return "" if known else "unknown"
