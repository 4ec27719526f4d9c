"""The characters of a page as PDFium tells them.

PDFium also makes characters up (spaces, line ends): those are left out, for lines and spaces are found by the places
alone.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

from loaders.readers.pdf.glyphs import Printed, quarter_of
from loaders.readers.pdf.signs import as_seen

# A page of small print holds some 5,000 characters.
MOST_GLYPHS = 100_000


class TooMuchText(Exception):
    """A page holds more characters than one that was made to be read."""


def characters_of(text: Any, some_hidden: bool) -> list[Printed]:
    """Return the characters of a page, in the file's coordinates.

    Args:
        text: PDFium's text page.
        some_hidden: whether the page has text that is not drawn (asked for each character only then).

    Raises:
        TooMuchText: there are more than `MOST_GLYPHS`.
    """
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(text)
    if count > MOST_GLYPHS:
        raise TooMuchText
    return list(_characters(pdfium, text, count, some_hidden))


def _characters(pdfium: Any, text: Any, count: int, some_hidden: bool) -> Iterator[Printed]:
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
            yield Printed(char, edges, (x.value, y.value), size, quarter_of(matrix.a, matrix.b), hidden)


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
