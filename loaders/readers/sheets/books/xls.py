"""Read a workbook of Excel 5 to 2003 (.xls), and of Kingsoft's spreadsheets (.et), by xlrd.

xlrd tells the number format of every cell, merges, hidden rows and sheets, and is plain Python: a damaged file raises,
where the compiled reader can end the process.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

from data.errors import UnreadableDocument
from loaders.readers.sheets.formats.shown import code_of, shown
from loaders.readers.sheets.grid import ERRORS, Book, Range, Sheet, TooLarge, truth

_ENCRYPTED = "encrypted"


def read_xls(raw: bytes, file: str) -> Book:
    """Return the sheets of an .xls.

    Args:
        raw: the whole file.
        file: its name, for the error.

    Raises:
        UnreadableDocument: it is damaged or protected by a password.
        TooLarge: a sheet is larger than any list's.
    """
    import xlrd

    try:
        opened = xlrd.open_workbook(
            file_contents=raw,
            logfile=StringIO(),
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
            ignore_workbook_corruption=True,
        )
        return _book(opened)
    except TooLarge:
        raise
    # A damaged file makes xlrd raise whatever the bad bytes lead to: no list of errors would be complete.
    except Exception as error:
        key = "error.password" if _ENCRYPTED in str(error) else "error.damaged"
        raise UnreadableDocument(key, file=file) from error


def _book(opened: Any) -> Book:
    book = Book()
    codes = {number: form.format_str for number, form in opened.format_map.items() if form.format_str}
    for found in opened.sheets():
        if found.visibility:
            book.hidden.append(found.name)
        else:
            book.sheets.append(_sheet(found, codes, opened.datemode == 1))
    return book


def _sheet(found: Any, codes: dict[int, str], from_1904: bool) -> Sheet:
    sheet = Sheet(found.name)
    sheet.merges = [Range(top, left, bottom - 1, right - 1) for top, bottom, left, right in found.merged_cells]
    sheet.hidden_rows = [row for row, info in found.rowinfo_map.items() if info.hidden]
    sheet.hidden_columns = [(column, column) for column, info in found.colinfo_map.items() if info.hidden]
    styles = [code_of(style.format_key, codes) for style in found.book.xf_list]
    for row in range(found.nrows):
        for column, text in _texts(found, row, styles, from_1904):
            sheet.put(row, column, text)
    return sheet


def _texts(found: Any, row: int, styles: list[str], from_1904: bool) -> Iterator[tuple[int, str]]:
    import xlrd

    values = found.row_values(row)
    for column, kind in enumerate(found.row_types(row)):
        value = values[column]
        if kind == xlrd.XL_CELL_TEXT:
            yield column, value.replace("\r\n", "\n").replace("\r", "\n")
        elif kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
            yield column, shown(value, styles[found.cell_xf_index(row, column)], from_1904)
        elif kind == xlrd.XL_CELL_BOOLEAN:
            yield column, truth(bool(value))
        elif kind == xlrd.XL_CELL_ERROR:
            yield column, ERRORS.get(value, ERRORS[15])
