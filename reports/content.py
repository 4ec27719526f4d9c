"""The one content model: everything a report shows, already worded and counted, whatever the format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from analysis.finding import Finding
from data.messages import say
from data.rows import Corpus
from graph.dutygraph import DutyGraph
from reports import grids_findings, grids_graph, grids_read
from reports.cards import Card, card
from reports.counts import AMOUNTS, Count, amounts, by_jurisdiction, by_rule
from reports.grid import Grid


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of the front page and what it counts."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Content:
    """What one audit has to say.

    Args:
        as_of: the date that the audit speaks of.
        jurisdictions: full names, in the order their lists were read.
        facts: what was read and found, in numbers.
        rules: findings by rule and severity.
        places: by jurisdiction, what was read and the findings by severity.
        cards: the findings in words, the gravest first.
        grids: the tables by key (findings, evidence, matters, assignments, bodies, duties, lists, documents, skipped).
        warnings: (file, what was odd about it), in reading order.
        diagrams: caption → SVG text.
    """

    as_of: date
    jurisdictions: tuple[str, ...]
    facts: tuple[Fact, ...]
    rules: tuple[Count, ...]
    places: tuple[Count, ...]
    cards: tuple[Card, ...]
    grids: Mapping[str, Grid]
    warnings: tuple[tuple[str, str], ...]
    diagrams: Mapping[str, str]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings themselves, the gravest first."""
        return tuple(one.finding for one in self.cards)


def make_content(
    corpus: Corpus,
    graphs: Sequence[DutyGraph],
    findings: Sequence[Finding],
    as_of: date,
    diagrams: Mapping[str, str] = MappingProxyType({}),
) -> Content:
    """Word and count everything that the reports of one run show, in the language of the run.

    Args:
        corpus: what was read, and the account of it.
        graphs: one a jurisdiction, from `graph.build.build_graphs`.
        findings: in the order they are to stand in, from `analysis.engine.analyse`.
        as_of: the date of the audit.
        diagrams: caption → SVG text, in the order they are to stand in; only a page shows them.

    Example:
        >>> make_content(Corpus((), (), ()), (), (), date(2026, 11, 22), {}).facts[0]
        Fact(label='行政区', count=0)
    """
    cards = tuple(card(finding) for finding in findings)
    return Content(
        as_of=as_of,
        jurisdictions=tuple(graph.jurisdiction for graph in graphs),
        facts=_facts(corpus, graphs, findings),
        rules=by_rule(findings),
        places=by_jurisdiction(graphs, findings),
        cards=cards,
        grids={one.key: one for one in _grids(corpus, graphs, cards)},
        warnings=tuple((record.file, warning) for record in corpus.documents for warning in record.warnings),
        diagrams=dict(diagrams),
    )


def _grids(corpus: Corpus, graphs: Sequence[DutyGraph], cards: Sequence[Card]) -> tuple[Grid, ...]:
    return (
        grids_findings.findings(cards),
        grids_findings.evidence(cards),
        grids_graph.matters(graphs),
        grids_graph.assignments(graphs),
        grids_graph.bodies(graphs),
        grids_read.duties(corpus),
        grids_read.lists(corpus, graphs),
        grids_read.documents(corpus),
        grids_read.skipped(corpus),
    )


def _facts(corpus: Corpus, graphs: Sequence[DutyGraph], findings: Sequence[Finding]) -> tuple[Fact, ...]:
    read = dict(zip(AMOUNTS, amounts(corpus.lists, graphs), strict=True))
    counts = {"jurisdictions": len(graphs), "documents": len(corpus.documents), **read, "findings": len(findings)}
    return tuple(Fact(say(f"report.fact.{name}"), count) for name, count in counts.items())
