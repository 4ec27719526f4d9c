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


def one_line(text: str) -> str:
    """Return `text` on one line: names of files may hold line breaks and other characters that steer a terminal.

    Example:
        >>> one_line("清单\\n2.docx\\x1b[2J：空文件")
        '清单 2.docx [2J：空文件'
    """
    return "".join(char if char.isprintable() else " " for char in text)
