"""A2 multi-lead: one list names more than one lead for one matter."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import WRITTEN_LEAD, names, statements
from analysis.wording import fragments, subject, without
from data.spacing import squeeze
from graph.dutygraph import DutyGraph, Part


@jurisdiction_rule("A2")
def multi_lead(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report a matter for which one list writes down two leads or more.

    Formula: |L(m)| >= 2, L(m) the different bodies with an explicit lead in one statement of the matter m, name plates
    in brackets left out. Where each lead is said to lead a part of the work only, and none the whole, it is a split by
    parts: severity L.

    Source: 山东省党政群机关部门职责分工协商协调办法, articles 3 and 7; RACI charting (one A).
    """
    for statement in statements(graph):
        leads = tuple(part for part in statement.sides if (part.role.name, part.role.confidence) == WRITTEN_LEAD)
        if len({part.body for part in leads}) < 2:
            continue
        divided = not any(_leads_whole(part, words) for part in leads)
        yield Draft(
            matter=statement.matter,
            departments=names(graph, leads),
            evidence=of_rows(part.row for part in leads),
            severity="L" if divided else None,
            variant="divided" if divided else "",
        )


def _leads_whole(part: Part, words: Words) -> bool:
    """Say whether the words that make the lead are about the whole matter: they name it, or nothing narrower."""
    led = [piece for piece in fragments(part.row.duty) if part.role.words in squeeze(piece)]
    about = [subject(without(piece, (part.role.words, *words.terms("acts")))) for piece in led]
    return not about or any(rest in ("", subject(part.row.matter)) for rest in about)
