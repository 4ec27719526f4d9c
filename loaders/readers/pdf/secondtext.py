"""The characters of a page as pdfminer tells them: a second opinion where PDFium loses some.

PDFium leaves out a character that stands alone in its piece of text when it knows no font to draw it with: it takes the
piece for empty. Old files of offices do not embed their fonts (STSong-Light), and what stands alone is the last
character of a cell's last line.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from loaders.readers.pdf.characters import MOST_GLYPHS
from loaders.readers.pdf.frame import Matrix, apply
from loaders.readers.pdf.glyphs import Printed, quarter_of
from loaders.readers.pdf.signs import as_seen

# What pdfminer writes for a character that its font does not name.
_UNKNOWN = "(cid:"


@dataclass
class SecondText:
    """The text of a file as pdfminer reads it, opened when the first page asks for it."""

    raw: bytes

    @cached_property
    def _pages(self) -> list[Any]:
        import pdfplumber

        # Of a damaged file pdfminer complains line after line; what is wrong with it is told once, by us.
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
        return list(pdfplumber.open(BytesIO(self.raw)).pages)

    def characters(self, index: int) -> list[Printed]:
        """Return the characters of a page, in the file's coordinates; none where pdfminer does not know them.

        Args:
            index: the page, from 0.
        """
        try:
            found = self._read(index)
        except Exception:
            # A damaged file makes pdfminer fail in any way; PDFium's reading of the page stands then.
            logging.getLogger(__name__).debug("page %s", index + 1, exc_info=True)
            return []
        known = not any(one.text.startswith(_UNKNOWN) for one in found)
        return found[:MOST_GLYPHS] if known else []

    def _read(self, index: int) -> list[Printed]:
        page = self._pages[index]
        turn, paper = page.page_obj.rotate // 90, page.page_obj.mediabox
        found = [_printed(one, _as_in_file(turn, paper), turn) for one in _signs(page.layout)]
        page.close()
        return found


def _signs(objects: Iterable[Any]) -> Iterator[Any]:
    """Yield the characters among the objects of a page, those inside of forms too."""
    for one in objects:
        if hasattr(one, "matrix") and hasattr(one, "get_text"):
            yield one
        elif hasattr(one, "__iter__"):
            yield from _signs(one)


def _as_in_file(turn: int, box: tuple[float, float, float, float]) -> Matrix:
    """Return the map from pdfminer's coordinates, which are those of the turned page, to those of the file."""
    left, bottom, right, top = box
    return (
        (1.0, 0.0, 0.0, 1.0, left, bottom),
        (0.0, 1.0, -1.0, 0.0, right, bottom),
        (-1.0, 0.0, 0.0, -1.0, right, top),
        (0.0, -1.0, 1.0, 0.0, left, top),
    )[turn % 4]


def _printed(one: Any, place: Matrix, turn: int) -> Printed:
    a, b, _, _, e, f = one.matrix
    (x0, y0), (x1, y1) = apply(place, one.x0, one.y0), apply(place, one.x1, one.y1)
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    quarter = quarter_of(a, b)
    turned = (quarter + turn) % 4 if quarter >= 0 else -1
    return Printed(as_seen(one.get_text()), box, apply(place, e, f), one.size, turned)
