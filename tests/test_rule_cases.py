"""Every rule against its cases in tests/cases/rules: what it must report, and where it must keep silent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from corpora import corpus

from analysis.catalogue import CATALOGUE
from analysis.engine import analyse
from analysis.finding import Finding
from analysis.rule import Rule
from graph.build import build_graphs
from graph.dates import Standpoint

FOLDER = Path(__file__).parent / "cases" / "rules"


def cases_of(rule: Rule) -> list[dict[str, Any]]:
    """The cases of one rule (FileNotFoundError where a rule has none: it must have some)."""
    cases: list[dict[str, Any]] = yaml.safe_load((FOLDER / f"{rule.id}.yml").read_text(encoding="utf-8"))
    return cases


CASES = [pytest.param(rule, case, id=f"{rule.id} {case['name']}") for rule in CATALOGUE for case in cases_of(rule)]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: Rule, case: dict[str, Any]) -> None:
    standpoint = Standpoint(case.get("as_of"), case.get("at_list_date", True))
    found = analyse(build_graphs(corpus(case["lists"]), standpoint), [rule])
    assert [_said(finding, wanted) for finding, wanted in zip(found, case["findings"], strict=True)] == case["findings"]


def _said(finding: Finding, wanted: dict[str, Any]) -> dict[str, Any]:
    """The fields of a finding that the case speaks of; `evidence` compares the quoted words."""
    plain = {
        "matter": finding.matter,
        "severity": finding.severity,
        "departments": list(finding.departments),
        "jurisdictions": list(finding.jurisdictions),
        "evidence": [piece.text for piece in finding.evidence],
        "message": finding.message,
        "confidence": finding.confidence,
        "as_of": finding.as_of,
    }
    return {name: plain[name] for name in wanted}


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)
def test_each_rule_has_a_case_where_it_reports_and_one_where_it_is_silent(rule: Rule) -> None:
    cases = cases_of(rule)
    assert any(case["findings"] for case in cases)
    assert any(not case["findings"] for case in cases)
