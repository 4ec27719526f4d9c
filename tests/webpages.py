"""Pages for the tests of the web readers, and short views of what was read."""

from __future__ import annotations

from data.document import Document, Label, PageLine, Paragraph, Table
from loaders.readers.web.page import read


def read_page(body: str, head: str = "", encoding: str = "utf-8") -> Document:
    return read(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding), "网页.html")


def lines(document: Document) -> list[str]:
    return [one.text for one in document.blocks if isinstance(one, Paragraph) and not isinstance(one, Label | PageLine)]


def labels(document: Document) -> list[str]:
    return [one.text for one in document.blocks if isinstance(one, Label)]


def tables(document: Document) -> list[Table]:
    return [one for one in document.blocks if isinstance(one, Table)]


def grid(table: Table) -> list[list[str]]:
    """Return the texts by row and column; covered places and places without a cell are "·"."""
    height = max(cell.row + cell.row_span for cell in table.cells)
    rows = [["·"] * table.columns for _ in range(height)]
    for cell in table.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


def only_grid(body: str) -> list[list[str]]:
    (table,) = tables(read_page(body))
    return grid(table)
