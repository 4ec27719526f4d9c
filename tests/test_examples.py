"""The example lists: the loader reads every row of them, and the audit finds what was planted and nothing else."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from analysis.catalogue import CATALOGUE
from analysis.finding import Finding
from boundaries import analyse, build_graphs, load
from data.document import Source
from data.examples import write_examples
from data.rows import Corpus, DutyList
from graph.dates import Standpoint
from loaders.wording import split_number

EXAMPLES = Path(__file__).parents[1] / "data" / "examples"
EXPECTED: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "examples_expected.json").read_text(encoding="utf-8")
)["lists"]
TRUTH: list[dict[str, Any]] = yaml.safe_load((EXAMPLES / "truth.yml").read_text(encoding="utf-8"))["faults"]
PLAIN = "I"
AUDITED = Standpoint(datetime.date(2026, 11, 22))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The lists as `boundaries example` writes them."""
    lists = tmp_path_factory.mktemp("examples") / "lists"
    write_examples(lists)
    return load([lists])


@pytest.fixture(scope="module")
def found(corpus: Corpus) -> tuple[Finding, ...]:
    return analyse(build_graphs(corpus, AUDITED))


def list_of(corpus: Corpus, owner: str) -> DutyList:
    return next(one for one in corpus.lists if one.owner == owner)


def test_the_lists_are_those_expected(corpus: Corpus) -> None:
    read = {(one.jurisdiction, one.owner) for one in corpus.lists}
    assert read == {(one["jurisdiction"], one["owner"]) for one in EXPECTED}


@pytest.mark.parametrize("table", ["boundaries", "duties", "services"])
@pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: one["owner"])
def test_every_row_is_read_as_written(corpus: Corpus, expected: dict[str, Any], table: str) -> None:
    rows = getattr(list_of(corpus, expected["owner"]), table)
    assert [_cells(row, wanted) for row, wanted in zip(rows, expected[table], strict=True)] == [
        {name: _squeezed(text) for name, text in wanted.items() if name != "source"} for wanted in expected[table]
    ]
    for row, wanted in zip(rows, expected[table], strict=True):
        assert any(_meets(source, wanted["source"]) for source in row.source)


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: one["owner"])
def test_every_regime_is_read_as_written(corpus: Corpus, expected: dict[str, Any]) -> None:
    regimes = list_of(corpus, expected["owner"]).regimes
    assert [split_number(regime.title)[1] for regime in regimes] == [wanted["title"] for wanted in expected["regimes"]]
    assert all(len(regime.sections) >= 5 for regime in regimes)


def test_encodings_are_found(corpus: Corpus) -> None:
    encodings = {document.file: document.encoding.lower().replace("_", "-") for document in corpus.documents}
    assert encodings["柳塘县/水利局.txt"].startswith("gb")
    assert encodings["鹤桥县/安全生产监督管理局.txt"] == "utf-8-sig"


def test_every_rule_has_a_planted_fault() -> None:
    assert {rule.id for rule in CATALOGUE} <= {fault["rule"] for fault in TRUTH}


@pytest.mark.parametrize("fault", TRUTH, ids=lambda fault: f"{fault['rule']} {fault['matter'] or fault['departments']}")
def test_a_planted_fault_is_found_once(found: tuple[Finding, ...], fault: dict[str, Any]) -> None:
    assert len([finding for finding in found if _answers(finding, fault)]) == 1


def test_nothing_else_is_found_above_information(found: tuple[Finding, ...]) -> None:
    grave = [finding for finding in found if finding.severity != PLAIN]
    assert [finding.message for finding in grave if not any(_answers(finding, fault) for fault in TRUTH)] == []


def _answers(finding: Finding, fault: dict[str, Any]) -> bool:
    said = (finding.rule, finding.severity, finding.matter, finding.as_of)
    told = (*(fault[name] for name in ("rule", "severity", "matter")), fault.get("as_of", "list"))
    sides = (set(finding.jurisdictions), set(finding.departments))
    if said != told or sides != (set(fault["jurisdictions"]), set(fault["departments"])):
        return False
    return all(_quoted(line, (piece.source for piece in finding.evidence)) for line in fault["evidence"])


def _quoted(line: dict[str, Any], sources: Iterable[Source]) -> bool:
    return any(source.file == line["file"] and source.first <= line["line"] <= source.last for source in sources)


def _meets(source: Source, wanted: dict[str, Any]) -> bool:
    return bool(source.file == wanted["file"] and source.first <= wanted["last"] and wanted["first"] <= source.last)


def _cells(row: object, wanted: dict[str, Any]) -> dict[str, str]:
    return {name: _squeezed(getattr(row, name)) for name in wanted if name != "source"}


def _squeezed(text: str | None) -> str:
    return "".join((text or "").split())
