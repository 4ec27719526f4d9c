"""One sentence or item that stands twice within one cell or passage; whole duty items that repeat are rule F9's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.broken_flow import NUMBER, Flow, Place
from analysis.lists import doubtful
from data.messages import say

_SENTENCE = re.compile(r"[^。；;\n]+")
_ITEM = re.compile(rf"^({NUMBER})(.+)$", re.MULTILINE)
_NUMBER = re.compile(NUMBER)
_FIRST = re.compile("[1一①]")
_CELLS = ("duty", "content", "case")


def twice(flow: Flow, shortest: int) -> Iterator[Place]:
    """Yield what one cell or passage says a second time in the same words.

    Formula: in a cell, two equal sentences of at least `shortest` characters; in a passage, two equal items of one
    count, from its number 1 on: penalties repeat from one offence to the next, each in a count of its own. Numbers
    are left out of the comparison. Rows that the reader had to guess at are left out: there two cells may have been
    read as one.

    Args:
        flow: the texts of the list.
        shortest: characters that a sentence or item has at least; shorter ones are set phrases (依法处理).
    """
    for text, start, end in flow.spans():
        if text.field in _CELLS and not (text.row and doubtful(text.row)):
            yield from _sentences(flow, start, end, shortest)
        elif text.field == "text":
            yield from _items(flow, start, end, shortest)


def _sentences(flow: Flow, start: int, end: int, shortest: int) -> Iterator[Place]:
    seen: set[str] = set()
    for met in _SENTENCE.finditer(flow.words, start, end):
        said = _NUMBER.sub("", met[0], count=1)
        if len(said) >= shortest and said in seen:
            yield flow.place("contained", met.start(), met.end(), say("broken.twice"))
        seen.add(said)


def _items(flow: Flow, start: int, end: int, shortest: int) -> Iterator[Place]:
    seen: set[str] = set()
    for met in _ITEM.finditer(flow.words, start, end):
        if _FIRST.search(met[1]) and not re.search("[十0-9].*[1一]|[1一][十0-9]", met[1]):
            seen.clear()
        if len(met[2]) >= shortest and met[2] in seen:
            yield flow.place("contained", met.start(), met.end(), say("broken.twice"))
        seen.add(met[2])
