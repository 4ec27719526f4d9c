"""Make grids of tables that have no upright lines: columns are what gaps keep apart below a row of short words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from loaders.readers.scan.boxes import Box, around
from loaders.readers.scan.grid import Grid, Place

# All in heights of a character. A header is at least three words, none longer than this, this far apart.
_HEADER, _WORD, _APART = 3, 9.0, 1.0
# The gap between two columns that is left beside the widest text.
_GAP = 0.5
# More blank than this between two lines ends a table.
_BLANK = 2.5
# Texts begin together that begin this near to each other; two texts of a column are further apart than lines by
# this (the usual distance is that of the lowest quarter).
_TOGETHER, _MORE = 0.6, 0.3
# The share of a table's width that a level line takes at least.
_ACROSS = 0.5
# The least number of lines below a header, and the share of them that has text in more than one column.
_LEAST_LINES, _FILLED = 2, 0.5
# The share of the lower box's height that boxes of one line have in common.
_SHARED = 0.5


def find_columns(found: Iterable[Box], level: Sequence[Box], em: float) -> list[Grid]:
    """Return the tables without upright lines among the text that stands in no ruled table.

    A row of the table begins below each level line across it, and where texts begin in at least as many columns as
    there are in which a text goes on: that of a cell merged down beside several rows. Where all lines are equally far
    apart, each with text in the first column begins a row.

    Args:
        found: boxes of text, parted where they hold a gap as wide as one between columns (see `pieces.parted`).
        level: level lines, which part rows.
        em: the height of a character.
    """
    rows = line_boxes(found)
    grids: list[Grid] = []
    at = 0
    while at < len(rows):
        taken, gaps = _table(rows[at:], em)
        if taken:
            grids.append(_grid(rows[at : at + taken], gaps, level, em))
        at += max(taken, 1)
    return grids


def line_boxes(found: Iterable[Box]) -> list[list[Box]]:
    """Return the boxes of each line from left to right, the lines from top to bottom."""
    rows: list[list[Box]] = []
    for box in sorted(found, key=lambda box: box.middle[1]):
        whole = around(rows[-1]) if rows else box
        shared = min(box.bottom, whole.bottom) - max(box.top, whole.top)
        if rows and shared > _SHARED * min(box.height, whole.height):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda box: box.left) for row in rows]


def _table(rows: Sequence[Sequence[Box]], em: float) -> tuple[int, list[float]]:
    """Return how many lines belong to the table that the first one heads (0: to none), and where its columns part."""
    gaps = _header_gaps(rows[0], em)
    taken = 1
    for before, row in itertools.pairwise(rows) if gaps else ():
        narrower = _narrowed(gaps, row, em)
        if narrower is None or around(row).top - around(before).bottom > _BLANK * em:
            break
        gaps, taken = narrower, taken + 1
    parts = [(first + last) / 2 for first, last in gaps]
    filled = sum(len({_column(box, parts) for box in row}) > 1 for row in rows[1:taken])
    real = taken > _LEAST_LINES and filled >= _FILLED * (taken - 1)
    return (taken, parts) if real else (0, [])


def _header_gaps(row: Sequence[Box], em: float) -> list[tuple[float, float]]:
    """Return the gaps between the words of a header; none where the line is no header."""
    gaps = [(before.right, after.left) for before, after in itertools.pairwise(row)]
    wide = all(last - first > _APART * em for first, last in gaps)
    return gaps if len(row) >= _HEADER and wide and all(box.width <= _WORD * em for box in row) else []


def _narrowed(gaps: Sequence[tuple[float, float]], row: Sequence[Box], em: float) -> list[tuple[float, float]] | None:
    """Return what a line of text leaves of the gaps between columns; None where it runs across one."""
    left: list[tuple[float, float]] = []
    for first, last in gaps:
        for box in row:
            if box.left < last and box.right > first:
                # Text that stands in the gap belongs to the side that it is nearer to.
                if box.left - first < last - box.right:
                    first = box.right
                else:
                    last = box.left
        if last - first < _GAP * em:
            return None
        left.append((first, last))
    return left


def _grid(rows: Sequence[Sequence[Box]], parts: Sequence[float], level: Sequence[Box], em: float) -> Grid:
    box = around(box for row in rows for box in row)
    across = [line for line in level if line.width > _ACROSS * box.width]
    lines = tuple(line for line in across if box.grown(2 * em).holds(line.middle))
    ys = [box.top, *_starts(rows[1:], parts, lines, em), box.bottom + 1]
    xs = [box.left, *parts, box.right + 1]
    places = tuple(
        Place(row, column, 1, 1, Box(xs[column], ys[row], xs[column + 1], ys[row + 1]))
        for row in range(len(ys) - 1)
        for column in range(len(xs) - 1)
    )
    return Grid(places, len(ys) - 1, len(xs) - 1, Box(box.left, box.top, box.right + 1, box.bottom + 1), lines)


def _starts(rows: Sequence[Sequence[Box]], parts: Sequence[float], level: Sequence[Box], em: float) -> list[float]:
    """Return where the rows below the header begin, as `find_columns` says."""
    lines = [
        [around(row) for row in line_boxes(box for row in rows for box in row if _column(box, parts) == at)]
        for at in range(len(parts) + 1)
    ]
    columns = _texts(lines, em)
    tops = sorted((text.top, at) for at, column in enumerate(columns) for text in column)
    starts = [around(rows[0]).top]
    for top, _ in tops:
        beginning = {at for other, at in tops if 0 <= other - top <= _TOGETHER * em}
        if top - starts[-1] > _TOGETHER * em and len(beginning) >= sum(_cuts(top, column, em) for column in columns):
            starts.append(top)
    evenly = [around(row).top for row in rows[1:] if _column(row[0], parts) == 0] if len(starts) == 1 else []
    ruled = [top for line in level for top in [_first_below(rows, line)] if top is not None]
    return _apart(sorted([*starts, *evenly, *ruled]), em)


def _apart(starts: Iterable[float], em: float) -> list[float]:
    kept: list[float] = []
    for start in starts:
        if not kept or start - kept[-1] > _TOGETHER * em:
            kept.append(start)
    return kept


def _cuts(y: float, texts: Sequence[Box], em: float) -> bool:
    return any(text.top < y - _TOGETHER * em and text.bottom > y + _TOGETHER * em for text in texts)


def _first_below(rows: Sequence[Sequence[Box]], line: Box) -> float | None:
    return next((whole.top for whole in map(around, rows) if whole.middle[1] > line.middle[1]), None)


def _texts(columns: Sequence[Sequence[Box]], em: float) -> list[list[Box]]:
    """Return the texts of each column: of its lines, those together that are no further apart than lines are."""
    distances = sorted(_distance(*pair) for lines in columns for pair in itertools.pairwise(lines))
    most = distances[len(distances) // 4] + _MORE * em if distances else 0.0
    texts: list[list[Box]] = []
    for lines in columns:
        texts.append(list(lines[:1]))
        for before, line in itertools.pairwise(lines):
            if _distance(before, line) <= most:
                texts[-1][-1] = around([texts[-1][-1], line])
            else:
                texts[-1].append(line)
    return texts


def _distance(before: Box, line: Box) -> float:
    return line.middle[1] - before.middle[1]


def _column(box: Box, parts: Sequence[float]) -> int:
    return sum(part <= box.middle[0] for part in parts)
