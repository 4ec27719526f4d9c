"""Find the columns of a table whose rows are cut at places that do not quite agree.

Whoever drags the edge of one cell a little gives the table a column more that no one sees, and other programs than
Word write rows that do not fit the table's own grid. Two edges are the same line where no row has both and where they
are near, or stand between as many cells in rows of as many.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

Edges = tuple[int, ...]
# 1.5 cm in twentieths of a point: the 序号 column of a form is hardly narrower.
_NEAR = 850


def columns_of(rows: Iterable[Edges]) -> dict[int, int]:
    """Return the number of the line, from 0, that each edge belongs to.

    Args:
        rows: for each row the places of its cells' edges from left to right, in twentieths of a point, strictly
            increasing.

    Returns:
        place → line; a cell from line 1 to line 3 covers the columns 1 and 2.

    Example: of rows cut at 0, 1000, 5000 and 0, 1100, 5000, the second edges are one line.
        >>> columns_of([(0, 1000, 5000), (0, 1100, 5000)])
        {0: 0, 1000: 1, 1100: 1, 5000: 2}
    """
    groups = _Groups(list(dict.fromkeys(rows)))
    gaps = sorted((right - left, at) for at, (left, right) in enumerate(itertools.pairwise(groups.places)))
    for gap, at in gaps:
        groups.join(at, near=gap <= _NEAR)
    return groups.lines()


class _Groups:
    """Edges in groups of neighbours: for each the rows that use it, and its rank in rows of so many cells."""

    def __init__(self, rows: list[Edges]) -> None:
        self.places = sorted({place for row in rows for place in row})
        at = {place: index for index, place in enumerate(self.places)}
        self.first = list(range(len(self.places)))
        self.last = list(range(len(self.places)))
        self.used = [0] * len(self.places)
        self.ranks: list[set[tuple[int, int]]] = [set() for _ in self.places]
        for number, row in enumerate(rows):
            for rank, place in enumerate(row):
                self.used[at[place]] |= 1 << number
                self.ranks[at[place]].add((len(row), rank))

    def join(self, at: int, near: bool) -> None:
        """Make one group of those on both sides of the gap behind an edge, where they may be one line."""
        left, right = self.first[at], at + 1
        if self.used[left] & self.used[right] or not (near or self.ranks[left] & self.ranks[right]):
            return
        end = self.last[right]
        self.used[left] |= self.used[right]
        self.ranks[left] |= self.ranks[right]
        self.last[left] = end
        self.first[end] = left

    def lines(self) -> dict[int, int]:
        """Return the number of its group for each edge."""
        found: dict[int, int] = {}
        start = 0
        for line in itertools.count():
            if start >= len(self.places):
                return found
            end = self.last[start]
            found.update(dict.fromkeys(self.places[start : end + 1], line))
            start = end + 1
        return found
