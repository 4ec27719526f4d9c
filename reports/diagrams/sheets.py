"""How a matrix is laid on pages: the room of its columns and rows, and which of them stand together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from reports.diagrams.canvas import BODY, NOTE, WIDTH
from reports.diagrams.roles import Standing
from reports.diagrams.typeset import MM, even, leading, span

COUNT = 8.0
LABEL_LEAST, LABEL_MOST = 41.0, 76.0
CELL_MOST, ROW_LEAST = 7.0, 4.7
DEEPEST = 14
GAP = 4.0
GROUP_SIZE = BODY


@dataclass(frozen=True, slots=True)
class Column:
    """One department: its name in lines set downwards, or upwards where it is `turned` because it is not Chinese."""

    body: str
    lines: tuple[str, ...]
    turned: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One matter and its departments (as many of them as one page is wide), with how many it has in all."""

    name: str
    standings: dict[str, Standing]
    parties: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece of the matrix under one head; `size` is that of its type, `label` the width of the matters' names."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    size: float
    label: float

    @property
    def room(self) -> float:
        """What is left of the page's width when each column has its least (below 0: too many columns)."""
        return WIDTH - COUNT - self.label - sum(map(self.least, self.columns))

    @property
    def widths(self) -> list[float]:
        """The widths of the columns, a little more than the least where there is room."""
        more = min(self.room / len(self.columns), CELL_MOST - self.size * 0.5)
        return [self.least(column) + more for column in self.columns]

    @property
    def down(self) -> float:
        """From one character of a name set downwards to the next."""
        return self.size * 1.15 * MM

    @property
    def depth(self) -> float:
        """The height of the head."""
        return max(map(self.reach, self.columns)) + 2.5

    @property
    def whole_height(self) -> float:
        """What the sheet takes of a page, the space above it included."""
        return GAP + self.depth + sum(map(self.height, self.rows))

    def least(self, column: Column) -> float:
        """Return the least width of a column."""
        return self.size * 0.4375 + leading(self.size) * (len(column.lines) - 1)

    def reach(self, column: Column) -> float:
        """Return how high the name of a column stands."""
        if column.turned:
            return max(span(line, self.size) for line in column.lines)
        return max(map(len, column.lines)) * self.down

    def lines(self, row: Row) -> list[str]:
        """Return the name of a matter as it is set."""
        return even(row.name, self.label - 2.5, BODY, 4)

    def height(self, row: Row) -> float:
        """Return the height of a row."""
        return max(ROW_LEAST, leading() * len(self.lines(row)) + 1.6)


def column(body: str, name: str) -> Column:
    """Break the name of a department into lines that stand side by side."""
    turned = sum(one.isascii() for one in name) > len(name) / 2
    return Column(body, tuple(even(name, DEEPEST * BODY * MM)), turned)


def pages(rows: Sequence[Row], columns: Sequence[Column], room: float) -> Iterator[list[Sheet]]:
    """Lay the matrix on pages of `room` mm height, in the given order.

    Type is set smaller before the columns are divided. Where they are too many even so, the rows come in groups,
    each under a head with the departments of its own matters: no page is a field of empty cells.
    """
    sheets = (_sheet(columns, size) for size in (BODY, NOTE))
    whole = next((sheet for sheet in sheets if sheet.room >= 0), None)

    def group(of: Sequence[Row]) -> Sheet:
        used = {body for row in of for body in row.standings}
        return Sheet(tuple(of), tuple(one for one in columns if one.body in used), GROUP_SIZE, LABEL_LEAST)

    if whole:
        return _packed(rows, lambda of: replace(whole, rows=tuple(of)), room)
    return _packed(list(chain.from_iterable(_pieces(one, columns) for one in rows)), group, room)


def _sheet(columns: Sequence[Column], size: float) -> Sheet:
    """An empty sheet; the names of the matters get what few columns leave, within bounds."""
    bare = Sheet((), tuple(columns), size, 0.0)
    return replace(bare, label=min(max(bare.room - 1.6 * len(columns), LABEL_LEAST), LABEL_MOST))


def _pieces(row: Row, columns: Sequence[Column]) -> list[Row]:
    """Cut a matter of more departments than a page is wide into rows that fit."""
    pieces: list[list[Column]] = [[]]
    for one in (one for one in columns if one.body in row.standings):
        if Sheet((), (*pieces[-1], one), GROUP_SIZE, LABEL_LEAST).room < 0:
            pieces.append([])
        pieces[-1].append(one)
    return [replace(row, standings={one.body: row.standings[one.body] for one in piece}) for piece in pieces]


def _packed(rows: Sequence[Row], group: Callable[[Sequence[Row]], Sheet], room: float) -> Iterator[list[Sheet]]:
    """Put rows under one head as long as their departments have room, and heads on one page as long as it has."""
    page: list[Sheet] = []
    taken: list[Row] = []
    for row in rows:
        if taken and group([*taken, row]).room < 0:
            page.append(group(taken))
            taken = []
        if sum(sheet.whole_height for sheet in [*page, group([*taken, row])]) > room:
            yield [*page, group(taken)] if taken else page
            page, taken = [], []
        taken.append(row)
    yield [*page, group(taken)]
