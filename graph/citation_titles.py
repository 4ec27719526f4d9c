"""Titles in 《》 in running text, with quotes inside them, and with marks that are missing or of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.citation_numbers import ARTICLE, NUMBER_START, code_before
from graph.citation_text import is_title, title_words
from graph.text import any_of

_MARK = re.compile("[《〈》〉]")
_TOKEN = re.compile(
    rf"(?P<open>[《〈])|(?P<close>[》〉])|(?P<stop>[。;])|(?P<number>{NUMBER_START})|(?P<article>{ARTICLE})"
)
_TAIL = re.compile(r"\([^()]{0,30}$|[,、:]+$")
# A title of more characters than any has: its end was lost.
_LONGEST = 160
_JOINERS = "[、,和及与]"
_NUMBERED = re.compile(rf"\(?[一-龥]{{0,12}}(?:{NUMBER_START})")
_SECOND = re.compile(f"{_JOINERS}+〈")
# Behind a first quote: the rest of the title that it stands in, whose opening mark is missing.
_REST = re.compile("[一-龥()]{1,16}》")
_NEXT = re.compile("[《〈》〉。;]")
_BEGIN = re.compile(r"[。;,:》〉]|(?<![0-9])[0-9]{1,2}[、.]")
# So many titles stand in each other at most; more marks are none of titles.
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Title:
    """A title and its place in the folded text, marks included; `name` is what stands between the outer marks."""

    name: str
    start: int
    end: int


def titles_in(words: str) -> Iterator[Title]:
    """Yield the titles in marks of a folded text, in order; certificates and forms in 《》 are none.

    A mark closes the title that it stands in, of whichever kind it is. After a quote within a title the title goes on
    where the next mark closes it; else its own mark is missing. A title that is not closed ends before its number or
    articles, before the next title, or with its sentence.

    Args:
        words: a text without white space, brackets of one form (`fold`).

    Example:
        >>> [title.name for title in titles_in("《关于印发〈办法〉的通知》和《城市供水条例第三条")]
        ['关于印发〈办法〉的通知', '城市供水条例']
    """
    position = 0
    while mark := _MARK.search(words, position):
        start = mark.start()
        title = _opened(words, start) if mark[0] in "《〈" else _unopened(words, position, start, start)
        if title and mark[0] == "〈" and (rest := _REST.match(words, title.end)):
            title = _unopened(words, position, title.start, rest.end() - 1)
        if title and is_title(title.name):
            yield title
        position = title.end if title else mark.end()


def _opened(words: str, start: int) -> Title | None:
    """The title whose opening mark stands at `start`; None where its end cannot be told."""
    depth = 1
    for token in _TOKEN.finditer(words, start + 1, start + _LONGEST):
        if token["open"]:
            if depth == 1 and (end := _lost_end(words, start, token.start())):
                return Title(words[start + 1 : end], start, end)
            depth += 1
            if depth > _DEEPEST:
                return _cut(words, start, token.start())
        elif token["close"]:
            depth -= 1
            if not depth or not _goes_on(words, token.end()):
                return Title(words[start + 1 : token.start()].lstrip("《〈"), start, token.end())
        elif not _within(words, token):
            return _cut(words, start, _before(words, start, token))
    return _cut(words, start, min(len(words), start + _LONGEST))


def _cut(words: str, start: int, end: int) -> Title | None:
    """The title that ends before `end` without a mark."""
    name = _TAIL.sub("", words[start + 1 : end])
    return Title(name, start, start + 1 + len(name)) if is_title(name) else None


def _within(words: str, token: re.Match[str]) -> bool:
    """Whether a number, an article or a full stop is part of the title (关于贯彻国发〔2001〕1号文件的意见)."""
    bracketed = token["number"] and words[code_before(words, token.start())[0] - 1] == "("
    return not bracketed and _closed_next(words, token.end())


def _before(words: str, start: int, token: re.Match[str]) -> int:
    """Where what belongs to a token begins: a number begins with its issuer code."""
    return max(start + 1, code_before(words, token.start())[0]) if token["number"] else token.start()


def _lost_end(words: str, start: int, end: int) -> int:
    """Where a title ends whose closing mark is missing before the next opening one; 0 where it does not end there."""
    met = _ended().search(words, start + 1, end)
    return met.start("joiner") if met else 0


def _goes_on(words: str, position: int) -> bool:
    """Whether a title goes on behind a quote in it: the next mark closes it, or opens a second quote beside it."""
    if _NUMBERED.match(words, position):
        return False
    if _closed_next(words, position):
        return True
    return bool(_SECOND.match(words, position))


def _closed_next(words: str, position: int) -> bool:
    met = _NEXT.search(words, position, position + _LONGEST)
    return met is not None and met[0] in "》〉"


def _unopened(words: str, first: int, last: int, end: int) -> Title | None:
    """The title without an opening mark: from the last punctuation or list number before `last` to `end`."""
    begin = max((met.end() for met in _BEGIN.finditer(words, first, last)), default=first)
    name = words[begin:end]
    return Title(name, begin, end + 1) if len(name) > 5 and is_title(name) else None


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(any_of(title_words("ends")) + rf"(?P<joiner>{_JOINERS}|[0-9]{{1,2}}[、.])$")
