"""Whether printed numbers run on: reading them, and finding where they repeat, skip, fall back or are lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from data.document import Source
from data.spacing import squeeze

FaultKind = Literal["repeated", "skipped", "back", "odd", "continuation", "style", "lost"]
Style = tuple[bool, bool]

_DIGITS = "一二三四五六七八九"
_NUMBER = re.compile(rf"([（(]?)([{_DIGITS}十]{{1,3}}|\d+)([)）]?)[、.．,，:：]?")
_DIGIT = rf"(?:[{_DIGITS}十]{{1,3}}|\d{{1,2}})"
_HEAD = re.compile(rf"[#*\s-]*([（(]\s*{_DIGIT}\s*[)）][、.．]?|{_DIGIT}\s*[、.．])")
# Longer numbers are codes of duties (职权编码), not places in a row of numbers.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered thing: the number as printed ("" where there is none), the words it numbers, where it stands.

    `follows` marks a row that continues the entry above: it should bear no number of its own.
    """

    printed: str
    words: str
    source: Source
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where the numbering goes wrong; `before` is the number printed last before it."""

    kind: FaultKind
    entry: Entry
    before: str = ""


def value(printed: str) -> int | None:
    """Return the number that is printed, None for what is no plain number.

    Example:
        >>> value("（十二）"), value("3、"), value("全1")
        (12, 3, None)
    """
    met = _NUMBER.fullmatch(squeeze(printed))
    if not met or len(met[2]) > _LONGEST:
        return None
    return int(met[2]) if met[2].isdigit() else _chinese(met[2])


def head(text: str) -> str:
    """Return the number that a line begins with ("" where it has none); marks of Markdown before it are no words.

    Example:
        >>> head("2、 与相关部门的职责边界"), head("2015年工作")
        ('2、', '')
    """
    met = _HEAD.match(text)
    return met[1] if met else ""


def faults(entries: Sequence[Entry]) -> Iterator[Fault]:
    """Yield the places where the numbers of a table do not run on, in order.

    Each number should be one more than the one before. It is `repeated` where it is the same, `skipped` where it is
    more, `back` where it is less (a second table that starts anew at 1 included), `odd` where other characters stand
    with it (全1), `lost` where others have a number and this has none, `continuation` on a row that continues the one
    above. After a lost number the next may be any higher one. A table without plain numbers is not judged, nor is the
    number it starts with: lists put together may number on from one to the next.
    """
    values = [value(entry.printed) for entry in entries]
    if sum(number is not None for number in values) * 2 <= sum(bool(entry.printed) for entry in entries):
        return
    last, before, open_gap = None, "", False
    for entry, number in zip(entries, values, strict=True):
        if entry.follows:
            yield from [Fault("continuation", entry, before)] if entry.printed else []
            continue
        if number is None:
            odd = _digits(entry.printed)
            yield Fault("odd" if entry.printed else "lost", entry, before)
            last, open_gap = (odd, False) if odd is not None else (last, True)
            before = entry.printed or before
            continue
        kind = _judge(last, number, open_gap)
        if kind:
            yield Fault(kind, entry, before)
        last, before, open_gap = number, entry.printed, False


def mixed(entries: Sequence[Entry]) -> Iterator[Fault]:
    """Yield the entries whose numbers are written otherwise than most: （3） among （一）（二）, 2、 among 一、三、."""
    styles = [(_style(entry.printed), entry) for entry in entries if value(entry.printed) is not None]
    counted = Counter(style for style, _ in styles)
    if len(counted) > 1:
        usual = max(counted, key=lambda style: (counted[style], style == styles[0][0]))
        yield from (Fault("style", entry) for style, entry in styles if style != usual)


def _judge(last: int | None, number: int, open_gap: bool) -> FaultKind | None:
    if last is None or number == last + 1:
        return None
    if number == last:
        return "repeated"
    if number < last:
        return "back"
    return None if open_gap else "skipped"


def _style(printed: str) -> Style:
    """How a number is written: in brackets or not, in Chinese digits or not."""
    squeezed = squeeze(printed)
    return squeezed[0] in "（(", not re.search(r"\d", squeezed)


def _digits(printed: str) -> int | None:
    """The number within an odd one (全1: 1), where there is just one."""
    met = re.findall(r"\d+", printed)
    return int(met[0]) if len(met) == 1 and len(met[0]) <= _LONGEST else None


def _chinese(digits: str) -> int | None:
    tens, ten, ones = digits.rpartition("十")
    if any(len(part) > 1 or part == "十" for part in (tens, ones)):
        return None
    places = (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0
    return 10 * places + (_DIGITS.index(ones) + 1 if ones else 0)
