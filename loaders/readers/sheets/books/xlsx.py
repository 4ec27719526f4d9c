"""Read a workbook of Office Open XML (.xlsx, .xlsm): cells as they are shown, merges, what is hidden.

Everything is taken in one pass over each sheet's XML: the library that reads cells fastest gives neither their number
formats nor formulas without a result, and lays out the whole grid, however far apart its cells are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any

from loaders.readers.sheets.books.contents import Contents, Named, contents_of
from loaders.readers.sheets.books.drawings import add_drawing
from loaders.readers.sheets.books.packed import BROKEN, Parts, attribute, local
from loaders.readers.sheets.books.strings import shared_strings, text_of, unescaped
from loaders.readers.sheets.formats.dates import serial_of
from loaders.readers.sheets.formats.shown import GENERAL, shown
from loaders.readers.sheets.grid import Book, Range, Sheet, truth

_DIGITS = "0123456789"
_AREA = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?", re.IGNORECASE)
_ON = ("1", "true")
_ROW, _MERGE, _COLUMN, _HEADER, _DRAWING = "row", "mergeCell", "col", "oddHeader", "drawing"
# &L &C &R part a page header in three, &"宋体,加粗" and &14 are its type, &P and the like are filled in on printing.
_HEADER_CODE = re.compile(r'&"[^"]*"|&\d+|&K[0-9A-F]{6}|&&|&.', re.IGNORECASE | re.DOTALL)
# Whole numbers of so many digits are kept exactly.
_EXACT = 15
# A sheet has no more rows (ECMA-376: 2 to the power of 20).
_MOST_ROWS = 1_048_576


def read_xlsx(parts: Parts) -> Book:
    """Return the sheets of an .xlsx.

    Raises:
        UnreadableDocument: it is too large, or its contents are damaged.
    """
    contents = contents_of(parts)
    strings = shared_strings(parts, contents.strings)
    return book_of(contents, lambda sheet: _Reader(parts, contents, strings, sheet).read())


def book_of(contents: Contents, read: Callable[[Named], Sheet]) -> Book:
    """Return the sheets that are shown, each read by a function; a damaged one costs only itself."""
    book = Book()
    for sheet in contents.sheets:
        if sheet.hidden:
            book.hidden.append(sheet.name)
            continue
        try:
            book.sheets.append(read(sheet))
        except BROKEN:
            book.damaged.append(sheet.name)
    return book


class _Reader:
    """Reads one sheet."""

    def __init__(self, parts: Parts, contents: Contents, strings: list[str], named: Named) -> None:
        self.parts, self.contents, self.strings, self.named = parts, contents, strings, named
        self.sheet = Sheet(named.name)
        self.row = -1

    def read(self) -> Sheet:
        for element in self.parts.elements(self.named.part, _ROW, _MERGE, _COLUMN, _HEADER, _DRAWING):
            tag = local(element)
            if tag == _ROW:
                self._read_row(element)
            elif tag == _MERGE:
                self.sheet.merges += area_of(element.get("ref", ""))
            elif tag == _COLUMN and element.get("hidden") in _ON:
                self.sheet.hidden_columns.append((int(element.get("min", "1")) - 1, int(element.get("max", "1")) - 1))
            elif tag == _HEADER:
                self.sheet.beside += header_texts(element.text or "")
            elif tag == _DRAWING:
                add_drawing(self.sheet, self.parts, self.named.part, attribute(element, "id"))
        return self.sheet

    def _read_row(self, row: Any) -> None:
        self.row = int(row.get("r", self.row + 2)) - 1
        if not 0 <= self.row < _MOST_ROWS:
            raise ValueError(self.row)
        if row.get("hidden") in _ON:
            self.sheet.hidden_rows.append(self.row)
        column = -1
        for cell in row:
            name = cell.get("r")
            column = _column(name.rstrip(_DIGITS)) if name else column + 1
            if len(cell):
                self.sheet.put(self.row, column, self._text(cell, column))

    def _text(self, cell: Any, column: int) -> str:
        kind = cell.get("t", "n")
        value = formula = None
        for child in cell:
            tag = local(child)
            if tag == "v":
                value = child.text
            elif tag == "f":
                formula = child
            elif tag == "is":
                return text_of(child)
        if not value:
            if formula is not None and kind == "n":
                self.sheet.uncomputed.append((self.row, column))
            return ""
        return self._shown(kind, value, cell)

    def _shown(self, kind: str, value: str, cell: Any) -> str:
        if kind == "s":
            return self.strings[int(value)]
        if kind == "b":
            return truth(value.strip() == "1")
        if kind in ("str", "e"):
            return unescaped(value)
        code = self.contents.code(int(cell.get("s") or "0"))
        if kind == "n" and code == GENERAL and value.isdecimal() and len(value) <= _EXACT:
            return value.lstrip("0") or "0"
        try:
            number = serial_of(datetime.fromisoformat(value)) if kind == "d" else float(value)
        except ValueError:
            # A time of day, or a text whose type the program that wrote it has left out.
            return unescaped(value)
        return shown(number, code, self.contents.from_1904)


def area_of(text: str) -> list[Range]:
    """Return the range that a reference names, none where it is no reference.

    Example:
        >>> area_of("B2:C10"), area_of("#REF!")
        ([Range(top=1, left=1, bottom=9, right=2)], [])
    """
    found = _AREA.fullmatch(text.replace("$", ""))
    if not found:
        return []
    left, top = _column(found[1]), int(found[2]) - 1
    right, bottom = (_column(found[3]), int(found[4]) - 1) if found[3] else (left, top)
    return [Range(min(top, bottom), min(left, right), max(top, bottom), max(left, right))]


def header_texts(code: str) -> list[str]:
    """Return the words of a page header, its left, middle and right part.

    Example:
        >>> header_texts('&L&"宋体,常规"&10望溪县民政局&R第&P页')
        ['望溪县民政局', '第页']
    """
    parts = re.split("&[LCR]", code.replace("&&", "＆"))
    texts = (_HEADER_CODE.sub("", part).replace("＆", "&").strip() for part in parts)
    return [text for text in texts if text]


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z" or number > _MOST_ROWS:
            raise ValueError(letters)
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
