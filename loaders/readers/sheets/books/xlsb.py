"""Read a binary workbook (.xlsb): the same parts as in .xlsx, each a row of records ([MS-XLSB] 2.1.4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from loaders.readers.sheets.books.contents import Contents, Named, part_of, relations
from loaders.readers.sheets.books.drawings import add_drawing
from loaders.readers.sheets.books.packed import Parts
from loaders.readers.sheets.books.strings import unescaped
from loaders.readers.sheets.books.xlsx import book_of
from loaders.readers.sheets.formats.shown import code_of, shown
from loaders.readers.sheets.grid import ERRORS, Book, Range, Sheet, truth

_WORKBOOK = "xl/workbook.bin"
# Record types ([MS-XLSB] 2.3.2).
_ROW, _RK, _ERROR, _BOOL, _REAL, _TEXT, _SHARED = 0, 2, 3, 4, 5, 6, 7
_FORMULA_TEXT, _FORMULA_REAL, _FORMULA_BOOL, _FORMULA_ERROR, _RICH = 8, 9, 10, 11, 62
_STRING, _FORMAT, _STYLE, _COLUMN, _DRAWING = 19, 44, 47, 60, 550
_PROPERTIES, _SHEET, _MERGE, _STYLES_BEGIN, _STYLES_END = 153, 156, 176, 617, 618
_CELL = 8
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def read_xlsb(parts: Parts) -> Book:
    """Return the sheets of an .xlsb.

    Raises:
        UnreadableDocument: it is too large, or its contents are damaged.
    """
    contents = _contents(parts)
    strings = [_string(data, 1)[0] for kind, data in _records(parts.read(contents.strings)) if kind == _STRING]
    return book_of(contents, lambda sheet: _sheet(parts, contents, strings, sheet))


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the type and the bytes of each record; types and lengths are written seven bits a byte, the last first."""
    at = 0
    while at < len(data):
        kind, at = _varied(data, at, 2)
        length, at = _varied(data, at, 4)
        yield kind, data[at : at + length]
        at += length


def _varied(data: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for index in range(most):
        byte = data[at + index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, at + index + 1
    return value, at + most


def _string(data: bytes, at: int) -> tuple[str, int]:
    """Return the text that stands in a record, and where it ends; a length of minus one is no text."""
    (length,) = struct.unpack_from("<i", data, at)
    end = at + 4 + 2 * max(length, 0)
    return unescaped(data[at + 4 : end].decode("utf-16-le", "replace")), end


def _contents(parts: Parts) -> Contents:
    named = relations(parts, _WORKBOOK)
    found = Contents(strings=part_of(named, "sharedStrings"), styles=part_of(named, "styles"))
    for kind, data in _records(parts.read(_WORKBOOK)):
        if kind == _PROPERTIES:
            found.from_1904 = bool(data[0] & 1)
        elif kind == _SHEET:
            identity, end = _string(data, 8)
            relation = named.get(identity)
            if relation and relation.kind == "worksheet":
                found.sheets.append(Named(_string(data, end)[0], data[0] != 0, relation.part))
    found.codes = _codes(parts.read(found.styles))
    return found


def _codes(data: bytes) -> list[str]:
    own: dict[int, str] = {}
    numbers: list[int] = []
    inside = False
    for kind, record in _records(data):
        if kind == _FORMAT:
            own[struct.unpack_from("<H", record)[0]] = _string(record, 2)[0]
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            inside = kind == _STYLES_BEGIN
        elif kind == _STYLE and inside:
            numbers.append(struct.unpack_from("<2H", record)[1])
    return [code_of(number, own) for number in numbers]


def _sheet(parts: Parts, contents: Contents, strings: list[str], named: Named) -> Sheet:
    sheet, row = Sheet(named.name), 0
    for kind, data in _records(parts.read(named.part)):
        if kind == _ROW:
            row = struct.unpack_from("<I", data)[0]
            if row >= _MOST_ROWS:
                raise ValueError(row)
            if data[11] & 0x10:
                sheet.hidden_rows.append(row)
        elif kind == _MERGE:
            top, bottom, left, right = struct.unpack_from("<4I", data)
            sheet.merges.append(Range(top, left, bottom, right))
        elif kind == _COLUMN and struct.unpack_from("<H", data, 16)[0] & 1:
            sheet.hidden_columns.append(struct.unpack_from("<2I", data))
        elif kind == _DRAWING:
            add_drawing(sheet, parts, named.part, _string(data, 0)[0])
        elif _RK <= kind <= _FORMULA_ERROR or kind == _RICH:
            column = struct.unpack_from("<I", data)[0]
            if column < _MOST_COLUMNS:
                sheet.put(row, column, _text(kind, data, contents, strings))
    return sheet


def _text(kind: int, data: bytes, contents: Contents, strings: list[str]) -> str:
    if kind in (_TEXT, _FORMULA_TEXT):
        return _string(data, _CELL)[0]
    if kind == _RICH:
        return _string(data, _CELL + 1)[0]
    if kind == _SHARED:
        return strings[int.from_bytes(data[_CELL : _CELL + 4], "little")]
    if kind in (_BOOL, _FORMULA_BOOL):
        return truth(bool(data[_CELL]))
    if kind in (_ERROR, _FORMULA_ERROR):
        return ERRORS.get(data[_CELL], ERRORS[15])
    number: float = _packed_number(data) if kind == _RK else struct.unpack_from("<d", data, _CELL)[0]
    return shown(number, contents.code(int.from_bytes(data[4:7], "little")), contents.from_1904)


def _packed_number(data: bytes) -> float:
    """Return a number of 30 bits: a whole one or the upper half of a float, divided by a hundred or not."""
    (bits,) = struct.unpack_from("<i", data, _CELL)
    number: float = float(bits >> 2) if bits & 2 else struct.unpack("<d", struct.pack("<q", (bits & ~3) << 32))[0]
    return number / 100 if bits & 1 else number
