"""Find the header of a table, of one level or several, with rows above it, and say what its columns mean and why."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.bodies import looks_like_department
from data.column_roles import column_role
from data.document import Cell, Table
from data.rows import SectionKind
from data.spacing import squeeze
from loaders.numbers import is_number
from loaders.tables.columns import MOST_COLUMNS, Levels, naming
from loaders.tables.words import head_word, is_known, names_side

# Titles and lines for who fills in the form stand above a header: so many rows at most.
_SEARCHED = 6
_DEEPEST = 3
# A row above a header says one or two things; one that says more is a row of the table.
_SAID_ABOVE = 2
# So many rows below a header tell what stands in a column.
_SAMPLE = 40
_MOSTLY = 0.5
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a table says.

    `columns` holds the program's name of each column of the grid ("" for one that is not known), `words` the printed
    head of each, the levels joined by "/". The header and what stands above it take the first `rows` rows of the table,
    of which `above` stand above it. `score` is the share of the heads that are known (0-1); `reason` lists which head
    gave which name.
    """

    kind: SectionKind
    columns: tuple[str, ...]
    words: tuple[str, ...] = ()
    rows: int = 0
    above: int = 0
    score: float = 0.0
    reason: tuple[tuple[str, str], ...] = ()


def find_header(table: Table, expected: SectionKind | None = None) -> Header | None:
    """Return the header of a table; None where none of its first rows heads a table of a duty list.

    Args:
        table: the table as read, with its spans.
        expected: the part of the list that the table stands in, where one is known: under its heading general words
            (事项, 内容) name columns too.

    Example: 序号 | 管理事项 | 职责分工, the last over 县级部门 | 乡镇（街道）, is a header of two rows, its
    last two columns are duties.
    """
    grid = _Grid(table)
    if any(cell.column >= MOST_COLUMNS for cell in grid.top):
        return None
    for start in range(min(_SEARCHED, len(grid.rows))):
        found = [header for depth in grid.depths(start) if (header := _read(grid, start, depth, expected))]
        if found:
            return max(found, key=lambda header: (sum(map(bool, header.columns)), header.rows))
        if not grid.may_stand_above(start):
            return None
    return None


def _read(grid: _Grid, start: int, depth: int, expected: SectionKind | None) -> Header | None:
    stacks = [grid.stack(start, depth, column) for column in range(grid.width(start, depth))]
    heads: tuple[Levels, ...] = tuple(tuple(filter(None, map(head_word, stack))) for stack in stacks)
    named = naming(heads, expected, lambda column: grid.names_departments(start + depth, column))
    if named is None:
        return None
    words = tuple("/".join(map(squeeze, stack)) for stack in stacks)
    return Header(
        kind=named.kind,
        columns=named.columns,
        words=words,
        rows=start + depth,
        above=start,
        score=round(named.score, 2),
        reason=tuple((word, name) for word, name in zip(words, named.columns, strict=True) if name),
    )


def _is_head(text: str) -> bool:
    """Say whether a cell text is the head of a column, or the lower level of one: 牵头, 乡镇（街道）."""
    word = head_word(text)
    return is_known(word) or names_side(word) or column_role(word) is not None


