"""Sheets, forms and single big grids: headings in the first cell, heads over two columns, rows left blank."""

from __future__ import annotations

import pytest
from drawn import Spot, boundaries, lists, said, table

HEADS = ["序号", "管理事项", "相关部门", "职责分工"]
TITLE, PART = "柳塘县林业局责任清单", "二、与相关部门的职责边界"


def test_a_heading_in_the_first_cell_parts_a_sheet_saved_as_a_page() -> None:
    blank = ["", "", ""]
    rows = (
        ["一、部门主要职责", *blank],
        ["序号", "主要职责", "具体工作事项", ""],
        ["1", "造林绿化", "编制规划", ""],
        [PART, *blank],
        HEADS,
        ["1", "古树名木保护", "县林业局", "负责巡护"],
    )
    (one,) = lists(table([Spot(TITLE, columns=4)], *rows))
    assert [(row.seq, row.item) for row in one.duties] == [("1", "编制规划")]
    assert said(one.boundaries, "seq", "matter", "duty") == [("1", "古树名木保护", "负责巡护")]


def test_an_item_below_a_head_over_two_columns_is_kept() -> None:
    head = ["序号", "主要职责", Spot("具体工作事项", columns=2), "责任股室"]
    (one,) = lists(TITLE, "一、主要职责", table(head, ["1", "造林绿化", Spot("编制规划", columns=2), "绿化股"]))
    assert [(row.main_duty, row.item, row.office) for row in one.duties] == [("造林绿化", "编制规划", "绿化股")]


@pytest.mark.parametrize("number", ["3", "（3）", "…", "......"])
def test_a_row_numbered_in_advance_and_left_blank_is_none(number: str) -> None:
    rows = boundaries(HEADS, ["1", "采伐", "县林业局", "审批"], [number, "", "", ""])
    assert said(rows, "seq", "matter") == [("1", "采伐")]


def test_a_number_beside_a_merged_matter_is_a_row() -> None:
    heads = ["管理事项", "序号", "相关部门", "职责分工"]
    rows = boundaries(heads, [Spot("采伐", rows=2), "1", "县林业局", "审批"], ["2", "县公安局", "侦办"])
    assert said(rows, "seq", "department") == [("1", "县林业局"), ("2", "县公安局")]


def test_a_form_that_nobody_filled_in_has_no_rows() -> None:
    assert boundaries(HEADS, ["1", "", "", ""], ["2", "", "", ""], ["…", "", "", ""]) == ()


def test_the_title_of_running_text_names_whose_it_is() -> None:
    text = "1.古树名木保护。县林业局负责巡护；县公安局负责侦办案件。"
    (one,) = lists("柳塘县林业局与有关部门职责分工", text)
    assert one.owner == "柳塘县林业局"
    assert said(one.boundaries, "matter", "department") == [("古树名木保护", "县林业局"), ("古树名木保护", "县公安局")]
