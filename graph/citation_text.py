"""A text as citations are read in it: without white space and with one form of each bracket, and the way back."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from data.reference import load_yaml
from data.spacing import squeeze
from graph.text import any_of

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ROUND = str.maketrans("（）﹙﹚", "()()")
_SQUARE = str.maketrans("〔〕［］【】﹝﹞〖〗「」", "[][][][][][]")
_QUOTES = str.maketrans("<>＜＞﹤﹥‹›≪≫«»〈〉", "〈〉〈〉〈〉〈〉《》《》〈〉")
_MARKS = str.maketrans("，；：﹑", ",;:、")
_TABLE = {**_WIDE, **_ROUND, **_SQUARE, **_MARKS, **_QUOTES}

DIGITS = "[一二三四五六七八九十百零〇两0-9]{1,7}"


@dataclass(frozen=True, slots=True)
class Folded:
    """`words` is the text folded: without white space, every character that is left stands for one of the text."""

    text: str
    words: str

    def place(self, position: int) -> int:
        """Return where the character at `position` of the folded words stands in the text."""
        return position if len(self.words) == len(self.text) else _places(self.text)[position]

    def printed(self, start: int, end: int) -> str:
        """Return the words of the text from one position of the folded words up to another."""
        return self.text[self.place(start) : self.place(end - 1) + 1]


def fold(text: str) -> Folded:
    """Fold a text for reading.

    Example:
        >>> fold("湘办 〔2013〕３９号").words
        '湘办[2013]39号'
    """
    return Folded(text, squeeze(text.translate(_TABLE)))


@lru_cache(maxsize=8)
def _places(text: str) -> tuple[int, ...]:
    """Where the characters of a text stand that are no white space: asked for several times for one text."""
    return tuple(met.start() for met in re.finditer(r"\S", text))


class Spans:
    """Stretches of a text that do not overlap.

    Args:
        spans: from where to where, in any order.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def free(self, start: int, end: int) -> bool:
        """Return whether no stretch has a character between `start` and `end`."""
        place = bisect_left(self._spans, (end, 0))
        return not place or self._spans[place - 1][1] <= start

    def add(self, start: int, end: int) -> None:
        """Add a stretch that is free."""
        insort(self._spans, (start, end))


def title_words(name: str) -> tuple[str, ...]:
    """Return one word list of data/law/titles.yml: ends, papers, short, before, before_code."""
    return tuple(load_yaml("law/titles.yml")[name])


def is_title(name: str) -> bool:
    """Say whether a name in 《》 is that of a law or document, and not of a certificate, form or newspaper.

    Example:
        >>> is_title("食品安全法"), is_title("关于加强监管的意见(试行)"), is_title("食品经营许可证")
        (True, True, False)
    """
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]?$", "", name).rstrip("》〉")
    return len(bare) > 1 and not _papers().search(bare) and bool(_ends().search(bare) or "关于" in bare)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(any_of(title_words("ends")) + "$")


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(any_of(title_words("papers")) + "$")
