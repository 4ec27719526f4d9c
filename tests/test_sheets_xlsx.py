"""Office Open XML: every text as it is printed, what is hidden said, nothing computed or fetched."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_files import BOUNDARY, by_hand, outline, rows_xml, saved, tables_of, texts_of, xlsx

from data.document import Label, Paragraph
from data.spacing import squeeze
from loaders.readers.read import read
from loaders.readers.sheets.books.packed import Parts
from loaders.readers.sheets.books.xlsx import read_xlsx
from loaders.readers.sheets.grid import Range

HEAD = [list(BOUNDARY)]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e3660000"
    "000049454e44ae426082"
)


def cells(sheet: str, strings: str = "", styles: str = "") -> list[str]:
    """The texts of the cells of one row."""
    (table,) = tables_of(read(by_hand(f"<sheetData>{sheet}</sheetData>", strings, styles), "a.xlsx"))
    return texts_of(table)[0]


def test_numbers_dates_and_truths_are_printed_as_they_are_shown() -> None:
    grid = [[1, 13800001111, "0731-8223344", 7, 0.125, date(2024, 3, 1), datetime(2024, 3, 1, 8, 5), True, "'007", 1.5]]
    formats = {"D1": "000", "E1": "0.0%", "F1": 'yyyy"年"m"月"d"日"', "G1": "yyyy-mm-dd hh:mm"}
    shown = [
        "1",
        "13800001111",
        "0731-8223344",
        "007",
        "12.5%",
        "2024年3月1日",
        "2024-03-01 08:05",
        "TRUE",
        "'007",
        "1.5",
    ]
    assert outline(read(xlsx(grid, formats=formats), "a.xlsx")) == [[shown]]


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append([date(2024, 3, 1), "甲"])
    book.active["A1"].number_format = "yyyy-mm-dd"
    assert outline(read(saved(book), "a.xlsx")) == [[["2024-03-01", "甲"]]]


def test_texts_of_runs_without_the_readings_above_them() -> None:
    strings = (
        '<si><r><t>县</t></r><r><rPr><b/></rPr><t xml:space="preserve">教育局 </t></r></si>'
        '<si><t>民政局</t><rPh sb="0" eb="3"><t>mín zhèng</t></rPh></si>'
        "<si><t>一、招生_x000D_\n二、_x4e00_</t></si>"
    )
    row = "<row>" + "".join(f'<c t="s"><v>{number}</v></c>' for number in range(3)) + "</row>"
    assert cells(row, strings) == ["县教育局 ", "民政局", "一、招生\n二、一"]


def test_cells_of_every_type() -> None:
    row = (
        '<row r="5"><c r="A5" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r></is></c><c r="B5" t="b"><v>0</v></c>'
        '<c r="C5" t="e"><v>#REF!</v></c><c r="D5" t="str"><f>A1&amp;B1</f><v>连接</v></c>'
        '<c r="E5" t="d" s="1"><v>2024-03-01T00:00:00</v></c><c r="F5"><v>县图书馆</v></c>'
        '<c r="G5" t="d"><v>10:10:10</v></c></row>'
    )
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>'
    assert cells(row, styles=styles) == ["内联", "FALSE", "#REF!", "连接", "2024年3月1日", "县图书馆", "10:10:10"]


def test_cells_and_rows_without_places_follow_each_other() -> None:
    document = read(by_hand(f"<sheetData>{rows_xml([*HEAD, ['1', '校车', '县教育局', '牵头']])}</sheetData>"), "a.xlsx")
    assert outline(document) == [[*HEAD, ["1", "校车", "县教育局", "牵头"]]]


def test_formulas_without_a_stored_result_are_blank_and_named() -> None:
    grid = [*HEAD, [1, "校车", "=A1", "=B1&C1"], [2, "养老", "县民政局", "=NOW()"]]
    document = read(xlsx(grid), "a.xlsx")
    (warning,) = document.warnings
    assert all(name in warning for name in ("3 个公式", "职责!C2", "职责!D2", "职责!D3"))
    assert outline(document)[0][1] == ["1", "校车", "", ""]


def test_formulas_are_read_by_their_stored_result() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("职责")
        sheet.write_row(0, 0, BOUNDARY)
        sheet.write_formula(1, 0, "=1+1", None, 2)
        sheet.write_formula(1, 1, '="校"&"车"', None, "校车")
        sheet.write_formula(1, 2, '=""', None, "")
        sheet.write_string(1, 3, "=cmd|' /C calc'!A0")
    document = read(content.getvalue(), "a.xlsx")
    assert outline(document)[0][1] == ["2", "校车", "", "=cmd|' /C calc'!A0"]


def test_hidden_sheets_are_not_read_and_named() -> None:
    book = openpyxl.Workbook()
    book.active.append(["说明", "看"])
    for name, state in [("旧稿", "hidden"), ("选项", "veryHidden")]:
        other = book.create_sheet(name)
        other.append(["秘密", "不读"])
        other.sheet_state = state
    document = read(saved(book), "a.xlsx")
    assert outline(document) == [[["说明", "看"]]]
    assert "旧稿、选项" in document.warnings[0]


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    book = openpyxl.load_workbook(
        BytesIO(xlsx([*HEAD, *[[number, "校车", "县教育局", "牵头"] for number in range(5)]]))
    )
    sheet = book.active
    for row in (3, 4, 6, 900):
        sheet.row_dimensions[row].hidden = True
    for column in ("C", "Z"):
        sheet.column_dimensions[column].hidden = True
    document = read(saved(book), "a.xlsx")
    assert len(outline(document)[0]) == 6
    (warning,) = document.warnings
    assert "第 3–4 行、第 6 行、C 列。" in warning


def test_every_sheet_in_order_and_charts_left_out() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name in ("县教育局", "县民政局"):
            book.add_worksheet(name).write_row(0, 0, [name, "甲"])
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=县教育局!$A$1"})
        book.add_chartsheet("图").set_chart(chart)
    document = read(content.getvalue(), "a.xlsx")
    assert [block.text for block in document.blocks if isinstance(block, Label)] == ["县教育局", "县民政局"]
    assert {part for part, _, _ in document.units} == {"sheet 县教育局", "sheet 县民政局"}


def test_the_page_header_is_a_label() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_row(0, 0, BOUNDARY)
        sheet.set_header('&C&"宋体,加粗"&14望溪县民政局&R第&P页')
    labels = [block.text for block in read(content.getvalue(), "a.xlsx").blocks if isinstance(block, Label)]
    assert labels == ["Sheet1", "望溪县民政局", "第页"]


def test_words_in_a_text_box_are_a_label() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_row(2, 0, BOUNDARY)
        sheet.insert_textbox(0, 0, "望溪县民政局\n职责边界清单")
    document = read(content.getvalue(), "a.xlsx")
    assert [block.text for block in document.blocks if isinstance(block, Label)] == [
        "Sheet1",
        "望溪县民政局",
        "职责边界清单",
    ]
    assert not document.unread


@pytest.mark.parametrize("cells", [[], ["望溪县民政局职责边界清单"]])
def test_a_sheet_of_pictures_without_a_table_is_said_to_be_unread(cells: list[str]) -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("扫描件")
        sheet.write_row(0, 0, cells)
        sheet.insert_image(1, 0, "a.png", {"image_data": BytesIO(PIXEL)})
    (said,) = read(content.getvalue(), "a.xlsx").unread
    assert "扫描件" in said


def test_words_that_a_merge_hides_are_left_out_and_said_where_they_differ() -> None:
    grid = [*HEAD, ["1", "校车", "县教育局", "牵头"], ["1", "养老", "县公安局", "配合"]]
    merges = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>'
    document = read(by_hand(f"<sheetData>{rows_xml(grid)}</sheetData>{merges}"), "a.xlsx")
    assert outline(document)[0][2] == ["", "", "县公安局", "配合"]
    (warning,) = document.warnings
    assert "职责!B2" in warning
    assert "A2" not in warning


def test_external_links_are_read_by_their_stored_value() -> None:
    row = '<row><c t="str"><f>[1]Sheet1!A1</f><v>来自外部</v></c><c t="inlineStr"><is><t>甲</t></is></c></row>'
    rels = '<Relationship Id="rId1" Type="x/externalLinkPath" TargetMode="External" Target="file:///etc/passwd"/>'
    part = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>'
    raw = by_hand(f"<sheetData>{row}</sheetData>", **{"xl/externalLinks/_rels/externalLink1.xml.rels": part})
    assert outline(read(raw, "a.xlsx")) == [[["来自外部", "甲"]]]


def test_elements_may_have_a_prefix_or_the_strict_namespace() -> None:
    raw = by_hand(f"<sheetData>{rows_xml([['甲', '乙']])}</sheetData>")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sheet_files._MAIN", "http://purl.oclc.org/ooxml/spreadsheetml/main")
        strict = by_hand(f"<sheetData>{rows_xml([['甲', '乙']])}</sheetData>")
    assert raw != strict
    assert outline(read(raw, "a.xlsx")) == outline(read(strict, "a.xlsx")) == [[["甲", "乙"]]]


TEXT = st.text(st.sampled_from("县局职责监管0123=+-@'_x4e00\n <>&\"，"), min_size=1, max_size=8).filter(
    lambda text: text.strip() and not text.startswith("=")
)
VALUE = st.one_of(st.none(), TEXT, st.integers(-(10**9), 10**9), st.booleans())


@st.composite
def workbooks(draw: st.DrawFn) -> bytes:
    """A workbook of one small sheet with some merged ranges."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    values = draw(st.lists(st.lists(VALUE, min_size=width, max_size=width), min_size=height, max_size=height))
    taken: set[tuple[int, int]] = set()
    merges = []
    for _ in range(draw(st.integers(0, 3))):
        top, left = draw(st.integers(1, height)), draw(st.integers(1, width))
        bottom, right = draw(st.integers(top, height)), draw(st.integers(left, width))
        places = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        if len(places) > 1 and not places & taken:
            taken |= places
            merges.append(f"{_letter(left)}{top}:{_letter(right)}{bottom}")
    return xlsx(values, merges)


