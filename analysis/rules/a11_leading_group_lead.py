"""A11 leading-group-lead: the lead is a coordinating body, and no department is named that carries the work."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import Statement, names, statements, weakest
from analysis.wording import mentions
from graph.dutygraph import Body, DutyGraph, Part


@jurisdiction_rule("A11")
def leading_group_lead(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report a matter that is led by leading groups, commissions or headquarters alone.

    Formula: every lead of a statement is a body of the nature "group", or the office of one (…领导小组办公室), and
    neither its cell nor its duty text says where that office sits (办公室设在…), nor does the row of a department
    (承担县森林防火指挥部日常工作).

    Source: 詹绍文、宋会兵 2022 on coordinating bodies of a county; 部门职责分工协调办法 article 8.
    """
    for statement in statements(graph):
        leads = statement.holding("lead")
        if leads and all(_uncarried(graph, statement, part, words) for part in leads) and not _kept(statement, words):
            yield Draft(
                matter=statement.matter,
                departments=names(graph, leads),
                evidence=of_rows(part.row for part in leads),
                confidence=weakest(leads),
            )


def _uncarried(graph: DutyGraph, statement: Statement, part: Part, words: Words) -> bool:
    cell = [other for other in statement.parts if other.row.id == part.row.id]
    alone = all(_coordinates(graph.body(other.body), words) for other in cell)
    return alone and not mentions(part.row.department + part.row.duty, words.terms("seat"))


def _kept(statement: Statement, words: Words) -> bool:
    """Say whether the row of a party says that it does the daily work of a group."""
    told = [row.duty for row in statement.rows if mentions(row.duty, words.terms("daily"))]
    return any(mentions(duty, words.terms("groups")) for duty in told)


def _coordinates(body: Body, words: Words) -> bool:
    return body.nature == "group" or mentions(body.name, words.terms("groups"))
