"""Make grids of ruled lines: where lines cross are cells, where a line is missing between neighbours they are one."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from loaders.readers.scan.boxes import Box, around

# All in heights of a character. Lines that end this near to each other meet.
_MEET = 0.35
# Lines of one direction that lie this near are one line, drawn double, broken or bent.
_SAME = 0.5
# A gap in a line at which it is torn: by a seal, a fold, a hole.
_TORN = 0.7
# A table without a line at its edge: its other lines reach beyond the last one by at least this.
_OPEN = 1.0
# The share of a cell's side that has to be drawn, since lines are broken: where it reaches both of the cell's corners,
# and where it does not, as strokes of text never do.
_DRAWN, _DRAWN_APART = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a grid: its upper left corner, how many rows and columns it covers, and where it is on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table, which leave no place of its rows and columns out, and the lines that make them."""

    places: tuple[Place, ...]
    rows: int
    columns: int
    box: Box
    lines: tuple[Box, ...]


def find_grids(level: Sequence[Box], upright: Sequence[Box], em: float) -> list[Grid]:
    """Return the tables that lines make, from top to bottom.

    Args:
        level: lines from left to right; those that meet no upright one are no part of a table.
        upright: lines from top to bottom.
        em: the height of a character, in the unit of the lines.

    Example:
        >>> level = [Box(0, y, 100, y + 2) for y in (0, 30, 60)]
        >>> grid, = find_grids(level, [Box(x, 0, x + 2, 60) for x in (0, 50, 98)], em=10)
        >>> [(place.row, place.column) for place in grid.places]
        [(0, 0), (0, 1), (1, 0), (1, 1)]
    """
    whole = _mended(level, em), [_turned(line) for line in _mended([_turned(line) for line in upright], em)]
    grids = [_grid(*group, em) for group in _groups(*whole, em)]
    real = [grid for grid in grids if grid and len(grid.places) > 1]
    return sorted(real, key=lambda grid: (grid.box.top, grid.box.left))


def _mended(level: Sequence[Box], em: float) -> list[Box]:
    """Return the level lines, those joined that lie on one line with a short gap between them."""
    mended: list[Box] = []
    for line in sorted(level, key=lambda line: line.left):
        before = next((other for other in reversed(mended) if _goes_on(other, line, em)), None)
        if before is None:
            mended.append(line)
        else:
            mended[mended.index(before)] = around([before, line])
    return mended


def _goes_on(before: Box, line: Box, em: float) -> bool:
    return line.left - before.right < _TORN * em and abs(line.middle[1] - before.middle[1]) < _SAME / 2 * em


def _turned(line: Box) -> Box:
    return Box(line.top, line.left, line.bottom, line.right)


def _groups(level: Sequence[Box], upright: Sequence[Box], em: float) -> list[tuple[list[Box], list[Box]]]:
    """Return the lines that hang together: the level and the upright ones of each group, of both at least two."""
    met = [{number for number, other in enumerate(upright) if _meet(line, other, em)} for line in level]
    groups: list[tuple[list[Box], set[int]]] = []
    for line, numbers in zip(level, met, strict=True):
        touching = [group for group in groups if group[1] & numbers]
        if numbers:
            whole = (
                [line, *itertools.chain(*(group[0] for group in touching))],
                numbers.union(*(group[1] for group in touching)),
            )
            groups = [*(group for group in groups if group not in touching), whole]
    return [
        (lines, [upright[number] for number in sorted(numbers)])
        for lines, numbers in groups
        if len(lines) > 1 and len(numbers) > 1
    ]


def _meet(one: Box, other: Box, em: float) -> bool:
    common = one.grown(_MEET * em).common(other)
    return common.width > 0 and common.height > 0


def _grid(level: Sequence[Box], upright: Sequence[Box], em: float) -> Grid | None:
    whole = around([*level, *upright])
    ys = _with_edges(_positions([(line.middle[1], line.width) for line in level], em), whole.top, whole.bottom, em)
    xs = _with_edges(_positions([(line.middle[0], line.height) for line in upright], em), whole.left, whole.right, em)
    if len(ys) < 2 or len(xs) < 2:
        return None
    below = _drawn([(line.middle[1], line.left, line.right) for line in level], ys, xs, em)
    beside = _drawn([(line.middle[0], line.top, line.bottom) for line in upright], xs, ys, em)
    spans = _rectangles(
        len(ys) - 1,
        len(xs) - 1,
        lambda row, column: below(row + 1, column),
        lambda row, column: beside(column + 1, row),
    )
    places, rows, columns = _numbered(spans, ys, xs)
    return Grid(places, rows, columns, whole, (*level, *upright))


