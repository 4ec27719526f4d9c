"""The white gaps between the columns of a table without lines: they run down through all its rows."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from loaders.readers.pdf.lines import Line, Run
from loaders.tables.columns import is_header_word

Span = tuple[float, float]
# Words nearer than this share of their size belong to one cell: 备  注 is one head of a column.
_WORD_GAP = 1.3
# A word of so many spread characters at most.
_LONGEST_HEAD = 8
# A gap narrower than this share of the size parts no columns.
_NARROWEST = 0.3


def heads_of(line: Line) -> list[Run]:
    """Return a line's pieces as heads of columns: runs that together are a known word (备 注) are one.

    Two known words are two heads however near they stand.
    """
    found: list[Run] = []
    start = 0
    while start < len(line.runs):
        ends = range(min(len(line.runs), start + _LONGEST_HEAD), start, -1)
        end = next((end for end in ends if _is_one_head(line.runs[start:end])), start + 1)
        found.append(_together(line.runs[start:end]))
        start = end
    return found


def _is_one_head(runs: Sequence[Run]) -> bool:
    alone = len(runs) == 1 or not any(is_header_word(run.text) for run in runs)
    return alone and is_header_word(_together(runs).text)


def _together(runs: Sequence[Run]) -> Run:
    text = runs[0].text + "".join(run.before + run.text for run in runs[1:])
    return Run(text, runs[0].x0, runs[-1].x1, runs[0].before, runs[0].y)


def segments(line: Line) -> list[Run]:
    """Return a line's pieces that a wide gap parts: what may be cells."""
    found: list[Run] = []
    for run in line.runs:
        if found and run.x0 - found[-1].x1 < _WORD_GAP * line.size:
            last = found.pop()
            found.append(Run(last.text + run.before + run.text, last.x0, run.x1, last.before, last.y))
        else:
            found.append(run)
    return found


def cut(line: Line, edges: Sequence[float]) -> dict[int, Line]:
    """Return the parts of a line by the columns in which they begin.

    Args:
        line: the line.
        edges: the borders of the columns, the outer ones included.
    """
    parts: dict[int, list[Run]] = {}
    for run in line.runs:
        start = min(run.x0 + line.size / 2, (run.x0 + run.x1) / 2)
        parts.setdefault(max(bisect_right(edges, start, 1, len(edges) - 1) - 1, 0), []).append(run)
    return {column: replace(line, runs=tuple(runs), y=median(run.y for run in runs)) for column, runs in parts.items()}


class Gutters:
    """The gaps between columns, each as the stretches of white that are left of it; every line takes some away.

    Args:
        spans: where each gap may lie, from the left.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self.white = [[span] for span in spans]

    @classmethod
    def between(cls, heads: Sequence[Run]) -> Gutters:
        """Return the gaps between the heads of columns: from the middle of one to the middle of the next."""
        middles = [(head.x0 + head.x1) / 2 for head in heads]
        return cls(itertools.pairwise(middles))

    def narrowed(self, line: Line) -> Gutters | None:
        """Return the gaps as a further line leaves them; None where the line leaves nothing of one of them."""
        left = Gutters(())
        left.white = [_without(stretches, line) for stretches in self.white]
        return left if all(left.white) else None

    def holds(self, index: int, at: float) -> bool:
        """Say whether a position lies in the white of a gap."""
        return any(first <= at <= last for first, last in self.white[index])

    def edges(self) -> list[float]:
        """Return one position in each gap: the middle of its widest stretch."""
        widest = [max(stretches, key=lambda span: span[1] - span[0]) for stretches in self.white]
        return [(first + last) / 2 for first, last in widest]


def _without(stretches: Iterable[Span], line: Line) -> list[Span]:
    left = list(stretches)
    for run in line.runs:
        cut = [span for first, last in left for span in ((first, min(last, run.x0)), (max(first, run.x1), last))]
        left = list(dict.fromkeys(span for span in cut if span[1] - span[0] > _NARROWEST * line.size))
    return left
