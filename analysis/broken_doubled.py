"""Words that stand twice running where they were meant once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.broken_flow import Flow, Place
from data.messages import say
from data.reference import load_yaml
from data.segment import words

_HAN = "[\u4e00-\u9fff]"
_TWICE = re.compile(rf"(?=(({_HAN}{{1,12}})\2))")
# So many characters on either side tell the segmenter where the words end.
_AROUND = 6


def doubled(flow: Flow) -> Iterator[Place]:
    """Yield the sentences in which a word, or a run of words, is written twice without a mark between.

    Formula: XX where both X are whole words in the segmenter's reading (服务服务, 是否按照是否按照; not 农业产业产品:
    the repeated 业产 is no word), X not in the list of those that are doubled by usage; or a single character that is a
    word by itself beside one that begins or ends with it (监 监督), but for particles, which follow such words lawfully
    (目的 的).

    Source: 《党政机关公文处理工作条例》第十九条 (exact and concise wording).
    """
    usual = frozenset(load_yaml("text/broken.yml")["doubled"])
    last = -1
    for met in _TWICE.finditer(flow.words):
        unit = met[2]
        if met.start() < last or unit in usual:
            continue
        if _whole(flow.words, met.start(), len(unit)):
            last = met.end(1)
            yield flow.place("doubled", met.start(), last, say("broken.doubled", words=unit))


def _whole(text: str, start: int, length: int) -> bool:
    """Say whether the two halves of a doubled run are words: cut as such, or as one that stands beside its like."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    cuts, at = [first], first
    for word in words(text[first : start + 2 * length + _AROUND]):
        at += len(word)
        cuts.append(at)
    edges = {start, start + length, start + 2 * length}
    return edges <= set(cuts) if length > 1 else _single(text, start, cuts)


def _single(text: str, start: int, cuts: list[int]) -> bool:
    """Say whether a character that stands twice is once a word of its own, and no particle beside its like."""
    if start + 1 not in cuts or text[start - 1 : start] == "\n":
        return False
    alone = [start in cuts, start + 2 in cuts]
    return all(alone) or (any(alone) and text[start] not in load_yaml("text/broken.yml")["particles"])
