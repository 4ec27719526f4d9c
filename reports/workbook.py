"""The audit workbook: findings, matters, assignments, departments, duties and the account of what was read."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.files import replacing
from data.messages import say
from reports.content import Content
from reports.grid import Cell, Column, Grid, Width

SHEETS = ("findings", "evidence", "matters", "assignments", "bodies", "duties", "documents", "lists", "skipped")
WIDTHS: dict[Width, int] = {"number": 9, "short": 12, "name": 22, "long": 56}
# A cell of the format holds so many characters; xlsxwriter drops a longer text whole.
CELL_LIMIT = 32767
FONT = {"font_name": "Microsoft YaHei", "font_size": 10}
# Heights in points: one line of the font, and the most that a row of the format can have.
LINE, TALLEST = 14, 409
# Characters across one page on its side that still read at arm's length.
PAGE_WIDTH = 190
HEAD = {**FONT, "bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E4E9EE", "border": 1}
BODY = {**FONT, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#C4CBD2"}


def write(content: Content, path: Path) -> None:
    """Write the workbook of one audit to `path`, atomically; the same content gives the same bytes.

    Texts are written as texts: nothing in a document can become a formula or a link.

    Raises:
        OutputError: the file cannot be written.
    """
    from xlsxwriter import Workbook

    with replacing(path) as draft, Workbook(str(draft)) as book:
        # The creation time is the audit's date, not the clock's, so that two runs give the same bytes.
        created = datetime(content.as_of.year, content.as_of.month, content.as_of.day, tzinfo=UTC).replace(tzinfo=None)
        book.set_properties({"title": say("report.title"), "created": created})
        formats = {"head": book.add_format(HEAD), "body": book.add_format(BODY)}
        for key in SHEETS:
            _sheet(book, content.grids[key], formats)


def _sheet(book: Any, grid: Grid, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet(grid.title)
    last = len(grid.columns) - 1
    for column, head in enumerate(grid.columns):
        sheet.set_column(column, column, WIDTHS[head.width])
        sheet.write_string(0, column, head.name, formats["head"])
    for line, row in enumerate(grid.rows, 1):
        sheet.set_row(line, _height(row, grid.columns))
        for column, cell in enumerate(row):
            _cell(sheet, line, column, cell, formats["body"])
    sheet.freeze_panes(1, _frozen(grid.columns))
    sheet.autofilter(0, 0, max(len(grid.rows), 1), last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(grid.rows) + 1}"})
    _for_print(sheet, grid)


def _cell(sheet: Any, line: int, column: int, cell: Cell, style: Any) -> None:
    if isinstance(cell, int):
        sheet.write_number(line, column, cell, style)
    else:
        sheet.write_string(line, column, _fitting(cell), style)


def _height(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> int:
    """How tall a row must be for all its text: not every spreadsheet program works that out when it opens a file."""
    lines = max(_lines(str(cell), WIDTHS[column.width]) for cell, column in zip(row, columns, strict=True))
    return min(lines * LINE + 3, TALLEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; a Chinese character is as wide as two digits."""
    return sum(1 + (sum(1 + (letter > "\u2e7f") for letter in line) - 1) // width for line in text.split("\n"))


def _fitting(text: str) -> str:
    mark = say("report.cut")
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - len(mark)] + mark


def _frozen(columns: tuple[Column, ...]) -> int:
    """How many columns stay in sight: the first, and two more where no long text is among them."""
    return 1 if any(column.width == "long" for column in columns[:3]) else 3


def _for_print(sheet: Any, grid: Grid) -> None:
    """A4 on its side, head and first columns on every page, as few pages wide as can be read."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1 + sum(WIDTHS[column.width] for column in grid.columns) // PAGE_WIDTH, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, _frozen(grid.columns) - 1)
    sheet.set_footer("&C&P / &N")
