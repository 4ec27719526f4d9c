"""What stands between the rows and belongs to none: page numbers, running headers, repeated headers, other tables."""

from __future__ import annotations

import pytest
from duty_documents import BOUNDARY, SHAPES, Grid, document, read
from test_loaders_variants import BOUNDARIES, DUTIES, SERVICES, TITLE, printed, said

from loaders.readers.text.lines import split_lines
from loaders.readers.text.pages import page_lines

PHONES = Grid(["姓名", "职务", "电话"], [["王某", "局长", "5550001"], ["李某", "副局长", "5550002"]])
NUMBERED_PHONES = Grid(
    ["序号", "姓名", "职务", "电话"], [["1", "王某", "局长", "5550001"], ["2", "李某", "科员", "5550002"]]
)
FIRST_CELL = {
    "flattened": "\t2\n\t养老服务",
    "tabbed": "2\t养老服务",
    "marked": "2\t养老服务",
    "piped": "| 2 | 养老服务",
}
MARKS = {
    "— 3 —": "— 3 —\n",
    "- 3 -": "\n- 3 -\n\n",
    "·3·": "·3·\n",
    "第3页": "第3页\n",
    "第 3 页 共 9 页": "\n第 3 页 共 9 页\n\n",
    "3 / 9": "3 / 9\n",
    "Page 3": "Page 3\n",
    "（续表）": "（续表）\n",
    "续表1": "\n续表1\n",
    "表2（续）": "表2（续）\n",
}


def between_rows(shape: str, mark: str) -> str:
    """Return the list with a mark between two rows of its boundary table."""
    text, cell = printed(shape), FIRST_CELL[shape]
    assert text.count(cell) == 1
    return text.replace(cell, mark + cell)


def skipped(text: str, reason: str) -> list[str]:
    return [piece.text for one in read(text) for piece in one.skipped if piece.reason == reason]


def same(text: str, shape: str) -> None:
    (one,), (plain,) = read(text), read(printed(shape))
    assert said(one) == said(plain)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("mark", MARKS)
def test_marks_of_pages_belong_to_no_row(mark: str, shape: str) -> None:
    text = between_rows(shape, MARKS[mark])
    same(text, shape)
    assert skipped(text, "page") == [mark]


@pytest.mark.parametrize("shape", SHAPES)
def test_bare_numbers_that_count_upwards_are_page_numbers(shape: str) -> None:
    text = between_rows(shape, "\n3\n\n").replace("四、公共服务", "4\n\n四、公共服务")
    same(text, shape)
    assert skipped(text, "page") == ["3", "4"]


def test_bare_numbers_that_do_not_count_are_text() -> None:
    assert page_lines(split_lines("甲\n\n7\n\n乙\n\n5\n\n丙")) == frozenset()
    assert page_lines(split_lines("甲\n\n7\n\n乙")) == frozenset()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_line_that_always_stands_beside_page_numbers_is_a_running_header(shape: str) -> None:
    header = "青岗县清单汇编 民政部分"
    text = between_rows(shape, f"— 3 —\n{header}\n").replace("四、公共服务", f"— 4 —\n{header}\n\n四、公共服务")
    same(text, shape)
    assert skipped(text, "page") == ["— 3 —", header, "— 4 —", header]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_title_on_every_page_begins_no_list(shape: str) -> None:
    text = between_rows(shape, f"{TITLE}\n")
    same(text, shape)
    assert skipped(text, "page") == [TITLE]


@pytest.mark.parametrize("caption", ["", "（续表）\n\n"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_table_goes_on_behind_its_header_printed_again(shape: str, caption: str) -> None:
    same(between_rows(shape, f"\n\n{caption}{SHAPES[shape](Grid(BOUNDARY, []))}\n"), shape)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("row", [1, 2, 3])
def test_a_table_cut_in_two_keeps_its_merged_cells(shape: str, row: int) -> None:
    """The rows of the second table that begin with blank cells belong to the matter above them."""
    text = document(
        shape, TITLE, "一、部门职责", DUTIES, "二、与相关部门的职责边界", Grid(BOUNDARY, BOUNDARIES.rows[:row]),
        "（续表）", Grid(BOUNDARY, BOUNDARIES.rows[row:]), "四、公共服务事项", SERVICES,
    )  # fmt: skip
    same(text, shape)


def test_a_page_number_inside_a_row_leaves_its_line_out_of_the_row() -> None:
    text = printed("flattened").replace("\t县林业局\n", "\t县林业局\n— 3 —\n")
    (one,) = read(text)
    row = next(row for row in one.boundaries if row.department == "县林业局")
    assert [(place.first, place.last) for place in row.source] == [(51, 51), (53, 53)]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("phones", [PHONES, NUMBERED_PHONES], ids=["unnumbered", "numbered"])
@pytest.mark.parametrize("place", ["between", "behind", "adjacent"])
def test_a_table_of_another_kind_gives_no_rows(shape: str, phones: Grid, place: str) -> None:
    foreign: list[str | Grid] = [phones] if place == "adjacent" else ["附：通讯录", phones]
    middle = [] if place == "behind" else foreign
    last = foreign if place == "behind" else []
    text = document(
        shape, TITLE, "一、部门职责", DUTIES, *middle, "二、与相关部门的职责边界", BOUNDARIES,
        "四、公共服务事项", SERVICES, *last,
    )  # fmt: skip
    same(text, shape)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("note", ["注：以上职责以三定规定为准。", "备注：本表由县委编办负责解释。"])
def test_a_note_behind_a_table_is_part_of_no_cell(shape: str, note: str) -> None:
    text = printed(shape, boundaries=f"{note}\n\n二、与相关部门的职责边界")
    same(text, shape)
    assert [piece.text for one in read(text) for piece in one.skipped if piece.reason in ("text", "note")] == [note]
