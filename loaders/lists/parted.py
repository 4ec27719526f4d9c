"""Part the tables of a document where they hold more than one: a title, a heading or another header inside a table.

Forms often put the title of the list, and sometimes the headings of its parts, into rows merged across the whole table.
Such a row is a line of text, and what stands below it another table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from data.document import Block, Cell, Paragraph, Table
from loaders.lists.flat import lists_of
from loaders.lists.headings import opens_part, part_of
from loaders.lists.titles import is_list_title
from loaders.tables.captions import caption_row, is_labelled
from loaders.tables.columns import is_header_word, table_kind
from loaders.tables.unfold import unfolded

Row = list[Cell]


def parted(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with tables inside cells unfolded, and full-width titles and headings as paragraphs.

    Example: a table whose first row is 望溪县民政局责任清单, merged over all columns, becomes a paragraph and a table.
    """
    found: list[Block] = []
    for block in blocks:
        found += _parts(unfolded(block)) if isinstance(block, Table) else (block,)
    return tuple(found)


def _parts(table: Table) -> Iterator[Block]:
    if _is_frame(table):
        yield from (line for cell in table.cells for line in _lines(cell))
        return
    rows = _rows(table)
    covered = _covered(table)
    open_rows: list[Row] = []
    for (number, row), below in zip(rows, [*(row for _, row in rows[1:]), []], strict=True):
        wide = None if number in covered else _full_width(row, table) or _caption(row, below)
        if wide is not None and (not open_rows or _is_heading(wide.text) or is_labelled(wide.text)):
            yield from _table(table, open_rows)
            open_rows = []
            yield from _lines(wide)
        else:
            if open_rows and _is_other_header(row, open_rows[0]):
                yield from _table(table, open_rows)
                open_rows = []
            open_rows.append(row)
    yield from _table(table, open_rows)


def _is_frame(table: Table) -> bool:
    """Say whether a table of one column is a frame around running text: none of its cells heads a column.

    In a text file it is none: lines have no frame there.
    """
    drawn = table.columns == 1 and all(cell.source.unit != "line" for cell in table.cells)
    return drawn and not any(is_header_word(cell.text) for cell in table.cells)


def _rows(table: Table) -> list[tuple[int, Row]]:
    rows: dict[int, Row] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return sorted(rows.items())


def _covered(table: Table) -> frozenset[int]:
    """Return the rows into which a cell with text reaches down from above: they belong to the row of that cell."""
    reaching = (cell for cell in table.cells if cell.row_span > 1 and cell.text.strip())
    return frozenset(row for cell in reaching for row in range(cell.row + 1, cell.row + cell.row_span))


def _full_width(row: Row, table: Table) -> Cell | None:
    """Return the one cell with text of a row that it fills, or that heads a part in the first column; or None."""
    said = [cell for cell in row if cell.text.strip()]
    if len(said) != 1 or table.columns < 2:
        return None
    # A sheet saved as a page writes headings into the first cell and leaves the others blank.
    first = said[0].column == 0 and said[0].source.unit != "line" and opens_part(said[0].text)
    return said[0] if said[0].column_span >= table.columns or first else None


def _caption(row: Row, below: Row) -> Cell | None:
    """Return the row that names the one matter of what stands below it as one cell, or None."""
    line = caption_row([cell.text for cell in row], [cell.text for cell in below])
    return replace(row[0], text=line) if line else None


def _is_heading(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    return all(opens_part(line) or part_of(line) is not None or is_list_title(line) for line in lines)


def _is_other_header(row: Row, first: Row) -> bool:
    """Say whether a row inside a table is the header of a table of another kind than the one that it stands in."""
    texts = [cell.text for cell in row]
    if not all(text and is_header_word(text) for text in texts) or texts == [cell.text for cell in first]:
        return False
    own, above = table_kind(texts), table_kind([cell.text for cell in first])
    return own is not None and above is not None and own[0] != above[0]


def _lines(cell: Cell) -> Iterator[Paragraph]:
    """Yield the lines of a cell as paragraphs, all at the place of the cell."""
    yield from (Paragraph(line.strip(), cell.source) for line in cell.text.split("\n") if line.strip())


def _table(table: Table, rows: Sequence[Row]) -> Iterator[Block]:
    cells = tuple(cell for row in rows for cell in row)
    if not any(cell.text.strip() for cell in cells):
        return
    kept = frozenset(cell.row for cell in cells)
    part = replace(
        table,
        cells=cells,
        after_gap=table.after_gap & kept,
        damage=tuple((row, flag) for row, flag in table.damage if row in kept),
        loose=table.loose & kept,
    )
    yield from lists_of(part) or (part,)
