"""Tables that hold one matter each: its name above the table, in its first row, and its basis in the last."""

from __future__ import annotations

import pytest
from drawn import Spot, lists, said, table

TITLE = "柳塘县林业局职责边界清单"
SIDES = (["相关部门", "职责分工"], ["县林业局", "负责巡护"], ["县公安局", "侦办案件"])
READ = [("", "县林业局", "负责巡护"), ("", "县公安局", "侦办案件")]


@pytest.mark.parametrize("caption", ["一、古树名木保护", "（一）古树名木保护职责分工", "管理事项：古树名木保护"])
def test_a_heading_names_the_matter_of_the_table_below(caption: str) -> None:
    second = table(SIDES[0], ["县林业局", "负责检疫"], part="表2")
    (one,) = lists(TITLE, caption, table(*SIDES), "二、松材线虫病防治", second)
    assert said(one.boundaries, "seq", "matter", "department") == [
        (None, "古树名木保护", "县林业局"),
        (None, "古树名木保护", "县公安局"),
        (None, "松材线虫病防治", "县林业局"),
    ]


@pytest.mark.parametrize("line", ["注：以上为主要事项。", "各部门分工如下：", "柳塘县林业局", "单位：万元", "无"])
def test_a_line_that_is_no_name_of_a_matter_names_none(line: str) -> None:
    (one,) = lists(TITLE, line, table(*SIDES))
    assert said(one.boundaries, "matter", "department", "duty") == READ


def test_the_first_row_names_the_matter_and_the_last_its_basis() -> None:
    card = table(
        ["管理事项", Spot("古树名木保护", columns=2)],
        ["序号", "相关部门", "职责分工"],
        ["1", "县林业局", "负责巡护"],
        ["2", "县公安局", "侦办案件"],
        ["相关依据", Spot("《森林法》", columns=2)],
        ["案例", Spot("某古槐被剥皮", columns=2)],
    )
    (one,) = lists(TITLE, card)
    assert said(one.boundaries, "seq", "matter", "department", "basis", "case") == [
        ("1", "古树名木保护", "县林业局", "《森林法》", "某古槐被剥皮"),
        ("2", "古树名木保护", "县公安局", "", ""),
    ]


def test_several_such_tables_may_be_one() -> None:
    heads = ["相关部门", "职责分工"]
    rows = (["管理事项", "甲事"], heads, ["县林业局", "巡护"], ["管理事项", "乙事"], heads, ["县公安局", "侦办"])
    (one,) = lists(TITLE, table(*rows))
    assert said(one.boundaries, "matter", "department") == [("甲事", "县林业局"), ("乙事", "县公安局")]


def test_a_table_without_a_caption_goes_on_with_the_one_above() -> None:
    (one,) = lists(TITLE, "一、古树名木保护", table(*SIDES), table(SIDES[0], ["县气象局", "预报"], part="表2"))
    assert said(one.boundaries, "matter", "department")[2:] == [("古树名木保护", "县气象局")]


def test_a_column_of_matters_counts_before_a_line_above() -> None:
    (one,) = lists(TITLE, "林业类", table(["事项", *SIDES[0]], ["采伐", "县林业局", "审批"]))
    assert said(one.boundaries, "matter", "department") == [("采伐", "县林业局")]
