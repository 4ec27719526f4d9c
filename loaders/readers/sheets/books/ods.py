"""Read an OpenDocument spreadsheet (.ods): every cell stands there as it is printed."""

from __future__ import annotations

from typing import Any

from loaders.readers.sheets.books.packed import BROKEN, Parts, attribute, events, local
from loaders.readers.sheets.grid import Book, Range, Sheet

_CONTENT = "content.xml"
_TABLE, _ROW, _COLUMN, _STYLE, _IMAGE = "table", "table-row", "table-column", "style", "image"
_CELL, _COVERED, _PARAGRAPH = "table-cell", "covered-table-cell", "p"
_UNSEEN = ("collapse", "filter")
# Notes, and the readings above characters, are no part of a text.
_NO_TEXT = ("annotation", "ruby-text", "note")
# The file writes blank rows up to the last of the sheet as one row that is repeated.
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def read_ods(parts: Parts) -> Book:
    """Return the sheets of an .ods.

    Raises:
        UnreadableDocument: it is too large.
    """
    reader = _Reader()
    try:
        reader.read(parts)
    except BROKEN:
        reader.book.damaged.append(reader.sheet.name)
    return reader.book


class _Reader:
    """Reads the one stream in which all sheets stand."""

    def __init__(self) -> None:
        self.book = Book()
        self.sheet = Sheet()
        self.row = self.column = self.depth = 0
        self.unseen: set[str] = set()

    def read(self, parts: Parts) -> None:
        for kind, element in events(parts.open(_CONTENT), ("start", "end"), _TABLE, _ROW, _COLUMN, _STYLE, _IMAGE):
            tag = local(element)
            if tag == _TABLE:
                self._table(kind, element)
            elif kind == "end" and tag == _STYLE:
                self._style(element)
            elif kind == "end" and tag == _IMAGE:
                self.sheet.pictures = True
            elif kind == "end" and self.depth == 1:
                self._row(element) if tag == _ROW else self._hide(element)

    def _style(self, element: Any) -> None:
        if any(attribute(child, "display") == "false" for child in element if local(child) == "table-properties"):
            self.unseen.add(attribute(element, "name"))

    def _table(self, kind: str, element: Any) -> None:
        """Begin or end a sheet; a table inside one stands in a cell."""
        if kind == "start":
            self.depth += 1
            if self.depth == 1:
                self.sheet, self.row, self.column = Sheet(attribute(element, "name")), 0, 0
            return
        self.depth -= 1
        if not self.depth:
            if attribute(element, "style-name") in self.unseen:
                self.book.hidden.append(self.sheet.name)
            else:
                self.book.sheets.append(self.sheet)

    def _hide(self, element: Any) -> None:
        count = _count(element, "number-columns-repeated")
        if attribute(element, "visibility") in _UNSEEN:
            self.sheet.hidden_columns.append((self.column, self.column + count - 1))
        self.column += count

    def _row(self, element: Any) -> None:
        repeated = _count(element, "number-rows-repeated")
        filled = self._cells(element, self.row)
        for row in range(self.row + 1, min(self.row + repeated, _MOST_ROWS) if filled else 0):
            self._cells(element, row)
        if filled and attribute(element, "visibility") in _UNSEEN:
            self.sheet.hidden_rows += range(self.row, min(self.row + repeated, _MOST_ROWS))
        self.row += repeated

    def _cells(self, element: Any, row: int) -> bool:
        """Put the texts of a row, and say whether there are any."""
        column, filled = 0, False
        for cell in element:
            tag = local(cell)
            if tag not in (_CELL, _COVERED):
                continue
            repeated = _count(cell, "number-columns-repeated")
            text = "\n".join(_text(child) for child in cell if local(child) == _PARAGRAPH) if len(cell) else ""
            if text.strip() and column < _MOST_COLUMNS:
                filled = True
                for place in range(column, min(column + repeated, _MOST_COLUMNS)):
                    self.sheet.put(row, place, text)
            elif attribute(cell, "formula") and not attribute(cell, "value-type"):
                self.sheet.uncomputed.append((row, column))
            if tag == _CELL:
                self._merge(cell, row, column)
            column += repeated
        return filled

    def _merge(self, cell: Any, row: int, column: int) -> None:
        rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if rows * columns > 1:
            self.sheet.merges.append(Range(row, column, row + rows - 1, column + columns - 1))


def _count(element: Any, name: str) -> int:
    number = attribute(element, name)
    return max(int(number), 1) if number.isdecimal() and len(number) < len("10000000") else 1


def _text(element: Any) -> str:
    """Return the text of a paragraph; blanks, tabs and line breaks are elements there."""
    said = element.text or ""
    for child in element:
        tag = local(child)
        if tag == "s":
            count = attribute(child, "c")
            said += " " * (int(count) if count.isdecimal() and len(count) < len("10000") else 1)
        elif tag == "tab":
            said += "\t"
        elif tag == "line-break":
            said += "\n"
        elif tag not in _NO_TEXT:
            said += _text(child)
        said += child.tail or ""
    return said
