"""Write Word documents: paragraphs and tables of any layout, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from makedocs.layout import Placed, Row, placed, width

_LONG_AGO = datetime(2024, 3, 1, 9, 0, 0)


def new() -> Any:
    """Return an empty document in a font for Chinese."""
    document = docx.Document()
    font = document.styles["Normal"].font
    font.name, font.size = "Times New Roman", Pt(10.5)
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    properties = document.core_properties
    properties.created = properties.modified = _LONG_AGO
    properties.author = properties.last_modified_by = ""
    return document


def saved(document: Any) -> bytes:
    """Return the bytes of a document; members carry one fixed date, and a paragraph stands last, as Word has it."""
    if document.element.body[-2:] and document.element.body[-2].tag == qn("w:tbl"):
        document.add_paragraph()
    written = io.BytesIO()
    document.save(written)
    return repacked(written.getvalue())


def repacked(raw: bytes, change: Callable[[str, bytes], bytes] = lambda name, data: data) -> bytes:
    """Return a zip with the same members, dated alike, each as `change` returns it."""
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as fresh:
        for member in old.infolist():
            data = change(member.filename, old.read(member))
            fresh.writestr(ZipInfo(member.filename, (2024, 3, 1, 9, 0, 0)), data, member.compress_type, 9)
    return packed.getvalue()


def title(document: Any, text: str) -> None:
    """Add a title in the middle of a line."""
    paragraph = document.add_paragraph()
    paragraph.alignment = 1
    run = paragraph.add_run(text)
    run.bold, run.font.size = True, Pt(16)


def heading(document: Any, text: str, level: int = 1) -> None:
    """Add a heading."""
    document.add_heading(text, level)


def table(document: Any, rows: Sequence[Row]) -> Any:
    """Add a table with borders to a document or a cell, its merges made as Word makes them; return it."""
    columns = width(rows)
    made = document.add_table(len(rows), columns)
    if hasattr(document, "styles"):
        made.style = document.styles["Table Grid"]
    # Asked for once: `cell(row, column)` builds the whole grid each time, and `merge` looks through all rows.
    grid = made._cells
    for one in placed(rows):
        _merge(grid, one, columns)
        fill(grid[one.row * columns + one.column], one.spot.text)
    _widen(made, rows, columns, Cm(16 if hasattr(document, "styles") else 6))
    return made


def _merge(grid: Sequence[Any], one: Placed, columns: int) -> None:
    """Merge the cells that a spot takes, as Word does: across by one cell, downwards by cells that go on."""
    for row in range(one.row, one.row + one.spot.rows):
        first, *covered = (grid[row * columns + one.column + at]._tc for at in range(one.spot.columns))
        for cell in covered:
            cell.getparent().remove(cell)
        if covered:
            first.grid_span = one.spot.columns
        if one.spot.rows > 1:
            first.vMerge = "restart" if row == one.row else "continue"


def _widen(made: Any, rows: Sequence[Row], columns: int, room: int) -> None:
    """Give each column room by the longest text that stands in it alone."""
    longest = [2] * columns
    for one in placed(rows):
        if one.spot.columns == 1:
            longest[one.column] = max(longest[one.column], len(one.spot.text))
    weights = [max(length, 4) ** 0.5 for length in longest]
    made.autofit = False
    widths = [int(room * weight / sum(weights)) for weight in weights]
    for column, wide in zip(made.columns, widths, strict=True):
        column.width = wide
    for row in made._tbl.tr_lst:
        at = 0
        for cell in row.tc_lst:
            cell.width = sum(widths[at : at + cell.grid_span])
            at += cell.grid_span


def fill(cell: Any, text: str) -> None:
    """Write a text into an empty cell, a paragraph a line."""
    first, *others = text.split("\n")
    cell.paragraphs[0].add_run(first)
    for line in others:
        cell.add_paragraph(line)
