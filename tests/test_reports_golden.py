"""What the small audit looks like as findings.json and as a page, word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from goldentext import golden, rewriting
from reportcase import case_content, speaking

from reports import findings_json, html


def test_findings_file(tmp_path: Path) -> None:
    findings_json.write(case_content(), tmp_path / "findings.json")
    made = (tmp_path / "findings.json").read_text(encoding="utf-8")
    assert made == golden("findings.json", made)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_page(language: str) -> None:
    with speaking(language):
        made = _body(html.render(case_content()))
    assert made == golden(f"report.{language}.html", made)


def test_golden_files_are_not_being_rewritten() -> None:
    assert not rewriting()


def _body(page: str) -> str:
    """The page without its style, its script and the hash of that: their bytes are no result of the audit."""
    page = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", page, flags=re.DOTALL)
    return re.sub(r"sha256-[^&']*", "sha256-", page)
