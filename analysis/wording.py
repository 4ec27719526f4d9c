"""Small tools on duty texts: sentences, and what is left of a text without the words that fit any duty."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from data.reference import load_yaml
from data.spacing import squeeze

_SENTENCE = re.compile(r"[；;。\n]")
_BRACKET = re.compile(r"[（(【\[].{0,200}?[)）\]】]")
_NUMBER = re.compile(r"^\s*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）、.．]\s*)+")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a duty text without their numbers, in order, empty ones left out.

    Example:
        >>> sentences("1、负责登记；2、负责检查。")
        ('负责登记', '负责检查')
    """
    pieces = (_NUMBER.sub("", piece).strip() for piece in _SENTENCE.split(text))
    return tuple(piece for piece in pieces if piece)


def fragments(text: str) -> tuple[str, ...]:
    """Return the sentences of a duty text cut at their commas too: the smallest pieces that can carry a verb.

    Example:
        >>> fragments("负责登记，依法查处违法行为。")
        ('负责登记', '依法查处违法行为')
    """
    pieces = (piece.strip() for sentence in sentences(text) for piece in re.split("[，,]", sentence))
    return tuple(piece for piece in pieces if piece)


def outside_brackets(text: str) -> str:
    """Return a department cell, or a name of it, without its brackets: second name plates, inner units, role tags.

    Example:
        >>> outside_brackets("区纪委（区监察局）")
        '区纪委'
    """
    return _BRACKET.sub("", squeeze(text))


def mentions(text: str, words: Iterable[str]) -> bool:
    """Say whether any of the words stands in the text, white space aside."""
    squeezed = squeeze(text)
    return any(word in squeezed for word in words)


def without(text: str, words: Iterable[str]) -> str:
    """Return the squeezed text with the words taken out, of two that begin together the longer.

    Example:
        >>> without("依法实行工商管理", ("依法", "实行", "管理"))
        '工商'
    """
    return _pattern(tuple(words)).sub("", squeeze(text))


def subject(text: str) -> str:
    """Return what a duty text or a matter's name is about: the text without the words that fit any duty.

    Example:
        >>> subject("负责全区流动人口的管理服务工作")
        '流动人口'
    """
    return without(text, _common())


@cache
def _common() -> tuple[str, ...]:
    return tuple(word for words in load_yaml("duty_words.yml")["common"].values() for word in words)


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
