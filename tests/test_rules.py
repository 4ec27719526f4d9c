"""What every rule must have: a place in the catalogue, words in both languages, a page with its headings, cases."""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from corpora import corpus

import analysis.rules
from analysis.catalogue import CATALOGUE
from analysis.finding import SEVERITIES, Draft
from analysis.rule import Rule
from data.messages import LANGUAGES
from data.reference import resource
from graph.build import build_graphs
from graph.dates import Standpoint
from graph.dutygraph import DutyGraph

FOLDER = Path(__file__).parent / "cases" / "rules"
HEADINGS = {
    "zh": ["## 为什么要紧", "## 例", "## 怎么办"],
    "en": ["## Why it matters", "## Example", "## What to do"],
}
WORDED = ("title", "ground", "page", "options")
every_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)


def order(identity: str) -> tuple[str, int]:
    """Rule ids in the order of people: A2 before A10."""
    return identity[0], int(identity[1:])


def entry(rule: Rule) -> dict[str, Any]:
    """The words of a rule as they stand in its file."""
    return rule.words.entry


def names_in(text: str) -> set[str]:
    """The names in braces that a message speaks of."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_no_file_of_a_rule_is_missing_from_the_catalogue() -> None:
    files = {path.stem for path in Path(analysis.rules.__path__[0]).glob("[a-z]*.py")}
    assert files == {f"{rule.id.lower()}_{rule.words.name.replace('-', '_')}" for rule in CATALOGUE}


def test_no_words_and_no_cases_without_a_rule() -> None:
    wanted = {f"{rule.id}.yml" for rule in CATALOGUE}
    assert {path.name for path in resource("rules").iterdir() if path.name.endswith(".yml")} == wanted
    assert {path.name for path in FOLDER.glob("*.yml")} == wanted


def test_ids_are_in_order_and_used_once() -> None:
    ids = [rule.id for rule in CATALOGUE]
    assert ids == sorted(set(ids), key=order)


@every_rule
def test_the_page_has_the_fixed_headings_in_order(rule: Rule) -> None:
    for language in LANGUAGES:
        lines = entry(rule)["page"][language].splitlines()
        assert [line for line in lines if line.startswith("#")] == HEADINGS[language]


@every_rule
def test_all_words_are_there_in_both_languages(rule: Rule) -> None:
    for key in WORDED:
        assert set(entry(rule)[key]) == set(LANGUAGES), key
        assert all(entry(rule)[key][language] for language in LANGUAGES), key
    assert len(entry(rule)["options"]["zh"]) == len(entry(rule)["options"]["en"])
    assert entry(rule)["source"]
    assert rule.words.severity in SEVERITIES


@every_rule
def test_messages_name_the_same_things_in_both_languages(rule: Rule) -> None:
    messages = entry(rule)["message"]
    assert "usual" in messages
    for variant in messages.values():
        assert set(variant) == set(LANGUAGES)
        named = [
            {name for _, name, _, _ in string.Formatter().parse(variant[language]) if name} for language in LANGUAGES
        ]
        assert named[0] == named[1]


@every_rule
def test_the_docstring_gives_formula_and_source(rule: Rule) -> None:
    told = rule.check.__doc__ or ""
    assert "Formula: " in told
    assert "Source: " in told


@every_rule
def test_the_check_knows_each_threshold_by_name(rule: Rule) -> None:
    told = rule.check.__doc__ or ""
    assert [name for name in entry(rule).get("thresholds", {}) if f"`{name}`" not in told] == []


@every_rule
def test_every_message_is_used_by_a_case(rule: Rule) -> None:
    cases = yaml.safe_load((FOLDER / f"{rule.id}.yml").read_text(encoding="utf-8"))
    graphs = [build_graphs(corpus(case["lists"]), standpoint_of(case)) for case in cases]
    drafts = [draft for told in graphs for draft in drafts_of(rule, told)]
    assert {draft.variant or "usual" for draft in drafts} == set(entry(rule)["message"])


def standpoint_of(case: dict[str, Any]) -> Standpoint:
    return Standpoint(case.get("as_of"), case.get("at_list_date", True))


def drafts_of(rule: Rule, graphs: Sequence[DutyGraph]) -> list[Draft]:
    """What the check yields over its scope, before the engine words it."""
    scopes: dict[str, Iterable[Any]] = {
        "list": [one for graph in graphs for one in graph.lists],
        "jurisdiction": graphs,
        "region": [graphs],
    }
    return [draft for scope in scopes[rule.scope] for draft in rule.check(scope, rule.words)]
