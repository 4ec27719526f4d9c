"""A6 crowded: a matter with far more departments than the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import quantiles

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.metrics import fragmentation, parties
from analysis.rule import Words, region_rule
from analysis.statements import names, statements
from graph.dutygraph import DutyGraph


@region_rule("A6")
def crowded(graphs: Sequence[DutyGraph], words: Words) -> Iterator[Draft]:
    """Report the matters of the run that name unusually many bodies and spread the work evenly over them.

    Formula: n(m) above the `percentile` of all statements of the run and at least `parties`, and fragmentation(m) above
    `fragmentation`. With fewer than `matters` statements there is nothing to compare with.

    Source: RACI charting (many R: split the task); fragmentation: see `analysis.metrics`.
    """
    told = [(graph, statement) for graph in graphs for statement in statements(graph)]
    if len(told) < words.threshold("matters"):
        return
    usual = quantiles([parties(statement) for _, statement in told], n=100, method="inclusive")
    percentile = int(words.threshold("percentile"))
    limit = usual[percentile - 1]
    for graph, statement in told:
        spread = fragmentation(statement)
        many = parties(statement) > limit and parties(statement) >= words.threshold("parties")
        if many and spread > words.threshold("fragmentation"):
            yield Draft(
                matter=statement.matter,
                departments=names(graph, statement.parts),
                evidence=of_rows(statement.rows),
                values={
                    "parties": str(parties(statement)),
                    "fragmentation": f"{spread:.2f}",
                    "percentile": str(percentile),
                    "limit": str(int(limit)),
                    "matters": str(len(told)),
                },
                jurisdictions=(graph.jurisdiction,),
            )
