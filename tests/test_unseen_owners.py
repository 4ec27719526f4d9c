"""Whose list it is, where covers, forms and collections tell it otherwise than by one title."""

from __future__ import annotations

import pytest
from drawn import lists, table

from loaders.lists.named import filled_in

HEADS = ["序号", "管理事项", "相关部门", "职责分工"]


def told(*blocks: object) -> list[tuple[str, str, int]]:
    """Return jurisdiction, owner and number of rows of each list that holds any."""
    found = lists(*blocks)  # type: ignore[arg-type]
    return [(one.jurisdiction, one.owner, len(one.boundaries)) for one in found if one.boundaries]


def matters(number: int, department: str) -> object:
    return table(HEADS, ["1", f"事项{number}", department, "牵头"], ["", "", "县财政局", "保障"], part=f"表{number}")


@pytest.mark.parametrize(
    "first", ["一、柳塘县林业局", "部门名称：柳塘县林业局", "填报单位（盖章）：柳塘县林业局  日期：5月"]
)
def test_a_collection_without_titles_has_a_list_a_department(first: str) -> None:
    second = first.replace("一、", "二、").replace("林业局", "农业农村局")
    found = told("柳塘县部门职责边界清单", first, matters(1, "县林业局"), second, matters(2, "县农业农村局"))
    assert found == [("柳塘县", "柳塘县林业局", 2), ("柳塘县", "柳塘县农业农村局", 2)]


def test_below_the_heading_of_a_part_a_department_is_the_other_side() -> None:
    title, part = "柳塘县林业局责任清单", "二、与相关部门的职责边界"
    blocks = ("（一）县公安局", matters(1, "县公安局"), "（二）县气象局", matters(2, "县气象局"))
    assert told(title, part, *blocks) == [("柳塘县", "柳塘县林业局", 4)]


def test_a_department_and_its_short_name_are_one_list() -> None:
    blocks = ("柳塘县市场监督管理局", "部门间职责边界一览表", "单位：县市场监管局", matters(1, "县市场监管局"))
    assert told(*blocks) == [("柳塘县", "柳塘县市场监督管理局", 2)]
    assert len(lists(*blocks)) == 1  # type: ignore[arg-type]


def test_who_put_a_collection_together_owns_none_of_its_lists() -> None:
    cover = ("柳塘县责任清单汇编", "柳塘县机构编制委员会办公室", "二〇一六年六月")
    found = told(*cover, "柳塘县林业局责任清单", "一、职责边界", matters(1, "县林业局"))
    assert found == [("柳塘县", "柳塘县林业局", 2)]


def test_the_name_of_a_shelf_is_no_title() -> None:
    found = told("权责清单", "柳塘县林业局责任清单", "一、职责边界", matters(1, "县林业局"))
    assert found == [("柳塘县", "柳塘县林业局", 2)]


def test_what_a_list_is_about_is_no_part_of_the_name() -> None:
    found = told("柳塘县林业局涉及多部门监管事项职责边界清单", matters(1, "县林业局"))
    assert found == [("柳塘县", "柳塘县林业局", 2)]


def test_a_city_that_is_printed_is_not_exchanged_for_another() -> None:
    found = told("临江市高坪区林业局责任清单", "一、职责边界", matters(1, "区林业局"))
    assert found == [("临江市高坪区", "临江市高坪区林业局", 2)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("填报部门：柳塘县林业局", "柳塘县林业局"),
        ("单位名称（公章）：县林业局（县绿化办）", "县林业局"),
        ("单位：万元", ""),
        ("部门：", ""),
        ("负责部门：县林业局", ""),
    ],
)
def test_a_line_of_the_form_names_who_filled_it_in(text: str, name: str) -> None:
    assert filled_in(text) == name
