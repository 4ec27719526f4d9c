"""Full and half width: how wide text is, and the width that punctuation has in Chinese text."""

from __future__ import annotations

import re
import unicodedata

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CHINESE = r"[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f〇《》“”‘’、。，；：？！（）〔〕【】]"
_MARK = re.compile(rf"(?<={_CHINESE})[,;:?!]")
_BRACKETS = re.compile(r"\(([^()（）\n]*)\)")
_BESIDE = re.compile(_CHINESE)
_SPACE = re.compile(r"(?<![A-Za-z]) +| +(?![A-Za-z])")
_ALONE = re.compile(rf"(?<={_CHINESE})[()]|[()](?={_CHINESE})")


def length(text: str) -> float:
    """Return how wide a text is, in widths of a Chinese character.

    Example:
        >>> length("第12条")
        3.0
    """
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


def solid(text: str) -> str:
    """Return recognised text without the spaces that the engine sees where characters merely stand apart.

    Only those between words of Latin letters are real ones.

    Example:
        >>> solid("序 号 20 18 年 ISO Guide")
        '序号2018年ISO Guide'
    """
    return _SPACE.sub("", text)


def folded(text: str) -> str:
    """Return recognised text with the punctuation of Chinese text in full width, as Chinese documents print it.

    The engine gives the marks , ; : ? ! ( ) in half width at random. A mark after a Chinese character becomes full,
    and so do brackets that hold a Chinese character or stand beside one. This undoes what recognition lost; the rest of
    the text stays as it was recognised, numbers such as 1. and 2,000 included.

    Example:
        >>> folded("负责监管(含备案),每年1,000次:见GB(2760)")
        '负责监管（含备案），每年1,000次：见GB(2760)'
    """
    before = None
    while text != before:
        # What has become full may stand beside the next one.
        before, text = text, _once(text)
    return text


def _once(text: str) -> str:
    text = _BRACKETS.sub(_pair, text)
    text = _ALONE.sub(lambda mark: "（" if mark[0] == "(" else "）", text)
    return _MARK.sub(lambda mark: _FULL[mark[0]], text)


def _pair(found: re.Match[str]) -> str:
    text = found.string
    beside = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1] + found[1]
    return f"（{found[1]}）" if _BESIDE.search(beside) else found[0]
