"""Headings, numbers, titles, tables of contents, and the words of columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.spacing import squeeze
from loaders.lists.contents import is_contents_entry
from loaders.lists.headings import nothing_said, opens_regime, part_of
from loaders.lists.titles import is_list_title
from loaders.tables.columns import is_header_word, table_kind
from loaders.wording import number_value, split_number, unmarked


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1、 部门职责", "duties"),
        ("# 一、部门主要职责", "duties"),
        ("2、 与相关部门的职责边界", "boundaries"),
        ("## 一、部门职责边界", "boundaries"),
        ("三、事中事后监督管理制度", "regimes"),
        ("## 三、事中事后监管制", "regimes"),
        ("公共服务事项", "services"),
        ("四、公共服务事项登记表", "services"),
        ("## 五、责任追究机制", "accountability"),
        ("（四）农村公路养护管理监管制度", None),
        ("二、部门职责边界.....\t(10)", None),
        ("一、监督检查对象", None),
    ],
)
def test_parts(line: str, kind: str | None) -> None:
    assert part_of(line) == kind


@pytest.mark.parametrize(
    ("line", "number", "words"),
    [
        ("（一）财政票据监管", "（一）", "财政票据监管"),
        ("（1） 财政票据监管", "（1）", "财政票据监管"),
        ("(三)社会保险稽核", "(三)", "社会保险稽核"),
        ("（二）、对法规执行的监督", "（二）、", "对法规执行的监督"),
        ("十二、附则", "十二、", "附则"),
        ("3.5%的比例", "", "3.5%的比例"),
        ("第二章 法律援助", "第二章", "法律援助"),
        ("一件事情由一个部门负责", "", "一件事情由一个部门负责"),
    ],
)
def test_numbers_are_split_off(line: str, number: str, words: str) -> None:
    assert split_number(line) == (number, words)


@pytest.mark.parametrize(
    ("number", "value"), [("（十二）", 12), ("二十、", 20), ("(3)", 3), ("A.", None), ("一一、", None)]
)
def test_number_values(number: str, value: int | None) -> None:
    assert number_value(number) == value


@given(st.integers(1, 99))
def test_chinese_numbers_count(value: int) -> None:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(value, 10)
    text = (digits[tens] if tens > 1 else "") + ("十" if tens else "") + (digits[ones] if ones else "")
    assert number_value(f"（{text}）") == value


@pytest.mark.parametrize(
    ("text", "state"), [("无", "none"), ("......", "dots"), ("   ……", "dots"), ("无锡市", None), ("", None)]
)
def test_lines_that_say_there_is_nothing(text: str, state: str | None) -> None:
    assert nothing_said(text) == state


def test_contents_entries_have_leaders_and_dots_alone_are_none() -> None:
    assert is_contents_entry("(九)对党员干部的监督检查..\t(27)")
    assert not is_contents_entry("......")


def test_titles_and_first_passages() -> None:
    assert is_list_title("云岭市青岗县民政局责任清单")
    assert opens_regime("#### 一、监督检查对象")
    assert opens_regime("1、 主要内容")
    assert not opens_regime("（一）监督检查内容")


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (["序\n\n号", "管理\n事项", "相关\n部门", "职责分工", "相关依据", "案     例"], "boundaries"),
        (["序号", "主要职责", "具体责任事项", "追责依据及追责情形"], "duties"),
        (["服务事项", "主要内容", "承办\n机构"], "services"),
        (["姓名", "年龄"], None),
    ],
)
def test_tables_are_known_by_their_columns(header: list[str], kind: str | None) -> None:
    known = table_kind(header)
    assert (known[0] if known else None) == kind


def test_header_words_are_met_whatever_the_white_space() -> None:
    assert is_header_word("备  注")
    assert not is_header_word("负责备注")


@given(st.text())
def test_squeezing_twice_changes_nothing(text: str) -> None:
    assert squeeze(squeeze(text)) == squeeze(text)


@given(st.text(max_size=80))
def test_unmarking_never_adds_characters(text: str) -> None:
    assert len(unmarked(text)) <= len(text)
