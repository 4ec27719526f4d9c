"""Find the ruled lines of a page: thin, long, level or upright, with paper on both sides; faint and broken ones too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loaders.readers.scan.boxes import Box, place, runs_of
from loaders.readers.scan.engine import Picture

# One value a point of the page, height × width: 1 where something is, else 0.
Mask = NDArray[np.uint8]

# Lengths are in heights of a character ("em"). A stroke is at most one em long; a line shorter than this rules nothing.
_LENGTH = 1.6
# Thicker things are bars, pictures, black edges.
_THICKNESS = 0.4
# Points of a broken or dotted line that are nearer than this are one.
_BRIDGE = 0.3
# How much darker than the paper around it a line is at least, after smoothing along the line: in 256 levels, and in
# standard deviations of the noise, of which the median deviation is 0.67 (Hampel).
_FAINT, _NOISE = 9, 5 / 0.67
_FULL = np.uint8(255)
# The share of a line's usual darkness that all of it has.
_STEADY = 0.5
# Strokes of neighbouring characters may join to a line; within this distance of it there are other strokes, of which
# they cover 0.3 to 0.6. Beside real lines, which other lines cross, it was 0.00 to 0.17 on 20 degraded pages.
_BESIDE = 0.3
_MOST_BESIDE = 0.22
# No strokes join to a line of this length.
_SURELY = 9.0
# How much darker than its surroundings ink is: in 256 levels, and as a share of the contrast between text and paper.
_INK, _CONTRAST = 12, 0.25
# Ink that covers less than this share of a character's square is noise: a full stop covers 0.02.
_SPECK = 0.01
# The middle part of a box of text, in which no ruled line runs along it; the share of a stroke that lies in the box.
_MIDDLE, _WITHIN = 0.6, 0.8
# A photograph may be full of lines; no table of a page has so many.
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a page: a box each, and a mask of the points that they cover."""

    level: tuple[Box, ...]
    upright: tuple[Box, ...]
    mask: Mask

    def erased(self, image: Picture, boxes: Iterable[Box]) -> Picture:
        """Return the picture with paper in place of the lines that lie in `boxes`."""
        import cv2

        drawn = np.zeros_like(self.mask)
        for box in boxes:
            drawn[place(box)] = self.mask[place(box)]
        clean = image.copy()
        clean[cv2.dilate(drawn, np.ones((3, 3), np.uint8)) > 0] = np.median(image, axis=(0, 1)).astype(np.uint8)
        return clean


def find_rules(image: Picture, text: Sequence[Box], em: float) -> Rules:
    """Return the ruled lines of a page.

    Args:
        image: the page, without skew.
        text: boxes of lines of text.
        em: the height of its characters in pixels.
    """
    import cv2

    grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    ink = ink_of(image, em)
    level, mask = _level(grey, ink, text, em)
    upright, turned = _level(np.ascontiguousarray(grey.T), ink.T, [_turned(box) for box in text], em)
    return Rules(level, tuple(_turned(box) for box in upright), mask | np.ascontiguousarray(turned.T))


def ink_of(image: Picture, em: float) -> Mask:
    """Return the points of a page that are darker than what surrounds them, as text is."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    contrast = float(np.median(grey) - np.percentile(grey, 1))
    around = 2 * max(2, round(0.75 * em)) + 1
    least = max(_INK, _CONTRAST * contrast)
    ink = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, least)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    real = stats[:, cv2.CC_STAT_AREA] >= _SPECK * em * em
    real[0] = False
    return np.asarray(real[labels], dtype=np.uint8)


def _turned(box: Box) -> Box:
    return Box(box.top, box.left, box.bottom, box.right)


def _level(grey: Mask, ink: Mask, text: Sequence[Box], em: float) -> tuple[tuple[Box, ...], Mask]:
    """Return the level lines, and the points they cover."""
    import cv2

    length = max(3, round(_LENGTH * em))
    depth = _depth(grey, em)
    runs = np.asarray(cv2.morphologyEx(_marked(depth), cv2.MORPH_OPEN, np.ones((1, length), np.uint8)), dtype=np.uint8)
    boxes = tuple(
        box
        for run in _boxes(runs)
        for box in _steady(run, np.where(ink, _FULL, depth) * runs, length)
        if _is_rule(box, ink, em) and not any(_is_stroke(box, one) for one in text)
    )
    mask = np.zeros_like(runs)
    for box in boxes:
        mask[place(box)] = runs[place(box)]
    return boxes, mask


def _depth(grey: Mask, em: float) -> Mask:
    """Return how much darker a point, smoothed along the row, is than what stands above and below (black top-hat)."""
    import cv2

    smooth = cv2.blur(grey, (max(3, round(_BRIDGE * em)), 1))
    above_and_below = np.ones((max(5, round(2 * _THICKNESS * em)), 1), np.uint8)
    return np.asarray(cv2.morphologyEx(smooth, cv2.MORPH_BLACKHAT, above_and_below), dtype=np.uint8)


def _marked(depth: Mask) -> Mask:
    """Return the points that are darker than noise makes them."""
    usual = float(np.median(depth))
    noise = float(np.median(np.abs(depth - usual)))
    return np.asarray(depth > max(_FAINT, usual + _NOISE * noise), dtype=np.uint8)


def _boxes(runs: Mask) -> list[Box]:
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    longest = sorted(stats[1:].tolist(), key=lambda one: (-one[cv2.CC_STAT_WIDTH], one))[:_MOST]
    return [Box(x, y, x + width, y + height) for x, y, width, height, _ in longest]


def _steady(line: Box, darkness: Mask, length: int) -> list[Box]:
    """Return the stretches of a line that are about as dark as all of it.

    Where a stroke of text stands between two ends of lines, smoothing joins all three by a paler bridge.

    Args:
        line: the line.
        darkness: of each point of lines; that of ink is full, also where another line crosses.
        length: the least length of a stretch in pixels.
    """
    along = darkness[place(line)].max(axis=0)
    usual = float(np.median(along[along < _FULL])) if (along < _FULL).any() else float(_FULL)
    return [
        Box(line.left + first, line.top, line.left + last, line.bottom)
        for first, last in runs_of(along >= _STEADY * usual)
        if last - first >= length
    ]


def _is_rule(box: Box, ink: Mask, em: float) -> bool:
    if box.width > _SURELY * em:
        return True
    # The edge of a line is blurred by a point.
    top, bottom, beside = int(box.top) - 1, int(box.bottom) + 1, max(2, round(_BESIDE * em))
    columns = slice(int(box.left), int(box.right))
    sides = ink[max(top - beside, 0) : max(top, 0), columns], ink[bottom : bottom + beside, columns]
    return all(not side.size or side.mean() <= _MOST_BESIDE for side in sides)


def _is_stroke(line: Box, text: Box) -> bool:
    """Say whether a line is a stroke of a text: no longer than it, and along it only in its middle part."""
    along = text.width > text.height
    off = abs(line.middle[1] - text.middle[1])
    inside = text.common(line).width > _WITHIN * line.width
    return inside and off < (_MIDDLE if along else 1.0) / 2 * text.height
