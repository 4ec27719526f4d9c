"""Marks that stand alone: brackets and quotes without their other half, and marks that cannot stand together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from analysis.broken_flow import Flow, Place
from analysis.lists import doubtful
from data.messages import say
from data.reference import load_yaml
from data.texts import Text

# The kinds of pairs; the widths and shapes of one kind may close each other.
_PAIRS = (("（(", "）)"), ("《", "》"), ("〈＜<", "〉＞>"), ("“", "”"), ("‘", "’"), ("[［【〔﹝", "]］】〕﹞"))
_OPENING = {char: kind for kind, (opening, _) in enumerate(_PAIRS) for char in opening}
_CLOSING = {char: kind for kind, (_, closing) in enumerate(_PAIRS) for char in closing}
_QUOTES = (3, 4)
_MARK = re.compile("[" + re.escape("".join([*_OPENING, *_CLOSING])) + "]")
# 1） a） 一） ①）: a number, not the end of a bracket.
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-zA-Z①-⑳]|(?<![\u4e00-\u9fff])[一二三四五六七八九十]{1,2})$")
# < 5 and -> are signs, not brackets.
_SIGN = re.compile(r"<[\d=\-]|[\-=]>")
# Only here can a pattern of marks that exclude each other begin.
_BESIDE = re.compile("[，,；;。、：](?=[，,；;。、：.等并])")


@dataclass(frozen=True, slots=True)
class _Lone:
    """A mark without its other half: where it stands, which pair it is of, and whether it opens."""

    at: int
    pair: int
    opens: bool
    text: Text


def marks(flow: Flow) -> Iterator[Place]:
    """Yield the sentences of a list with a bracket or quote that has no other half, or marks that exclude each other.

    Pairs are matched per text with a stack for each kind of mark, so that titles within titles (《…《…》…》) and
    brackets of two widths count as balanced. A mark whose other half stands in the next cell of the same column is
    balanced. Quotes are only judged where one alone is left over: their direction is often left to the keyboard, and
    a quotation of several paragraphs opens each of them. In rows that the reader had to guess at, only what a sentence
    of the cell parts from its edge is judged, for the edge may be cut.

    Source: GB/T 15834-2011 《标点符号用法》 4.8, 4.9, 4.15 (marks that come in pairs).
    """
    lone = [mark for text, start, end in flow.spans() for mark in _lone(flow, text, start, end)]
    for mark in _alone(flow, lone):
        key = "broken.opened" if mark.opens else "broken.closed"
        yield flow.place("marks", mark.at, mark.at + 1, say(key, mark=flow.words[mark.at]))
    for place in _BESIDE.finditer(flow.words):
        if met := _stray().match(flow.words, place.start()):
            yield flow.place("marks", met.start(), met.end(), say("broken.stray", marks=met[0]))


def _lone(flow: Flow, text: Text, start: int, end: int) -> Iterator[_Lone]:
    found = _unmatched(flow.words, text, start, end)
    quoting = Counter(mark.pair for mark in found)
    for mark in found:
        habit = mark.pair in _QUOTES and quoting[mark.pair] != 1
        if not habit and not (text.row and doubtful(text.row) and _at_edge(flow.words, mark, start, end)):
            yield mark


def _unmatched(words: str, text: Text, start: int, end: int) -> list[_Lone]:
    open_marks: dict[int, list[_Lone]] = {}
    found = []
    for met in _MARK.finditer(words, start, end):
        at, char = met.start(), met[0]
        if char in "<>" and _SIGN.search(words, max(at - 1, start), min(at + 2, end)):
            continue
        if char in _OPENING:
            open_marks.setdefault(_OPENING[char], []).append(_Lone(at, _OPENING[char], True, text))
        elif open_marks.get(_CLOSING[char]):
            open_marks[_CLOSING[char]].pop()
        elif char not in ")）" or not _NUMBERED.search(words, max(at - 3, start), at):
            found.append(_Lone(at, _CLOSING[char], False, text))
    return sorted([*found, *(mark for left in open_marks.values() for mark in left)], key=lambda mark: mark.at)


def _at_edge(words: str, mark: _Lone, start: int, end: int) -> bool:
    """Say whether the other half of a mark may have stood beyond the cell as it was read."""
    between = words[mark.at : end] if mark.opens else words[start : mark.at]
    return not any(char in between for char in "。；;\n")


def _alone(flow: Flow, lone: Sequence[_Lone]) -> Iterator[_Lone]:
    """Yield the marks but those that the next cell of the column, or the next passage, closes."""
    split = {mark for pair in pairwise(lone) for mark in pair if _goes_on(flow, *pair)}
    yield from (mark for mark in lone if mark not in split)


def _goes_on(flow: Flow, one: _Lone, other: _Lone) -> bool:
    if not (one.opens and not other.opens and one.pair == other.pair and one.text is not other.text):
        return False
    column = [text for text in flow.texts if text.field == one.text.field and text.section == one.text.section]
    return any(upper is one.text and lower is other.text for upper, lower in pairwise(column))


@cache
def _stray() -> re.Pattern[str]:
    return re.compile("|".join(load_yaml("text/broken.yml")["stray"]))
