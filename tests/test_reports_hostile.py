"""Whatever stands in a document stays text in every format."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from corpora import corpus
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as page_parser
from reportcase import LISTS, case_content, evidence, finding

from reports import findings_json, html, workbook
from reports.content import Content

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></script><!--",
    "{{ 7 * 7 }}{% raw %}",
    "=CMD|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "http://example.test/x",
    "mailto:a@example.test",
)


def hostile_content(text: str) -> Content:
    """The text in every place that a document can fill."""
    lists: list[dict[str, Any]] = [{**LISTS[0], "boundaries": "", "duties": ""}]
    read = corpus(lists)
    row = replace(corpus(LISTS).lists[0].boundaries[0], matter=text, department=text, duty=text, basis=text, case=text)
    read = replace(read, lists=(replace(read.lists[0], owner_text=text, boundaries=(row,)),))
    found = finding(2, matter=text, departments=(text,), message=text, evidence=(evidence(1, text, text),))
    return case_content(findings=(found,), corpus=read)


def tags(content: Content) -> list[tuple[str, tuple[str, ...]]]:
    """Every element of the page with the names of its attributes."""
    page = page_parser.fromstring(html.render(content))
    return [(str(element.tag), tuple(str(name) for name in element.attrib)) for element in page.iter()]


@pytest.mark.parametrize("text", HOSTILE)
def test_page_has_the_same_elements_as_with_harmless_words(text: str) -> None:
    assert tags(hostile_content(text)) == tags(hostile_content("职责"))


@pytest.mark.parametrize("text", HOSTILE)
def test_page_shows_the_words_as_they_stand(text: str) -> None:
    page = page_parser.fromstring(html.render(hostile_content(text)))
    assert page.xpath("string(//blockquote)") == text


@pytest.mark.parametrize("text", HOSTILE)
def test_workbook_holds_texts_and_no_formula_or_link(tmp_path: Path, text: str) -> None:
    workbook.write(hostile_content(text), tmp_path / "audit.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "audit.xlsx").worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert text in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_escaped_in_the_page_and_comes_back_from_the_findings_file(text: str) -> None:
    content = hostile_content(text)
    shown = html.render(content)
    assert shown.count("<script>") == 1
    with tempfile.TemporaryDirectory() as folder:
        findings_json.write(content, Path(folder, "findings.json"))
        assert findings_json.read_findings(Path(folder, "findings.json")).findings == content.findings
