"""Turn a page upright and take out its skew."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from loaders.readers.scan.engine import Corners, Picture, find_lines, recognise

# Degrees to either side: what a sheet lies crooked in a scanner; more is a photograph.
_MOST_SKEW = 8.0
# From coarse to fine. A page of 2,339 pixels, 0.03 degrees off, leans by one pixel.
_STEPS = (0.5, 0.1, 0.02)
# Less is not worth what turning costs in sharpness, in degrees.
_LEAST_SKEW = 0.05
# The longer side of the picture in which the skew is measured, in pixels, and how many of its dark points.
_MEASURED_SIDE, _MEASURED_POINTS = 1400, 120_000
# A line of text is wider than high, a column of text the reverse.
_TALL = 1.5
# The lines that are read to tell whether a page stands on its head, and how sure the engine is of upright text.
_PROBES, _SURE = 8, 0.85


def straightened(image: Picture) -> Picture:
    """Return the page upright and without skew.

    Args:
        image: a page turned by any of 0, 90, 180, 270 degrees and skewed by at most 8.
    """
    upright = turned_upright(image)
    skew = skew_of(upright)
    return rotated(upright, skew) if abs(skew) >= _LEAST_SKEW else upright


def turned_upright(image: Picture) -> Picture:
    """Return the page turned by a multiple of 90 degrees so that its text can be read.

    Lines of text that stand show a quarter turn; whether a page stands on its head is seen from how well a few of its
    longest lines can be read either way.
    """
    lines = find_lines(image)
    if len(lines) and _standing(lines):
        image = np.ascontiguousarray(np.rot90(image))
        lines = find_lines(image)
    probes = [_cut(image, line) for line in sorted(lines, key=_length)[-_PROBES:]]
    if not probes or (sure := _sureness(probes)) >= _SURE:
        return image
    return (
        np.ascontiguousarray(image[::-1, ::-1]) if _sureness([probe[::-1, ::-1] for probe in probes]) > sure else image
    )


def skew_of(image: Picture) -> float:
    """Return by how many degrees the lines of a page fall to the right.

    The dark points are counted along lines of each angle; where lines of text and rules lie level, the counts of
    neighbouring lines differ most (the projection profile of Postl, 1986).

    Args:
        image: a page that is upright, to 8 degrees.

    Example:
        >>> page = np.full((400, 1400, 3), 255, np.uint8)
        >>> page[100:103, 50:1350] = page[200:203, 50:1350] = 0
        >>> skew_of(page)
        0.0
    """
    rows, columns = _dark_points(image)
    best, span = 0.0, _MOST_SKEW
    for step in _STEPS:
        angles = best + np.arange(-round(span / step), round(span / step) + 1) * step
        # Of equal ones the most level.
        best = float(max(sorted(angles, key=abs), key=lambda angle: _unevenness(rows, columns, angle)))
        span = step
    return round(best, 2)


def rotated(image: Picture, degrees: float) -> Picture:
    """Return the picture with lines that fall by so many degrees made level; corners that come in are as its edge.

    Args:
        image: the picture.
        degrees: as `skew_of` returns them.
    """
    import cv2

    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, dtype=np.uint8)


def _standing(lines: Corners) -> bool:
    sides = [(float(np.ptp(line[:, 0])), float(np.ptp(line[:, 1]))) for line in lines]
    tall = sum(max(width, height) for width, height in sides if height > _TALL * width)
    return 2 * tall > sum(max(width, height) for width, height in sides)


def _length(line: NDArray[np.float64]) -> float:
    return float(np.ptp(line[:, 0]))


def _cut(image: Picture, line: NDArray[np.float64]) -> Picture:
    (left, top), (right, bottom) = line.min(axis=0).astype(int), line.max(axis=0).astype(int)
    return image[top : bottom + 1, left : right + 1]


def _sureness(pieces: list[Picture]) -> float:
    read = recognise(pieces)
    return sum(one.score for one in read if one.text.strip()) / len(read)


def _dark_points(image: Picture) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the rows and columns of points that are darker than what surrounds them."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    scale = _MEASURED_SIDE / max(grey.shape)
    if scale < 1:
        grey = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
    rows, columns = np.nonzero(dark)
    every = max(1, len(rows) // _MEASURED_POINTS)
    return rows[::every].astype(np.float64), columns[::every].astype(np.float64)


def _unevenness(rows: NDArray[np.float64], columns: NDArray[np.float64], angle: float) -> float:
    if not len(rows):
        return 0.0
    along = rows - columns * np.tan(np.radians(angle))
    counts = np.bincount(np.round(along - along.min()).astype(np.int64))
    return float(np.square(np.diff(counts.astype(np.float64))).sum())
