"""Put back rows that slid to the left because merged cells before them were lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data.bodies import looks_like_department
from loaders.grid import GridRow

_NUMBER = re.compile(r"^\D{0,2}\d{1,3}\D?$")


def aligned(row: GridRow, columns: Sequence[str]) -> GridRow:
    """Return the row with its cells under their columns, flagged `shifted` where they had to be moved.

    A boundary row is read by what its cells say: the cell that names a department belongs under the department. A
    duty row whose first cell is no number, with blank cells at its end, has lost the cells merged with those above.

    Args:
        row: the row as read.
        columns: the program's names of the columns, in order.
    """
    if row.loose or row.empty:
        return row
    shift = _department_shift(row.texts, columns) if "department" in columns else _number_shift(row.texts, columns)
    if not shift or any(row.texts[len(row.texts) - shift :]):
        return row
    moved = ("",) * shift + row.texts[: len(row.texts) - shift]
    merged_away = shift == _lead(columns) and bool(row.texts[0])
    return replace(row, texts=moved).flagged("shifted", *(() if merged_away else ("matter-lost",)))


def _lead(columns: Sequence[str]) -> int:
    """Return how many columns stand before the department, or before the item: those that are merged downwards."""
    column = "department" if "department" in columns else "item"
    return columns.index(column) if column in columns else 0


def _department_shift(texts: Sequence[str], columns: Sequence[str]) -> int:
    at = columns.index("department")
    if looks_like_department(texts[at]) or not any(texts[:at]):
        return 0
    for column in range(at - 1, -1, -1):
        if texts[column] and looks_like_department(texts[column]):
            return at - column
    return 0


def _number_shift(texts: Sequence[str], columns: Sequence[str]) -> int:
    if columns[0] != "seq" or not texts[0] or _NUMBER.match(texts[0]):
        return 0
    return _lead(columns) if sum(map(bool, texts)) == 1 else 1
