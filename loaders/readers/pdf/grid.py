"""Make the grid of a ruled table out of its lines: where the cells are, merged ones as one.

The positions of the lines cut the table into small squares; squares with no line between them are one cell. This keeps
what every cell spans, needs no line to run through, and copes with what offices send: borders in pieces, dotted,
double, left out at the sides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.readers.pdf.borders import REACH, Borders, TooFine
from loaders.readers.pdf.strokes import Rule

# A side of a square is a wall where lines cover most of it.
_COVERED = 0.6
# What lines overhang by more opens another column or row: tables without borders at the sides.
_OVERHANG = 8.0
# A border that stands off by less in some rows, and is missing where it should be, is the same border: Word lets every
# row have widths of its own. A column of one character with its margins is wider.
_RAGGED = 20.0
# A dense page of a table has some 3,000 squares.
MOST_SQUARES = 20_000

Box = tuple[float, float, float, float]
_Walls = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Field:
    """A cell: its rows and columns in the grid (`bottom` and `right` are the first beyond it), and its box."""

    row: int
    column: int
    bottom: int
    right: int
    box: Box


@dataclass(frozen=True, eq=False)
class Grid:
    """The cells of a ruled table; `xs` are the borders of its columns, in points.

    `borders` are the lines it was made of; `ends_open` says that vertical ones run on below the last horizontal one.
    """

    xs: tuple[float, ...]
    rows: int
    ends_open: bool
    fields: tuple[Field, ...]
    borders: Borders
    # The squares: their borders, and of each the number of its field.
    _fine: tuple[Sequence[float], Sequence[float]]
    _owner: NDArray[np.int32]

    @property
    def box(self) -> Box:
        """The place of the table: x0, y0, x1, y1."""
        xs, ys = self._fine
        return xs[0], ys[0], xs[-1], ys[-1]

    def field_at(self, x: float, y: float) -> int | None:
        """Return the number of the field that a point lies in; None outside of the table."""
        xs, ys = self._fine
        column, row = bisect_right(xs, x) - 1, bisect_right(ys, y) - 1
        inside = 0 <= row < len(ys) - 1 and 0 <= column < len(xs) - 1
        return int(self._owner[row, column]) if inside else None


def grid_of(borders: Borders) -> Grid | None:
    """Return the grid that lines draw; None where they enclose fewer than two cells.

    Raises:
        TooFine: they enclose more squares than a table has.
    """
    xs = _positions(borders.down, borders.across)
    ys = _positions(borders.across, borders.down)
    if len(xs) * len(ys) > MOST_SQUARES:
        raise TooFine
    xs = _kept(xs, _walls(borders.down, xs, ys))
    ys = _kept(ys, _walls(borders.across, ys, xs))
    upright, level = _walls(borders.down, xs, ys), _walls(borders.across, ys, xs)
    fields, owner = _fields(xs, ys, upright, level)
    if len(fields) < 2:
        return None
    columns = _settled(xs, upright)
    placed = tuple(
        Field(one.row, columns[one.column], one.bottom, max(columns[one.right], columns[one.column] + 1), one.box)
        for one in fields
    )
    settled = {column: x for x, column in zip(reversed(xs), reversed(columns), strict=True)}
    ends_open = ys[-1] - max(rule.at for rule in borders.across) > _OVERHANG
    return Grid(
        tuple(settled[column] for column in sorted(settled)), len(ys) - 1, ends_open, placed, borders, (xs, ys), owner
    )


def _positions(rules: Sequence[Rule], crossing: Sequence[Rule]) -> list[float]:
    """Return where lines stand, near ones as one, and where those that cross them begin and end."""
    groups: list[list[float]] = []
    for at in sorted(rule.at for rule in rules):
        if not groups or at - groups[-1][0] > REACH:
            groups.append([])
        groups[-1].append(at)
    found = [sum(group) / len(group) for group in groups]
    first, last = min(rule.first for rule in crossing), max(rule.last for rule in crossing)
    before = [first] if found[0] - first > _OVERHANG else []
    after = [last] if last - found[-1] > _OVERHANG else []
    return [*before, *found, *after]


def _walls(rules: Sequence[Rule], positions: Sequence[float], along: Sequence[float]) -> _Walls:
    """Return for each position and each piece along it whether lines make a wall of it."""
    edges, stops = np.array(positions), np.array(along)
    covered = np.zeros((len(edges), len(stops) - 1))
    for rule in rules:
        overlap = np.minimum(rule.last + 1, stops[1:]) - np.maximum(rule.first - 1, stops[:-1])
        covered[int(np.abs(edges - rule.at).argmin())] += np.clip(overlap, 0, None)
    return covered >= _COVERED * np.diff(stops)


def _kept(positions: list[float], walls: _Walls) -> list[float]:
    """Return the positions without those inside the table that are no wall anywhere: underlines, strokes."""
    last = len(positions) - 1
    return [at for index, at in enumerate(positions) if index in (0, last) or walls[index].any()]


def _fields(
    xs: Sequence[float], ys: Sequence[float], upright: _Walls, level: _Walls
) -> tuple[list[Field], NDArray[np.int32]]:
    owner = np.full((len(ys) - 1, len(xs) - 1), -1, dtype=np.int32)
    fields: list[Field] = []
    for row, column in np.ndindex(owner.shape):
        if owner[row, column] < 0:
            for top, left, bottom, right in _rectangles(_open(row, column, owner, upright, level)):
                owner[top:bottom, left:right] = len(fields)
                fields.append(Field(top, left, bottom, right, (xs[left], ys[top], xs[right], ys[bottom])))
    return fields, owner


def _open(row: int, column: int, owner: NDArray[np.int32], upright: _Walls, level: _Walls) -> set[tuple[int, int]]:
    """Return the squares that can be reached from one without crossing a wall."""
    found = {(row, column)}
    waiting = [(row, column)]
    while waiting:
        y, x = waiting.pop()
        ways = (
            (y, x + 1, x + 1 < owner.shape[1] and not upright[x + 1, y]),
            (y, x - 1, x > 0 and not upright[x, y]),
            (y + 1, x, y + 1 < owner.shape[0] and not level[y + 1, x]),
            (y - 1, x, y > 0 and not level[y, x]),
        )
        for below, beside, free in ways:
            if free and (below, beside) not in found and owner[below, beside] < 0:
                found.add((below, beside))
                waiting.append((below, beside))
    return found


def _rectangles(squares: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the rectangles that squares make up; a shape with corners (a border has gaps) is cut row by row."""
    runs: dict[tuple[int, int], list[int]] = {}
    by_row: dict[int, list[int]] = {}
    for row, column in squares:
        by_row.setdefault(row, []).append(column)
    for row, columns in sorted(by_row.items()):
        for left, right in _stretches(sorted(columns)):
            if (left, right) in runs and runs[left, right][-1] == row - 1:
                runs[left, right].append(row)
            else:
                if (left, right) in runs:
                    rows = runs.pop((left, right))
                    yield rows[0], left, rows[-1] + 1, right
                runs[left, right] = [row]
    for (left, right), rows in runs.items():
        yield rows[0], left, rows[-1] + 1, right


def _stretches(columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(columns) + 1):
        if index == len(columns) or columns[index] != columns[index - 1] + 1:
            yield columns[start], columns[index - 1] + 1
            start = index


def _settled(xs: Sequence[float], upright: _Walls) -> list[int]:
    """Return for each border the number of the column it begins, those that are one border with a step as one."""
    columns = [0]
    rows = upright[0]
    for index in range(1, len(xs)):
        inner = 1 < index < len(xs) - 1
        near = xs[index] - xs[index - 1] < _RAGGED
        if inner and near and not (rows & upright[index]).any():
            columns.append(columns[-1])
            rows = rows | upright[index]
        else:
            columns.append(columns[-1] + 1)
            rows = upright[index]
    return columns
