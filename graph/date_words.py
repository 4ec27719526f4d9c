"""Days written in a text: 2015年7月, 二〇一五年七月, 2015-07-01."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

_HAN = "〇○OoΟ０零一二三四五六七八九"
_VALUES = dict(zip(_HAN, "0000000123456789", strict=True))
_MONTH, _DATE = "1[0-2]|0?[1-9]", r"[12]\d|3[01]|0?[1-9]"
_SPELT = rf"年(?:\s?(?P<month>{_MONTH})\s?月(?:\s?(?P<date>{_DATE})\s?日)?)?"
_SIGNED = rf"(?P<sign>[-./])(?P<month2>{_MONTH})(?:(?P=sign)(?P<date2>{_DATE}))?(?!\d)"
_ARABIC = rf"(?<![\d.-])(?P<year>(?:19|20)\d\d)\s?(?:{_SPELT}|{_SIGNED})"
_TENS = "(?:[一二三]?十)?[一二三四五六七八九]?"
_CHINESE = (
    rf"(?P<han>[一二][{_HAN}]{{3}})年(?:(?P<han_month>十?[一二三四五六七八九]|十)月(?:(?P<han_date>{_TENS})日)?)?"
)
_MONTHS = 12
_DAY = re.compile(f"{_ARABIC}|{_CHINESE}")


@dataclass(frozen=True, slots=True)
class Told:
    """A day, month or year as a text writes it: its first and last day, and where the words begin and end."""

    first: datetime.date
    last: datetime.date
    words: str
    start: int
    end: int


def days_in(text: str) -> Iterator[Told]:
    """Yield the days, months and years that a text writes, in order; what is no day of the calendar is left out.

    Example:
        >>> [str(told.first) for told in days_in("二〇一五年七月编制，2014年5月30日通过")]
        ['2015-07-01', '2014-05-30']
    """
    for match in _DAY.finditer(text):
        year, month, date = _numbers(match)
        if month <= _MONTHS and date <= calendar.monthrange(year, month or 1)[1]:
            first = datetime.date(year, month or 1, date or 1)
            yield Told(first, _last(first, month, date), match.group(), match.start(), match.end())


def _numbers(match: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, date of the month; 0 for what is not written."""
    if han := match["han"]:
        year = int("".join(_VALUES[char] for char in han))
        return max(year, 1), _small(match["han_month"]), _small(match["han_date"])
    return int(match["year"]), int(match["month"] or match["month2"] or 0), int(match["date"] or match["date2"] or 0)


def _small(words: str | None) -> int:
    """The value of a Chinese number below 40 (二十三), 0 for none."""
    tens, ten, ones = (words or "").rpartition("十")
    return (int(_VALUES[tens]) if tens else 1 if ten else 0) * 10 + (int(_VALUES[ones]) if ones else 0)


def _last(first: datetime.date, month: int, date: int) -> datetime.date:
    if date:
        return first
    end = month or 12
    return datetime.date(first.year, end, calendar.monthrange(first.year, end)[1])
