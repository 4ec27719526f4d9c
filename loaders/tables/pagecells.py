"""Give rows at the foot of a page the matter whose merged cell the page cuts, where the next page alone shows its text.

A spreadsheet that is printed draws the text of a merged cell in its middle: of a cell that goes on over a page, one of
the two pages shows the text and the other a blank cell with lines around it. That the blank cell is one of its own, and
no rest of the cell above it, is seen by its line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.tables.grid import GridRow

_KEYS = ("matter", "main_duty", "name")


def named_by_next_page(rows: Sequence[GridRow], columns: Sequence[str]) -> list[GridRow]:
    """Return the rows, those above a page with the number and the name of the cell that the next page shows.

    Nothing is changed in a table that leaves such cells blank elsewhere too: it does so in place of merging them.

    Args:
        rows: the rows in order; `gap` marks those after a page.
        columns: the program's names of the columns.
    """
    at = next((columns.index(key) for key in _KEYS if key in columns), None)
    found = list(rows)
    if at is None or not any(dict(row.merged).get(at) for row in rows):
        return found
    tops = {top: below for below, row in enumerate(rows) if (top := _top_above(rows, below, at)) is not None}
    if not tops or any(_is_blank(row, at) and index not in tops for index, row in enumerate(rows)):
        return found
    for top, below in tops.items():
        texts = list(found[top].texts)
        for column in (at, *(n for n, name in enumerate(columns) if name == "seq" and n != at)):
            texts[column] = texts[column] or rows[below].texts[column]
        found[top] = replace(found[top], texts=tuple(texts)).flagged("cut")
    return found


def _top_above(rows: Sequence[GridRow], below: int, at: int) -> int | None:
    """Return the row where a blank cell begins that reaches down to the page above a row which shows a text there."""
    if not (rows[below].gap and len(rows[below].texts) > at and rows[below].texts[at]):
        return None
    for index in range(below - 1, -1, -1):
        row = rows[index]
        if _is_blank(row, at):
            return index
        if row.loose or row.gap or row.texts[at : at + 1] != ("",) or dict(row.merged).get(at):
            return None
    return None


def _is_blank(row: GridRow, at: int) -> bool:
    """Say whether a row has a blank cell of its own in a column; the first below a page goes on with the one above."""
    return not (row.loose or row.empty or row.gap or at in dict(row.merged)) and row.texts[at : at + 1] == ("",)
