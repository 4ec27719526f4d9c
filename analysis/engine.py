"""Run the catalogue over the graphs: each rule gets its scope, its drafts become findings in a fixed order."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from analysis.catalogue import CATALOGUE
from analysis.finding import SEVERITIES, Draft, Finding
from analysis.rule import JurisdictionCheck, ListCheck, RegionCheck, Rule, Words
from data.messages import say
from graph.dutygraph import DutyGraph


def analyse(graphs: Sequence[DutyGraph], rules: Iterable[Rule] = CATALOGUE) -> tuple[Finding, ...]:
    """Return the findings of all rules over all graphs of a run.

    Args:
        graphs: one graph a jurisdiction.
        rules: the rules to run; the whole catalogue unless told otherwise.

    Returns:
        Findings, the gravest first, then by rule, jurisdiction and place: the same input gives the same order.
    """
    found: list[tuple[Rule, Draft]] = [(rule, draft) for rule in rules for draft in _drafts(rule, graphs)]
    seen: Counter[str] = Counter()
    findings = [_finding(rule, draft, seen) for rule, draft in found]
    return tuple(sorted(findings, key=_rank))


def _drafts(rule: Rule, graphs: Sequence[DutyGraph]) -> Iterator[Draft]:
    words = rule.words
    if rule.scope == "region":
        yield from cast(RegionCheck, rule.check)(graphs, words)
        return
    for graph in graphs:
        for draft in _within(rule, graph, words):
            yield replace(draft, jurisdictions=draft.jurisdictions or (graph.jurisdiction,))


def _within(rule: Rule, graph: DutyGraph, words: Words) -> Iterator[Draft]:
    if rule.scope == "jurisdiction":
        yield from cast(JurisdictionCheck, rule.check)(graph, words)
        return
    for one in graph.lists:
        yield from cast(ListCheck, rule.check)(one, words)


def _finding(rule: Rule, draft: Draft, seen: Counter[str]) -> Finding:
    words = rule.words
    return Finding(
        id=_identity(rule, draft, seen),
        rule=rule.id,
        name=words.name,
        severity=draft.severity or words.severity,
        jurisdictions=draft.jurisdictions,
        matter=draft.matter,
        departments=draft.departments,
        message=words.message(draft.variant, _values(draft)),
        confidence=draft.confidence,
        as_of=draft.as_of,
        evidence=draft.evidence,
        ground=words.ground,
        peers=draft.peers,
        options=words.options,
    )


def _values(draft: Draft) -> dict[str, str]:
    """What every message may name: {matter}, {departments}, {count}, beside the draft's own values."""
    joined = say("join").join(draft.departments)
    return {"matter": draft.matter, "departments": joined, "count": str(len(draft.evidence)), **draft.values}


def _identity(rule: Rule, draft: Draft, seen: Counter[str]) -> str:
    """Hash what the finding says, never where it stands: it survives moved lines, renamed files and another order."""
    parts = [rule.id, *sorted(draft.jurisdictions), draft.matter, *sorted(draft.departments)]
    parts += sorted("".join(piece.text.split()) for piece in draft.evidence)
    parts += [draft.as_of] if draft.as_of == "audit" else []
    key = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
    seen[key] += 1
    return f"{rule.id}-{key}" if seen[key] == 1 else f"{rule.id}-{key}-{seen[key]}"


def _rank(finding: Finding) -> tuple[int, str, int, tuple[str, ...], tuple[str, int, str]]:
    first = finding.evidence[0].source if finding.evidence else None
    place = (first.file, first.first, finding.id) if first else ("", 0, finding.id)
    letter, number = finding.rule[0], int(finding.rule[1:])
    return (SEVERITIES.index(finding.severity), letter, number, finding.jurisdictions, place)
