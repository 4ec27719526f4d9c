"""Workbooks for tests, made by other programs' writers or by hand where these write no such thing."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

import openpyxl
import xlwt

from data.document import Block, Document, Label, Table

Grid = Sequence[Sequence[Any]]
BOUNDARY = ("序号", "管理事项", "相关部门", "职责分工")
DUTY = ("序号", "主要职责", "具体工作事项", "责任股室")
SERVICE = ("序号", "服务事项", "主要内容", "承办机构", "联系电话")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def xlsx(grid: Grid, merges: Iterable[str] = (), formats: Mapping[str, str] | None = None, name: str = "职责") -> bytes:
    """Return a workbook of one sheet; None leaves a cell out, `formats` gives number formats by place."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    for row, cells in enumerate(grid, 1):
        for column, value in enumerate(cells, 1):
            if value is not None:
                sheet.cell(row, column, value)
    for place, code in (formats or {}).items():
        sheet[place].number_format = code
    for merge in merges:
        sheet.merge_cells(merge)
    return saved(book)


def saved(book: Any) -> bytes:
    """Return the bytes of a workbook of openpyxl or xlwt."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def xls(
    grid: Grid, merges: Iterable[tuple[int, int, int, int]] = (), formats: Mapping[tuple[int, int], str] | None = None
) -> bytes:
    """Return an .xls of one sheet; merges are (top, bottom, left, right), all from 0."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("职责")
    styles = {place: xlwt.easyxf(num_format_str=code) for place, code in (formats or {}).items()}
    for row, cells in enumerate(grid):
        for column, value in enumerate(cells):
            if value is not None:
                sheet.write(row, column, value, styles.get((row, column), xlwt.Style.default_style))
    for merge in merges:
        sheet.merge(*merge)
    return saved(book)


def by_hand(sheet: str, strings: str = "", styles: str = "", workbook: str = "", rels: str = "", **parts: str) -> bytes:
    """Return an .xlsx whose sheet is the XML given, inside <worksheet>; the other parts are given likewise."""
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}">{workbook or _SHEETS}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{rels or _RELS}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}" xmlns:r="{_REL}">{sheet}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
        **parts,
    }
    return zipped(files)


_SHEETS = '<sheets><sheet name="职责" sheetId="1" r:id="rId1"/></sheets>'
_RELS = "".join(
    f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/>'
    for number, (kind, target) in enumerate(
        [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")], 1
    )
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of some files."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return content.getvalue()


def rows_xml(grid: Grid) -> str:
    """Return rows of inline strings."""
    cells = [[f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row] for row in grid]
    return "".join(f"<row>{''.join(row)}</row>" for row in cells)


def ods(body: str, styles: str = "") -> bytes:
    """Return an .ods whose tables are the XML given."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in [("office", "office"), ("table", "table"), ("text", "text"), ("style", "style")]
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


class Xlsb:
    """Writes the records of a binary workbook ([MS-XLSB] 2.3), as much of them as tests need."""

    def __init__(self) -> None:
        self.cells = b""
        self.merges = b""

    def row(self, number: int, hidden: bool = False) -> None:
        """Begin a row."""
        self.cells += _record(0, struct.pack("<IIHBBB", number, 0, 300, 0, 0x10 if hidden else 0, 0))

    def cell(self, column: int, kind: int, value: bytes, style: int = 0) -> None:
        """Add a cell of a record type, with its value as bytes."""
        self.cells += _record(kind, struct.pack("<I", column) + style.to_bytes(3, "little") + b"\0" + value)

    def merge(self, top: int, bottom: int, left: int, right: int) -> None:
        """Add a merged range."""
        self.merges += _record(176, struct.pack("<4I", top, bottom, left, right))

    def bytes(self, strings: Sequence[str], codes: Sequence[str]) -> bytes:
        """Return the workbook; style n has the format code n."""
        book = (
            _record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("职责")) + _record(144, b"") + _record(132, b"")
        )
        size = _record(148, struct.pack("<4I", 0, 99, 0, 9))
        sheet = size + _record(145, b"") + self.cells + _record(146, b"") + self.merges
        count, items = len(strings), b"".join(_record(19, b"\0" + wide(text)) for text in strings)
        formats = _record(615, struct.pack("<I", len(codes))) + b"".join(
            _record(44, struct.pack("<H", 164 + n) + wide(code)) for n, code in enumerate(codes)
        )
        styles = b"".join(_record(47, struct.pack("<HH", 0, 164 + n) + bytes(12)) for n in range(len(codes)))
        rels = _RELS.replace(".xml", ".bin")
        return zipped({
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{_PACKAGE}">{rels}</Relationships>',
            "xl/worksheets/sheet1.bin": sheet,
            "xl/sharedStrings.bin": _record(159, struct.pack("<II", count, count)) + items,
            "xl/styles.bin": formats + _record(617, struct.pack("<I", len(codes))) + styles + _record(618, b""),
        })  # fmt: skip


def wide(text: str) -> bytes:
    """Return a text as a record holds it."""
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def _record(kind: int, data: bytes) -> bytes:
    return _varied(kind) + _varied(len(data)) + data


def _varied(value: int) -> bytes:
    said = b""
    while value > 0x7F:
        said += bytes([value & 0x7F | 0x80])
        value >>= 7
    return said + bytes([value])


def spreadsheetml(rows: str, styles: str = "", options: str = "", name: str = "职责") -> bytes:
    """Return an Excel 2003 XML of one sheet, whose rows are the XML given."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" '
        f'xmlns:html="http://www.w3.org/TR/REC-html40"><Styles>{styles}</Styles>'
        f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{options}</Worksheet></Workbook>'
    ).encode()


def outline(document: Document) -> list[Any]:
    """Return the blocks of a document shortly: tables as lists of rows (blank for covered places), the rest as text."""
    return [_short(block) for block in document.blocks if not isinstance(block, Label)]


def _short(block: Block) -> Any:
    return texts_of(block) if isinstance(block, Table) else block.text


def texts_of(table: Table) -> list[list[str]]:
    """Return the texts of a table by row and column, blank where a cell is covered."""
    height = 1 + max(cell.row for cell in table.cells)
    texts = [[""] * table.columns for _ in range(height)]
    for cell in table.cells:
        texts[cell.row][cell.column] = cell.text
    return texts


def tables_of(document: Document) -> list[Table]:
    """Return the tables of a document."""
    return [block for block in document.blocks if isinstance(block, Table)]