def _letter(column: int) -> str:
    return "ABCDEF"[column - 1]


def _printed(value: object) -> str:
    return "" if value is None else str(value).upper() if isinstance(value, bool) else str(value)


@settings(max_examples=100)
@given(workbooks())
def test_what_openpyxl_sees_is_what_is_read(raw: bytes) -> None:
    seen = openpyxl.load_workbook(BytesIO(raw)).active
    expected = {
        (cell.row - 1, cell.column - 1): _printed(cell.value)
        for row in seen
        for cell in row
        if _printed(cell.value).strip()
    }
    (sheet,) = read_xlsx(Parts(raw, "a.xlsx")).sheets
    assert {(row, column): text for row, texts in sheet.texts.items() for column, text in texts.items()} == expected
    assert sorted(sheet.merges) == sorted(
        Range(one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1) for one in seen.merged_cells
    )


@settings(max_examples=100)
@given(workbooks())
def test_every_text_is_in_one_block_at_its_row_and_every_place_in_one_cell(raw: bytes) -> None:
    seen = openpyxl.load_workbook(BytesIO(raw)).active
    expected = Counter((cell.row, squeeze(_printed(cell.value))) for row in seen for cell in row)
    document = read(raw, "a.xlsx")
    tables = tables_of(document)
    cells = [(cell.source.first, squeeze(cell.text)) for table in tables for cell in table.cells]
    rows = {row for row, _ in cells}
    said = Counter(one for one in cells if one[1])
    assert said == Counter({one: count for one, count in expected.items() if one[0] in rows and one[1]})
    lines = {
        block.source.first for block in document.blocks if isinstance(block, Paragraph) and not isinstance(block, Label)
    }
    assert lines | rows >= {row for row, text in expected if text}
    for table in tables:
        places = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(places) == len(set(places)) == table.columns * (1 + max(row for row, _ in places))
