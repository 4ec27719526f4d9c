"""Coordinates of a page as it is read: from its upper left corner, to the right and down, whichever way it was turned.

A PDF page has its origin at the lower left, may be turned by a multiple of 90 degrees, may show only a part of its
paper, and what is drawn on it may itself be turned. All later steps see points (1/72 inch) of the upright page.
"""

from __future__ import annotations

from dataclasses import dataclass

# A linear map and a shift, as PDF writes them: x' = a x + c y + e, y' = b x + d y + f.
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Paper:
    """The part of the paper that is shown, in the file's own coordinates, before any turn."""

    left: float
    bottom: float
    right: float
    top: float

    def size(self, turn: int) -> tuple[float, float]:
        """Return width and height of the page when it is read after `turn` quarter turns."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if turn % 2 else (width, height)

    def upright(self, turn: int) -> Matrix:
        """Return the map from the file's coordinates to those of the page as read.

        Args:
            turn: how many quarter turns, anticlockwise in the file, the direction of its text has made: 0 for text
                that runs to the right, 1 for text that runs upwards.

        Example:
            >>> apply(Paper(0, 0, 600, 800).upright(0), 10, 790)
            (10.0, 10.0)
            >>> apply(Paper(0, 0, 600, 800).upright(1), 10, 0)
            (0.0, 10.0)
        """
        return {
            0: (1.0, 0.0, 0.0, -1.0, -self.left, self.top),
            1: (0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left),
            2: (-1.0, 0.0, 0.0, 1.0, self.right, -self.bottom),
            3: (0.0, -1.0, -1.0, 0.0, self.top, self.right),
        }[turn % 4]


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a map puts a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def chained(first: Matrix, then: Matrix) -> Matrix:
    """Return the map that does one after the other.

    Example:
        >>> chained((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 5))
        (2, 0, 0, 2, 5, 5)
    """
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
