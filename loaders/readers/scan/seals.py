"""Take red seals off a page: an office stamps them over the text."""

from __future__ import annotations

import numpy as np

from loaders.readers.scan.boxes import Box, place
from loaders.readers.scan.engine import Picture
from loaders.readers.scan.rules import Mask

# A point is red that has so much more red than green and blue, in 256 levels.
_RED = 50
# Round seals of offices measure 4.2 to 5 cm (国发〔1999〕25号), which is 8 to 16 characters; more for large scans of
# small print, less for those of a section.
_SMALLEST, _LARGEST = 6, 24
# How far a stamped ellipse is off a circle, and how much of its square is empty at each corner.
_ROUND, _CORNER = 1.35, 0.12
# Strokes of a seal that are nearer than this hang together, in heights of a character.
_NEAR = 0.6
# The share of a seal's points that are darker than what its ink is taken for.
_DARKEST = 20


def without_seals(page: Picture, em: float) -> Picture:
    """Return the page with paper in place of the red of round seals; red text and red lines stay.

    Black text below a seal is dark in red light too, the seal's own ink is not.

    Args:
        page: the page, without skew.
        em: the height of its characters in pixels.
    """
    colours = page.astype(np.int16)
    red = (colours[:, :, 0] - colours[:, :, 1:].max(axis=2) > _RED).astype(np.uint8)
    seals = [box for box in _clusters(red, em) if _is_round(box, red, em)]
    clean = page.copy() if seals else page
    for box in seals:
        inside = page[place(box)][:, :, 0]
        ink = max(1.0, float(np.percentile(inside[red[place(box)] > 0], _DARKEST)))
        paper = np.percentile(page[place(box)], 90)
        clean[place(box)] = np.minimum(inside * (paper / ink), paper).astype(np.uint8)[:, :, None]
    return clean


def _clusters(red: Mask, em: float) -> list[Box]:
    import cv2

    if not red.any():
        return []
    size = max(3, round(_NEAR * em))
    joined = cv2.morphologyEx(red, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    return [Box(x, y, x + width, y + height) for x, y, width, height, _ in stats[1:].tolist()]


def _is_round(box: Box, red: Mask, em: float) -> bool:
    sides = box.width, box.height
    if min(sides) < _SMALLEST * em or max(sides) > _LARGEST * em or max(sides) > _ROUND * min(sides):
        return False
    inside = red[place(box)]
    high, wide = round(_CORNER * box.height), round(_CORNER * box.width)
    corners = (inside[:high, :wide], inside[:high, -wide:], inside[-high:, :wide], inside[-high:, -wide:])
    return not any(corner.any() for corner in corners)
