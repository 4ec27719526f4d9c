"""The audit workbook, read back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from reportcase import FINDINGS, case_content, evidence, finding, speaking

from data.errors import OutputError
from reports import workbook


@pytest.fixture
def sheets(tmp_path: Path) -> dict[str, Worksheet]:
    workbook.write(case_content(), tmp_path / "audit.xlsx")
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(tmp_path / "audit.xlsx").worksheets}


def test_sheets_have_chinese_names_filters_and_frozen_heads(sheets: dict[str, Worksheet]) -> None:
    names = ["审计发现", "原文摘录", "管理事项", "职责分工", "部门", "职责", "读取台账", "清单目录", "未读入内容"]
    assert list(sheets) == names
    for sheet in sheets.values():
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(max(sheet.max_row, 2), sheet.max_column).coordinate}"
        assert sheet.freeze_panes is not None
        assert str(sheet.freeze_panes).endswith("2")
        assert sheet["A1"].font.bold
        assert sheet["A1"].alignment.wrap_text


def test_rows_are_those_of_the_content(sheets: dict[str, Worksheet]) -> None:
    found = rows(sheets["审计发现"])
    assert [row["编号"] for row in found] == [one.id for one in FINDINGS]
    assert [row["级别"] for row in found] == ["高", "中", "低", "提示"]
    assert len(rows(sheets["原文摘录"])) == sum(len(one.evidence) for one in FINDINGS)
    assert [row["相关部门"] for row in rows(sheets["职责分工"])][:3] == ["县卫生局", "县公安局", "县卫生局、县安监局"]


def test_account_of_documents_adds_up(sheets: dict[str, Worksheet]) -> None:
    line = rows(sheets["读取台账"])[0]
    assert line["读入单位"] == sum(line[name] for name in ("数据行", "续行", "标题", "文字", "未读入")) == 9
    assert line["提醒"] == "第 7 行缺少编号"


def test_lists_say_what_each_part_holds(sheets: dict[str, Worksheet]) -> None:
    lines = rows(sheets["清单目录"])
    assert (lines[0]["主要职责"], lines[0]["职责边界"], lines[0]["公共服务"]) == ("1 项", "3 行", "缺此部分")
    assert (lines[1]["公共服务"], lines[1]["事中事后监管"]) == ("写“无”", "仅有省略号")
    assert [line["存疑行数"] for line in lines] == [0, 0, 1]


def test_same_content_same_bytes(tmp_path: Path) -> None:
    for name in ("first.xlsx", "second.xlsx"):
        workbook.write(case_content(), tmp_path / name)
    assert (tmp_path / "first.xlsx").read_bytes() == (tmp_path / "second.xlsx").read_bytes()


def test_a_text_longer_than_a_cell_holds_is_cut_and_says_so(tmp_path: Path) -> None:
    workbook.write(case_content(findings=(finding(2, evidence=(evidence(1, "长" * 40_000),)),)), tmp_path / "a.xlsx")
    text = openpyxl.load_workbook(tmp_path / "a.xlsx")["原文摘录"]["G2"].value
    assert isinstance(text, str)
    assert len(text) == workbook.CELL_LIMIT
    assert text.endswith("……（超出单元格容量，余文见原文件）")


def test_english_workbook(tmp_path: Path) -> None:
    with speaking("en"):
        workbook.write(case_content(), tmp_path / "audit.xlsx")
    assert openpyxl.load_workbook(tmp_path / "audit.xlsx").sheetnames[0] == "Findings"


def test_a_folder_that_is_a_file_is_a_foreseen_error(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        workbook.write(case_content(), tmp_path / "taken" / "audit.xlsx")


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    """The rows of a sheet by the names of its columns."""
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip((str(name) for name in head), line, strict=True)) for line in lines]
