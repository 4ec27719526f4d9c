"""D3 collapsed-parties: a matter has fewer parties now, because a reform joined some of them."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import list_name, of_rows, several
from analysis.finding import Draft
from analysis.mergers import Merged, merged_statements
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import names
from data.messages import say
from graph.dutygraph import DutyGraph


@jurisdiction_rule("D3")
def collapsed_parties(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the matters of a list that lose parties to a merger and keep others, in one finding a list.

    Formula: some of the parties of a statement, not all (those are D2's), are of one family after the reforms. The
    evidence are the rows that become one department's.

    Source: DOMAIN 6.3 D3 (14 names become 12 parties; lead and support fall together)
    """
    lists: dict[int, list[Merged]] = {}
    for merged in merged_statements(graph):
        if len(merged.groups) > 1:
            lists.setdefault(id(merged.one), []).append(merged)
    for group in lists.values():
        parts = [part for merged in group for joined in merged.joined.values() for part in joined]
        yield Draft(
            matter=group[0].statement.matter if len(group) == 1 else "",
            departments=names(graph, parts),
            evidence=of_rows(part.row for part in parts),
            values={
                "list": list_name(group[0].one),
                "told": several([_told(merged) for merged in group]),
                "matters": str(len(group)),
            },
            as_of="audit" if graph.audited else "list",
        )


def _told(merged: Merged) -> str:
    before, after = str(merged.before), str(len(merged.groups))
    return say("reforms.fall", matter=merged.statement.matter, before=before, after=after)
