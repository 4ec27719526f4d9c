"""Tell the number of a page by its form and its place."""

from __future__ import annotations

import re

from loaders.readers.scan.boxes import Box

# — 3 —, - 3 -, ·3·, 3, 第3页, 第 3 页 共 12 页, 3/12, Page 3.
_NUMBER = re.compile(
    r"[-—–－_一·•.~～\s]*(?:\d{1,4}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s*\d{1,4})"
    r"[-—–－_一·•.~～\s]*"
)
# The share of a page's height at its head and at its foot in which numbers stand.
_MARGIN = 0.12


def is_page_number(text: str, box: Box, page: Box) -> bool:
    """Say whether a line is the number of its page.

    Args:
        text: the line; a dash of a page number may have been recognised as 一.
        box: where it stands.
        page: the box of the page.

    Example:
        >>> is_page_number("—12—", Box(90, 280, 110, 285), Box(0, 0, 210, 297))
        True
    """
    at = (box.middle[1] - page.top) / page.height
    return bool(_NUMBER.fullmatch(text.strip())) and not _MARGIN < at < 1 - _MARGIN
