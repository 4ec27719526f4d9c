"""A worded table, as the HTML report prints it and the workbook lays it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data.messages import say

Width = Literal["number", "short", "name", "long"]
Cell = str | int


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head in the language of the run, and how much room its text needs."""

    name: str
    width: Width


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a title, a note on what it shows, and rows of texts and counts."""

    key: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def grid(key: str, columns: dict[str, Width], rows: Iterable[tuple[Cell, ...]]) -> Grid:
    """Make the table `key`; its title, note and column heads come from the messages of reports.

    Args:
        key: `report.table.<key>` and `report.note.<key>` are its words.
        columns: column key (`report.column.<key>`) → width, in order.
        rows: the cells of each row, as many as there are columns.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    heads = tuple(Column(say(f"report.column.{name}"), width) for name, width in columns.items())
    lines = tuple(rows)
    if any(len(line) != len(heads) for line in lines):
        raise ValueError(key)
    return Grid(key, say(f"report.table.{key}"), say(f"report.note.{key}"), heads, lines)
