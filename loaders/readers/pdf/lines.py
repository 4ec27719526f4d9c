"""Put characters together to lines: by their baselines, whatever the order they were drawn in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from loaders.readers.pdf.glyphs import Glyph

# Baselines that differ by less than this share of the size are one line: raised figures (km²) stand in their line.
_SAME_LINE = 0.45
# A gap of this share of the size begins a new run; the columns of a table without lines stand further apart.
RUN_GAP = 0.4
# A gap that is a blank where the file has none: between two words of letters or figures; between such a word and a
# Chinese character, which stand a quarter apart by themselves; between two Chinese characters.
_BLANKS = (0.2, 0.6, 0.9)
# The same character twice within this share of its size is drawn twice to look bold.
_TWICE = 0.2
_WORD = re.compile(r"[A-Za-z0-9À-ɏͰ-ӿ]")
# What a line keeps together: signs that may not begin a line or end one keep to their neighbour (GB/T 15834), and so
# do the letters of a word, half as wide as a Chinese character.
_LEAD = re.compile(
    r"[（《〈「『【〔“‘(\[{]*(?:[A-Za-z0-9À-ɏͰ-ӿ]+|.)?[，。；：、？！）》〉」』】〕”’％,.;:?!)\]}%…—·]*", re.DOTALL
)
_NARROW = 0.6
# Characters may be set wider than they are: on a grid, or spread to fill the line.
_MOST_SPREAD = 1.3


class Run(NamedTuple):
    """Characters of a line with no wide gap between them; `before` is the white space between it and the run before.

    `y` is its own baseline: what stands in another column may be set a little higher or lower.
    """

    text: str
    x0: float
    x1: float
    before: str
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its runs, baseline and size; `ends_blank` says that white space stands at its end."""

    runs: tuple[Run, ...]
    y: float
    size: float
    ends_blank: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join([self.runs[0].text, *(run.before + run.text for run in self.runs[1:])])

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.runs[-1].x1

    @property
    def lead(self) -> float:
        """The width of what cannot be parted from its first character: where it does not fit, a line is broken."""
        found = _LEAD.match(self.text)
        spread = (self.x1 - self.x0) / (self.size * _width(self.text))
        return self.size * _width(found[0] if found else "") * min(max(spread, 1.0), _MOST_SPREAD)


def _width(text: str) -> float:
    """Return how wide a text is set, in sizes."""
    return sum(_NARROW if is_word(char) else 1.0 for char in text)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines that characters stand in, from the top.

    Args:
        glyphs: characters that are all turned the same way.
    """
    return [_line(row) for row in _rows(glyphs) if any(not glyph.text.isspace() for glyph in row)]


def is_word(char: str) -> bool:
    """Say whether a character is one of a word of letters or figures, which blanks part."""
    return bool(_WORD.match(char))


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the characters of each line, from left to right."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if row and glyph.y - row[-1].y > _SAME_LINE * max(glyph.size, row[-1].size):
            yield sorted(row, key=lambda glyph: glyph.x0)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda glyph: glyph.x0)


def _line(row: Sequence[Glyph]) -> Line:
    visible, spaces = _spaced(row)
    usual = median(after.x0 - before.x1 for before, after in itertools.pairwise(visible)) if len(visible) > 2 else 0.0
    runs: list[Run] = []
    start = 0
    blank = ""
    parts = [visible[0].text]
    for index, (before, after) in enumerate(itertools.pairwise(visible), 1):
        gap = after.x0 - before.x1
        space = spaces[index] or _blank(before, after, gap - max(usual, 0.0))
        if gap > RUN_GAP * min(before.size, after.size):
            runs.append(Run("".join(parts), visible[start].x0, before.x1, blank, visible[start].y))
            start, parts, blank = index, [after.text], space
        else:
            parts += [space, after.text]
    runs.append(Run("".join(parts), visible[start].x0, visible[-1].x1, blank, visible[start].y))
    size = median(glyph.size for glyph in visible)
    baseline = median(glyph.y for glyph in visible)
    return Line(tuple(runs), baseline, size, bool(spaces[-1]))


def _spaced(row: Sequence[Glyph]) -> tuple[list[Glyph], list[str]]:
    """Return the visible characters, each once, and the white space before each and behind the last."""
    visible: list[Glyph] = []
    spaces = [""]
    for glyph in row:
        if glyph.text.isspace():
            spaces[-1] += glyph.text
        elif not _drawn_again(glyph, visible):
            visible.append(glyph)
            spaces.append("")
    return visible, spaces


def _drawn_again(glyph: Glyph, visible: Sequence[Glyph]) -> bool:
    return any(
        other.text == glyph.text and abs(other.x0 - glyph.x0) < _TWICE * glyph.size and other.x1 > other.x0
        for other in visible[-2:]
    )


def _blank(before: Glyph, after: Glyph, gap: float) -> str:
    """Return the blank that a gap is: none where letters or characters are only spread."""
    size = min(before.size, after.size)
    if gap <= _BLANKS[0] * size:
        return ""
    words = is_word(before.text) + is_word(after.text)
    return " " if gap > _BLANKS[2 - words] * size else ""
