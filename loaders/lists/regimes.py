"""Read supervision regimes and the accountability mechanism from running text: titles, passages, their words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from data.document import Paragraph, Source
from data.reference import load_yaml
from data.rows import Passage, Regime
from data.spacing import squeeze
from loaders.lists.headings import bare, is_passage, opens_regime
from loaders.tables.grid import merged_places
from loaders.wording import number_value, split_number, unmarked

# A title stands at most this many lines above the first passage: an introduction may stand between.
_REACH = 6
_LONGEST_TITLE, _LONGEST_PLAIN_TITLE = 60, 30
_SENTENCE_ENDS = "。；;：:，,"
_ARTICLE = re.compile(r"^第\s*[一二三四五六七八九十百\d]+\s*条")
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
    """Return the passages of running text (the accountability mechanism): its headings are numbered as the first is."""
    numbered = [index for index, line in enumerate(lines) if _style(line) and _is_titlelike(line)]
    return _passages(lines, [index for index in numbered if _style(lines[index]) == _style(lines[numbered[0]])])


def _starts(lines: Sequence[Paragraph]) -> list[int]:
    """Return the indexes of the lines that are titles of regimes (of a first passage, where it has no title)."""
    starts: list[int] = []
    for index, line in enumerate(lines):
        lowest = starts[-1] + 1 if starts else 0
        if opens_regime(line.text):
            starts.append(_title_above(lines, index, lowest))
        elif _ARTICLE.match(line.text.strip()) and number_value(_number(line)) == 1:
            starts += _title_of_articles(lines, index, lowest)
    return sorted({*starts, *_bare_titles(lines, starts)})


def _title_of_articles(lines: Sequence[Paragraph], index: int, lowest: int) -> list[int]:
    """Return where the title stands of a regime written in articles (第一条), nowhere where no line ends like one."""
    reach = range(index - 1, max(lowest, index - _REACH) - 1, -1)
    return [at for at in reach if _is_titlelike(lines[at]) and _ends_like_title(lines[at])][:1]


def _title_above(lines: Sequence[Paragraph], index: int, lowest: int) -> int:
    """Return where the title stands of the regime whose first passage is at `index`: `index`, where there is none.

    It is the nearest line above with a number in brackets, else the nearest that is plain or numbered otherwise than
    the passages. A plain line nearer than that in brackets is its second line or an introduction, unless it ends like
    a title itself.
    """
    reach = [at for at in range(index - 1, max(lowest, index - _REACH) - 1, -1) if _is_titlelike(lines[at])]
    style = _style(lines[index])
    reach = [at for at in reach if _style(lines[at]) != style or not is_passage(lines[at].text)]
    bracketed = next((at for at in reach if _is_bracketed(lines[at])), None)
    other = next((at for at in reach if _is_plain_title(lines[at]) or _is_numbered_otherwise(lines[at], style)), None)
    if bracketed is None or other is None:
        found = other if bracketed is None else bracketed
        return index if found is None else found
    return other if other > bracketed and _is_title_alone(lines, other) else bracketed


def _is_numbered_otherwise(line: Paragraph, style: str | None) -> bool:
    return not _is_bracketed(line) and _style(line) not in (None, style)


def _is_title_alone(lines: Sequence[Paragraph], index: int) -> bool:
    """Say whether a plain line is a title, not the second line of one."""
    goes_on = _is_bracketed(lines[index - 1]) and unmarked(lines[index - 1].text).endswith(("）", ")"))
    return _ends_like_title(lines[index]) and not goes_on


def _bare_titles(lines: Sequence[Paragraph], starts: Sequence[int]) -> list[int]:
    """Return titles without passages: the first line of the part, or a line that counts on from the title before.

    Where nothing is numbered, they are the lines that end like titles, the first line of the part among them.
    """
    plain = [index for index, line in enumerate(lines) if _is_plain_title(line) and _ends_like_title(line)]
    if plain[:1] == [0] and not starts:
        return plain
    titles: list[int] = []
    last, kind, known = 0, "", set(starts)
    for index, line in enumerate(lines):
        value = number_value(_number(line))
        if index in known:
            last = value or last + 1
            kind = kind if opens_regime(line.text) else _kind(line)
        elif _opens_bare(line, index) or (index > _first(starts) and _counts_on(line, kind, last)):
            titles.append(index)
            last, kind = value or last + 1, _kind(line)
    return titles


def _opens_bare(line: Paragraph, index: int) -> bool:
    numbered = bool(_number(line)) and _ends_like_title(line)
    return index == 0 and _is_titlelike(line) and (_is_bracketed(line) or numbered)


def _counts_on(line: Paragraph, kind: str, last: int) -> bool:
    follows = bool(kind) and _kind(line) == kind and number_value(_number(line)) == last + 1
    return follows and _is_titlelike(line) and _ends_like_title(line)


def _kind(line: Paragraph) -> str:
    """Return in what way a title is numbered; brackets are one way, whatever stands in them."""
    return "(" if _is_bracketed(line) else _style(line) or ""


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
    """Return the headings of a regime's passages: the lines numbered on in the style of the first, or articles.

    A known heading whose number is written otherwise (3、 behind 二、) counts too, where the number goes on and nothing
    above it in the same passage is numbered so.
    """
    first = next((index for index, line in enumerate(lines) if opens_regime(line.text)), None)
    if first is None:
        return [index for index, line in enumerate(lines) if _ARTICLE.match(line.text.strip())]
    heads = [first]
    for index in range(first + 1, len(lines)):
        if _is_head(lines, index, heads[-1], _style(lines[first])):
            heads.append(index)
    return heads


def _is_head(lines: Sequence[Paragraph], index: int, above: int, style: str | None) -> bool:
    line = lines[index]
    value, last = number_value(_number(line)), number_value(_number(lines[above]))
    if value is None or last is None or not _is_titlelike(line):
        return False
    if _style(line) == style:
        return is_passage(line.text) or value == last + 1
    between = {_style(other) for other in lines[above + 1 : index]}
    return value == last + 1 and is_passage(line.text) and not _is_bracketed(line) and _style(line) not in between


def _passages(lines: Sequence[Paragraph], heads: Sequence[int]) -> tuple[Passage, ...]:
    before = lines[: heads[0]] if heads else lines
    introduction = [Passage("", _text(before), _places(before))] if before else []
    bounds = [*heads, len(lines)]
    pairs = itertools.pairwise(bounds)
    return (*introduction, *(_passage(lines[first:last]) for first, last in pairs))


def _passage(lines: Sequence[Paragraph]) -> Passage:
    head, below = unmarked(lines[0].text), _text(lines[1:])
    if _ARTICLE.match(head):
        number, words = split_number(head)
        return Passage(number, f"{words}\n{below}".strip(), _places(lines))
    return Passage(head, below, _places(lines))


def _text(lines: Sequence[Paragraph]) -> str:
    return "\n".join(unmarked(line.text) if line.level else line.text for line in lines)


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
