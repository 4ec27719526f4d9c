"""A table to be printed, apart from any format: rows of cells that may reach over others, and what covers whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """One cell to print: its paragraphs parted by newlines, and how many rows and columns it takes."""

    text: str
    rows: int = 1
    columns: int = 1


Row = Sequence[Spot | str]


@dataclass(frozen=True)
class Placed:
    """A cell and the place of its upper left corner (0-based)."""

    spot: Spot
    row: int
    column: int


def placed(rows: Sequence[Row]) -> Iterator[Placed]:
    """Yield the cells with their places: each row names only the cells that begin in it, as in HTML."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            spot = cell if isinstance(cell, Spot) else Spot(cell)
            while (at, column) in taken:
                column += 1
            taken |= {(at + i, column + j) for i in range(spot.rows) for j in range(spot.columns)}
            yield Placed(spot, at, column)
            column += spot.columns


def width(rows: Sequence[Row]) -> int:
    """Return how many columns the table has."""
    return max(one.column + one.spot.columns for one in placed(rows))


def unmerged(rows: Sequence[Row]) -> list[list[str]]:
    """Return the table as texts, "" where a cell is covered: as formats without merges print it."""
    texts = [[""] * width(rows) for _ in rows]
    for one in placed(rows):
        texts[one.row][one.column] = one.spot.text
    return texts
