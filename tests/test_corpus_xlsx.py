"""The workbook: it reads back equal, a person's corrections are seen, and nothing in it is hostile to anybody."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from corpora import duty_list
from corpus_strategies import NASTY, read_corpora
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import messages
from data.corpus import bookwriter, limits
from data.corpus.files import is_corpus_file
from data.corpus.xlsxfile import read, write
from data.document import Source
from data.errors import OutputError, UnreadableDocument
from data.ids import with_ids
from data.rows import Account, Corpus, DocumentRecord, Reading, Role, Skipped

HEALTH = duty_list(
    {
        "owner": "甲县卫生局",
        "aliases": ["甲县卫计局"],
        "year": 2015,
        "boundaries": """
            seq | matter | department | duty | basis | flags
            1 | 饮用水 | 县卫生局 | 牵头监测 | 条例 | shifted
            1 | 饮用水 | 县水利局 | 负责水源 | |
            1 | 饮用水 | 县环保局 | 负责保护区 | |
        """,
        "duties": "seq | main_duty | item\n1 | 管水 | 监测\n1 | 管水 | 处罚",
        "services": "seq | name | content | phone\n1 | 检测 | 水样检测 | 0730-5725156",
        "regimes": ["饮水监管"],
    },
    1,
)
WATER = duty_list({"owner": "甲县水利局", "boundaries": "matter | department | duty\n水源 | 县水利局 | 保护"}, 2)
LOST = Skipped("", "empty-row", Source("list1.txt", "", "line", 9, 9), "东山市甲县", "甲县卫生局", "boundaries", "")
COUNTY = Corpus(
    with_ids([replace(HEALTH, skipped=(LOST,)), WATER]),
    (replace(LOST, text="目录", jurisdiction=None, owner=None, section=None, matter=None),),
    (DocumentRecord("list1.txt", "0" * 64, "text", "utf-8", ("有一行；读不懂",), Account(9, 5, 1, 1, 1, 1)),),
)
ROW = COUNTY.lists[0].boundaries[0]
READING = {ROW.id: Reading(("县卫生局",), ("甲县卫生局",), ("卫生健康",), Role("lead", "explicit", "牵头"))}


@pytest.fixture(params=messages.LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    messages.use(request.param)
    yield request.param
    messages.use("zh")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(read_corpora(), st.sampled_from(messages.LANGUAGES))
def test_what_was_written_reads_back_equal(tmp_path_factory: pytest.TempPathFactory, case: Any, language: str) -> None:
    corpus, readings = case
    path = tmp_path_factory.mktemp("book") / "a.xlsx"
    messages.use(language)
    try:
        write(corpus, path, readings)
    finally:
        messages.use("zh")
    assert read(path) == corpus


def test_it_reads_back_whatever_language_wrote_it(language: str, tmp_path: Path) -> None:
    write(COUNTY, tmp_path / "a.xlsx", READING)
    messages.use("zh" if language == "en" else "en")
    assert is_corpus_file(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx") == COUNTY


def sheet(path: Path, name: str) -> Any:
    return openpyxl.load_workbook(path)[name]


def test_a_person_can_read_it(tmp_path: Path) -> None:
    write(COUNTY, tmp_path / "a.xlsx", READING)
    found = sheet(tmp_path / "a.xlsx", "边界")
    head = {cell.value: cell.column - 1 for cell in found[1]}
    said = {label: found[2][at].value for label, at in head.items()}
    assert said["清单"] == "1 甲县卫生局"
    assert said["出处"] == "list1.txt｜第5行"
    assert said["角色*"] == "牵头"
    assert said["判定依据*"] == "文字写明"
    assert found.freeze_panes == "A2"
    assert found.auto_filter.ref.startswith("A1:")
    assert found.column_dimensions[found[1][head["核对码（勿改）"]].column_letter].hidden
    kinds = [row[3].value for row in sheet(tmp_path / "a.xlsx", "组成部分").iter_rows(min_row=2)]
    assert "有表格" in kinds
    assert [ws.title for ws in openpyxl.load_workbook(tmp_path / "a.xlsx")] == [
        "说明", "清单", "组成部分", "边界", "职责", "公共服务", "监管制度", "责任追究", "未采用", "文档"
    ]  # fmt: skip


def test_every_cell_is_a_text_and_none_a_formula(tmp_path: Path) -> None:
    hostile = replace(ROW, duty="=HYPERLINK(1)", basis="+86", case="@sum", department="13900001111", matter="\t=1")
    corpus = Corpus(with_ids([replace(HEALTH, boundaries=(hostile,))]), (), ())
    write(corpus, tmp_path / "a.xlsx", {})
    cells = [cell for ws in openpyxl.load_workbook(tmp_path / "a.xlsx") for row in ws for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert {cell.value for cell in cells if cell.quotePrefix} == {"=HYPERLINK(1)", "+86", "@sum", "\t=1"}
    assert read(tmp_path / "a.xlsx") == corpus


@pytest.mark.parametrize("text", NASTY)
def test_hard_texts_survive(text: str, tmp_path: Path) -> None:
    row = replace(ROW, matter=text, department=f" {text}", duty=f"{text}\n", flags=(text,))
    corpus = Corpus(with_ids([replace(HEALTH, boundaries=(row,))]), (), ())
    write(corpus, tmp_path / "a.xlsx", {})
    assert read(tmp_path / "a.xlsx") == corpus


def test_a_text_longer_than_a_cell_goes_on_in_further_columns(tmp_path: Path) -> None:
    long = "".join(chr(0x4E00 + number % 20_000) for number in range(100_000))
    rows = (replace(ROW, case=long), replace(ROW, case=long[:16_000], basis="𫓹" * 40_000))
    corpus = Corpus(with_ids([replace(HEALTH, boundaries=rows)]), (), ())
    write(corpus, tmp_path / "a.xlsx", {})
    assert read(tmp_path / "a.xlsx") == corpus
    heads = [cell.value for cell in sheet(tmp_path / "a.xlsx", "边界")[1]]
    assert heads[heads.index("案例") :][:3] == ["案例", "案例(2)", "案例(3)"]


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write(COUNTY, tmp_path / f"{name}.xlsx", READING)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bookwriter, "MOST_ROWS", 2)
    with pytest.raises(OutputError, match="的行数超过一张工作表的上限"):
        write(COUNTY, tmp_path / "a.xlsx", {})
    assert list(tmp_path.iterdir()) == []


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
    assert {row.owner for row in now.boundaries} == {"甲县卫生健康局"}
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


def repacked(tmp_path: Path, member: str, content: bytes) -> Path:
    """The county's workbook with one of its parts put in the place of another."""
    write(COUNTY, tmp_path / "a.xlsx", {})
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, content if name == member else old.read(name))
    return tmp_path / "b.xlsx"


