"""A3 lone-party: a boundary with only one department in it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.metrics import parties
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import Statement, by_list, names
from data.rows import DutyList
from graph.dutygraph import DutyGraph


@jurisdiction_rule("A3")
def lone_party(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report a matter of the boundary table that names one body alone.

    Formula: n(m) = 1 in one statement, and nothing says that another row is lost: every row of it names a body, none
    was damaged in the document, and no row without a matter follows.

    Source: the form of Zhejiang 2014, whose second part is the boundary with other departments.
    """
    for one, told in by_list(graph):
        for statement in told:
            if parties(statement) == 1 and _whole(one, statement, words):
                yield Draft(
                    matter=statement.matter,
                    departments=names(graph, statement.parts),
                    evidence=of_rows(statement.rows),
                )


def _whole(one: DutyList, statement: Statement, words: Words) -> bool:
    """Say whether the statement stands in the list as it was written, as far as can be seen."""
    sound = all(row.department and not set(row.flags) & set(words.terms("damage")) for row in statement.rows)
    after = one.boundaries.index(statement.rows[-1]) + 1
    return sound and all(row.matter for row in one.boundaries[after : after + 1])
