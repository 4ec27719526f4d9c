"""Several texts in one: joined by a mark, which is escaped where a text holds it itself, so that they part again."""

from __future__ import annotations

import re
from collections.abc import Iterable

BETWEEN = "；"
WITHIN = "｜"

_MARKS = re.compile(rf"[\\{BETWEEN}{WITHIN}]")
_TOKENS = re.compile(r"\\.|.", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def joined(texts: Iterable[str], mark: str = BETWEEN) -> str:
    r"""Return the texts joined by `mark`; marks and backslashes within them get a backslash before them.

    Example:
        >>> joined(["甲；乙", "丙"])
        '甲\\；乙；丙'
    """
    return mark.join(_MARKS.sub(r"\\\g<0>", text) for text in texts)


def parted(text: str, mark: str = BETWEEN) -> list[str]:
    r"""Return the texts that `joined` had joined; none where there is no text at all.

    Example:
        >>> parted("甲\\；乙；丙")
        ['甲；乙', '丙']
    """
    if not text:
        return []
    pieces = [""]
    for token in _TOKENS.findall(text):
        if token == mark:
            pieces.append("")
        else:
            pieces[-1] += token
    return [_ESCAPED.sub(r"\1", piece) for piece in pieces]
