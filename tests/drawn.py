"""Tables with spans, drawn from rows as a reader would make them, and what their lists say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from duty_documents import check_conserved

from data.document import Block, Cell, Document, Paragraph, Source, Table, units_of
from data.rows import Assignment, DutyList
from loaders.lists.read import read_lists


class Spot(NamedTuple):
    """A cell that covers several rows or columns, or whose characters were recognised in a picture."""

    text: str
    rows: int = 1
    columns: int = 1
    confidence: float = 1.0


Row = Sequence[str | Spot]


def table(*rows: Row, part: str = "表1") -> Table:
    """Return the table of rows; what a cell of a row above covers is left out of a row."""
    covered: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        place = Source("甲.docx", part, "row", number + 1, number + 1)
        column = 0
        for spot in (one if isinstance(one, Spot) else Spot(one) for one in row):
            while (number, column) in covered:
                column += 1
            span = {"row_span": spot.rows, "column_span": spot.columns, "confidence": spot.confidence}
            cells.append(Cell(spot.text, number, column, place, **span))
            covered |= {(number + n, column + k) for n in range(spot.rows) for k in range(spot.columns)}
            column += spot.columns
    return Table(tuple(cells), max(cell.column + cell.column_span for cell in cells))


def line(text: str, number: int) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(text, Source("甲.docx", "", "paragraph", number, number))


def lists(*blocks: Block | str) -> tuple[DutyList, ...]:
    """Return the lists of a document of blocks (a text is a paragraph), after a check that all of it was used once."""
    made = tuple(line(block, number) if isinstance(block, str) else block for number, block in enumerate(blocks, 1))
    document = Document("甲.docx", "docx", made, units_of(made))
    found, outside = read_lists(document)
    check_conserved(document, found, outside)
    return found


def boundaries(*rows: Row, title: str = "望溪县民政局责任清单") -> tuple[Assignment, ...]:
    """Return the assignments of one list that holds one table."""
    (one,) = lists(title, "二、与相关部门的职责边界", table(*rows))
    return one.boundaries


def said(rows: Sequence[Assignment], *names: str) -> list[tuple[Any, ...]]:
    """Return some fields of the rows."""
    return [tuple(getattr(row, name) for name in names) for row in rows]
