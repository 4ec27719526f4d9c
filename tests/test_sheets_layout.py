"""A sheet is cut into its tables and the lines between them, and keeps its own row numbers."""

from __future__ import annotations

import pytest
from sheet_files import BOUNDARY, DUTY, SERVICE, outline, tables_of, texts_of, xlsx

from data.document import Document, Label, Paragraph
from loaders.readers.sheets.workbook import read

ROWS = [["1", "校车管理", "县教育局", "牵头"], ["", "", "县公安局", "配合"], ["2", "养老服务", "县民政局", "主管"]]
TABLE = [list(BOUNDARY), *ROWS]
DUTIES = [list(DUTY), ["1", "教育管理", "组织招生", "基教股"], ["2", "师资管理", "招聘教师", "人事股"]]


def sheet(grid: list[list[str]], *merges: str) -> Document:
    return read(xlsx([[cell or None for cell in row] for row in grid], merges), "a.xlsx")


def numbers(document: Document) -> list[list[int]]:
    """The sheet's own row numbers of each table."""
    return [sorted({cell.source.first for cell in table.cells}) for table in tables_of(document)]


def test_a_sheet_is_a_label_then_what_stands_on_it() -> None:
    document = sheet([["望溪县教育局职责边界清单"], *TABLE])
    assert isinstance(document.blocks[0], Label)
    assert document.blocks[0].text == "职责"
    assert outline(document) == ["望溪县教育局职责边界清单", TABLE]
    assert document.blocks[1].source.part == "sheet 职责"
    assert [unit for unit in document.units if unit[1] != "row"] == []
    assert numbers(document) == [[2, 3, 4, 5]]


@pytest.mark.parametrize(("title", "merges"), [
    ([["望溪县教育局清单"], []], ["A1:D2"]), ([["望溪县教育局清单"]], ["A1:D1"]), ([["", "", "望溪县教育局清单"]], []),
])  # fmt: skip
def test_a_title_is_a_line_wherever_it_stands(title: list[list[str]], merges: list[str]) -> None:
    assert outline(sheet([*title, *TABLE], *merges)) == ["望溪县教育局清单", TABLE]


def test_lines_of_the_form_are_lines_and_a_label_keeps_its_words() -> None:
    grid = [["填报单位：", "望溪县教育局", "", "填报日期：2024年3月"], *TABLE, ["填表人：", "张三", "审核人：", "李四"]]
    filled = ["填报单位：望溪县教育局", "填报日期：2024年3月"]
    assert outline(sheet(grid)) == [*filled, TABLE, "填表人：张三", "审核人：李四"]


def test_tables_are_parted_by_titles_and_headers() -> None:
    grid = [
        ["一、主要职责"],
        *DUTIES,
        ["二、职责边界"],
        *TABLE,
        [],
        [],
        list(SERVICE),
        ["1", "登记", "办理", "股", "12345"],
    ]
    document = sheet(grid)
    services = [list(SERVICE), ["1", "登记", "办理", "股", "12345"]]
    assert outline(document) == ["一、主要职责", DUTIES, "二、职责边界", TABLE, services]
    assert numbers(document) == [[2, 3, 4], [6, 7, 8, 9], [12, 13]]


def test_blank_rows_inside_a_table_part_nothing() -> None:
    document = sheet([TABLE[0], TABLE[1], [], TABLE[2], [], [], TABLE[3]])
    assert outline(document) == [TABLE]
    assert numbers(document) == [[1, 2, 4, 7]]


def test_short_rows_behind_a_blank_row_are_no_header() -> None:
    grid = [["事项", "部门", "职责", "备注"], ["校车", "教育局", "监管", ""], [], ["养老", "民政局", "主管", ""]]
    assert len(tables_of(sheet(grid))) == 1


def test_a_header_that_is_repeated_for_the_next_page_goes_on() -> None:
    assert outline(sheet([*TABLE, TABLE[0], ["3", "殡葬", "县民政局", "主管"]]))[0][4] == TABLE[0]


