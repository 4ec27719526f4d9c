"""The workbook: it reads back equal, a person's corrections are seen, and nothing in it is hostile to anybody."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from corpus_county import COUNTY, HEALTH, READING, ROW
from corpus_strategies import NASTY, read_corpora
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import messages
from data.corpus import bookwriter, limits
from data.corpus.files import is_corpus_file
from data.corpus.xlsxfile import read, write
from data.errors import OutputError, UnreadableDocument
from data.ids import with_ids
from data.rows import Corpus


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
        "说明", "清单", "组成部分", "边界", "职责", "公共服务", "监管制度", "责任追究", "未采用", "文档", "本地资料"
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


def repacked(tmp_path: Path, member: str, content: bytes) -> Path:
    """The county's workbook with one of its parts put in the place of another."""
    write(COUNTY, tmp_path / "a.xlsx", {})
    with zipfile.ZipFile(tmp_path / "a.xlsx") as old, zipfile.ZipFile(tmp_path / "b.xlsx", "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, content if name == member else old.read(name))
    return tmp_path / "b.xlsx"


def refused(path: Path) -> str:
    assert is_corpus_file(path)
    with pytest.raises(UnreadableDocument) as error:
        read(path)
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
