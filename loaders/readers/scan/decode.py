"""Open the bytes of a picture file: nothing is decoded before its size is known to be bearable."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from loaders.readers.scan.engine import Picture
from loaders.readers.scan.page import MOST_USED

if TYPE_CHECKING:
    from PIL import Image

# In pixels. A3 of 600 dpi has 70 million; more is no page of a document.
MOST_PIXELS = 80_000_000
_WHITE = (255, 255, 255)


class Damaged(Exception):
    """The bytes are no picture that can be opened, or they end too early."""


class TooLarge(Exception):
    """The picture has more pixels than any page."""


def pages(raw: bytes) -> Iterator[tuple[Picture, int]]:
    """Yield each page of a picture file, and how many there are: several in a TIFF, one in all else.

    Args:
        raw: the bytes of a PNG, JPEG, TIFF, BMP, GIF or WebP.

    Raises:
        Damaged: it cannot be decoded.
        TooLarge: a page has more than `MOST_PIXELS`.
    """
    with warnings.catch_warnings():
        # Pillow's own warnings (large, odd metadata) say nothing that is not decided here.
        warnings.simplefilter("ignore")
        yield from _pages(raw)


def _pages(raw: bytes) -> Iterator[tuple[Picture, int]]:
    from PIL import Image

    try:
        with Image.open(BytesIO(raw)) as file:
            # The frames of a moving GIF or PNG are no pages.
            count = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
            for number in range(count):
                file.seek(number)
                yield _decoded(file), count
    except Image.DecompressionBombError as error:
        raise TooLarge from error
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, OverflowError, TypeError) as error:
        # Pillow raises any of these on torn or made-up bytes.
        raise Damaged from error


def _decoded(file: Image.Image) -> Picture:
    """Return the open page as an upright picture on white, at most as large as is of use."""
    from PIL import ImageOps

    if file.width * file.height > MOST_PIXELS:
        raise TooLarge
    page = _on_white(_grey(file) if file.mode.startswith(("I", "F")) else file)
    factor = math.ceil(math.sqrt(page.width * page.height / MOST_USED))
    smaller = page.reduce(factor) if factor > 1 else page
    smaller.info.update(file.info)
    return np.asarray(ImageOps.exif_transpose(smaller))


def _grey(file: Image.Image) -> Image.Image:
    """Return a page of more than 8 bits a pixel in 8: its own darkest is black, its lightest white."""
    from PIL import Image

    values = np.asarray(file, dtype=np.float32)
    low, high = float(values.min()), float(values.max())
    return Image.fromarray(((values - low) * (255 / max(high - low, 1))).astype(np.uint8))


def _on_white(page: Image.Image) -> Image.Image:
    from PIL import Image

    if "A" not in page.getbands() and "transparency" not in page.info:
        return page.convert("RGB")
    clear = page.convert("RGBA")
    ground = Image.new("RGB", clear.size, _WHITE)
    ground.paste(clear, mask=clear.getchannel("A"))
    return ground
