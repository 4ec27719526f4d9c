"""Know a number in the column of numbers, however it is written."""

from __future__ import annotations

import re

_DIGITS = "一二三四五六七八九十百"
_NUMBER = re.compile(
    rf"^[（(【\[]?\s*(?:第?\s*(?:\d{{1,4}}(?:[.．\-]\d{{1,3}}){{0,3}}|[{_DIGITS}]{{1,5}})|[①-⑳㈠-㈩⑴-⒇]|[A-Za-z]{{1,3}}-?\d{{1,4}})"
    r"\s*[）)】\]]?\s*[、．.。,，项]?$"
)


def is_number(text: str) -> bool:
    """Say whether a cell holds only a number of a row: 1, 01, 1.1, （一）, 3、, ②, 第二项.

    Example:
        >>> is_number("（一）"), is_number("1.1"), is_number("校车管理")
        (True, True, False)
    """
    return len(text) <= 12 and bool(_NUMBER.match(text.strip()))
