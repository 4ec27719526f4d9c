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
# A clause with its mark, and the same again: 负责公墓审批。负责公墓审批。 Shorter ones are set phrases (依法处理).
_CLAUSE_TWICE = re.compile(rf"(?<![^。；;，,：:\n])(?=(({_HAN}{{6,40}})[。；;，,]\2(?![\u4e00-\u9fff])))")
# So many characters on either side tell the segmenter where the words end.
_AROUND = 6


def doubled(flow: Flow) -> Iterator[Place]:
    """Yield the sentences in which a word, or a run of words, is written twice without a mark between.

    Formula: XX where both X are whole words in the segmenter's reading (服务服务, 是否按照是否按照; not 农业产业产品:
    the repeated 业产 is no word), X not in the list of those that are doubled by usage. A single character counts
    only where it is one of the particles and is read as a word both times (的的; not 目的的), and a run of words does
    not begin with one (基金的基金份额). A whole clause that follows upon itself counts as well.

    Source: 《党政机关公文处理工作条例》第十九条 (exact and concise wording).
    """
    table = load_yaml("text/broken.yml")
    usual, particles = frozenset(table["doubled"]), frozenset(table["particles"])
    last = -1
    for met in _TWICE.finditer(flow.words):
        unit = met[2]
        if met.start() < last or unit in usual or (len(unit) == 1) != (unit[0] in particles):
            continue
        if _whole(flow.words, met.start(), len(unit)):
            last = met.end(1)
            yield flow.place("doubled", met.start(), last, say("broken.doubled", words=unit))
    for met in _CLAUSE_TWICE.finditer(flow.words):
        yield flow.place("doubled", met.start(), met.end(1), say("broken.doubled", words=met[2]))


def _whole(text: str, start: int, length: int) -> bool:
    """Say whether the two halves of a doubled run begin and end as words do."""
    low = max(start - _AROUND, 0)
    first = max(text.rfind("\n", low, start) + 1, low)
    cuts, at = [first], first
    for word in words(text[first : start + 2 * length + _AROUND]):
        at += len(word)
        cuts.append(at)
    return {start, start + length, start + 2 * length} <= set(cuts)
