"""The other kinds of workbooks: .xls and .et, .xlsb, .ods, Excel 2003 XML; and pages named as workbooks."""

from __future__ import annotations

import struct
from datetime import date
from io import BytesIO

import pytest
import python_calamine
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_files import BOUNDARY, Xlsb, ods, outline, saved, spreadsheetml, tables_of, wide, xls

from data.document import Label
from loaders.readers.read import kind_of, read

HEAD = list(BOUNDARY)
ROW = ["1", "校车管理", "县教育局", "牵头"]
BODY = [HEAD, ROW, ["", "", "县公安局", "配合"]]


@pytest.mark.parametrize("name", ["a.xls", "a.et", "a.xlsx"])
def test_xls_keeps_formats_and_merges(name: str) -> None:
    grid = [
        HEAD,
        [1, "校车管理", "县教育局", date(2024, 3, 1)],
        [None, None, "县公安局", 0.125],
        [2, "养老", 7, 13800001111],
    ]
    formats = {(1, 3): 'yyyy"年"m"月"d"日"', (2, 3): "0.0%", (3, 2): "000"}
    document = read(xls(grid, [(1, 2, 0, 0), (1, 2, 1, 1)], formats), name)
    assert document.reader == "xls"
    assert outline(document) == [
        [
            HEAD,
            ["1", "校车管理", "县教育局", "2024年3月1日"],
            ["", "", "县公安局", "12.5%"],
            ["2", "养老", "007", "13800001111"],
        ]
    ]
    (table,) = tables_of(document)
    assert [(cell.text, cell.row_span) for cell in table.cells if cell.row_span > 1] == [("1", 2), ("校车管理", 2)]
    assert document.units[-1] == ("sheet 职责", "row", 4)


def test_xls_says_what_is_hidden() -> None:
    book = xlwt.Workbook()
    for name in ("县教育局", "旧稿"):
        sheet = book.add_sheet(name)
        for row, cells in enumerate(BODY):
            for column, text in enumerate(cells):
                sheet.write(row, column, text)
    sheet.visibility = 1
    book.get_sheet(0).row(1).hidden = True
    book.get_sheet(0).col(2).hidden = True
    document = read(saved(book), "a.xls")
    assert outline(document) == [BODY]
    hidden, inside = document.warnings
    assert "旧稿" in hidden
    assert "第 2 行、C 列" in inside


def test_xls_prints_truths_errors_and_line_breaks() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("职责")
    for column, value in enumerate(["一\n二", True, xlwt.Formula("1/0"), ""]):
        sheet.write(0, column, value)
    sheet.row(0).set_cell_error(4, 0x2A)
    assert outline(read(saved(book), "a.xls")) == [[["一\n二", "TRUE", "", "", "#N/A"]]]


TEXT = st.text(st.sampled_from("县局职责监管01 a'@，"), min_size=1, max_size=6).filter(lambda text: not text.isspace())


@settings(max_examples=40)
@given(st.lists(st.lists(st.none() | TEXT, min_size=2, max_size=4), min_size=1, max_size=5))
def test_calamine_sees_the_same_texts_in_an_xls(grid: list[list[str | None]]) -> None:
    raw = xls(grid)
    (name,) = (book := python_calamine.load_workbook(BytesIO(raw))).sheet_names
    seen = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    from loaders.readers.sheets.books.xls import read_xls

    (sheet,) = read_xls(raw, "a.xls").sheets
    expected = {(row, column): text for row, cells in enumerate(seen) for column, text in enumerate(cells) if text}
    assert {(row, column): text for row, texts in sheet.texts.items() for column, text in texts.items()} == expected


def binary() -> bytes:
    """A binary workbook with a cell of every kind."""
    book = Xlsb()
    book.row(0)
    for column, number in enumerate([0, 1, 2, 3]):
        book.cell(column, 7, struct.pack("<I", number))
    book.row(1, hidden=True)
    book.cell(0, 2, struct.pack("<I", 1 << 2 | 2))
    book.cell(1, 6, wide("校车_x000D_\n管理"))
    book.cell(2, 62, b"\0" + wide("县教育局") + struct.pack("<I", 0))
    book.cell(3, 5, struct.pack("<d", 45352), style=1)
    book.row(2)
    book.cell(0, 2, struct.pack("<I", 1250 << 2 | 3), style=2)
    book.cell(1, 4, b"\1")
    book.cell(2, 8, wide("县公安局") + bytes(2))
    book.cell(3, 11, b"\x17" + bytes(2))
    book.merge(1, 2, 1, 1)
    return book.bytes(BOUNDARY, ["General", "yyyy-mm-dd", "0.0"])


def test_xlsb_keeps_formats_and_merges() -> None:
    document = read(binary(), "a.xlsb")
    assert document.reader == "xlsb"
    table = [HEAD, ["1", "校车\n管理", "县教育局", "2024-03-01"], ["12.5", "", "县公安局", "#REF!"]]
    assert outline(document) == [table]
    (cell,) = (cell for cell in tables_of(document)[0].cells if cell.row_span > 1)
    assert (cell.text, cell.row_span) == ("校车\n管理", 2)
    covered, hidden = sorted(document.warnings)
    assert "第 2 行" in hidden
    assert "B2" in covered


def test_calamine_sees_the_same_xlsb() -> None:
    book = python_calamine.load_workbook(BytesIO(binary()))
    rows = book.get_sheet_by_name("职责").to_python(skip_empty_area=False)
    assert rows[0] == HEAD
    assert rows[1][::3] == [1.0, date(2024, 3, 1)]
    assert rows[2][0:3] == [12.5, True, "县公安局"]


