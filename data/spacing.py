"""White space put aside: the first step of every comparison of words."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """Return `text` without white space.

    Example:
        >>> squeeze("管理\\n事项")
        '管理事项'
    """
    return _SPACE.sub("", text)
