"""What a sheet shows, whatever the format of its file: texts by row and column, and what is merged or hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

# A sheet of 50,000 rows and 20 columns has half as many; it is also how many cells the tables of a sheet may have,
# blank ones included.
MOST_CELLS = 2_000_000
# Ten thousand rows of 2,000 characters have a fifth. One string can stand in many cells of a hostile file.
MOST_CHARACTERS = 100_000_000


class TooLarge(Exception):
    """A sheet (its name is the text) has more cells or characters than any list has."""


class Range(NamedTuple):
    """Cells from one corner to the other, both included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One sheet as it is shown.

    `texts` holds the cells with visible characters, row → column → text, counted from 0. `merges` stand as the file has
    them: they may overlap or reach far beyond the texts. `beside` are the words of the page header and of text boxes.
    `uncomputed` are the places of formulas whose result the file does not hold. `pictures` tells whether there are any.
    """

    name: str = ""
    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    uncomputed: list[tuple[int, int]] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    pictures: bool = False
    cells: int = 0
    characters: int = 0

    def put(self, row: int, column: int, text: str) -> None:
        """Set the text of a cell; one without visible characters stays blank.

        Raises:
            TooLarge: the sheet has more than `MOST_CELLS` or `MOST_CHARACTERS`.
        """
        if not text or text.isspace():
            return
        self.cells += 1
        self.characters += len(text)
        if self.cells > MOST_CELLS or self.characters > MOST_CHARACTERS:
            raise TooLarge(self.name)
        self.texts.setdefault(row, {})[column] = text


@dataclass(slots=True)
class Book:
    """The sheets of a workbook in order, and the names of those that are hidden or damaged and were not read."""

    sheets: list[Sheet] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)


# What a workbook stores for an error, as it is printed (ECMA-376 part 1, 18.17.3).
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def truth(value: bool) -> str:
    """Return a truth value as a cell shows it."""
    return "TRUE" if value else "FALSE"


def column_name(column: int) -> str:
    """Return the letters of a column counted from 0.

    Example:
        >>> column_name(0), column_name(27)
        ('A', 'AB')
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def place_name(row: int, column: int) -> str:
    """Return the name of a cell: B3 for row 2, column 1."""
    return f"{column_name(column)}{row + 1}"
