"""Read the tables of a Word document: cells with their spans, under their columns, with the tables inside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from data.document import Cell, Source, Table
from loaders.readers.word.grid import RawCell, RawRow, edges_of, raw_rows
from loaders.readers.word.lines import Edges, columns_of
from loaders.readers.word.story import Story
from loaders.readers.word.words import Spoken, spoken

# Word itself makes no more than 63 columns.
_MOST_COLUMNS = 256


@dataclass(slots=True)
class _Open:
    """A cell that rows below may still belong to."""

    row: int
    column: int
    column_span: int
    text: str
    inner: tuple[Table, ...]
    row_span: int = 1


def read_table(story: Story, element: etree._Element, place: Callable[[int], Source]) -> Table | None:
    """Return a table; None, said in the story, for one with more columns than any table has.

    Args:
        story: the part of the document that it stands in.
        element: the w:tbl.
        place: gives the source of a row by its number, from 0.
    """
    rows = raw_rows(story, element)
    edges = edges_of(element, rows)
    lines = columns_of(edges)
    columns = max(lines.values(), default=0)
    if columns > _MOST_COLUMNS:
        story.wide += 1
        return None
    cells = [
        Cell(cell.text, cell.row, cell.column, place(cell.row), cell.row_span, cell.column_span, cell.inner)
        for cell in _cells(story, rows, edges, lines, place)
    ]
    return Table(tuple(cells), columns) if cells else None


def _cells(
    story: Story,
    rows: Sequence[RawRow],
    edges: Sequence[Edges],
    lines: dict[int, int],
    place: Callable[[int], Source],
) -> list[_Open]:
    """Return the cells in order; one that goes on with an equally wide cell right above it makes that one longer."""
    found: list[_Open] = []
    above: dict[int, _Open] = {}
    for number, (row, places) in enumerate(zip(rows, edges, strict=True)):
        reaching: dict[int, _Open] = {}
        for at, raw in enumerate(row.cells):
            column, end = lines[places[at]], lines[places[at + 1]]
            upper = above.get(column) if raw.merge == "further" else None
            if upper is not None and upper.column_span == end - column:
                upper.row_span += 1
                story.pass_over(raw.element)
                reaching[column] = upper
                continue
            cell = _Open(number, column, end - column, *_content(story, raw, place(number)))
            found.append(cell)
            if raw.merge:
                reaching[column] = cell
        above = reaching
    return found


def _content(story: Story, raw: RawCell, place: Source) -> tuple[str, tuple[Table, ...]]:
    """Return the text of a cell and the tables in it.

    A number before a paragraph without words is shown where the cell has nothing else: it is the cell's content.
    """
    said: list[Spoken] = []
    inner: list[Table] = []
    for piece in _pieces(story, raw.element):
        if isinstance(piece, Spoken):
            said.append(piece)
        elif (table := read_table(story, piece, lambda _: place)) is not None:
            inner.append(table)
    worded = any(piece.text.strip() for piece in said)
    lines = [line for piece in said if piece.text.strip() or not worded for line in piece.lines()]
    return "\n".join(lines).replace("\t", " "), tuple(inner)


def _pieces(story: Story, container: etree._Element) -> Iterator[Spoken | etree._Element]:
    """Yield the paragraphs and tables of a cell, and of the text boxes in it."""
    for piece in spoken(story, container):
        yield piece
        for box in piece.boxes if isinstance(piece, Spoken) else ():
            yield from _pieces(story, box)
