"""D2 self-boundary: all parties of a matter are one department now, and the boundary between them is its own affair."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import list_name, of_rows, several
from analysis.finding import Draft
from analysis.mergers import Merged, merged_statements
from analysis.reform_words import called
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import names
from data.messages import say
from graph.dutygraph import DutyGraph


@jurisdiction_rule("D2")
def self_boundary(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the matters of a list whose parties have all become one department, in one finding a list.

    Formula: every party of the statement, two or more, is of one family after the reforms, for the functions that its
    duty tells, and at least one came to it by a reform. A party of several families counts only where its words decide.

    Source: DOMAIN 1.6 and 6.3 D2 (卫生 and 计生 in 2013-16, 工商, 质监 and 食药监 in 2014-19)
    """
    lists: dict[int, list[Merged]] = {}
    for merged in merged_statements(graph):
        if len(merged.groups) == 1:
            lists.setdefault(id(merged.one), []).append(merged)
    for group in lists.values():
        parts = [part for merged in group for part in merged.statement.sides]
        yield Draft(
            matter=group[0].statement.matter if len(group) == 1 else "",
            departments=names(graph, parts),
            evidence=of_rows(part.row for part in parts),
            values={"list": list_name(group[0].one), "told": several([_told(graph, merged) for merged in group])},
            severity=None if graph.audited else "I",
            as_of="audit" if graph.audited else "list",
        )


def _told(graph: DutyGraph, merged: Merged) -> str:
    ((family, parts),) = merged.groups.items()
    who = say("join").join(names(graph, parts))
    return say("reforms.inside", matter=merged.statement.matter, names=who, taker=called(graph, family, merged.day))
