"""The straight lines of a page, which borders of tables are made of, and how much of the page pictures cover.

A border may be a stroked line, a thin filled rectangle, or the edge of a stroked one; a dotted border may be hundreds
of small squares. All become rules: horizontal or vertical, from one end to the other.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from loaders.readers.pdf.frame import IDENTITY, Matrix, apply, chained

# A page with more is a drawing or a map. The pages of 60 MB of real tables tried held 4,000 at most.
MOST_OBJECTS = 60_000
MOST_SEGMENTS = 200_000
_DEEPEST = 6
# A filled rectangle not wider than this is a line: thick borders of Word are 3 points.
_THIN = 3.5
# A line may rise by so much of its length, or by a point: what rounding makes of a straight one.
_SLOPE, _LEVEL = 0.01, 1.0
_WHITE = 250
# PDFium takes text that is narrower for empty.
_FLAT = 0.01


class Rule(NamedTuple):
    """A straight line: its position across (y of a horizontal one, x of a vertical one), and its two ends along."""

    at: float
    first: float
    last: float


@dataclass
class Drawn:
    """What is drawn on a page besides text.

    `across` are the horizontal rules, `down` the vertical ones; `areas` the filled rectangles (x0, y0, x1, y1) that
    are no lines, white ones left out; `pictures` the boxes of pictures. `hidden` and `shown` count pieces of text that
    are not drawn and that are, `lost` those that PDFium may have lost (see `secondtext`). `cut` says that the page has
    more than was looked at.
    """

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    areas: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    hidden: int = 0
    shown: int = 0
    lost: int = 0
    paths: int = 0
    objects: int = 0
    segments: int = 0
    cut: bool = False

    def spent(self) -> bool:
        """Say whether enough was looked at, and remember it."""
        self.cut = self.cut or self.objects > MOST_OBJECTS or self.segments > MOST_SEGMENTS
        return self.cut

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Add a straight line, where it is horizontal or vertical."""
        (x0, y0), (x1, y1) = start, end
        wide, high = abs(x1 - x0), abs(y1 - y0)
        if high <= max(_LEVEL, _SLOPE * wide) and wide > high:
            self.across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif wide <= max(_LEVEL, _SLOPE * high) and high > wide:
            self.down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def drawn_on(page: Any, upright: Matrix) -> Drawn:
    """Return what is drawn on a page, in the coordinates of the page as read.

    Args:
        page: PDFium's page.
        upright: the map from the file's coordinates.
    """
    import pypdfium2.raw as pdfium

    drawn = Drawn()
    count = pdfium.FPDFPage_CountObjects(page)
    _look(pdfium, drawn, (pdfium.FPDFPage_GetObject(page, index) for index in range(count)), upright, _DEEPEST)
    return drawn


def _look(pdfium: Any, drawn: Drawn, objects: Iterator[Any], upright: Matrix, depth: int) -> None:
    for one in objects:
        drawn.objects += 1
        if drawn.spent():
            return
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawn.paths += 1
            _path(pdfium, drawn, one, upright)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(one)
            drawn.hidden += mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
            drawn.shown += mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
            drawn.lost += _is_lost(pdfium, one)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawn.pictures.append(_bounds(pdfium, one, upright))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            count = pdfium.FPDFFormObj_CountObjects(one)
            inner = (pdfium.FPDFFormObj_GetObject(one, index) for index in range(count))
            _look(pdfium, drawn, inner, chained(_matrix(pdfium, one), upright), depth - 1)


def _is_lost(pdfium: Any, text: Any) -> bool:
    """Say whether a piece of text has no extent, and its font is not in the file."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(text, left, bottom, right, top)
    flat = right.value - left.value < _FLAT
    return flat and not pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(text))


def _path(pdfium: Any, drawn: Drawn, path: Any, upright: Matrix) -> None:
    """Add the lines of a path; one that is filled gives its outline where it is thin or stroked too."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not (fill.value or stroke.value):
        return
    for corners in _outlines(pdfium, drawn, path, chained(_matrix(pdfium, path), upright)):
        if stroke.value:
            for start, end in itertools.pairwise(corners):
                drawn.line(start, end)
        if fill.value:
            _filled(pdfium, drawn, path, corners)


def _outlines(pdfium: Any, drawn: Drawn, path: Any, place: Matrix) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of each part of a path; a curve ends a part."""
    x, y = ctypes.c_float(), ctypes.c_float()
    corners: list[tuple[float, float]] = []
    count = pdfium.FPDFPath_CountSegments(path)
    drawn.segments += max(count, 0)
    for index in range(0 if drawn.spent() else count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = apply(place, x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_LINETO:
            yield corners
            corners = []
        if all(map(math.isfinite, point)):
            corners.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment) and corners:
            corners.append(corners[0])
    yield corners


def _filled(pdfium: Any, drawn: Drawn, path: Any, corners: list[tuple[float, float]]) -> None:
    if not 3 <= len(corners) <= 6:
        return
    x0, x1 = min(x for x, _ in corners), max(x for x, _ in corners)
    y0, y1 = min(y for _, y in corners), max(y for _, y in corners)
    if min(x1 - x0, y1 - y0) <= _THIN:
        middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
        if x1 - x0 > y1 - y0:
            drawn.across.append(Rule(middle_y, x0, x1))
        else:
            drawn.down.append(Rule(middle_x, y0, y1))
    elif not _is_white(pdfium, path):
        drawn.areas.append((x0, y0, x1, y1))


def _is_white(pdfium: Any, path: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    return not alpha.value or min(red.value, green.value, blue.value) >= _WHITE


def _matrix(pdfium: Any, one: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, matrix):
        return IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _bounds(pdfium: Any, one: Any, upright: Matrix) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(one, left, bottom, right, top)
    (x0, y0), (x1, y1) = apply(upright, left.value, bottom.value), apply(upright, right.value, top.value)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