class _Grid:
    """The first rows of a table: which cell covers which place."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.by_row: dict[int, list[Cell]] = {}
        for cell in table.cells:
            self.by_row.setdefault(cell.row, []).append(cell)
        self.rows = sorted(self.by_row)
        self.top = self._cells(self.rows[: _SEARCHED + _DEEPEST])

    def depths(self, start: int) -> Iterator[int]:
        """Yield how many rows a header that begins at a row may have: what it holds ends with it."""
        row = self.rows[start]
        if row in self.table.loose or self._reached(row) or not self._may_be_top(start):
            return
        reach = row
        for depth in range(1, min(_DEEPEST, len(self.rows) - start) + 1):
            last = self.rows[start + depth - 1]
            reached = max(cell.row + cell.row_span - 1 for cell in self._cells(self.rows[start : start + depth]))
            if depth > 1 and last > reach and not self._is_level(start + depth - 1):
                return
            reach = max(reach, reached)
            if reached <= last:
                yield depth

    def width(self, start: int, depth: int) -> int:
        """Return how many columns the rows of a header have: a body row with more has lost its columns."""
        block = self._cells(self.rows[start : start + depth])
        return max(self.table.columns, *(cell.column + cell.column_span for cell in block))

    def stack(self, start: int, depth: int, column: int) -> tuple[str, ...]:
        """Return the texts above a column in the rows of a header, from the top; a text that is repeated once."""
        texts = [self._over(index, column, start + depth) for index in range(start, start + depth)]
        return tuple(text for text, _ in itertools.groupby(filter(None, texts)))

    def may_stand_above(self, index: int) -> bool:
        """Say whether a row may stand above a header: a title, or who fills in the form and when."""
        said = [cell.text for cell in self.by_row[self.rows[index]] if cell.text.strip()]
        return len(said) <= _SAID_ABOVE and not any(map(is_number, said))

    def names_departments(self, first: int, column: int) -> bool:
        """Say whether the cells of a column from a row on mostly hold names of departments."""
        below = self._cells(self.rows[first : first + _SAMPLE])
        told = [cell for cell in below if cell.column == column and cell.column_span < self.table.columns]
        texts = [cell.text for cell in told if cell.text.strip()]
        named = sum(len(text) <= _LONGEST_NAME and looks_like_department(text) for text in texts)
        return not texts or named >= max(1, _MOSTLY * len(texts))

    def _cells(self, rows: Sequence[int]) -> list[Cell]:
        return [cell for row in rows for cell in self.by_row[row]]

    def _reached(self, row: int) -> bool:
        """Say whether a cell from above reaches into a row."""
        return any(cell.row < row < cell.row + cell.row_span for cell in self.top)

    def _may_be_top(self, index: int) -> bool:
        """Say whether a row may be the top of a header: it has a head, and is no single cell or one over the table."""
        said = [cell for cell in self.by_row[self.rows[index]] if cell.text.strip()]
        if len(said) == 1 and not 1 < said[0].column_span < self.table.columns:
            return False
        return any(_is_head(cell.text) for cell in said)

    def _is_level(self, index: int) -> bool:
        """Say whether a row may be the lower level of a header: words of columns, each below a wider head or none."""
        said = [cell for cell in self.by_row[self.rows[index]] if cell.text.strip()]
        if not said or not all(head_word(cell.text) and not is_number(cell.text) for cell in said):
            return False
        known = sum(_is_head(cell.text) for cell in said)
        return 2 * known >= len(said) and all(self._is_below(index, cell) for cell in said)

    def _is_below(self, index: int, cell: Cell) -> bool:
        over = self._covering(index - 1, cell.column)
        if over is None or not over.text.strip() or over.column_span > 1:
            return True
        beside = self._covering(index - 1, cell.column + 1)
        parted = self._own(index, cell.column + 1) and (beside is None or not beside.text.strip())
        return bool(parted) or squeeze(over.text) == squeeze(cell.text)

    def _over(self, index: int, column: int, end: int) -> str:
        """Return the text of the cell that covers a place; of a blank place, the head to the left that it belongs to.

        A head over two columns that is not merged leaves the second one blank: both have words below.
        """
        cell = self._covering(index, column)
        if cell and cell.text.strip():
            return cell.text
        while column and self._has_below(index, column, end) and self._has_below(index, column - 1, end):
            column -= 1
            if text := self._own(index, column):
                return text
        return ""

    def _has_below(self, index: int, column: int, end: int) -> bool:
        return any(self._own(lower, column) for lower in range(index + 1, end))

    def _own(self, index: int, column: int) -> str:
        cells = self.by_row[self.rows[index]]
        return next((cell.text for cell in cells if cell.column == column and cell.text.strip()), "")

    def _covering(self, index: int, column: int) -> Cell | None:
        row = self.rows[index]
        covering = (cell for cell in self.top if cell.row <= row < cell.row + cell.row_span)
        return next((cell for cell in covering if cell.column <= column < cell.column + cell.column_span), None)
