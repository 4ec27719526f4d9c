"""Numbers within one cell or passage: a number left out, an item that begins no line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.broken_flow import Flow, Place
from analysis.lists import doubtful
from data.messages import say

_COUNT = re.compile(r"(\d{1,2})[、.．](?!\d)")
_BEFORE = "。；;\n）)》〉：:，,、"
_LINE = re.compile(r"^[-*•]?(\d{1,2})[、.．](?!\d)", re.MULTILINE)
# So many items in order before the gap, or on lines of their own, show how the list is meant to be numbered.
_SURE = 3


def numbering(flow: Flow) -> Iterator[Place]:
    """Yield the places within a cell or passage where its own numbers skip one, or an item shares a line.

    Formula: numbers that run 1, 2, 3 … and skip once to a higher one (5、 7、); a number in the midst of a line, one
    more than that of the line, where at least three other lines hold one item each. The numbers of the table itself are
    rule F4's.

    Source: 兰州《职责清单》填写说明 (plain serial numbers, one item each).
    """
    for text, start, end in flow.spans():
        if text.row and doubtful(text.row) and "cut" in text.row.flags:
            continue
        yield from _skipped(flow, start, end)
        if text.field == "text":
            yield from _two_items(flow, start, end)


def _skipped(flow: Flow, start: int, end: int) -> Iterator[Place]:
    found = _counts(flow.words, start, end)
    for run in _runs(found):
        gaps = [(one, other) for one, other in pairwise(run) if int(other[1]) != int(one[1]) + 1]
        if len(run) > _SURE and len(gaps) == 1 and int(gaps[0][1][1]) == int(gaps[0][0][1]) + 2:
            before, after = gaps[0]
            note = say("broken.number", before=before[0], number=after[0])
            yield flow.exactly("numbering", before.start(), flow.sentence(after.start(), after.end())[1], note)


def _runs(found: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the numbers as lists that begin with 1."""
    run: list[re.Match[str]] = []
    for met in found:
        if int(met[1]) == 1 and run:
            yield run
            run = []
        run.append(met)
    if run and int(run[0][1]) == 1:
        yield run


def _two_items(flow: Flow, start: int, end: int) -> Iterator[Place]:
    lines = list(_LINE.finditer(flow.words, start, end))
    shared = [met for met in _counts(flow.words, start, end) if flow.words[met.start() - 1] in "。；;"]
    for met in shared:
        above = [line for line in lines if line.start() < met.start()]
        alone = len(lines) >= _SURE and len(shared) == 1
        if alone and above and int(met[1]) == int(above[-1][1]) + 1:
            yield flow.exactly(
                "numbering",
                above[-1].start(),
                flow.sentence(met.start(), met.end())[1],
                say("broken.two_items", number=met[0]),
            )


def _counts(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the numbers that begin an item: at the beginning, or after a mark."""
    return [
        met for met in _COUNT.finditer(text, start, end) if met.start() == start or text[met.start() - 1] in _BEFORE
    ]
