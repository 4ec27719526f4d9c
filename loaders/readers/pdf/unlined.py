"""Draw the lines that a ruled table lacks between its rows, where only its columns and its header are lined."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from loaders.numbers import is_number
from loaders.readers.pdf.glyphs import Glyph
from loaders.readers.pdf.grid import Field, Grid, grid_of
from loaders.readers.pdf.lines import Line, lines_of
from loaders.readers.pdf.rowsplit import Row, rows_of
from loaders.readers.pdf.strokes import Rule

# Lines in two columns are level when they differ by less than this share of their size.
_LEVEL = 0.3
_LEAST_NUMBERS = 2


def with_rows(grid: Grid, glyphs: Mapping[int, list[Glyph]]) -> Grid:
    """Return the grid with a line between its rows where a cell of its first column holds several numbers.

    Args:
        grid: the grid of a table.
        glyphs: the characters of its fields.
    """
    rules = [
        Rule(at, grid.box[0], grid.box[2])
        for one, inside in zip(grid.fields, map(glyphs.get, itertools.count()), strict=False)
        if not one.column and inside and _holds_numbers(inside)
        for at in _between_rows(grid, one, glyphs)
    ]
    if not rules:
        return grid
    return grid_of(grid.borders._replace(across=[*grid.borders.across, *rules])) or grid


def _holds_numbers(glyphs: Sequence[Glyph]) -> bool:
    return len(glyphs) > 1 and sum(is_number(line.text) for line in lines_of(glyphs)) >= _LEAST_NUMBERS


def _between_rows(grid: Grid, numbers: Field, glyphs: Mapping[int, list[Glyph]]) -> Iterator[float]:
    """Yield the heights at which a row of cells, as lined, is to be parted."""
    row = [(one, glyphs.get(index, [])) for index, one in enumerate(grid.fields) if one.row == numbers.row]
    if any(one.bottom != numbers.bottom for one, _ in row):
        return
    levels: list[dict[int, Line]] = []
    for line, column in sorted(((line, one.column) for one, inside in row for line in lines_of(inside)), key=_height):
        if not levels or _top(levels[-1]) < line.y - _LEVEL * line.size:
            levels.append({})
        levels[-1][column] = line
    for above, below in itertools.pairwise(rows_of(levels, grid.xs, [], headed=False)):
        bottom = max(line.y for line in _all(above))
        top = min(line.y - line.size for line in _all(below))
        yield (bottom + top) / 2


def _height(placed: tuple[Line, int]) -> float:
    return placed[0].y


def _top(level: Mapping[int, Line]) -> float:
    return min(line.y for line in level.values())


def _all(row: Row) -> list[Line]:
    return [line for lines in row.values() for line in lines]
