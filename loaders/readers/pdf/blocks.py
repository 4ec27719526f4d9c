"""Put the cells of columns without lines beside each other: in a row they begin, or have their middle, together."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from loaders.numbers import is_number
from loaders.readers.pdf.lines import Line
from loaders.readers.pdf.strokes import Rule

# Cells stand further apart than lines by more than this (Word and reportlab: 1.3 times and more, where at all).
_WIDER = 1.25
# Lines further apart than so many times their size are no two lines of one text.
_LINES = 2.2
# Cells that begin within this share of the distance of two lines begin together.
_TOGETHER = 0.6
# Where rows begin at the top, nearly all cells do so with another; where they have their middle together, those that
# are merged have it elsewhere.
_MOST_TOPS, _MOST_MIDDLES = 0.9, 0.6
# A rule parts the cells of a column when it runs over most of their width; so many show that it is rules that do.
_COVERS, _LEAST_RULES = 0.8, 2


@dataclass(frozen=True)
class Block:
    """The lines of one cell."""

    lines: list[Line]

    @property
    def top(self) -> float:
        """The baseline of its first line."""
        return self.lines[0].y

    @property
    def bottom(self) -> float:
        """The baseline of its last line."""
        return self.lines[-1].y

    @property
    def middle(self) -> float:
        """The middle of its height."""
        return (self.top + self.bottom) / 2


# The cells of a row by column.
_Row = dict[int, Block]


def pitch_of(body: Sequence[Mapping[int, Line]]) -> float:
    """Return how far the lines of a cell stand apart: as most lines do that stand below each other in a column."""
    columns: dict[int, list[Line]] = {}
    for line in body:
        for column, part in line.items():
            columns.setdefault(column, []).append(part)
    gaps = [
        after.y - before.y
        for lines in columns.values()
        for before, after in itertools.pairwise(lines)
        if after.y - before.y < _LINES * before.size
    ]
    return _lower(gaps) if gaps else 0.0


def _lower(gaps: Sequence[float]) -> float:
    """Return the distance of lines: the median of those that are no wider than the narrowest by much."""
    narrow = sorted(gaps)[len(gaps) // 10]
    return median(gap for gap in gaps if gap <= _WIDER * max(narrow, min(gaps)))


def blocks_of(body: Sequence[Mapping[int, Line]], column: int, rules: Sequence[Rule], pitch: float) -> list[Block]:
    """Return the cells of a column, from the top."""
    lines = [line[column] for line in body if column in line]
    if not lines:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    over = [rule.at for rule in rules if min(rule.last, right) - max(rule.first, left) >= _COVERS * (right - left)]
    inside = [at for at in over if lines[0].y < at < lines[-1].y]
    blocks = [Block([lines[0]])]
    for before, line in itertools.pairwise(lines):
        if len(inside) >= _LEAST_RULES:
            parted = any(before.y < at < line.y for at in inside)
        else:
            parted = line.y - before.y > _WIDER * pitch or (not column and is_number(line.text))
        if parted:
            blocks.append(Block([]))
        blocks[-1].lines.append(line)
    return blocks


def side_by_side(columns: Sequence[Sequence[Block]], pitch: float) -> list[dict[int, list[Line]]]:
    """Return the rows that the cells of columns make: for each row the lines of every column.

    The column with most cells has one in each row. The cells beside stand with it at the top, or at the middle; a cell
    that is merged over several rows is given to the first of them. Cells that stand neither way give no rows.
    """
    anchor = max(range(len(columns)), key=lambda column: len(columns[column]))
    rows: list[_Row] = [{anchor: block} for block in columns[anchor]]
    others = [(column, blocks) for column, blocks in enumerate(columns) if column != anchor and blocks]
    every = [block for _, blocks in others for block in blocks]
    near = _TOGETHER * pitch
    tops = sum(_nearest(block.top, [row[anchor].top for row in rows]) < near for block in every)
    middles = sum(_nearest(block.middle, [row[anchor].middle for row in rows]) < near for block in every)
    by_top = tops >= max(middles, _MOST_TOPS * len(every))
    if not by_top and middles < _MOST_MIDDLES * len(every):
        return []
    for column, blocks in others:
        if by_top:
            _by_top(rows, column, blocks, near)
        else:
            _by_middle(rows, column, blocks, anchor)
    return [{column: block.lines for column, block in row.items()} for row in rows]


def _nearest(at: float, others: Sequence[float]) -> float:
    return min(abs(at - other) for other in others)


def _by_top(rows: list[_Row], column: int, blocks: Sequence[Block], near: float) -> None:
    """Give each cell to the row it begins in; one that begins below it, and above the next, is a row itself."""
    for block in blocks:
        above = [row for row in rows if _top(row) <= block.top + near]
        if above and block.top <= _bottom(above[-1]) + near:
            _put(above[-1], column, block)
        else:
            rows.insert(len(above), {column: block})


def _put(row: _Row, column: int, block: Block) -> None:
    row[column] = Block(row[column].lines + block.lines) if column in row else block


def _top(row: _Row) -> float:
    return min(block.top for block in row.values())


def _bottom(row: _Row) -> float:
    return max(block.bottom for block in row.values())


def _by_middle(rows: list[_Row], column: int, blocks: Sequence[Block], anchor: int) -> None:
    """Give each cell to the row beside it, or to the first of those it is merged over: whichever fits all better."""
    beside = [min(range(len(rows)), key=lambda row: abs(rows[row][anchor].middle - block.middle)) for block in blocks]
    away = sum(abs(rows[row][anchor].middle - block.middle) for row, block in zip(beside, blocks, strict=True))
    merged, off = _merged([row[anchor] for row in rows], blocks)
    chosen = merged if len(merged) == len(blocks) and off <= away else beside
    for row, block in zip(chosen, blocks, strict=True):
        _put(rows[row], column, block)


def _merged(rows: Sequence[Block], blocks: Sequence[Block]) -> tuple[list[int], float]:
    """Return the first row that each cell is merged over, one below the other, and how far off the middles are."""
    firsts: list[int] = []
    first, off = 0, 0.0
    for block in blocks:
        if first >= len(rows):
            break
        away = [abs((rows[first].top + row.bottom) / 2 - block.middle) for row in rows[first:]]
        firsts.append(first)
        off += min(away)
        first += away.index(min(away)) + 1
    return firsts, off