def ods_cell(text: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def test_ods_is_read_as_it_is_printed() -> None:
    head = "".join(map(ods_cell, BOUNDARY))
    spanned = 'table:number-rows-spanned="2" office:value-type="float"'
    repeated = 'table:number-columns-repeated="2"'
    body = (
        '<table:table table:name="职责"><table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
        f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f"<table:table-row>{ods_cell('007', spanned)}"
        "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation><text:p>校车<text:s/><text:s/>"
        "管<text:span>理</text:span></text:p><text:p>二<text:line-break/>三</text:p></table:table-cell>"
        f"{ods_cell('甲', repeated)}</table:table-row>"
        '<table:table-row><table:covered-table-cell/><table:table-cell table:formula="of:=A1"/>'
        f"{ods_cell('乙')}{ods_cell('丙')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
        '</table:table><table:table table:name="旧稿" table:style-name="ta2"/>'
    )
    styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    document = read(ods(body, styles), "a.ods")
    assert document.reader == "ods"
    assert outline(document) == [[HEAD, ["007", "校车  管理\n二\n三", "甲", "甲"], ["", "", "乙", "丙"]]]
    assert [cell.row_span for cell in tables_of(document)[0].cells if cell.text == "007"] == [2]
    assert document.units == (("sheet 职责", "row", 1), ("sheet 职责", "row", 5), ("sheet 职责", "row", 6))
    said = "\n".join(document.warnings)
    assert all(word in said for word in ("旧稿", "C 列", "职责!B6"))


def test_excel_2003_xml_keeps_places_merges_and_formats() -> None:
    rows = (
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in BOUNDARY) + "</Row>"
        '<Row ss:Index="4" ss:Hidden="1"><Cell ss:MergeDown="1"><Data ss:Type="Number">1</Data></Cell>'
        '<Cell ss:Index="3"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">县<B>教育</B>局</ss:Data>'
        '</Cell><Cell ss:StyleID="s1"><Data ss:Type="DateTime">2024-03-01T00:00:00.000</Data>'
        "<Comment><Data>批注</Data></Comment></Cell>"
        '</Row><Row><Cell ss:Index="2" ss:StyleID="s2"><Data ss:Type="Number">0.125</Data></Cell>'
        '<Cell ss:MergeAcross="1"><Data ss:Type="Boolean">1</Data></Cell></Row><Row><Cell ss:Formula="=A1"/></Row>'
    )
    styles = (
        '<Style ss:ID="s1"><NumberFormat ss:Format="Long Date"/></Style>'
        '<Style ss:ID="s2"><NumberFormat ss:Format="0.0%"/></Style>'
    )
    document = read(spreadsheetml(rows, styles), "a.xls")
    assert document.reader == "excelxml"
    assert outline(document) == [[HEAD, ["1", "", "县教育局", "2024年3月1日"], ["", "12.5%", "TRUE", ""]]]
    (table,) = tables_of(document)
    assert {
        (cell.text, cell.row_span, cell.column_span) for cell in table.cells if cell.row_span * cell.column_span > 1
    } == {
        ("1", 2, 1),
        ("TRUE", 1, 2),
    }
    said = "\n".join(document.warnings)
    assert "第 4 行" in said
    assert "职责!A6" in said


@pytest.mark.parametrize("declared", ["GB2312", "UTF-16", "x-none"])
def test_excel_2003_xml_may_lie_about_its_encoding(declared: str) -> None:
    rows = '<Row><Cell><Data ss:Type="String">事项</Data></Cell><Cell><Data ss:Type="String">职责</Data></Cell></Row>'
    raw = spreadsheetml(rows).replace(b'"UTF-8"', f'"{declared}"'.encode())
    assert outline(read(raw, "a.xml")) == [[["事项", "职责"]]]


def test_hidden_sheets_of_excel_2003_xml_are_named() -> None:
    visible = '<Visible xmlns="urn:schemas-microsoft-com:office:excel">SheetHidden</Visible>'
    options = f"<x:WorksheetOptions>{visible}</x:WorksheetOptions>"
    rows = '<Row><Cell><Data ss:Type="String">甲</Data></Cell><Cell><Data ss:Type="String">乙</Data></Cell></Row>'
    document = read(spreadsheetml(rows, options=options, name="旧稿"), "a.xml")
    assert not document.blocks
    assert "旧稿" in document.warnings[0]


@pytest.mark.parametrize(
    "text", ["<html><table><tr><td>1</td></tr></table></html>", "<table><tr><td>1</td></tr></table>"]
)
def test_a_page_named_as_a_workbook_is_a_page(text: str) -> None:
    assert kind_of(text.encode("gbk"), "名单.xls") == "html"


def test_the_kinds_are_known_by_their_content() -> None:
    kinds = [kind_of(raw, "a.doc") for raw in (xls([HEAD]), binary(), ods(""), spreadsheetml(""))]
    assert kinds == ["xls", "xlsx", "ods", "excelxml"]


def test_sheets_without_text_make_no_label() -> None:
    book = xlwt.Workbook()
    book.add_sheet("Sheet1")
    book.add_sheet("县教育局").write(0, 0, "说明")
    assert [block.text for block in read(saved(book), "a.xls").blocks if isinstance(block, Label)] == ["县教育局"]
