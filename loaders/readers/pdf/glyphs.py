"""The characters of a page with their places, as PDFium tells them.

PDFium also makes characters up (spaces, line ends): those are left out, for lines and spaces are found by the places
alone.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from loaders.readers.pdf.frame import Matrix, Paper, apply
from loaders.readers.pdf.signs import as_seen

# A page of small print holds some 5,000 characters; a page of a hundred thousand was not made to be read.
MOST_GLYPHS = 100_000
_QUARTER = math.pi / 2
# Scans stand some degrees askew, with their recognised text; a watermark runs from corner to corner.
_ASKEW = math.radians(10)
# Sizes beyond these come of fonts that draw at a scale of their own (Type 3): the drawn height tells then.
_SIZES = (1.0, 500.0)


class Glyph(NamedTuple):
    """One character: its extent and baseline in points of the page as it itself is read, its size, and its middle.

    `turn` is how many quarter turns it stands turned against the page's text (-1: aslant); `middle` is in the page's
    coordinates. `hidden` glyphs are not drawn: they are the recognised text of a scan.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    middle: tuple[float, float]
    turn: int = 0
    hidden: bool = False


class _Raw(NamedTuple):
    text: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    size: float
    quarter: int
    hidden: bool


class Written(NamedTuple):
    """The characters of a page, how many quarter turns their text has made, and whether some were left out."""

    glyphs: list[Glyph]
    turn: int
    cut: bool


def glyphs_of(text: Any, paper: Paper, turn: int, some_hidden: bool) -> Written:
    """Return the characters of a page that lie on its paper.

    Args:
        text: PDFium's text page.
        paper: the part of the paper shown.
        turn: quarter turns of the page itself, which hold where it has no text.
        some_hidden: whether the page has text that is not drawn (asked for each character only then).
    """
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text)
    raw = [one for one in _raw_glyphs(pdfium, text, min(count, MOST_GLYPHS), some_hidden) if _on(paper, one)]
    quarters = Counter(one.quarter for one in raw if one.quarter >= 0 and not one.text.isspace())
    turn = quarters.most_common(1)[0][0] if quarters else turn
    maps = [paper.upright(quarter) for quarter in range(4)]
    return Written([_placed(one, maps, turn) for one in raw], turn, count > MOST_GLYPHS)


def _raw_glyphs(pdfium: Any, text: Any, count: int, some_hidden: bool) -> Iterator[_Raw]:
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = ""
    for index in range(count):
        if pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        char, high = _character(pdfium.FPDFText_GetUnicode(text, index), high)
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        edges = (box.left, box.bottom, box.right, box.top)
        if char and all(map(math.isfinite, (*edges, x.value, y.value, matrix.a, matrix.b))):
            hidden = some_hidden and _is_hidden(pdfium, text, index)
            yield _Raw(char, edges, (x.value, y.value), size, _quarter(matrix.a, matrix.b), hidden)


def _character(code: int, high: str) -> tuple[str, str]:
    """Return the character of a code, and the first half of one that PDFium tells in two halves (on Windows)."""
    if 0xD800 <= code < 0xDC00:
        return "", chr(code)
    if 0xDC00 <= code < 0xE000:
        return (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace"), ""
    return as_seen(chr(code) if code <= 0x10FFFF else "\ufffd"), ""


def _is_hidden(pdfium: Any, text: Any, index: int) -> bool:
    drawn = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text, index))
    return bool(drawn == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _quarter(a: float, b: float) -> int:
    """Return the quarter turns of the direction (a, b), -1 where it is aslant.

    Example:
        >>> _quarter(0, 12), _quarter(1, 0.01), _quarter(1, 1)
        (1, 0, -1)
    """
    if not b and a >= 0:
        return 0
    angle = math.atan2(b, a)
    quarter = round(angle / _QUARTER)
    return quarter % 4 if abs(angle - quarter * _QUARTER) < _ASKEW else -1


def _on(paper: Paper, one: _Raw) -> bool:
    x, y = (one.box[0] + one.box[2]) / 2, (one.box[1] + one.box[3]) / 2
    return paper.left <= x <= paper.right and paper.bottom <= y <= paper.top


def _placed(one: _Raw, maps: Sequence[Matrix], turn: int) -> Glyph:
    """Return a glyph in the coordinates in which it is itself upright."""
    own = maps[one.quarter if one.quarter >= 0 else turn]
    (x0, y0), (x1, y1) = apply(own, *one.box[:2]), apply(own, *one.box[2:])
    size = one.size if _SIZES[0] < one.size < _SIZES[1] else abs(y1 - y0)
    middle = apply(maps[turn], (one.box[0] + one.box[2]) / 2, (one.box[1] + one.box[3]) / 2)
    turned = (one.quarter - turn) % 4 if one.quarter >= 0 else -1
    baseline = apply(own, *one.origin)[1]
    return Glyph(one.text, min(x0, x1), max(x0, x1), baseline, size, middle, turned, one.hidden)
