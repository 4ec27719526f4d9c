"""Read supervision regimes and the accountability mechanism from running text: titles, passages, their words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from data.document import Paragraph, Source
from data.reference import load_yaml
from data.rows import Passage, Regime
from loaders.grid import merged_places
from loaders.headings import bare, opens_regime
from loaders.wording import number_value, split_number, squeeze, unmarked

# A title stands at most this many lines above the first passage: an introduction may stand between.
_REACH = 6
_LONGEST_TITLE, _LONGEST_PLAIN_TITLE = 60, 30
_SENTENCE_ENDS = "。；;：:，,"
_STYLES = (r"^[(（][一-龥]", r"^[(（]\d", r"^[一-龥]", r"^\d", r"^[A-Z]")


def read_regimes(lines: Sequence[Paragraph], numbered_titles: bool) -> tuple[tuple[Regime, ...], list[Paragraph]]:
    """Return the regimes that stand in the lines of a part, and the lines before the first of them.

    A regime opens where the first passage comes (again): 监督检查对象, 主要内容, 立案标准 …, numbered one. Its title is
    the line above, past an introduction. A regime without passages is known by its title alone.

    Args:
        lines: the paragraphs of the part in order.
        numbered_titles: keep the number of a title in it. In a file that holds one list the number only counts; in a
            collection of lists, where numbers restart and go astray, it is part of how a regime is referred to.
    """
    starts = _starts(lines)
    bounds = [*starts, len(lines)]
    pairs = itertools.pairwise(bounds)
    regimes = tuple(_regime(lines[first:last], numbered_titles) for first, last in pairs)
    return regimes, list(lines[: bounds[0]])


def read_passages(lines: Sequence[Paragraph]) -> tuple[Passage, ...]:
    """Return the passages of running text whose headings are numbered 一、二、… (the accountability mechanism)."""
    heads = [index for index, line in enumerate(lines) if _style(line) == _STYLES[2] and _is_titlelike(line)]
    return _passages(lines, heads)


def _starts(lines: Sequence[Paragraph]) -> list[int]:
    """Return the indexes of the lines that are titles of regimes (of a first passage, where it has no title)."""
    opening = [index for index, line in enumerate(lines) if opens_regime(line.text)]
    starts: list[int] = []
    for index in opening:
        starts.append(_title_above(lines, index, starts[-1] + 1 if starts else 0))
    return sorted({*starts, *_bare_titles(lines, starts)})


def _title_above(lines: Sequence[Paragraph], index: int, lowest: int) -> int:
    reach = range(index - 1, max(lowest, index - _REACH) - 1, -1)
    numbered = next((at for at in reach if _is_titlelike(lines[at]) and _is_bracketed(lines[at])), None)
    plain = next((at for at in reach if _is_plain_title(lines[at])), None)
    found = numbered if numbered is not None else plain
    return index if found is None else found


def _bare_titles(lines: Sequence[Paragraph], starts: Sequence[int]) -> list[int]:
    """Return titles without passages: the first line of the part, or a line that counts on from the title before."""
    titles: list[int] = []
    last, style = 0, None
    for index, line in enumerate(lines):
        if index in starts:
            last, style = number_value(_number(line)) or last + 1, None if style is None else style
            continue
        value = number_value(_number(line))
        follows = value == last + 1 and _ends_like_title(line) and _is_bracketed(line)
        if _is_titlelike(line) and _is_bracketed(line) and (index == 0 or (follows and index > _first(starts))):
            titles.append(index)
            last = value or last + 1
    return titles


def _first(starts: Sequence[int]) -> int:
    return starts[0] if starts else -1


def _regime(lines: Sequence[Paragraph], numbered_titles: bool) -> Regime:
    titled = not opens_regime(lines[0].text)
    head = _title_lines(lines) if titled else []
    text = "".join(unmarked(line.text) for line in head)
    number, words = split_number(text)
    rest = lines[len(head) :]
    return Regime(
        number=number,
        title=text if numbered_titles else words,
        sections=_passages(rest, _passage_heads(rest)),
        source=merged_places(line.source for line in head or lines[:1]),
    )


def _title_lines(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the title's lines: a second, short line without punctuation right below belongs to a title in brackets."""
    if len(lines) > 1 and unmarked(lines[0].text).endswith(("）", ")")) and _is_plain_title(lines[1]):
        return list(lines[:2])
    return list(lines[:1])


def _passage_heads(lines: Sequence[Paragraph]) -> list[int]:
    """Return the headings of a regime's passages: the lines numbered in the style of the first one."""
    first = next((index for index, line in enumerate(lines) if opens_regime(line.text)), None)
    if first is None:
        return []
    style = _style(lines[first])
    heads = [index for index, line in enumerate(lines) if index >= first and _style(line) == style]
    return [index for index in heads if index == first or _is_titlelike(lines[index])]


def _passages(lines: Sequence[Paragraph], heads: Sequence[int]) -> tuple[Passage, ...]:
    before = lines[: heads[0]] if heads else lines
    introduction = [Passage("", _text(before), _places(before))] if before else []
    bounds = [*heads, len(lines)]
    pairs = itertools.pairwise(bounds)
    return (*introduction, *(_passage(lines[first:last]) for first, last in pairs))


def _passage(lines: Sequence[Paragraph]) -> Passage:
    return Passage(unmarked(lines[0].text), _text(lines[1:]), _places(lines))


def _text(lines: Sequence[Paragraph]) -> str:
    return "\n".join(line.text for line in lines)


def _places(lines: Sequence[Paragraph]) -> tuple[Source, ...]:
    return merged_places(line.source for line in lines)


def _number(line: Paragraph) -> str:
    return split_number(unmarked(line.text))[0]


def _style(line: Paragraph) -> str | None:
    number = _number(line)
    return next((style for style in _STYLES if number and re.match(style, number)), None)


def _is_bracketed(line: Paragraph) -> bool:
    return _number(line)[:1] in {"（", "("}


def _is_titlelike(line: Paragraph) -> bool:
    words = bare(line.text)
    return 0 < len(words) <= _LONGEST_TITLE and unmarked(line.text)[-1] not in _SENTENCE_ENDS


def _is_plain_title(line: Paragraph) -> bool:
    words = squeeze(unmarked(line.text))
    unbroken = not any(mark in words for mark in _SENTENCE_ENDS)
    return not _number(line) and 0 < len(words) <= _LONGEST_PLAIN_TITLE and unbroken


def _ends_like_title(line: Paragraph) -> bool:
    return bare(line.text).endswith(tuple(load_yaml("sections.yml")["regime_endings"]))
