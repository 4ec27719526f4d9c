"""Make the merged ranges of a sheet real: within what is written on it, none over another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.readers.sheets.grid import MOST_CELLS, Range, Sheet

Place = tuple[int, int]


@dataclass(slots=True)
class Merges:
    """The merged ranges of a sheet by their upper left corner, and the corner of each place they cover.

    `overlapping` counts the ranges that lie over another, which are taken as not merged. `hiding` are the corners whose
    range hides other words than its own.
    """

    corners: dict[Place, Range] = field(default_factory=dict)
    covered: dict[Place, Place] = field(default_factory=dict)
    overlapping: int = 0
    hiding: list[Place] = field(default_factory=list)


def merges_of(sheet: Sheet) -> Merges:
    """Return the merged ranges of a sheet, cut to the rows and columns that hold text.

    Ranges on a real sheet never overlap, so that together they cover no more places than there are: a file whose
    ranges cover more is hostile, and the ranges that are too many are left out.
    """
    found = Merges()
    last_row = max(sheet.texts, default=-1)
    last_column = max((column for row in sheet.texts.values() for column in row), default=-1)
    budget = min((last_row + 1) * (last_column + 1), MOST_CELLS)
    for merge in sheet.merges:
        cut = Range(merge.top, merge.left, min(merge.bottom, last_row), min(merge.right, last_column))
        places = (cut.bottom - cut.top + 1) * (cut.right - cut.left + 1)
        if cut.top < 0 or cut.left < 0 or cut.bottom < cut.top or cut.right < cut.left or places < 2:
            continue
        budget -= places
        if budget < 0 or any(place in found.covered for place in _places(cut)):
            found.overlapping += 1
            continue
        found.corners[cut.top, cut.left] = cut
        found.covered.update(dict.fromkeys(_places(cut), (cut.top, cut.left)))
    return found


def uncover(sheet: Sheet, merges: Merges) -> None:
    """Take from a sheet the texts that a merged range hides: only its upper left cell is shown.

    Offices copy the words of the corner into all cells of a range, so that filters find them; where other words are
    hidden the corner is noted in `merges.hiding`.
    """
    for row, texts in sheet.texts.items():
        for column in list(texts):
            corner = merges.covered.get((row, column), (row, column))
            if corner != (row, column) and texts.pop(column) != sheet.texts.get(corner[0], {}).get(corner[1], ""):
                merges.hiding.append(corner)
    sheet.texts = {row: texts for row, texts in sheet.texts.items() if texts}


def _places(area: Range) -> Iterator[Place]:
    return ((row, column) for row in range(area.top, area.bottom + 1) for column in range(area.left, area.right + 1))
