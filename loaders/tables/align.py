"""Put the cells of damaged rows back under their columns: rows that slid to the left, and rows with a cell too many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data.bodies import looks_like_department
from loaders.numbers import is_number
from loaders.tables.grid import GridRow

_LONGEST_NAME = 60
_OFFICE = re.compile(r"^.{1,16}(?:股|科|室|处|中心|大队|站|所)(?:[（(].*[)）])?$")
_CITED = re.compile("[《〔]|号）")
# Columns of long text: a tab that is none of the table's most likely stands in one of these.
_LONG = ("duty", "item", "content")


def aligned(row: GridRow, columns: Sequence[str]) -> GridRow:
    """Return the row with its cells under their columns, flagged `shifted` where they had to be moved.

    A boundary row is read by what its cells say: the cell that names a department belongs under the department. A
    duty row whose first cell is no number, with blank cells at its end, has lost the cells merged with those above.

    Args:
        row: the row as read.
        columns: the program's names of the columns, in order.
    """
    if row.loose or row.empty or not _is_text(row):
        return row
    if any(row.texts[len(columns) :]):
        row = _narrowed(row, columns)
    if "department" in columns:
        return _moved_to_department(row, columns) if columns.count("department") == 1 else row
    return _moved_by_number(row, columns)


def _is_text(row: GridRow) -> bool:
    """Say whether a row was read from lines of text: the cells of a drawn table stand in their columns."""
    return all(place.unit == "line" for place in row.places)


def _moved_to_department(row: GridRow, columns: Sequence[str]) -> GridRow:
    at = columns.index("department")
    shift = _department_shift(row.texts, at)
    if not shift or any(row.texts[len(row.texts) - shift :]):
        return row
    numbered = bool(at > shift and is_number(row.texts[0]))
    kept = 1 if numbered else 0
    texts = (*row.texts[:kept], *("",) * shift, *row.texts[kept : len(row.texts) - shift])
    named = "matter" in columns and bool(texts[columns.index("matter")])
    merged_away = shift == at and bool(row.texts[0])
    return replace(row, texts=texts).flagged("shifted", *(() if named or merged_away else ("matter-lost",)))


def _department_shift(texts: Sequence[str], at: int) -> int:
    """Return how many columns before the department the cell stands that names one (0: it stands where it should)."""
    if _names_department(texts[at]) or not any(texts[:at]):
        return 0
    return next((at - column for column in range(at - 1, -1, -1) if _names_department(texts[column])), 0)


def _names_department(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and looks_like_department(text)


def _moved_by_number(row: GridRow, columns: Sequence[str]) -> GridRow:
    shift = _number_shift(row.texts, columns)
    if not shift or any(row.texts[len(row.texts) - shift :]):
        return row
    return replace(row, texts=("",) * shift + row.texts[: len(row.texts) - shift]).flagged("shifted")


def _number_shift(texts: Sequence[str], columns: Sequence[str]) -> int:
    if columns[0] != "seq" or not texts[0] or is_number(texts[0]):
        return 0
    lead = columns.index("item") if "item" in columns else 0
    filled = [text for text in texts if text]
    item_alone = len(filled) == 1 or (len(filled) == len(["item", "office"]) and bool(_OFFICE.match(texts[1])))
    return lead if lead and item_alone else 1


def _narrowed(row: GridRow, columns: Sequence[str]) -> GridRow:
    """Return a row that has more cells than the table with two neighbours joined, as often as it takes."""
    texts = row.texts
    while any(texts[len(columns) :]):
        options = [_joined(texts, index) for index in range(len(texts) - 1) if texts[index] and texts[index + 1]]
        if not options:
            return row
        texts = max(options, key=lambda option: _fitness(option, texts, columns))
    return replace(row, texts=texts).flagged("shifted")


def _joined(texts: tuple[str, ...], index: int) -> tuple[str, ...]:
    return (*texts[:index], f"{texts[index]}\n{texts[index + 1]}", *texts[index + 2 :])


def _fitness(option: Sequence[str], before: Sequence[str], columns: Sequence[str]) -> float:
    """Say how well the cells suit their columns: a number, a department, a cited law; else a long text was cut."""
    cells = dict(zip(columns, option, strict=False))
    fit = 0.0
    if cells.get("seq"):
        fit += is_number(cells["seq"])
    if cells.get("department"):
        fit += _names_department(cells["department"])
    if cells.get("basis"):
        fit += bool(_CITED.search(cells["basis"]))
    changed = next(index for index, text in enumerate(option) if text != before[index])
    return fit + 0.5 * (changed < len(columns) and columns[changed] in _LONG)
