"""A merged cell over a page, whose text one of the two pages shows."""

from __future__ import annotations

from dataclasses import replace

from drawn import Row, Spot, lists, said, table

from data.document import Table
from data.rows import Assignment

HEADS = ["序号", "管理事项", "相关部门", "职责分工"]
FIRST = ([Spot("1", rows=2), Spot("采伐", rows=2), "县林业局", "审批"], ["县公安局", "侦办"])


def read(*rows: Row, page: int) -> list[tuple[object, ...]]:
    """Return what is read of a table with a page above one of its rows."""
    made: Table = replace(table(HEADS, *rows), after_gap=frozenset({page}))
    (one,) = lists("柳塘县林业局责任清单", "二、与相关部门的职责边界", made)
    found: tuple[Assignment, ...] = one.boundaries
    return said(found, "seq", "matter", "department")


def test_rows_above_a_page_have_the_matter_that_the_next_page_shows() -> None:
    above = ([Spot("", rows=2), Spot("", rows=2), "县气象局", "预报"], ["县水利局", "监测"])
    assert read(*FIRST, *above, ["2", "防火", "县应急管理局", "指挥"], page=5) == [
        ("1", "采伐", "县林业局"),
        ("1", "采伐", "县公安局"),
        ("2", "防火", "县气象局"),
        ("2", "防火", "县水利局"),
        ("2", "防火", "县应急管理局"),
    ]


def test_a_table_with_blanks_in_place_of_merged_cells_carries_down() -> None:
    rows = (*FIRST, ["2", "防火", "县气象局", "预报"], ["", "", "县水利局", "监测"], ["", "", "县财政局", "保障"])
    told = read(*rows, ["3", "检疫", "县农业农村局", "检查"], page=6)
    assert [matter for _, matter, _ in told] == ["采伐", "采伐", "防火", "防火", "防火", "检疫"]
