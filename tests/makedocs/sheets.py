"""Write workbooks: pieces of lists and tables of any layout on sheets, the same bytes every time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import xlwt
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter

from makedocs import word
from makedocs.layout import Row, Spot, placed
from makedocs.lists import Piece

_THIN = Side(style="thin")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
WIDEST = 6


def new() -> Any:
    """Return a workbook without sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    return book


def saved(book: Any, stored: Mapping[str, str] | None = None) -> bytes:
    """Return the bytes of a workbook.

    Args:
        book: the workbook.
        stored: the value that Excel would have stored for the formula in a cell ("A3"), of any sheet.
    """
    book.properties.creator = ""
    written = io.BytesIO()
    book.save(written)

    def changed(name: str, data: bytes) -> bytes:
        if name == "docProps/core.xml":
            return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-03-01T09:00:00Z", data)
        for cell, value in (stored or {}).items():
            data = re.sub(
                rb'(<c r="%s"[^>]*>)(<f>[^<]*</f>)<v ?/?>(?:</v>)?' % cell.encode(),
                rb"\1\2<v>%s</v>" % value.encode(),
                data,
            )
        return data

    return word.repacked(written.getvalue(), change=changed)


def page(sheet: Any, pieces: Iterable[Piece], first: int = 1) -> int:
    """Write pieces below each other, a blank row before each heading; return the next free row."""
    for piece in pieces:
        if piece.kind == "table":
            first = table(sheet, piece.rows, first)
        else:
            first += piece.kind == "heading"
            first = table(sheet, [[wide(piece.text)]], first)
    return first


def wide(text: str) -> Spot:
    """Return a cell across the whole sheet."""
    return Spot(text, columns=WIDEST)


def table(sheet: Any, rows: Sequence[Row], first: int = 1, column: int = 1) -> int:
    """Write a table with its merged cells; return the next free row."""
    for one in placed(rows):
        row, at = first + one.row, column + one.column
        cell = sheet.cell(row, at, one.spot.text or None)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = _BORDER
        if one.spot.rows > 1 or one.spot.columns > 1:
            sheet.merge_cells(None, row, at, row + one.spot.rows - 1, at + one.spot.columns - 1)
        if len(one.spot.text) > 2 and one.spot.columns == 1:
            sheet.column_dimensions[get_column_letter(at)].width = min(40, 8 + len(one.spot.text))
    return first + len(rows)


def old(pages: Mapping[str, Iterable[Piece]]) -> bytes:
    """Return the bytes of an .xls workbook, a sheet a name."""
    book = xlwt.Workbook(encoding="utf-8")
    for name, pieces in pages.items():
        sheet, first = book.add_sheet(name), 0
        for piece in pieces:
            rows: Sequence[Row] = piece.rows if piece.kind == "table" else [[wide(piece.text)]]
            first += piece.kind == "heading"
            for one in placed(rows):
                row, last = first + one.row, first + one.row + one.spot.rows - 1
                sheet.write_merge(row, last, one.column, one.column + one.spot.columns - 1, one.spot.text)
            first += len(rows)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def xml_2003(name: str, pieces: Iterable[Piece]) -> bytes:
    """Return the bytes of an Excel 2003 XML workbook of one sheet: cells that others cover are left out."""
    rows: list[str] = []
    for piece in pieces:
        layout: Sequence[Row] = piece.rows if piece.kind == "table" else [[wide(piece.text)]]
        cells: dict[int, str] = dict.fromkeys(range(len(layout)), "")
        for one in placed(layout):
            down = f' ss:MergeDown="{one.spot.rows - 1}"' if one.spot.rows > 1 else ""
            across = f' ss:MergeAcross="{one.spot.columns - 1}"' if one.spot.columns > 1 else ""
            data = f'<Data ss:Type="String">{escape(one.spot.text)}</Data>' if one.spot.text else ""
            cells[one.row] += f'<Cell ss:Index="{one.column + 1}"{across}{down}>{data}</Cell>'
        rows += [f"<Row>{row}</Row>" for row in cells.values()]
    body = "\n".join(rows)
    return (
        '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n'
        f'<Worksheet ss:Name="{name}"><Table>\n{body}\n</Table></Worksheet></Workbook>\n'
    ).encode()
