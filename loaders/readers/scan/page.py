"""From the picture of a page to its blocks: tables with their cells, and paragraphs of the text outside them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from data.document import Block, Cell, PageLine, Paragraph, Source, Table
from loaders.readers.scan.boxes import Box, around
from loaders.readers.scan.columns import find_columns
from loaders.readers.scan.engine import Picture, find_lines
from loaders.readers.scan.grid import Grid, Place, find_grids
from loaders.readers.scan.lines import Line, joined, lines_of, paragraphs
from loaders.readers.scan.numbers import is_page_number
from loaders.readers.scan.pieces import Piece, cut_at_cells, inked, missed, parted, recognised, unstacked
from loaders.readers.scan.rules import find_rules, ink_of
from loaders.readers.scan.seals import without_seals
from loaders.readers.scan.straighten import straightened

# The height of a box of text that the engine finds, in heights of its characters: 1.32 to 1.58 on pages of 9 to 12 pt.
_BOX = 1.42
# A3 of 300 dpi, in pixels. Characters of more dots are recognised no better, and take longer.
MOST_USED = 18_000_000
# In pixels; less is a rule or a dot, no text.
_LEAST_SIDE = 12
_SUREST = 0.99


def read_page(image: Picture, file: str, part: str) -> tuple[tuple[Block, ...], int]:
    """Return the blocks of a page in reading order, and in how many places there is something that cannot be read.

    Args:
        image: the page, in any of four directions, skewed by at most 8 degrees.
        file: the name that sources carry.
        part: the part that sources carry.
    """
    if min(image.shape[:2]) < _LEAST_SIDE:
        return (), 0
    page = straightened(_bearable(image))
    found = _found(page)
    if not found:
        return (), 0
    em = float(np.median([min(box.width, box.height) for box in found])) / _BOX
    clear = without_seals(page, em)
    if clear is not page:
        page, found = clear, _found(clear)
    rules = find_rules(page, found, em)
    grids = find_grids(rules.level, rules.upright, em)
    free = [box for box in found if not any(grid.box.holds(box.middle) for grid in grids)]
    grids += find_columns(parted(free, ink_of(page, em), em), rules.level, em)
    clean = rules.erased(page, [line for grid in grids for line in grid.lines])
    pieces, illegible = _pieces(clean, found, [place for grid in grids for place in grid.places], em)
    return _blocks(grids, pieces, Box(0, 0, page.shape[1], page.shape[0]), Source(file, part, "", 0, 0)), illegible


def _bearable(image: Picture) -> Picture:
    """Return the picture with no more points than are of use."""
    import cv2

    scale = (MOST_USED / (image.shape[0] * image.shape[1])) ** 0.5
    smaller = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image
    return np.asarray(smaller, dtype=np.uint8)


def _found(page: Picture) -> list[Box]:
    return [Box(*line.min(axis=0).tolist(), *line.max(axis=0).tolist()) for line in find_lines(page)]


def _pieces(clean: Picture, found: Sequence[Box], places: Sequence[Place], em: float) -> tuple[list[Piece], int]:
    ink = ink_of(clean, em)
    parts = cut_at_cells(found, [place.box for place in places], em)
    parts += missed(places, parts, ink, em)
    characters = [one for part in parts if (box := inked(part, ink)) for one in unstacked(box, ink, em)]
    return recognised(characters, clean, em)


def _blocks(grids: Sequence[Grid], pieces: Sequence[Piece], page: Box, place: Source) -> tuple[Block, ...]:
    """Return tables and paragraphs from top to bottom; rows are numbered through the page, and so are lines."""
    inside = [[piece for piece in pieces if grid.box.holds(piece.box.middle)] for grid in grids]
    taken = {id(piece) for group in inside for piece in group}
    text = lines_of(piece for piece in pieces if id(piece) not in taken)
    blocks = [*_paragraphs(text, [grid.box for grid in grids], page, place)]
    first = 1
    for grid, group in sorted(zip(grids, inside, strict=True), key=lambda pair: pair[0].box.top):
        blocks.append((grid.box.top, _table(grid, group, first, place)))
        first += grid.rows
    return tuple(block for _, block in sorted(blocks, key=lambda pair: pair[0]))


def _paragraphs(lines: Sequence[Line], tables: Sequence[Box], page: Box, place: Source) -> list[tuple[float, Block]]:
    if not lines:
        return []
    numbers = {id(line): number for number, line in enumerate(lines, 1)}
    room = around([line.box for line in lines] + list(tables))
    found: list[tuple[float, Block]] = []
    for group in paragraphs(lines, room):
        source = Source(place.file, place.part, "line", numbers[id(group[0])], numbers[id(group[-1])])
        kind = PageLine if is_page_number(group[0].text, group[0].box, page) else Paragraph
        found.append((group[0].box.top, kind(joined(group), source)))
    return found


def _table(grid: Grid, pieces: Sequence[Piece], first: int, place: Source) -> Table:
    """Return the table of a grid.

    A cell is as sure as its least sure letter: one wrong character is enough for a person to look, and a mean would
    hide it. On 130 cells of very bad scans (100 dpi, noise, JPEG 35) 33 of 40 wrong cells and 18 of 90 right ones were
    below 0.85; by the mean of the worst line it was 22 and 3. On 130 cells of bad ones (150 dpi) 3 right ones were.
    """
    cells = []
    for one in grid.places:
        lines = lines_of(piece for piece in pieces if one.box.holds(piece.box.middle))
        text = "\n".join(joined(group) for group in paragraphs(lines, one.box))
        source = Source(place.file, place.part, "row", first + one.row, first + one.row)
        # Recognised is never certain: 1 is for characters that a file holds.
        sure = min([_SUREST, *(line.score for line in lines)]) if lines else 1.0
        cells.append(Cell(text, one.row, one.column, source, one.row_span, one.column_span, confidence=round(sure, 3)))
    return Table(tuple(cells), grid.columns)
