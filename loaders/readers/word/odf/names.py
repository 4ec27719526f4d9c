"""Names of the elements and attributes of an OpenDocument text (OpenDocument 1.3 part 3)."""

from __future__ import annotations

import re

_URN = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{_URN}:office:1.0}}"
TEXT = f"{{{_URN}:text:1.0}}"
TABLE = f"{{{_URN}:table:1.0}}"
STYLE = f"{{{_URN}:style:1.0}}"
DRAW = f"{{{_URN}:drawing:1.0}}"
FO = f"{{{_URN}:xsl-fo-compatible:1.0}}"
SVG = f"{{{_URN}:svg-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
STYLE_NAME = f"{TEXT}style-name"
_COUNT = re.compile(r"^[0-9]{1,20}$")
_LENGTH = re.compile(r"^(\d{1,6}(?:\.\d{1,9})?)(cm|mm|in|pt|pc|px)$")
_TWENTIETHS = {"cm": 566.93, "mm": 56.693, "in": 1440.0, "pt": 20.0, "pc": 240.0, "px": 15.0}


def length(text: str | None) -> int:
    """Return a length in twentieths of a point, nought where it is none.

    Example:
        >>> length("1in"), length("20%")
        (1440, 0)
    """
    found = _LENGTH.match(text or "")
    return round(float(found[1]) * _TWENTIETHS[found[2]]) if found else 0


def count(text: str | None, most: int) -> int:
    """Return how often something is repeated or how far it reaches: at least once, and not more than `most`.

    Example:
        >>> count("3", 64), count(None, 64), count("999999999999", 64)
        (3, 1, 64)
    """
    if text is None or not _COUNT.match(text):
        return 1
    return min(max(int(text), 1), most)
