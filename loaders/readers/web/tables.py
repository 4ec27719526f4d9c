"""Make a Table of a table element: its grid, the text of its cells, the tables inside them."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from data.document import Cell, Source, Table
from loaders.readers.web.flow import Line, View, pieces
from loaders.readers.web.grid import Placed, placed, rows_of

# A spreadsheet shows a long number so where its column is narrow, and writes the number itself beside it.
_SHORTENED = re.compile(r"^\d(?:\.\d+)?E\+\d{2}$|^#+$")


def read_table(table: HtmlElement, view: View, file: str, part: str, row: int | None = None) -> Table:
    """Return the Table of an element.

    Args:
        table: the element.
        view: the page.
        file: the name that sources carry.
        part: the part of the document that the table is ("表2").
        row: the row of the outer table, from 1, in whose cell this one stands; None for a table on its own.

    Returns:
        a table whose cells bear the number of their row, from 1, or that of the outer table's.
    """
    spots = placed(rows_of(table, view.left_out))
    columns = max((spot.column + spot.column_span for spot in spots), default=0)
    return Table(tuple(_cell(spot, view, file, part, row) for spot in spots), columns)


def _cell(spot: Placed, view: View, file: str, part: str, outer: int | None) -> Cell:
    number = outer or spot.row + 1
    lines: list[str] = []
    inner: list[Table] = []
    for piece in pieces(spot.element, view):
        if isinstance(piece, Line):
            lines.append(piece.text)
        else:
            inner.append(read_table(piece, view, file, part, number))
    return Cell(
        text=_unshortened("\n".join(lines), spot.element),
        row=spot.row,
        column=spot.column,
        source=Source(file, part, "row", number, number),
        row_span=spot.row_span,
        column_span=spot.column_span,
        inner=tuple(table for table in inner if table.cells),
    )


def _unshortened(text: str, cell: HtmlElement) -> str:
    """Return the number that a cell holds where only its beginning is shown."""
    return cell.get("x:num") or text if _SHORTENED.match(text) else text
