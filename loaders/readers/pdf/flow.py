"""Tell the lines that are broken only because the room ended from those that begin a paragraph.

A line goes on with the one above unless the layout says otherwise: the line above would have had room for what begins
this one (so somebody ended it), this one is indented, stands further below, has another size, or begins with a number
of an enumeration after the end of a sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from statistics import median

from loaders.readers.pdf.lines import Line, is_word
from loaders.wording import number_value, split_number

# What is smaller is rounding; how far a margin is known (sizes of the text).
_ROUNDING, _MARGIN = 0.05, 0.15
# A full line leaves less room than this up to the margin: one character, and a sign that goes down with the next one.
_FULL = 1.5
_INDENT = 1.2
# Lines of a paragraph stand as far apart as the others; a paragraph may be set off by more.
_FURTHER = 1.35
_OTHER_SIZE = 1.12
_CENTRED = 0.75
_ENDS = tuple("。；;：:！!？?…")
_STACK = 3
_MARKS = "，。；：、！？,;:.!?"
# Such a number heads a paragraph wherever it begins a line; 3. and (3) may stand in a text (第3.2条).
_HAN = "[一二三四五六七八九十]+"
_HEADING = re.compile(rf"^(?:{_HAN}、|[（(]{_HAN}[）)]|第(?:{_HAN}|\d+)[条章节])")
_JOINS = tuple("第、和及与至（(《")
# Lines of one text stand no further apart, in sizes: double spacing of a font with high lines is 2.6.
_LOOSEST = 2.8


def paragraphs(lines: Sequence[Line], left: float, right: float) -> list[list[Line]]:
    """Return the lines parted into paragraphs.

    Args:
        lines: lines of one column or cell, from the top.
        left: where lines can begin, in points.
        right: where they can end.
    """
    if len(lines) >= _STACK and all(len(line.text) == 1 for line in lines):
        # One character above the other: a narrow cell, written from the top down.
        return [list(lines)]
    pitches = [after.y - before.y for before, after in itertools.pairwise(lines)]
    pitch = _FURTHER * median(pitches) if pitches else 0.0
    parts: list[list[Line]] = [[line] for line in lines[:1]]
    for before, line in itertools.pairwise(lines):
        further = line.y - before.y > min(pitch, _LOOSEST * line.size)
        if further or begins(line, before, parts[-1], left, right):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def reach(lines: Iterable[Line], margin: float) -> float:
    """Return where lines can end: as far as the longest does, if it is full up to the margin; else the margin.

    A mark of punctuation may hang beyond the end.

    Args:
        lines: all lines of the column, or of the page.
        margin: where the column or page ends, as well as that is known.
    """
    ends = [(line.x1 - line.size if line.text[-1] in _MARKS else line.x1, line.size) for line in lines]
    longest, size = max(ends, default=(margin, 0.0))
    return longest if margin - longest < _FULL * size else margin - _MARGIN * size


def text_of(lines: Sequence[Line]) -> str:
    """Return the text of one paragraph: its lines without what broke them."""
    text = lines[0].text if lines else ""
    for before, line in itertools.pairwise(lines):
        text += between(before, line) + line.text
    return text


def begins(line: Line, before: Line, paragraph: Sequence[Line], left: float, right: float) -> bool:
    """Say whether a line begins a paragraph of its own.

    Args:
        line: the line.
        before: the line above it.
        paragraph: the lines of the paragraph that this one ends.
        left: where lines can begin, in points.
        right: where they can end.
    """
    size = min(line.size, before.size)
    if max(line.size, before.size) > _OTHER_SIZE * size:
        return True
    if _room(before, left, right) > line.lead - _ROUNDING * size:
        return True
    indented = line.x0 - left > _INDENT * size and not _centred(line, left, right)
    if indented and line.x0 - before.x0 > _INDENT * size:
        return True
    if indented and len(paragraph) == 1 and abs(line.x0 - before.x0) < size and before.text.endswith(_ENDS):
        return True
    return _numbered(line, before, paragraph)


def _room(line: Line, left: float, right: float) -> float:
    """Return how much more the line could have held."""
    return right - left - (line.x1 - line.x0) if _centred(line, left, right) else right - line.x1


def _centred(line: Line, left: float, right: float) -> bool:
    before, after = line.x0 - left, right - line.x1
    return before > line.size and abs(before - after) < _CENTRED * line.size


def _numbered(line: Line, before: Line, paragraph: Sequence[Line]) -> bool:
    """Say whether a line begins with a number that opens a paragraph.

    It does so behind the end of a sentence, as a heading, or where it is one more than the last.
    """
    if _HEADING.match(line.text):
        return not before.text.endswith(_JOINS)
    number, _ = split_number(line.text)
    if not number or before.text.endswith(_ENDS):
        return bool(number)
    last, _ = split_number(paragraph[0].text)
    value = number_value(last) if last else None
    return value is not None and number_value(number) == value + 1


def between(before: Line, line: Line) -> str:
    """Return what stands between the lines of a paragraph: a blank where words of letters or figures part."""
    words = is_word(before.text[-1]) + is_word(line.text[0])
    letters = before.text[-1].isalpha() and line.text[0].isalpha()
    return " " if words and (before.ends_blank or (words == 2 and letters)) else ""
