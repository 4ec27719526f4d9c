"""Upright rectangles on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; x grows to the right, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle as (x, y)."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, point: tuple[float, float]) -> bool:
        """Say whether a point lies inside."""
        return self.left <= point[0] < self.right and self.top <= point[1] < self.bottom

    def common(self, other: Box) -> Box:
        """Return what both cover; where they do not meet, a box whose width or height is not above 0."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def grown(self, by: float) -> Box:
        """Return the box with each side moved outwards."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of them (at least one)."""
    every = list(boxes)
    return Box(
        min(box.left for box in every),
        min(box.top for box in every),
        max(box.right for box in every),
        max(box.bottom for box in every),
    )


def place(box: Box) -> tuple[slice, slice]:
    """Return the rows and columns of a picture that a box covers, what lies above or left of the picture cut off."""
    return slice(max(0, int(box.top)), max(0, int(box.bottom))), slice(max(0, int(box.left)), max(0, int(box.right)))


def runs_of(marked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return where runs of True begin, and where they have ended.

    Example:
        >>> runs_of(np.array([True, False, True, True]))
        [(0, 1), (2, 4)]
    """
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
