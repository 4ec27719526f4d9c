"""Tell pictures that may show a table from logos, stamps and lines, by the first bytes of the file."""

from __future__ import annotations

import re
import struct
from typing import Literal

Kind = Literal["readable", "vector", "small"]
# Smaller ones are logos, stamps and signatures: a table of two rows fills more.
_LEAST_WIDTH, _LEAST_HEIGHT = 600, 200
# The same at 150 dpi, in hundredths of a millimetre, as enhanced metafiles say their size.
_LEAST_FRAME = (10_000, 3_300)
_PNG, _JPEG, _BMP, _GIF, _TIFF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM", b"GIF8", (b"II*\x00", b"MM\x00*")
_EMF, _EMF_MARK, _WMF = b"\x01\x00\x00\x00", b" EMF", b"\xd7\xcd\xc6\x9a"
_HUNDREDTHS_AN_INCH = 2540
# The segment of a JPEG that tells its size (ITU-T T.81, B.2.2): SOF0 to SOF15 but the tables among them.
_FRAME = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]..\x08(..)(..)", re.DOTALL)


def picture_kind(raw: bytes) -> Kind:
    """Return whether a picture is large enough to be read, a drawing of lines that cannot be, or neither.

    Args:
        raw: the bytes of the picture.

    Example:
        >>> picture_kind(b"\\x89PNG\\r\\n\\x1a\\n\\x00\\x00\\x00\\rIHDR\\x00\\x00\\x04\\x00\\x00\\x00\\x02\\x00")
        'readable'
    """
    if raw.startswith(_TIFF):
        return "readable"
    try:
        if raw.startswith(_EMF) and raw[40:44] == _EMF_MARK:
            left, top, right, bottom = struct.unpack("<4i", raw[24:40])
            return "vector" if _covers(right - left, bottom - top) else "small"
        if raw.startswith(_WMF):
            left, top, right, bottom, inch = struct.unpack("<4hH", raw[6:16])
            scale = _HUNDREDTHS_AN_INCH / max(inch, 1)
            return "vector" if _covers((right - left) * scale, (bottom - top) * scale) else "small"
        width, height = _pixels(raw)
    except struct.error:
        return "small"
    return "readable" if width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT else "small"


def _covers(width: float, height: float) -> bool:
    return width >= _LEAST_FRAME[0] and height >= _LEAST_FRAME[1]


def _pixels(raw: bytes) -> tuple[int, int]:
    """Return width and height; nought where the format is not known."""
    if raw.startswith(_PNG):
        width, height = struct.unpack(">2I", raw[16:24])
    elif raw.startswith(_BMP):
        width, height = struct.unpack("<2i", raw[18:26])
    elif raw.startswith(_GIF):
        width, height = struct.unpack("<2H", raw[6:10])
    elif raw.startswith(_JPEG):
        # A small preview of itself may stand inside, with its own size.
        sizes = [struct.unpack(">2H", height + width) for height, width in _FRAME.findall(raw)]
        height, width = max(sizes, default=(0, 0))
    else:
        width = height = 0
    return width, abs(height)