def test_a_table_of_another_department_with_the_same_header_begins_anew() -> None:
    grid = [["望溪县教育局职责边界"], *TABLE, ["望溪县民政局职责边界"], *TABLE]
    assert outline(sheet(grid)) == ["望溪县教育局职责边界", TABLE, "望溪县民政局职责边界", TABLE]


@pytest.mark.parametrize("merges", [["A1:A2", "B1:B2", "C1:D1", "E1:E2"], []])
def test_a_header_of_two_rows_is_one(merges: list[str]) -> None:
    grid = [
        ["序号", "管理事项", "职责分工", "", "依据"],
        ["", "", "部门", "职责", ""],
        ["1", "校车", "县教育局", "牵头", "《条例》"],
    ]
    assert outline(sheet(grid, *merges)) == [grid]


def test_a_table_of_no_known_kind_begins_behind_a_blank_row_and_a_title() -> None:
    people = [["姓名", "职务", "电话"], ["张三", "局长", "0731-8223344"]]
    assert outline(sheet([*TABLE, [], ["联系人名单"], *people])) == [TABLE, "联系人名单", people]
    assert outline(sheet([*people, [], *TABLE])) == [people, TABLE]


def test_notes_below_a_table_are_lines() -> None:
    assert outline(sheet([*TABLE, [], ["注：本表一式两份"], ["以上由各单位填报"]])) == [
        TABLE,
        "注：本表一式两份",
        "以上由各单位填报",
    ]


def test_a_heading_in_the_column_of_numbers_runs_over_the_blank_cells() -> None:
    (table,) = tables_of(sheet([TABLE[0], ["一、行政许可"], *ROWS]))
    (heading,) = (cell for cell in table.cells if cell.row == 1)
    assert (heading.text, heading.column_span) == ("一、行政许可", 4)


def test_tables_side_by_side_are_parted() -> None:
    grid = [[*left, "", *right] for left, right in zip(TABLE, [*DUTIES, [""] * 4], strict=True)]
    assert outline(sheet(grid)) == [TABLE, DUTIES]


def test_a_table_printed_in_two_halves_is_parted() -> None:
    head, left, right = ["序号", "部门", "职责"], ["1", "县教育局", "招生"], ["2", "县公安局", "治安"]
    assert outline(sheet([head + head, left + right])) == [[head, left], [head, right]]


def test_a_blank_column_inside_a_table_parts_nothing() -> None:
    grid = [[*row[:2], "", *row[2:]] for row in DUTIES]
    assert outline(sheet(grid)) == [grid]
    merged = [["职责", *[""] * 8]] + [[*left, "", *right] for left, right in zip(DUTIES, DUTIES, strict=True)]
    assert len(outline(sheet([merged[1], ["甲", *[""] * 8], *merged[2:]], "A2:I2"))) == 1


def test_merges_are_spans_and_blank_rows_inside_them_stay() -> None:
    grid = [TABLE[0], TABLE[1], [], TABLE[2], TABLE[3]]
    (table,) = tables_of(sheet(grid, "A2:A4", "B2:B4"))
    spans = {cell.text: cell.row_span for cell in table.cells if cell.row_span > 1}
    assert spans == {"1": 3, "校车管理": 3}
    assert texts_of(table)[2] == ["", "", "", ""]
    assert [(cell.row, cell.column) for cell in table.cells if cell.row == 2] == [(2, 2), (2, 3)]


def test_running_text_on_a_sheet_is_paragraphs() -> None:
    document = sheet([["一、总则"], ["第一条 为规范管理"], ["", "（一）县教育局"], [], ["第二条 各单位"]])
    assert [type(block) for block in document.blocks[1:]] == [Paragraph] * 4


def test_a_sheet_without_text_is_nothing() -> None:
    assert sheet([]).blocks == ()
