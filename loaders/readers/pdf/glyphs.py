"""The characters of a page with their places, upright, whichever source they come from."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from loaders.readers.pdf.frame import Matrix, Paper, apply

_QUARTER = math.pi / 2
# Scans stand some degrees askew, with their recognised text; a watermark runs from corner to corner.
_ASKEW = math.radians(10)
# Sizes beyond these come of fonts that draw at a scale of their own (Type 3): the drawn height tells then.
_SIZES = (1.0, 500.0)


class Printed(NamedTuple):
    """A character as the file places it: its box (left, bottom, right, top) and origin in the file's coordinates.

    `quarter` are the quarter turns of its direction (-1: aslant); `hidden` ones are not drawn: they are the recognised
    text of a scan.
    """

    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    quarter: int
    hidden: bool = False


class Glyph(NamedTuple):
    """One character: its extent and baseline in points of the page as it itself is read, its size, and its middle.

    `turn` is how many quarter turns it stands turned against the page's text (-1: aslant); `middle` is in the page's
    coordinates.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    middle: tuple[float, float]
    turn: int = 0


class Written(NamedTuple):
    """The characters of a page, and how many quarter turns their text has made."""

    glyphs: list[Glyph]
    turn: int


def upright(printed: Sequence[Printed], paper: Paper, turn: int) -> Written:
    """Return the characters that lie on the paper, in the coordinates of the page as most of its text is read.

    Args:
        printed: the characters in the file's coordinates.
        paper: the part of the paper shown.
        turn: quarter turns of the page itself, which hold where it has no text.
    """
    shown = [one for one in printed if _on(paper, one)]
    quarters = Counter(one.quarter for one in shown if one.quarter >= 0 and not one.text.isspace())
    turn = quarters.most_common(1)[0][0] if quarters else turn
    maps = [paper.upright(quarter) for quarter in range(4)]
    return Written([_placed(one, maps, turn) for one in shown], turn)


def quarter_of(a: float, b: float) -> int:
    """Return the quarter turns of the direction (a, b), -1 where it is aslant.

    Example:
        >>> quarter_of(0, 12), quarter_of(1, 0.01), quarter_of(1, 1)
        (1, 0, -1)
    """
    if not b and a >= 0:
        return 0
    angle = math.atan2(b, a)
    quarter = round(angle / _QUARTER)
    return quarter % 4 if abs(angle - quarter * _QUARTER) < _ASKEW else -1


def _on(paper: Paper, one: Printed) -> bool:
    x, y = (one.box[0] + one.box[2]) / 2, (one.box[1] + one.box[3]) / 2
    return paper.left <= x <= paper.right and paper.bottom <= y <= paper.top


def _placed(one: Printed, maps: Sequence[Matrix], turn: int) -> Glyph:
    """Return a glyph in the coordinates in which it is itself upright."""
    own = maps[one.quarter if one.quarter >= 0 else turn]
    (x0, y0), (x1, y1) = apply(own, *one.box[:2]), apply(own, *one.box[2:])
    size = one.size if _SIZES[0] < one.size < _SIZES[1] else abs(y1 - y0)
    middle = apply(maps[turn], (one.box[0] + one.box[2]) / 2, (one.box[1] + one.box[3]) / 2)
    turned = (one.quarter - turn) % 4 if one.quarter >= 0 else -1
    baseline = apply(own, *one.origin)[1]
    return Glyph(one.text, min(x0, x1), max(x0, x1), baseline, size, middle, turned)
