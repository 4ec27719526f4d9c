"""Cut the lines of text that were found at the borders of cells, add what was missed, and recognise each piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from loaders.readers.scan.boxes import Box, place, runs_of
from loaders.readers.scan.engine import Picture, recognise
from loaders.readers.scan.grid import Place
from loaders.readers.scan.rules import Mask

# All in heights of a character. Boxes of text are wider and higher than its ink: what reaches into a cell by less than
# this is no text of it.
_REACH = 0.35
# Columns of text are at least this far apart.
_BETWEEN = 0.6
# Ink this near to a border is what was left of the ruled line.
_BORDER = 0.12
# The least size of a character that stands alone; smaller ink is a speck.
_LEAST = 0.5
# A piece this much higher than wide, and higher than two characters, is characters one below the other.
_STACKED, _STACK = 1.5, 1.8
# The margin of paper around the ink of a piece that is given to the engine: as much as its own finder leaves.
_MARGIN = 0.2
# Characters that the engine is less sure of are strokes, specks and pictures (its own default, RapidOCR 3.10).
_LEAST_SURE = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: the box of its ink, its text, and how sure the engine is of its least sure letter (0 to 1)."""

    box: Box
    text: str
    score: float


def cut_at_cells(found: Iterable[Box], cells: Sequence[Box], em: float) -> list[Box]:
    """Return the boxes of text cut so that each lies in one cell, or outside of all.

    Args:
        found: boxes of text; those of neighbouring cells may have been found as one.
        cells: the boxes of all cells of a page.
        em: the height of a character.

    Example:
        >>> cells = [Box(0, 0, 20, 10), Box(20, 0, 40, 10)]
        >>> [(box.left, box.right) for box in cut_at_cells([Box(5, 2, 35, 8)], cells, em=6)]
        [(5, 20), (20, 35)]
    """
    return [piece for box in found for piece in _cut(box, cells, em)]


def _cut(box: Box, cells: Sequence[Box], em: float) -> Iterator[Box]:
    parts = [part for cell in cells if _reaches(part := box.common(cell), em)]
    yield from parts
    if not parts:
        yield box
        return
    for rest in (
        Box(box.left, box.top, min(part.left for part in parts), box.bottom),
        Box(max(part.right for part in parts), box.top, box.right, box.bottom),
    ):
        if rest.width > 2 * _REACH * em:
            yield rest


def _reaches(part: Box, em: float) -> bool:
    return part.width > _REACH * em and part.height > _REACH * em


def parted(found: Iterable[Box], ink: Mask, em: float) -> list[Box]:
    """Return the boxes of the ink of text, parted at each gap that may be one between columns."""
    return [piece for box in found if (whole := inked(box, ink)) for piece in _parted(whole, ink, em)]


def _parted(box: Box, ink: Mask, em: float) -> Iterator[Box]:
    left = box.left
    filled = np.asarray(ink[place(box)].any(axis=0))
    for first, last in runs_of(~filled):
        if last - first > _BETWEEN * em:
            yield Box(left, box.top, box.left + first, box.bottom)
            left = box.left + last
    yield Box(left, box.top, box.right, box.bottom)


def missed(places: Iterable[Place], found: Sequence[Box], ink: Mask, em: float) -> list[Box]:
    """Return the boxes of the text in cells where none was found: the finder overlooks single digits."""
    empty = [place.box for place in places if not any(place.box.holds(box.middle) for box in found)]
    return [box for cell in empty for box in _lines_of_ink(cell.grown(-_BORDER * em), ink, em)]


def _lines_of_ink(room: Box, ink: Mask, em: float) -> list[Box]:
    """Return the boxes of the ink in a room, a line of text each."""
    inside = inked(room, ink)
    if inside is None:
        return []
    rows = np.asarray(ink[place(inside)].any(axis=1))
    bands = [Box(inside.left, inside.top + first, inside.right, inside.top + last) for first, last in runs_of(rows)]
    boxes = [box for band in bands if (box := inked(band, ink))]
    return [box for box in boxes if max(box.width, box.height) > _LEAST * em]


def unstacked(box: Box, ink: Mask, em: float) -> list[Box]:
    """Return the characters of a piece in which they stand one below the other; of any other piece, itself."""
    if box.height < _STACKED * box.width or box.height < _STACK * em:
        return [box]
    count = max(1, round(box.height / em))
    characters = _lines_of_ink(box, ink, em)
    if 1 < len(characters) <= count + 1:
        return characters
    step = box.height / count
    return [Box(box.left, box.top + step * at, box.right, box.top + step * (at + 1)) for at in range(count)]


def inked(box: Box, ink: Mask) -> Box | None:
    """Return the box of the ink inside a box, None where there is none."""
    inside = ink[place(box)]
    across, down = np.flatnonzero(inside.any(axis=0)), np.flatnonzero(inside.any(axis=1))
    if not len(across):
        return None
    left, top = max(0, int(box.left)), max(0, int(box.top))
    return Box(left + int(across[0]), top + int(down[0]), left + int(across[-1]) + 1, top + int(down[-1]) + 1)


def recognised(boxes: Sequence[Box], image: Picture, em: float) -> tuple[list[Piece], int]:
    """Return the pieces of text in the boxes, and how many hold something that cannot be read.

    Args:
        boxes: the boxes of the ink.
        image: the page, without the ruled lines.
        em: the height of a character.
    """
    read = recognise([image[place(box.grown(_MARGIN * em))] for box in boxes])
    said = [(box, one) for box, one in zip(boxes, read, strict=True) if one.text.strip()]
    sure = [Piece(box, one.text.strip(), one.least) for box, one in said if one.score >= _LEAST_SURE]
    return sure, len(said) - len(sure)
