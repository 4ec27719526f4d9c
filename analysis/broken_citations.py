"""Citations that are broken: titles without their marks, a word left over behind a number, one title listed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from analysis.broken_flow import NUMBER, Flow, Place
from analysis.lists import doubtful
from data.messages import say
from data.reference import load_yaml

_CITING = ("basis", "remark", "accountability")
# From so many titles in marks on, a list shows that its office knows them.
_USED = 5
_COMMA = re.compile(rf"[，、,]\n(?={NUMBER})")
_CITED = re.compile(rf"(?:^|(?<=[；;]))(?:{NUMBER})(?P<title>《[^《》\n]+》)", re.MULTILINE)


def citations(flow: Flow) -> Iterator[Place]:
    """Yield the titles of a column of citations that lack their marks, and the words left over behind a number.

    Formula: see `unmarked` and `stray_word` in data/text/broken.yml; and a citation that ends with a comma before the
    next number. Titles are only reported where the list sets at least five others in marks; a list that uses none has
    a habit, not a slip.

    Source: GB/T 15834-2011 《标点符号用法》 4.15 (title marks).
    """
    habit = flow.words.count("《") < _USED
    for text, start, end in flow.spans():
        if text.field not in _CITING:
            continue
        for met in () if habit else _pattern("unmarked").finditer(flow.words, start, end):
            yield flow.exactly("marks", met.start("title"), met.end(), say("broken.unmarked"))
        for met in _pattern("stray_word").finditer(flow.words, start, end):
            yield flow.place("marks", met.start(), met.end(), say("broken.left_over", words=met["word"]))
        for met in _COMMA.finditer(flow.words, start, end):
            yield flow.place("marks", met.start(), met.start() + 1, say("broken.ends_with", end=met[0][0]))


def listed_twice(flow: Flow) -> Iterator[Place]:
    """Yield the second of two items of one column of basis that cite the same title.

    Source: 兰州《职责清单》填写说明 (each basis once, with its articles).
    """
    for text, start, end in flow.spans():
        if text.field != "basis" or (text.row and doubtful(text.row)):
            continue
        seen: set[str] = set()
        for met in _CITED.finditer(flow.words, start, end):
            if met["title"] in seen:
                yield flow.place("contained", met.start("title"), met.end(), say("broken.cited", title=met["title"]))
            seen.add(met["title"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_yaml("text/broken.yml")[name])
