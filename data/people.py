"""Names of persons in Chinese texts: told by their surname, and only where the words around them say so."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from data.reference import load_yaml


def name_pattern(longest: bool = False) -> str:
    """Return a pattern, as text for a larger one, of what may be a name: a surname with one or two characters after it.

    Args:
        longest: only names of three characters and those with a compound surname: few other words look like them.
    """
    table = _table()
    surnames, compounds = f"[{''.join(table['surnames'].split())}]", "|".join(table["compounds"])
    given = "[一-龥]{2}" if longest else "[一-龥]{1,2}"
    return f"(?:(?:{compounds})[一-龥]{{1,2}}|{surnames}{given})"


def may_be_name(word: str) -> bool:
    """Return whether a word that fits `name_pattern` can be a private person's name: no other word, post or office.

    Example:
        >>> may_be_name("李志远"), may_be_name("李某某"), may_be_name("全体"), may_be_name("方志办")
        (True, False, False, False)
    """
    table = _table()
    if word in table["public"] or word.endswith(tuple(table["ends"])):
        return False
    return not (_hidden().search(word) or any(word.startswith(other) for other in table["words"]))


@cache
def _table() -> dict[str, Any]:
    loaded: dict[str, Any] = load_yaml("people.yml")
    return loaded


@cache
def _hidden() -> re.Pattern[str]:
    """Names made unknown (李某, 张三, 王五, 赵甲): they are nobody's."""
    return re.compile("某|[一-龥][甲乙丙丁一二三四五六七八九十]$|[的了和与及等或在对为是由将被各该其本]")


def is_identity_number(digits: str) -> bool:
    """Return whether 18 characters are an identity number: its last one fits the others (GB 11643-1999).

    Example:
        >>> is_identity_number("11010519491231002X"), is_identity_number("110105194912310021")
        (True, False)
    """
    if not re.fullmatch(r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]", digits):
        return False
    total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(digits[:17]))
    return "10X98765432"[total % 11] == digits[17].upper()
