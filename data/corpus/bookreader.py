"""Reading the sheets of a workbook: which table each holds, which column stands where, the texts of the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from data.corpus.columns import COLUMNS, booked, stated
from data.corpus.limits import safe_workbook
from data.corpus.marks import SheetRow, in_order
from data.corpus.plain import FAMILY, FORMAT
from data.errors import UnreadableDocument
from data.messages import say, texts

# What another workbook of a department would hardly have together.
TELLTALE = frozenset({"lists", "boundaries", "documents"})
MARK = "mark"
_HEAD = re.compile(r"(?P<label>.*?)\*?(?:\((?P<part>[0-9]{1,4})\))?")
Cell = str | float | bool | datetime | date | time | timedelta


def sheets(path: Path) -> dict[str, tuple[str, Sequence[SheetRow]]]:
    """Return table → (name of its sheet, its rows in the order they were written in).

    Raises:
        UnreadableDocument: the workbook cannot be opened, or a sheet lacks a column.
    """
    book = _open(path, safe_workbook(path))
    _check_version(path, book)
    named = {table: name for name in book.sheet_names if (table := table_of(name))}
    return {table: (name, _rows(path, table, name, _grid(path, book, name))) for table, name in named.items()}


def table_of(sheet: str) -> str | None:
    """Return the table that a sheet of that name holds, in whatever language it is named; None for a stranger's."""
    return _tables().get(sheet)


@cache
def _tables() -> dict[str, str]:
    return {name: table for table in COLUMNS for name in texts()[f"corpus.sheet.{table}"].values()}


@cache
def _labels(table: str) -> dict[str, str]:
    names = [*(column.name for column in booked(table)), MARK]
    return {label: name for name in names for label in texts()[f"corpus.column.{name}"].values()}


def _open(path: Path, content: BytesIO) -> Any:
    import python_calamine

    try:
        return python_calamine.load_workbook(content)
    except (python_calamine.CalamineError, OSError) as error:
        raise UnreadableDocument("corpus.error.workbook", file=path) from error


def _check_version(path: Path, book: Any) -> None:
    """The sheet that explains the workbook names its format; a person may have deleted it."""
    about = [name for name in book.sheet_names if name in texts()["corpus.sheet.about"].values()]
    said = " ".join(_text(cell) for name in about for row in _grid(path, book, name) for cell in row)
    for version in re.findall(rf"{FAMILY}\d+", said):
        if version != FORMAT:
            raise UnreadableDocument("corpus.error.version", file=path, version=version, wanted=FORMAT)


def _grid(path: Path, book: Any, name: str) -> list[list[Cell]]:
    import python_calamine

    try:
        grid: list[list[Cell]] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, OSError) as error:
        raise UnreadableDocument("corpus.error.workbook", file=path) from error
    return grid


def _rows(path: Path, table: str, name: str, grid: list[list[Cell]]) -> Sequence[SheetRow]:
    columns = _columns(table, grid[0] if grid else [])
    for column in stated(table):
        if column.name not in columns:
            label = say(f"corpus.column.{column.name}")
            raise UnreadableDocument("corpus.error.column", file=path, sheet=name, column=label)
    return in_order(_sheet_rows(columns, grid[1:]))


def _sheet_rows(columns: dict[str, list[int]], grid: list[list[Cell]]) -> Iterator[SheetRow]:
    for number, cells in enumerate(grid, 2):
        found = {name: "".join(_text(cells[at]) for at in places) for name, places in columns.items()}
        if any(text.strip() for name, text in found.items() if name != MARK):
            yield SheetRow(number, found, found.get(MARK, ""))


def _columns(table: str, head: Sequence[Cell]) -> dict[str, list[int]]:
    """Return column name → where its parts stand, in the order of the parts."""
    labels = _labels(table)
    found: dict[str, list[tuple[int, int]]] = {}
    for at, cell in enumerate(head):
        match = _HEAD.fullmatch(_text(cell).strip())
        if match and match["label"] in labels:
            found.setdefault(labels[match["label"]], []).append((int(match["part"] or 1), at))
    return {name: [at for _, at in sorted(parts)] for name, parts in found.items()}


def _text(cell: Cell) -> str:
    """A cell typed by a person may be a number or a date: as a text it reads as it was typed."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
