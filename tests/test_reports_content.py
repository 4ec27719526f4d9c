"""The content model: what is counted, and how places and findings are worded."""

from __future__ import annotations

import pytest
from reportcase import FINDINGS, SVG, case_content, evidence, finding, speaking

from analysis.catalogue import CATALOGUE
from data.document import Source
from data.where import place, places
from reports.cards import card, rule_title
from reports.counts import by_rule
from reports.grid import grid
from reports.wording import flags, some, term


def test_front_page_counts_what_was_read_and_found() -> None:
    facts = {fact.label: fact.count for fact in case_content().facts}
    assert facts == {
        "行政区": 2,
        "文档": 1,
        "责任清单": 3,
        "管理事项": 3,
        "职责分工行": 5,
        "具体工作事项": 1,
        "审计发现": 4,
    }


def test_rules_stand_in_the_order_of_their_numbers() -> None:
    lines = by_rule(FINDINGS)
    assert [(line.key, line.by_severity, line.total) for line in lines] == [
        ("X2", (1, 0, 0, 0), 1),
        ("X3", (0, 0, 1, 0), 1),
        ("X4", (0, 0, 0, 1), 1),
        ("X10", (0, 1, 0, 0), 1),
    ]


def test_a_finding_between_jurisdictions_counts_in_each() -> None:
    lines = case_content().places
    assert [(line.key, line.by_severity, line.read) for line in lines] == [
        ("东山市甲县", (1, 1, 1, 1), (2, 2, 4, 1)),
        ("东山市乙区", (0, 0, 0, 1), (1, 1, 1, 0)),
    ]


def test_a_matter_shows_who_states_it_and_who_has_which_role() -> None:
    content = case_content()
    heads = [column.name for column in content.grids["matters"].columns]
    line = dict(zip(heads, content.grids["matters"].rows[0], strict=True))
    assert line["载明该事项的清单"] == "东山市甲县卫生局、东山市甲县人口和计划生育局"
    assert (line["牵头"], line["配合"], line["部门数"]) == ("县卫生局、县计生局", "县公安局", 3)


@pytest.mark.parametrize(
    ("language", "source", "said"),
    [
        ("zh", Source("003.txt", "", "line", 8748, 8751), "003.txt 第 8748–8751 行"),
        ("zh", Source("a.xlsx", "卫健局", "row", 7, 7), "a.xlsx · 卫健局 表格第 7 行"),
        ("en", Source("a.docx", "", "paragraph", 2, 2), "a.docx paragraph 2"),
        ("en", Source("a.pdf", "", "page", 2, 3), "a.pdf pages 2–3"),
    ],
)
def test_place(language: str, source: Source, said: str) -> None:
    with speaking(language):
        assert place(source) == said


def test_a_row_of_several_places_names_its_file_once() -> None:
    pieces = (Source("a.txt", "", "line", 1, 1), Source("a.txt", "", "line", 9, 9), Source("b.txt", "", "line", 2, 2))
    assert places(pieces) == "a.txt 第 1 行；第 9 行；b.txt 第 2 行"


def test_many_names_are_counted() -> None:
    assert some(["甲", "乙"]) == "甲、乙"
    assert some("甲乙丙丁", most=2) == "甲、乙等 4 个"


def test_names_without_a_word_are_shown_as_they_stand() -> None:
    assert term("skipped.separator") == "分隔行"
    assert term("skipped.of-a-later-version") == "of-a-later-version"
    assert flags(("of-a-later-version",)) == "of-a-later-version"


@pytest.mark.parametrize(
    ("labels", "origin"),
    [
        (["卫生局清单“甲”：公安局", "卫生局清单“甲”：公路局"], "卫生局清单“甲”："),
        (["Health: Police", "Health: Parks"], "Health:"),
        (["卫生局", "卫生所"], ""),
        ([], ""),
    ],
)
def test_what_all_labels_begin_with_is_said_once(labels: list[str], origin: str) -> None:
    assert card(finding(2, evidence=tuple(evidence(1, label=label) for label in labels))).origin == origin


def test_a_rule_of_the_catalogue_has_its_title_and_an_unknown_one_its_name() -> None:
    for rule in CATALOGUE:
        assert rule_title(finding(2, rule=rule.id)) == rule.words.title
    assert rule_title(finding(2)) == "example-2"


def test_a_table_with_a_short_row_is_refused() -> None:
    with pytest.raises(ValueError, match="lists"):
        grid("lists", {"owner": "name", "year": "short"}, [("县卫生局",)])


def test_every_table_is_worded_in_both_languages() -> None:
    shown = {}
    for language in ("zh", "en"):
        with speaking(language):
            shown[language] = case_content(diagrams={"甲": SVG}).grids
    assert shown["zh"].keys() == shown["en"].keys()
    for key in shown["zh"]:
        assert shown["zh"][key].title != shown["en"][key].title
        assert len(shown["zh"][key].columns) == len(shown["en"][key].columns)
