"""Read the XML of Excel 2003 (SpreadsheetML): rows and cells with an index where some are left out."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import Any

from data.document import Document
from data.errors import UnreadableDocument
from loaders.readers.sheets.books.packed import BROKEN, attribute, events, local
from loaders.readers.sheets.document import document_of
from loaders.readers.sheets.formats.dates import serial_of
from loaders.readers.sheets.formats.shown import GENERAL, shown
from loaders.readers.sheets.grid import Book, Range, Sheet, TooLarge, truth
from loaders.readers.text.encoding import decode

_SHEET, _ROW, _COLUMN, _STYLE, _VISIBLE = "Worksheet", "Row", "Column", "Style", "Visible"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# The formats that have names instead of codes.
_NAMED = {
    "General Number": GENERAL,
    "General Date": "yyyy/m/d h:mm",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "Medium Date": "d-mmm-yy",
    "Short Date": "yyyy/m/d",
    "Long Time": "h:mm:ss",
    "Medium Time": "h:mm AM/PM",
    "Short Time": "h:mm",
    "Currency": "¥#,##0.00",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
}
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a SpreadsheetML file's bytes.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: it is no whole XML, or larger than any list.
    """
    text, encoding = decode(raw, file)
    reader = _Reader()
    try:
        reader.read(_DECLARATION.sub("", text, count=1).encode())
    except TooLarge as error:
        raise UnreadableDocument("sheets.error.large", file=file, sheet=str(error)) from error
    except BROKEN as error:
        raise UnreadableDocument("error.damaged", file=file) from error
    return document_of(reader.book, file, "excelxml", encoding)


class _Reader:
    """Reads the one stream in which all sheets stand."""

    def __init__(self) -> None:
        self.book = Book()
        self.sheet = Sheet()
        self.row = self.column = -1
        self.hidden = False
        self.codes: dict[str, str] = {}

    def read(self, xml: bytes) -> None:
        for kind, element in events(BytesIO(xml), ("start", "end"), _SHEET, _ROW, _COLUMN, _STYLE, _VISIBLE):
            tag = local(element)
            if tag == _SHEET:
                self._sheet(kind, element)
            elif kind == "end" and tag == _STYLE:
                self._style(element)
            elif kind == "end" and tag == _VISIBLE:
                self.hidden = "Hidden" in (element.text or "")
            elif kind == "end":
                self._column(element) if tag == _COLUMN else self._row(element)

    def _sheet(self, kind: str, element: Any) -> None:
        if kind == "start":
            self.sheet, self.row, self.column, self.hidden = Sheet(attribute(element, "Name")), -1, -1, False
        elif self.hidden:
            self.book.hidden.append(self.sheet.name)
        else:
            self.book.sheets.append(self.sheet)

    def _style(self, element: Any) -> None:
        form = next((attribute(child, "Format") for child in element if local(child) == "NumberFormat"), "")
        self.codes[attribute(element, "ID")] = _NAMED.get(form, form) or GENERAL

    def _column(self, element: Any) -> None:
        first = _place(element, self.column, _MOST_COLUMNS)
        self.column = first + _count(element, "Span")
        if attribute(element, "Hidden") == "1":
            self.sheet.hidden_columns.append((first, self.column))

    def _row(self, element: Any) -> None:
        self.row = _place(element, self.row, _MOST_ROWS)
        if attribute(element, "Hidden") == "1":
            self.sheet.hidden_rows.append(self.row)
        column = -1
        for cell in element:
            if local(cell) != "Cell":
                continue
            column = _place(cell, column, _MOST_COLUMNS)
            self._cell(cell, column, attribute(cell, "StyleID") or attribute(element, "StyleID"))
            right, bottom = column + _count(cell, "MergeAcross"), self.row + _count(cell, "MergeDown")
            if right > column or bottom > self.row:
                self.sheet.merges.append(Range(self.row, column, bottom, right))
            column = right
        self.row += _count(element, "Span")

    def _cell(self, cell: Any, column: int, style: str) -> None:
        data = next((child for child in cell if local(child) == "Data"), None)
        text = "".join(data.itertext()) if data is not None else ""
        if text:
            code = self.codes.get(style, GENERAL)
            self.sheet.put(self.row, column, _shown(text, attribute(data, "Type"), code))
        elif attribute(cell, "Formula"):
            self.sheet.uncomputed.append((self.row, column))


def _shown(text: str, kind: str, code: str) -> str:
    if kind == "Number":
        return shown(float(text), code)
    if kind == "DateTime":
        return shown(serial_of(datetime.fromisoformat(text)), code)
    if kind == "Boolean":
        return truth(text.strip() == "1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _place(element: Any, before: int, most: int) -> int:
    """Return where a row, column or cell stands, from 0: at its index, else behind the one before.

    Raises:
        ValueError: no sheet goes so far.
    """
    index = attribute(element, "Index")
    place = int(index) - 1 if index else before + 1
    if not before < place < most:
        raise ValueError(place)
    return place


def _count(element: Any, name: str) -> int:
    number = attribute(element, name)
    return int(number) if number.isdecimal() and len(number) < len("10000000") else 0
