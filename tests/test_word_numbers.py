"""Automatic numbers of Word documents are read as Word shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import DOWN, FURTHER, docx, grid, level, numbered, numbering, p, tables, tbl, tc, texts, tr

from loaders.numbers import is_number
from loaders.readers.word.docx import read
from loaders.readers.word.numerals import numeral
from loaders.wording import number_value

HEADINGS = level("chineseCounting", "%1、") + level("chineseCounting", "（%2）", 1) + level("decimal", "%3.", 2)


def shown(body: str, lists: str, styles: str = "") -> list[str]:
    return texts(read(docx(body, lists, styles), "a.docx"))


def test_levels_count_and_begin_anew() -> None:
    body = "".join(
        (
            *(numbered("主要职责", 1, 0), numbered("甲", 1, 1), numbered("乙", 1, 1), numbered("丙", 1, 2)),
            *(p("插话"), numbered("职责边界", 1, 0), numbered("丁", 1, 1)),
        )
    )
    assert shown(body, numbering(HEADINGS)) == [
        "一、主要职责",
        "（一）甲",
        "（二）乙",
        "1. 丙",
        "插话",
        "二、职责边界",
        "（一）丁",
    ]


def test_cells_that_hold_only_a_number_show_it() -> None:
    body = tbl(*(tr(tc(numbered()), text) for text in ("甲", "乙"))) + p("间") + tbl(tr(tc(numbered()), "丙"))
    made = tables(read(docx(body, numbering(level("decimal", "%1"))), "a.docx"))
    assert [grid(table) for table in made] == [[["1", "甲"], ["2", "乙"]], [["3", "丙"]]]


def test_a_number_with_its_dot_is_the_number_of_a_row() -> None:
    made = tables(read(docx(tbl(tr(tc(numbered()), "甲")), numbering(level("decimal", "%1."))), "a.docx"))
    assert made[0].cells[0].text == "1."
    assert is_number(made[0].cells[0].text)


def test_what_is_merged_away_does_not_count() -> None:
    rows = (tr(tc(numbered(), DOWN), "甲"), tr(tc(numbered(), FURTHER), "乙"), tr(tc(numbered(), DOWN), "丙"))
    made = tables(read(docx(tbl(*rows), numbering(level("decimal", "%1"))), "a.docx"))
    assert [row[0] for row in grid(made[0])] == ["1", "1", "2"]


def test_a_numbered_list_in_a_cell() -> None:
    cell = tc(numbered("制定规划；") + numbered("组织实施。") + numbered())
    made = tables(read(docx(tbl(tr(cell)), numbering(level("chineseCountingThousand", "（%1）"))), "a.docx"))
    assert made[0].cells[0].text == "（一）制定规划；\n（二）组织实施。"


def test_lists_of_one_definition_count_on_unless_told_to_start() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering(level("decimal", "%1."))
    lists += '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    lists += f'<w:num w:numId="3"><w:abstractNumId w:val="0"/>{again}</w:num>'
    body = "".join(numbered("项", number) for number in (1, 1, 2, 3, 3))
    assert shown(body, lists) == ["1. 项", "2. 项", "3. 项", "1. 项", "2. 项"]


def test_a_number_of_several_levels_in_plain_digits() -> None:
    lists = numbering(
        level("chineseCounting", "第%1章") + level("decimal", "%1.%2", 1, "<w:isLgl/>") + level("none", "附", 2)
    )
    body = numbered("总则", 1, 0) + numbered("目的", 1, 1) + numbered("件", 1, 2)
    assert shown(body, lists) == ["第一章 总则", "1.1 目的", "附 件"]


def test_a_level_used_before_the_one_above_shows_where_that_starts() -> None:
    assert shown(numbered("甲", 1, 1), numbering(level("decimal", "%1") + level("decimal", "%1.%2", 1))) == ["1.1 甲"]


def test_numbers_come_from_styles_and_are_switched_off_by_nought() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="head"><w:basedOn w:val="base"/></w:style>'
    )
    body = p("甲", '<w:pStyle w:val="head"/>')
    body += p("乙", '<w:pStyle w:val="head"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body += p("丙", '<w:pStyle w:val="head"/>')
    assert shown(body, numbering(HEADINGS), styles) == ["一、甲", "乙", "二、丙"]


def test_a_list_defined_by_a_style() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="pages"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{level("decimal", "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = '<w:style w:styleId="pages"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    assert shown(numbered("甲"), lists, styles) == ["1) 甲"]


def test_bullets_are_no_numbers() -> None:
    assert shown(numbered("甲"), numbering(level("bullet", "●"))) == ["甲"]


def test_definitions_that_go_in_circles_or_lead_nowhere_number_nothing() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 9) + p("丁", '<w:pStyle w:val="b"/>')
    assert shown(body, lists, styles) == ["甲", "乙", "丙", "丁"]


@pytest.mark.parametrize(
    ("form", "number", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 10, "⑩"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 14, "xiv"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 101, "一○一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1003, "一千零三"),
        ("chineseCountingThousand", 10_010, "一万零一十"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 25, "贰拾伍"),
        ("ideographTraditional", 3, "丙"),
        ("lowerRoman", 2_000_000_000, "2000000000"),
        ("no such format", 7, "7"),
    ],
)
def test_numerals(form: str, number: int, text: str) -> None:
    assert numeral(number, form) == text


@given(st.integers(1, 999))
def test_chinese_numbers_are_read_back(number: int) -> None:
    assert number_value(numeral(number, "chineseCountingThousand")) == number
