"""Put the pieces of borders together, and part the borders of one table from those of the next: lines that touch."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from loaders.readers.pdf.strokes import Rule

# Pieces of a line may stand so far apart, and lines so far from where they should meet (points): pdfplumber's own
# tolerance, which held for every producer tried.
REACH = 3.0
# Pieces of one line differ by no more across; shorter lines are no borders (dots, corners of a frame).
_SAME, _SHORTEST = 1.0, 5.0
# More make a drawing; a page of a dense table has some 300.
MOST_RULES = 4_000


class TooFine(Exception):
    """Lines draw a pattern or a map, not a table."""


class Borders(NamedTuple):
    """Lines that touch each other: those of one table."""

    across: list[Rule]
    down: list[Rule]


def edges_of(areas: Iterable[tuple[float, float, float, float]]) -> tuple[list[Rule], list[Rule]]:
    """Return the edges of filled areas, horizontal and vertical: what parts the cells of a table without lines."""
    across: list[Rule] = []
    down: list[Rule] = []
    for x0, y0, x1, y1 in areas:
        across += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
        down += [Rule(x0, y0, y1), Rule(x1, y0, y1)]
    return across, down


def whole(rules: Iterable[Rule]) -> list[Rule]:
    """Return the lines with their pieces joined, and without what is too short for a border.

    Example:
        >>> whole([Rule(10, 0, 20), Rule(10.2, 21, 40), Rule(10, 90, 91)])
        [Rule(at=10.1, first=0, last=40)]
    """
    return [rule for group in _level(rules) for rule in _joined(group) if rule.last - rule.first >= _SHORTEST]


def _level(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at - group[0].at > _SAME:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _joined(group: Iterable[Rule]) -> Iterator[Rule]:
    pieces: list[Rule] = []
    end = 0.0
    for rule in sorted(group, key=lambda rule: rule.first):
        if pieces and rule.first > end + REACH:
            yield _one(pieces, end)
            pieces = []
        end = max(end, rule.last) if pieces else rule.last
        pieces.append(rule)
    if pieces:
        yield _one(pieces, end)


def _one(pieces: Sequence[Rule], end: float) -> Rule:
    return Rule(sum(piece.at for piece in pieces) / len(pieces), pieces[0].first, end)


def bundles(across: Sequence[Rule], down: Sequence[Rule]) -> list[Borders]:
    """Return the lines in bundles that touch, each with two horizontal and one vertical line at least.

    Raises:
        TooFine: there are more lines than tables have.
    """
    if len(across) + len(down) > MOST_RULES:
        raise TooFine
    if not across or not down:
        return []
    level, upright = np.array(across), np.array(down)
    touching = (
        (upright[:, 0] >= level[:, None, 1] - REACH)
        & (upright[:, 0] <= level[:, None, 2] + REACH)
        & (level[:, None, 0] >= upright[:, 1] - REACH)
        & (level[:, None, 0] <= upright[:, 2] + REACH)
    )
    parents = list(range(len(across) + len(down)))
    for one, other in zip(*(found.tolist() for found in np.nonzero(touching)), strict=True):
        parents[_root(parents, one)] = _root(parents, len(across) + other)
    groups: dict[int, Borders] = defaultdict(lambda: Borders([], []))
    for index, rule in enumerate(itertools.chain(across, down)):
        group = groups[_root(parents, index)]
        (group.across if index < len(across) else group.down).append(rule)
    return [group for group in groups.values() if len(group.across) > 1 and group.down]


def _root(parents: list[int], one: int) -> int:
    while parents[one] != one:
        parents[one] = parents[parents[one]]
        one = parents[one]
    return one
