"""findings.json: the format other programs read, and reading it back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from reportcase import AS_OF, FINDINGS, case_content

from data.errors import UsageError
from reports.findings_json import read_findings, write

FIELDS = [
    "id",
    "rule",
    "name",
    "severity",
    "jurisdictions",
    "matter",
    "departments",
    "message",
    "confidence",
    "as_of",
    "evidence",
    "ground",
    "peers",
    "options",
    "waived",
]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    write(case_content(), tmp_path / "findings.json")
    return tmp_path / "findings.json"


def test_fields_are_those_of_the_format(written: Path) -> None:
    whole = json.loads(written.read_text(encoding="utf-8"))
    assert (whole["format"], whole["audited_as_of"]) == ("boundaries-findings/1", "2026-11-22")
    assert [list(entry) for entry in whole["findings"]] == [FIELDS] * len(FINDINGS)
    first = whole["findings"][0]
    assert first["peers"] == {"same": 1, "of": 2}
    assert list(first["evidence"][0]["source"]) == ["file", "part", "unit", "first", "last"]


def test_reads_back_equal(written: Path) -> None:
    audited = read_findings(written)
    assert (audited.as_of, audited.findings) == (AS_OF, FINDINGS)


def test_fields_of_a_later_writer_are_passed_over(written: Path) -> None:
    whole = json.loads(written.read_text(encoding="utf-8"))
    whole["findings"][0]["weight"] = 3
    written.write_text(json.dumps(whole), encoding="utf-8")
    assert read_findings(written).findings == FINDINGS


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole.update(format="boundaries-findings/9"),
        lambda whole: whole.update(audited_as_of="yesterday"),
        lambda whole: whole["findings"][0].pop("ground"),
        lambda whole: whole.update(findings=[3]),
    ],
)
def test_a_damaged_file_is_a_foreseen_error(written: Path, damage: Any) -> None:
    whole = json.loads(written.read_text(encoding="utf-8"))
    damage(whole)
    written.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(UsageError, match=r"findings\.json"):
        read_findings(written)


def test_a_missing_file_is_a_foreseen_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.json"):
        read_findings(tmp_path / "none.json")