def _positions(lines: Iterable[tuple[float, float]], em: float) -> list[float]:
    """Return where lines of one direction lie, those that are one line taken together by their lengths.

    Args:
        lines: position and length of each.
    """
    found: list[list[tuple[float, float]]] = []
    for at, length in sorted(lines):
        if found and at - found[-1][-1][0] <= _SAME * em:
            found[-1].append((at, length))
        else:
            found.append([(at, length)])
    return [sum(at * length for at, length in one) / sum(length for _, length in one) for one in found]


def _with_edges(positions: list[float], first: float, last: float, em: float) -> list[float]:
    """Return the positions with those of edges that are not drawn: where the other lines end."""
    before = [first] if positions and positions[0] - first > _OPEN * em else []
    after = [last] if positions and last - positions[-1] > _OPEN * em else []
    return [*before, *positions, *after]


def _drawn(
    lines: Sequence[tuple[float, float, float]], positions: Sequence[float], crossing: Sequence[float], em: float
) -> Callable[[int, int], bool]:
    """Return whether the line at position number i is drawn between the crossing positions number j and j + 1.

    Args:
        lines: position, start and end of each line.
        positions: where lines of this direction lie.
        crossing: where those of the other direction lie.
    """
    at: list[list[tuple[float, float]]] = [[] for _ in positions]
    for middle, start, end in lines:
        nearest = min(range(len(positions)), key=lambda number: abs(positions[number] - middle))
        if abs(positions[nearest] - middle) <= 2 * _SAME * em:
            at[nearest].append((start, end))

    def drawn(number: int, side: int) -> bool:
        start, end = crossing[side], crossing[side + 1]
        pieces = sorted(
            (max(first, start), min(last, end)) for first, last in at[number] if first < end and last > start
        )
        ends = bool(pieces) and pieces[0][0] - start < _MEET * em and end - max(last for _, last in pieces) < _MEET * em
        return _covered(pieces) >= (_DRAWN if ends else _DRAWN_APART) * (end - start)

    return drawn


def _covered(pieces: Iterable[tuple[float, float]]) -> float:
    """Return the length that sorted pieces cover together."""
    covered, reached = 0.0, float("-inf")
    for first, last in pieces:
        covered += max(0.0, last - max(first, reached))
        reached = max(reached, last)
    return covered


def _rectangles(
    rows: int, columns: int, below: Callable[[int, int], bool], beside: Callable[[int, int], bool]
) -> list[tuple[int, int, int, int]]:
    """Return the cells as (row, column, row span, column span).

    Down each column, places without a line between them are one; then neighbours of equal rows without a line between
    them are one. So a lost line joins no cells that are not neighbours, and every cell is a rectangle.

    Args:
        rows: how many there are.
        columns: how many there are.
        below: whether a line is drawn below the place (row, column).
        beside: whether a line is drawn to the right of the place (row, column).
    """
    strips = [(row, end, column) for column in range(columns) for row, end in _strips(rows, column, below)]
    found: dict[tuple[int, int], list[list[int]]] = {}
    for row, end, column in strips:
        runs = found.setdefault((row, end), [])
        open_side = runs and runs[-1][-1] == column - 1
        if open_side and sum(beside(one, column - 1) for one in range(row, end)) * 2 < end - row:
            runs[-1].append(column)
        else:
            runs.append([column])
    return sorted((row, run[0], end - row, len(run)) for (row, end), runs in found.items() for run in runs)


def _strips(rows: int, column: int, below: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    ends = [row + 1 for row in range(rows) if row == rows - 1 or below(row, column)]
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _numbered(
    spans: Sequence[tuple[int, int, int, int]], ys: Sequence[float], xs: Sequence[float]
) -> tuple[tuple[Place, ...], int, int]:
    """Return the cells numbered by the rows and columns in which a cell begins; no others are any."""
    rows = {row: number for number, row in enumerate(sorted({row for row, *_ in spans}))}
    columns = {column: number for number, column in enumerate(sorted({column for _, column, *_ in spans}))}
    places = []
    for row, column, down, right in spans:
        row_span = sum(row <= other < row + down for other in rows)
        column_span = sum(column <= other < column + right for other in columns)
        box = Box(xs[column], ys[row], xs[column + right], ys[row + down])
        places.append(Place(rows[row], columns[column], row_span, column_span, box))
    return tuple(places), len(rows), len(columns)
