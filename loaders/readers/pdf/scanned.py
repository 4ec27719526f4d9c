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
        return bool(drawn.pictures) or drawn.paths > 1
    return strange or (visible < _STAMP and _share(drawn, size) > _COVERED and not has_layer(drawn))


def has_layer(drawn: Drawn) -> bool:
    """Say whether most of a page's text is not drawn: it was recognised in a scan when that was made."""
    return drawn.hidden > drawn.shown


def _share(drawn: Drawn, size: tuple[float, float]) -> float:
    """Return how much of the page its largest picture covers."""
    width, height = size
    boxes = [(min(x1, width) - max(x0, 0.0), min(y1, height) - max(y0, 0.0)) for x0, y0, x1, y1 in drawn.pictures]
    return max((max(wide, 0.0) * max(high, 0.0) for wide, high in boxes), default=0.0) / (width * height)


def readable() -> bool:
    """Say whether the recognition of text is installed."""
    from loaders.readers.scan.engine import installed

    return installed()


def read_scan(page: Any, place: Place) -> tuple[tuple[Block, ...], tuple[str, ...], tuple[str, ...]]:
    """Draw a page at 200 dpi and return what can be read of it: blocks, warnings, what is left unread."""
    from loaders.readers.scan.picture import blocks_of_image

    width, height = page.get_size()
    scale = min(_DPI / 72, (_MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    image = bitmap.to_numpy()[:, :, :3].copy()
    bitmap.close()
    return blocks_of_image(image, place.file, place.part)
