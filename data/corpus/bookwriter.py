"""Writing the workbook: a sheet a table, every cell a text, so that nothing in it is ever reckoned or run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from data.corpus.cells import shown
from data.corpus.columns import COLUMNS, Column, booked
from data.corpus.marks import mark
from data.corpus.plain import FORMAT, Plain
from data.corpus.tables import Tables
from data.messages import say

# Excel holds 32,767 UTF-16 units in a cell; a character has one or two. The rest of a longer text stands in further
# columns, named (2), (3) … after the first.
MOST_IN_CELL = 16_000
# Excel's own limit, with the head and one row to spare.
MOST_ROWS = 1_048_574
# Any date will do, so long as it is always the same: the same corpus gives the same bytes.
_DATE = datetime(2000, 1, 1)
_FORMULA = re.compile(r"[\s'=+\-@＝＋－＠]")
_ABOUT = ("format", "what", "correct", "add", "delete", "list", "made", "long")


class TooManyRows(ValueError):
    """A table has more rows than a sheet can hold; the argument is its name."""


def workbook(tables: Tables) -> bytes:
    """Return the bytes of a workbook that holds the tables.

    Raises:
        TooManyRows: a table does not fit on a sheet.
    """
    # Heavy: only who writes a workbook pays for it.
    import xlsxwriter

    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": _DATE})
        styles = _Styles(book)
        _write_about(book, styles)
        for table in COLUMNS:
            _write_sheet(book, styles, table, tables[table])
    return content.getvalue()


class _Styles:
    """The formats of the workbook; every cell is of the text format, so that it stays one when a person edits it."""

    def __init__(self, book: Any) -> None:
        text = {"num_format": "@", "text_wrap": True, "valign": "top"}
        self.text = book.add_format(text)
        self.made = book.add_format({**text, "font_color": "#808080"})
        # The sign that Excel itself sets on texts which begin like a formula.
        self.quoted = book.add_format({**text, "quote_prefix": True})
        self.head = book.add_format({**text, "bold": True, "bg_color": "#DDE6F0", "bottom": 1})

    def of(self, column: Column, text: str) -> Any:
        return self.quoted if _FORMULA.match(text) else self.made if column.made else self.text


def _write_about(book: Any, styles: _Styles) -> None:
    sheet = book.add_worksheet(say("corpus.sheet.about"))
    sheet.set_column(0, 0, 100, styles.text)
    for row, name in enumerate(_ABOUT):
        sheet.write_string(row, 0, say(f"corpus.about.{name}", format=FORMAT), styles.text)


def _write_sheet(book: Any, styles: _Styles, table: str, rows: Sequence[Plain]) -> None:
    if len(rows) > MOST_ROWS:
        raise TooManyRows(table)
    sheet = book.add_worksheet(say(f"corpus.sheet.{table}"))
    columns, texts = booked(table), _texts(table, rows)
    at = 0
    for number, column in enumerate(columns):
        most = max((len(row[number]) for row in texts), default=0)
        for part in range(max(1, -(-most // MOST_IN_CELL))):
            _write_column(sheet, styles, at, column, part, [row[number] for row in texts])
            at += 1
    _write_marks(sheet, styles, at, [mark(table, number, row) for number, row in enumerate(rows, 1)])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), at)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})


def _texts(table: str, rows: Sequence[Plain]) -> list[list[str]]:
    columns = booked(table)
    return [[_captioned(column, row) for column in columns] for row in rows]


def _captioned(column: Column, row: Plain) -> str:
    """The text of a cell; the number of a list is followed by its owner, for the reader's sake."""
    value = row[column.name]
    if column.kind == "list" and value is not None:
        return shown(column, f"{value} {row['owner']}")
    return shown(column, value)


def _write_column(sheet: Any, styles: _Styles, at: int, column: Column, part: int, texts: Sequence[str]) -> None:
    sheet.set_column(at, at, column.width, styles.made if column.made else styles.text)
    name = say(f"corpus.column.{column.name}") + ("*" if column.made else "")
    sheet.write_string(0, at, name if part == 0 else f"{name}({part + 1})", styles.head)
    for number, text in enumerate(texts, 1):
        piece = text[part * MOST_IN_CELL : (part + 1) * MOST_IN_CELL]
        if piece:
            sheet.write_string(number, at, piece, styles.of(column, piece))


def _write_marks(sheet: Any, styles: _Styles, at: int, marks: Sequence[str]) -> None:
    sheet.set_column(at, at, 12, styles.text, {"hidden": True})
    sheet.write_string(0, at, say("corpus.column.mark"), styles.head)
    for number, text in enumerate(marks, 1):
        sheet.write_string(number, at, text, styles.text)
