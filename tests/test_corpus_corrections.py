"""The workbook in a person's hands: corrections are seen, and mistakes are told by sheet and row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from corpus_county import COUNTY, READING, ROW

from data.corpus.xlsxfile import read, write
from data.document import Source
from data.errors import UnreadableDocument
from data.ids import with_ids
from data.rows import Corpus


def edited(tmp_path: Path, change: Callable[[Any], object]) -> Path:
    """The county's workbook after a person changed and saved it."""
    path = tmp_path / "县.xlsx"
    write(COUNTY, path, READING)
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def column(sheet: Any, label: str) -> int:
    return next(int(cell.column) for cell in sheet[1] if cell.value == label)


def put(book: Any, sheet: str, row: int, label: str, value: object) -> None:
    book[sheet].cell(row, column(book[sheet], label)).value = value


def test_saved_by_another_program_unchanged_it_is_equal(tmp_path: Path) -> None:
    assert read(edited(tmp_path, lambda book: None)) == COUNTY


def test_a_corrected_cell_flags_its_row_alone(tmp_path: Path) -> None:
    path = edited(tmp_path, lambda book: put(book, "边界", 3, "职责分工", "牵头保护水源"))
    was, now = COUNTY.lists[0].boundaries, read(path).lists[0].boundaries
    assert (now[0], now[2]) == (was[0], was[2])
    assert now[1] == replace(was[1], duty="牵头保护水源", flags=("corrected",), id=now[1].id)
    assert now[1].id != was[1].id
    write(Corpus(with_ids(read(path).lists), (), ()), tmp_path / "again.xlsx", {})
    assert read(tmp_path / "again.xlsx").lists[0].boundaries == now


def test_white_space_alone_is_no_correction(tmp_path: Path) -> None:
    path = edited(tmp_path, lambda book: put(book, "边界", 3, "职责分工", "负责\n水源 "))
    assert read(path).lists[0].boundaries[1].flags == ()


def test_the_programs_own_reading_is_not_taken_back(tmp_path: Path) -> None:
    path = edited(tmp_path, lambda book: put(book, "边界", 2, "角色*", "配合"))
    assert read(path) == COUNTY


def test_an_added_row_is_corrected_and_stands_in_the_workbook(tmp_path: Path) -> None:
    def add(book: Any) -> None:
        book["边界"].insert_rows(3)
        for label, value in {
            "清单": 1,
            "序号": 1,
            "管理事项": "饮用水",
            "相关部门": "县住建局",
            "职责分工": "管网",
        }.items():
            put(book, "边界", 3, label, value)

    row = read(edited(tmp_path, add)).lists[0].boundaries[1]
    assert (row.seq, row.department, row.flags) == ("1", "县住建局", ("corrected",))
    assert row.source == (Source("县.xlsx", "边界", "row", 3, 3),)


def test_a_row_copied_with_its_mark_is_an_added_row(tmp_path: Path) -> None:
    def copy(book: Any) -> None:
        sheet = book["边界"]
        sheet.append([cell.value for cell in sheet[2]])

    rows = read(edited(tmp_path, copy)).lists[0].boundaries
    assert [row.flags for row in rows] == [("shifted",), ("shifted", "corrected"), (), ()]


def test_a_deleted_row_is_gone(tmp_path: Path) -> None:
    now = read(edited(tmp_path, lambda book: book["边界"].delete_rows(3)))
    assert now.lists[0].boundaries == (COUNTY.lists[0].boundaries[0], COUNTY.lists[0].boundaries[2])


def test_a_sorted_sheet_reads_in_the_order_of_the_list(tmp_path: Path) -> None:
    def turn(book: Any) -> None:
        sheet = book["边界"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, cells in enumerate(reversed(rows), 2):
            for at, value in enumerate(cells, 1):
                sheet.cell(number, at).value = value

    assert read(edited(tmp_path, turn)) == COUNTY


def test_moved_and_added_columns_do_no_harm(tmp_path: Path) -> None:
    def move(book: Any) -> None:
        book["边界"].insert_cols(1)
        book["边界"]["A1"].value = "我的备注"
        book["边界"]["A2"].value = "待查"

    assert read(edited(tmp_path, move)) == COUNTY


def test_a_corrected_name_of_a_list_reaches_its_rows(tmp_path: Path) -> None:
    now = read(edited(tmp_path, lambda book: put(book, "清单", 2, "清单所属部门", "甲县卫生健康局"))).lists[0]
    assert now.owner == "甲县卫生健康局"
    assert {row.owner for row in (*now.boundaries, *now.skipped)} == {"甲县卫生健康局"}
    assert now.boundaries[0].flags == ("shifted",)


def test_a_row_moved_to_another_list_by_number_or_name(tmp_path: Path) -> None:
    for cell in (2, "2 甲县卫生局", "甲县水利局"):
        now = read(edited(tmp_path, lambda book, cell=cell: put(book, "边界", 2, "清单", cell)))  # type: ignore[misc]
        assert now.lists[1].boundaries[0] == replace(
            ROW, owner="甲县水利局", flags=("shifted", "corrected"), id=now.lists[1].boundaries[0].id
        )


def test_a_deleted_list_takes_its_place_out_of_the_numbers(tmp_path: Path) -> None:
    def delete(book: Any) -> None:
        book["清单"].delete_rows(2)
        for name in ("组成部分", "边界", "职责", "公共服务", "监管制度", "未采用"):
            for row in range(book[name].max_row, 1, -1):
                if str(book[name].cell(row, 1).value).startswith("1"):
                    book[name].delete_rows(row)

    now = read(edited(tmp_path, delete))
    assert now == replace(COUNTY, lists=COUNTY.lists[1:])


WRONG: dict[str, tuple[Callable[[Any], object], str]] = {
    "no list": (lambda book: put(book, "边界", 2, "清单", None), "工作表“边界”第 2 行"),
    "list unknown": (lambda book: put(book, "职责", 3, "清单", "7"), "工作表“职责”第 3 行"),
    "list deleted": (lambda book: book["清单"].delete_rows(3), "工作表“组成部分”第 "),
    "list twice": (lambda book: put(book, "清单", 3, "清单", "1"), "工作表“清单”第 3 行"),
    "year": (lambda book: put(book, "清单", 2, "年份", "去年"), "工作表“清单”第 2 行“年份”"),
    "place": (lambda book: put(book, "边界", 2, "出处", "文件第三行"), "工作表“边界”第 2 行“出处”"),
    "state": (lambda book: put(book, "组成部分", 2, "状态", "好"), "工作表“组成部分”第 2 行"),
    "column": (lambda book: put(book, "边界", 1, "管理事项", "事"), "工作表“边界”缺少“管理事项”"),
    "version": (lambda book: setattr(book["说明"]["A1"], "value", "boundaries-corpus/2"), "boundaries-corpus/2"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_cell_is_named_in_one_line(name: str, tmp_path: Path) -> None:
    change, told = WRONG[name]
    with pytest.raises(UnreadableDocument) as error:
        read(edited(tmp_path, change))
    assert told in str(error.value)
    assert "\n" not in str(error.value)
