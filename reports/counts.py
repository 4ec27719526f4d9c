"""How many findings there are: by rule and by jurisdiction, each by severity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.finding import SEVERITIES, Finding, Severity
from data.rows import DutyList
from graph.dutygraph import DutyGraph
from reports.cards import rule_title

AMOUNTS = ("lists", "matters", "assignments", "duties")


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a summary: what is counted, and the findings of each severity, the gravest first.

    `read` are the lists, matters, assignments and duties of a jurisdiction; the line of a rule has none.
    """

    key: str
    label: str
    by_severity: tuple[int, ...]
    read: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        """All findings of the line."""
        return sum(self.by_severity)


def by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Return how many findings each severity has, the gravest first, none left out."""
    counted = Counter(finding.severity for finding in findings)
    return {severity: counted[severity] for severity in SEVERITIES}


def by_rule(findings: Sequence[Finding]) -> tuple[Count, ...]:
    """Return a line for each rule that found something, in the order of the rules' ids."""
    titles = {finding.rule: rule_title(finding) for finding in findings}
    return tuple(
        _count(rule, titles[rule], [finding for finding in findings if finding.rule == rule])
        for rule in sorted(titles, key=_rank)
    )


def by_jurisdiction(graphs: Iterable[DutyGraph], findings: Sequence[Finding]) -> tuple[Count, ...]:
    """Return a line for each jurisdiction; a finding between several stands in the line of each of them."""
    return tuple(_jurisdiction(graph, findings) for graph in graphs)


def _jurisdiction(graph: DutyGraph, findings: Sequence[Finding]) -> Count:
    name = graph.jurisdiction
    concerned = [finding for finding in findings if name in finding.jurisdictions]
    return _count(name, name, concerned, amounts(graph.lists, [graph]))


def amounts(lists: Sequence[DutyList], graphs: Iterable[DutyGraph]) -> tuple[int, ...]:
    """Return how many lists, matters, assignments and duties there are (the names are `AMOUNTS`)."""
    matters = sum(len(graph.matters()) for graph in graphs)
    return (len(lists), matters, sum(len(one.boundaries) for one in lists), sum(len(one.duties) for one in lists))


def _count(key: str, label: str, findings: list[Finding], read: tuple[int, ...] = ()) -> Count:
    return Count(key, label, tuple(by_severity(findings).values()), read)


def _rank(rule: str) -> tuple[str, int]:
    """A2 before A10."""
    return (rule[:1], int(rule[1:]))