def refused(path: Path) -> str:
    began = time.monotonic()
    assert is_corpus_file(path)
    with pytest.raises(UnreadableDocument) as error:
        read(path)
    assert time.monotonic() - began < 3
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_BYTES", 10 * 2**20)
    assert "10 MB" in refused(repacked(tmp_path, "xl/sharedStrings.xml", b" " * 30_000_000))


def test_a_zip_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = repacked(tmp_path, "xl/sharedStrings.xml", b" " * 30_000_000)
    size = (30_000_000).to_bytes(4, "little")
    assert path.read_bytes().count(size) == 2
    path.write_bytes(path.read_bytes().replace(size, (500).to_bytes(4, "little")))
    assert "已损坏" in refused(path)


@pytest.mark.parametrize("place", ['r="XFD1048576"', "r='a99999999'", 'r = "A1999999999999999999"', 'r="ABCDEFGH1"'])
def test_an_endless_grid_is_refused(place: str, tmp_path: Path) -> None:
    """A reader that lays such a grid out does not fail but ends the whole program."""
    grid = f'<worksheet><sheetData><row r="1"><c s="1"{place} t="str"><v>a</v></c></row></sheetData></worksheet>'
    assert "范围过大" in refused(repacked(tmp_path, "xl/worksheets/sheet4.xml", grid.encode()))


@pytest.mark.parametrize(
    "content", [b"", b"<worksheet><sheetData><row", b"\x00\xff" * 50, b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"]
)
def test_a_damaged_sheet_is_refused_or_empty(content: bytes, tmp_path: Path) -> None:
    assert "b.xlsx：" in refused(repacked(tmp_path, "xl/worksheets/sheet4.xml", content))


def test_a_cut_off_workbook_is_no_corpus_file(tmp_path: Path) -> None:
    write(COUNTY, tmp_path / "a.xlsx", {})
    (tmp_path / "b.xlsx").write_bytes((tmp_path / "a.xlsx").read_bytes()[:-2000])
    assert not is_corpus_file(tmp_path / "b.xlsx")


def test_another_workbook_is_no_corpus_file(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("清单")
    book.create_sheet("边界")
    book.save(tmp_path / "a.xlsx")
    assert not is_corpus_file(tmp_path / "a.xlsx")
