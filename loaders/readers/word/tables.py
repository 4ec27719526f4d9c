"""Make tables of raw ones: cells with their spans, under their columns, with the tables inside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from data.document import Cell, Source, Table
from loaders.readers.word.edges import edges_of
from loaders.readers.word.lines import Edges, columns_of
from loaders.readers.word.notes import Notes
from loaders.readers.word.pieces import RawCell, RawRow, RawTable, Spoken

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


def made_table(raw: RawTable, notes: Notes, place: Callable[[int], Source]) -> Table | None:
    """Return a table; None for one without cells, or, which is noted, with more columns than any table has.

    Args:
        raw: the table as it stands.
        notes: takes note of hidden words.
        place: gives the source of a row by its number, from 0.
    """
    edges = edges_of(raw)
    lines = columns_of(edges)
    columns = max(lines.values(), default=0)
    if columns > _MOST_COLUMNS:
        notes.wide += 1
        return None
    cells = tuple(
        Cell(cell.text, cell.row, cell.column, place(cell.row), cell.row_span, cell.column_span, cell.inner)
        for cell in _cells(raw.rows, edges, lines, notes, place)
    )
    return Table(cells, columns) if cells else None


def _cells(
    rows: Sequence[RawRow],
    edges: Sequence[Edges],
    lines: dict[int, int],
    notes: Notes,
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
                notes.hidden += raw.hides
                reaching[column] = upper
                continue
            cell = _Open(number, column, end - column, *_content(raw, notes, place(number)))
            found.append(cell)
            if raw.merge:
                reaching[column] = cell
        above = reaching
    return found


def _content(raw: RawCell, notes: Notes, place: Source) -> tuple[str, tuple[Table, ...]]:
    """Return the text of a cell and the tables in it.

    A number before a paragraph without words is shown where the cell has nothing else: it is the cell's content.
    """
    said: list[Spoken] = []
    inner: list[Table] = []
    for piece in raw.content():
        if isinstance(piece, Spoken):
            said.append(piece)
        elif isinstance(piece, RawTable) and (table := made_table(piece, notes, lambda _: place)) is not None:
            inner.append(table)
    worded = any(piece.text.strip() for piece in said)
    lines = [line for piece in said if piece.text.strip() or not worded for line in piece.lines()]
    return "\n".join(lines).replace("\t", " "), tuple(inner)
