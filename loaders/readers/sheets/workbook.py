"""Read a workbook of any kind: .xlsx, .xlsm, .xlsb, .xls (and Kingsoft's .et, which is one), .ods."""

from __future__ import annotations

from data.document import Document
from data.errors import UnreadableDocument
from loaders.readers.sheets.books.ods import read_ods
from loaders.readers.sheets.books.packed import BROKEN, Parts
from loaders.readers.sheets.books.xls import read_xls
from loaders.readers.sheets.books.xlsb import read_xlsb
from loaders.readers.sheets.books.xlsx import read_xlsx
from loaders.readers.sheets.document import document_of
from loaders.readers.sheets.grid import Book, TooLarge

_ZIP = b"PK"


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a workbook's bytes.

    Sources name the sheet and its own row ("sheet 卫健局", row 3). Numbers and dates are printed as their format shows
    them, formulas by their stored result; hidden sheets are not read, which is said.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: it is damaged, protected by a password, or larger than any list.
    """
    reader, book = _book(raw, file)
    return document_of(book, file, reader)


def _book(raw: bytes, file: str) -> tuple[str, Book]:
    try:
        if not raw.startswith(_ZIP):
            return "xls", read_xls(raw, file)
        parts = Parts(raw, file)
        if parts.has("xl/workbook.bin"):
            return "xlsb", read_xlsb(parts)
        if parts.has("xl/workbook.xml"):
            return "xlsx", read_xlsx(parts)
        return "ods", read_ods(parts)
    except TooLarge as error:
        raise UnreadableDocument("sheets.error.large", file=file, sheet=str(error)) from error
    except BROKEN as error:
        raise UnreadableDocument("error.damaged", file=file) from error
