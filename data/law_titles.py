"""Titles of laws and documents as they are printed: what may differ without making them another title."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from data.reference import load_yaml
from data.spacing import squeeze

_STATE = "中华人民共和国"
_NUMBERS = frozenset("0123456789一二三四五六七八九十百")
_MARKS = str.maketrans({"（": "(", "）": ")", "〔": "(", "〕": ")", "［": "(", "］": ")", "[": "(", "]": ")"})
_QUOTES = re.compile(r"[《》〈〉<>＜＞“”\"「」『』、，,·•．.：:；;－—-]")


@cache
def title_key(title: str) -> str:
    """Return what two prints of one title share.

    Left out are white space, title marks, points and dashes, 中华人民共和国 wherever it stands, and up to three tails
    in brackets that tell of the version (（2014年修正）, （试行）, （国务院令第629号）).

    Example:
        >>> title_key("中华人民共和国食品安全法（2015年修订）")
        '食品安全法'
        >>> title_key("湖南省实施〈中华人民共和国人民防空法〉办法")
        '湖南省实施人民防空法办法'
    """
    bare = _QUOTES.sub("", squeeze(title).translate(_MARKS))
    bare = bare.replace(_STATE, "") or bare
    return _tail().sub("", bare) or bare


def without_issuer(key: str) -> str:
    """Return the key of a title without the issuer before 关于: 关于…的规定; as it is where it has none."""
    for issuer in _words()["issuers"]:
        if key.startswith(f"{issuer}关于"):
            return key.removeprefix(issuer)
    return key


def kind_word(key: str) -> str:
    """Return what an instrument calls itself at the end of its title (条例), "" where that is no such word."""
    return next((word for word in _words()["kinds"] if key.endswith(word)), "")


def is_national_law_name(title: str) -> bool:
    """Say whether a title has the form of a national law: 中华人民共和国…法, 食品安全法; but not 办法.

    No local rule and no document of the government may be called 法.

    Example:
        >>> is_national_law_name("中华人民共和国食品安全法"), is_national_law_name("残疾人保护法")
        (True, True)
        >>> is_national_law_name("校车安全管理办法")
        False
    """
    key, words = title_key(title), _words()
    return key.endswith("法") and key not in words["branches"] and not key.endswith(tuple(words["no_laws"]))


def told_apart(key: str, other: str) -> bool:
    """Say whether two titles differ in what makes two instruments of them.

    That is: what the instrument calls itself, a number, a word at the very beginning (合伙律师事务所管理办法), or a
    word that is known to do so (监督管理规定, 管理规定).

    Example:
        >>> told_apart("水利工程质量监督管理规定", "水利工程质量管理规定")
        True
        >>> told_apart("残疾人保护法", "残疾人保障法")
        False
    """
    numbers = [[char for char in title if char in _NUMBERS] for title in (key, other)]
    without = [[title.replace(word, "") for title in (key, other)] for word in _words()["apart"]]
    return (
        kind_word(key) != kind_word(other)
        or numbers[0] != numbers[1]
        or key.endswith(other)
        or other.endswith(key)
        or any(one == two for one, two in without)
    )


def swapped(key: str) -> tuple[str, ...]:
    """Return the key with a word put for one that it is taken for (保护 for 保障), each way once."""
    pairs = [(one, other) for pair in _words()["swaps"] for one, other in (pair, reversed(pair))]
    return tuple(key.replace(one, other) for one, other in pairs if one in key)


@cache
def _words() -> Any:
    return load_yaml("law/title_forms.yml")


@cache
def _tail() -> re.Pattern[str]:
    tails = "|".join(map(re.escape, _words()["tails"]))
    version = rf"(?:\d{{4}}年?)?(?:第[一二三四五六]次)?(?:{tails})?(?:\d{{4}}年?)?版?"
    order = r"[^()]{0,24}令第?\d+号[^()]{0,6}"
    return re.compile(rf"(?:\((?:{version}|{order})\)){{1,3}}$")
