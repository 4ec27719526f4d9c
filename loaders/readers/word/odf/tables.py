"""The rows and cells of an OpenDocument table as they stand in the file (OpenDocument 1.3 part 3, 9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree

from data.errors import UnreadableDocument
from loaders.readers.word.odf.names import TABLE, count
from loaders.readers.word.odf.styles import Styles
from loaders.readers.word.pieces import Piece, RawCell, RawRow, RawTable

# Column → rows still to come, and columns covered, of a cell that reaches downwards.
_Reaching = dict[int, tuple[int, int]]
Reader = Callable[[etree._Element], Iterator[Piece]]
_ROW, _CELL, _COVERED, _COLUMN = (
    f"{TABLE}{name}" for name in ("table-row", "table-cell", "covered-table-cell", "table-column")
)
_GROUPS = frozenset(
    f"{TABLE}table-{name}" for name in ("header-rows", "rows", "row-group", "header-columns", "columns", "column-group")
)
_ACROSS, _DOWN = f"{TABLE}number-columns-spanned", f"{TABLE}number-rows-spanned"
_REPEATED_CELL, _REPEATED_ROW = f"{TABLE}number-columns-repeated", f"{TABLE}number-rows-repeated"
# A text holds no such tables: spreadsheets repeat blank cells up to the end of the sheet.
_MOST_REPEATED, _MOST_COLUMNS, _MOST_ROWS, _MOST_CELLS = 64, 256, 100_000, 500_000


def raw_table(element: etree._Element, styles: Styles, file: str, reader: Reader) -> RawTable:
    """Return a table:table as it stands; a cell that reaches downwards goes on in the rows below.

    Args:
        element: the table:table.
        styles: tell the widths of its columns.
        file: the name for errors.
        reader: reads what stands in a cell.

    Raises:
        UnreadableDocument: repeated cells make it larger than any table of a text.
    """
    table, cells = RawTable(), 0
    reaching: _Reaching = {}
    for child in _ungrouped(element):
        if child.tag == _COLUMN:
            width = styles.width(child.get(f"{TABLE}style-name"))
            table.widths += [width] * count(child.get(_REPEATED_CELL), _MOST_REPEATED)
        elif child.tag == _ROW:
            for _ in range(count(child.get(_REPEATED_ROW), _MOST_REPEATED)):
                row, reaching = _raw_row(child, reaching, reader)
                table.rows.append(row)
                cells += len(row.cells)
                if cells > _MOST_CELLS:
                    raise UnreadableDocument("word.too-large", file=file)
    return table


def _ungrouped(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag in _GROUPS:
            yield from _ungrouped(child)
        else:
            yield child


def _raw_row(element: etree._Element, above: _Reaching, reader: Reader) -> tuple[RawRow, _Reaching]:
    """Return a row, and the cells that reach into the next one.

    Args:
        element: the table:table-row.
        above: the cells that reach into this row.
        reader: reads what stands in a cell.
    """
    row, covered = RawRow(), 0
    below: _Reaching = {}
    for column, cell in enumerate(_repeated(element)):
        if covered and cell.tag == _COVERED:
            covered -= 1
        elif cell.tag == _CELL:
            covered = _add(row, cell, column, below, reader) - 1
        elif column in above:
            rows, span = above[column]
            row.cells.append(RawCell(partial(iter, ()), span, merge="further"))
            below |= {column: (rows - 1, span)} if rows > 1 else {}
            covered = span - 1
        else:
            row.cells.append(RawCell(partial(iter, ())))
    return row, below


def _add(row: RawRow, cell: etree._Element, column: int, below: _Reaching, reader: Reader) -> int:
    """Add a cell to its row, and return how many columns it covers."""
    span, rows = count(cell.get(_ACROSS), _MOST_COLUMNS), count(cell.get(_DOWN), _MOST_ROWS)
    row.cells.append(RawCell(partial(reader, cell), span, merge="first" if rows > 1 else ""))
    if rows > 1:
        below[column] = rows - 1, span
    return span


def _repeated(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag in (_CELL, _COVERED):
            for _ in range(count(child.get(_REPEATED_CELL), _MOST_REPEATED)):
                yield child
