"""Make a Table of a table element: its grid, the text of its cells, the tables inside them."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from data.document import Cell, Source, Table
from loaders.readers.web.flow import Line, View, pieces
from loaders.readers.web.grid import Placed, placed, rows_of

# A spreadsheet shows a long number so where its column is narrow, and writes the number itself beside it.
_SHORTENED = re.compile(r"^\d(?:\.\d+)?E\+\d{2}$|^#+$")


def read_table(table: HtmlElement, view: View, place: Callable[[Placed], Source]) -> Table:
    """Return the Table of an element.

    Args:
        table: the element.
        view: the page.
        place: tells where a cell stands in the document; what stands in a table inside a cell stands where that does.
    """
    spots = placed(rows_of(table, view.left_out))
    columns = max((spot.column + spot.column_span for spot in spots), default=0)
    return Table(tuple(_cell(spot, view, place(spot)) for spot in spots), columns)


def row_places(file: str, part: str) -> Callable[[Placed], Source]:
    """Return what tells the place of a cell by the number of its row, from 1, in a part of a document."""
    return lambda spot: Source(file, part, "row", spot.row + 1, spot.row + 1)


def _cell(spot: Placed, view: View, source: Source) -> Cell:
    lines: list[str] = []
    inner: list[Table] = []
    for piece in pieces(spot.element, view):
        if isinstance(piece, Line):
            lines.append(piece.text)
        else:
            inner.append(read_table(piece, view, lambda _: source))
    return Cell(
        text=_unshortened("\n".join(lines), spot.element),
        row=spot.row,
        column=spot.column,
        source=source,
        row_span=spot.row_span,
        column_span=spot.column_span,
        inner=tuple(table for table in inner if table.cells),
    )


def _unshortened(text: str, cell: HtmlElement) -> str:
    """Return the number that a cell holds where only its beginning is shown."""
    return cell.get("x:num") or text if _SHORTENED.match(text) else text
