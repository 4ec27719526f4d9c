"""Tell a scanned page, and read it as the picture it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from data.document import Block
from loaders.readers.pdf.glyphs import Glyph
from loaders.readers.pdf.piece import Place
from loaders.readers.pdf.strokes import Drawn

_DPI = 200
# A0 at 200 dpi has 62 million pixels; a larger page is drawn smaller.
_MOST_PIXELS = 40_000_000
# A page number, a stamp of the archive: so much text may stand on a scan without being its text.
_STAMP = 60
_COVERED = 0.5
# A picture of a table beside text takes more of the page than a logo or a seal does; a background has text on it.
_LARGE = 0.12
# What is written in outlines has more corners than a frame or an empty form.
_CORNERS = 100

Found = tuple[tuple[Block, ...], tuple[str, ...], tuple[str, ...]]
Box = tuple[float, float, float, float]


def is_scan(glyphs: Sequence[Glyph], drawn: Drawn, size: tuple[float, float], strange: bool) -> bool:
    """Say whether a page has to be read as a picture: it has no text of its own, or signs that mean nothing.

    Args:
        glyphs: its characters.
        drawn: what else is drawn on it.
        size: its width and height.
        strange: whether the characters mean nothing.
    """
    visible = sum(not glyph.text.isspace() for glyph in glyphs)
    if not visible:
        return bool(drawn.pictures) or drawn.segments > _CORNERS
    covered = sum(_share(box, size) for box in drawn.pictures)
    return strange or (visible < _STAMP and covered > _COVERED and not has_layer(drawn))


def has_layer(drawn: Drawn) -> bool:
    """Say whether most of a page's text is not drawn: it was recognised in a scan when that was made."""
    return drawn.hidden > drawn.shown


def pictures_beside(glyphs: Sequence[Glyph], drawn: Drawn, size: tuple[float, float]) -> list[Box]:
    """Return the places of large pictures that stand beside the text of a page, from the top."""
    large = [box for box in drawn.pictures if _share(box, size) > _LARGE]
    return sorted((box for box in large if not any(_inside(glyph, box) for glyph in glyphs)), key=lambda box: box[1])


def _share(box: Box, size: tuple[float, float]) -> float:
    """Return how much of the page a picture covers."""
    wide, high = min(box[2], size[0]) - max(box[0], 0.0), min(box[3], size[1]) - max(box[1], 0.0)
    return max(wide, 0.0) * max(high, 0.0) / (size[0] * size[1])


def _inside(glyph: Glyph, box: Box) -> bool:
    return box[0] < glyph.middle[0] < box[2] and box[1] < glyph.middle[1] < box[3]


def readable() -> bool:
    """Say whether the recognition of text is installed."""
    from loaders.readers.scan.engine import installed

    return installed()


def read_scan(page: Any, place: Place, box: Box | None = None) -> Found:
    """Draw a page at 200 dpi and return what can be read of it: blocks, warnings, what is left unread.

    Args:
        page: PDFium's page.
        place: the page, for the sources.
        box: the part of the page to read, in its coordinates as shown; None for all of it.
    """
    from loaders.readers.scan.picture import blocks_of_image

    width, height = page.get_size()
    left, top, right, bottom = box or (0.0, 0.0, width, height)
    crop = (max(left, 0.0), max(height - bottom, 0.0), max(width - right, 0.0), max(top, 0.0))
    scale = min(_DPI / 72, (_MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True, prefer_bgrx=False)
    image = bitmap.to_numpy()[:, :, :3].copy()
    bitmap.close()
    return blocks_of_image(image, place.file, place.part)
