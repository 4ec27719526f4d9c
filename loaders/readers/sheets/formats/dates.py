"""Print the number of a day as its format has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from loaders.readers.sheets.formats.codes import Section, Token
from loaders.readers.sheets.formats.numerals import digit_by_digit, of_date

# Days are counted from the end of 1899; day 60 is 29 February 1900, which there was not (ECMA-376 part 1, 18.17.4.1).
_FALSE_DAY = 60
_BASE, _EARLY_BASE = datetime(1899, 12, 30), datetime(1899, 12, 31)
# Workbooks of old Macintoshes count from 1904.
_BASE_1904 = datetime(1904, 1, 1)
_LAST_DAY = 2_958_466
_WEEKDAYS = "一二三四五六日"
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ELAPSED = {"h": 3600, "m": 60, "s": 1}


def date_text(serial: float, section: Section, from_1904: bool = False) -> str | None:
    """Return a day and time of day as a format prints them, None where it is no day.

    Args:
        serial: days since the end of 1899, the time as a fraction of a day.
        section: the section of the format.
        from_1904: the workbook counts from 1904.

    Example:
        >>> from loaders.readers.sheets.formats.codes import sections_of
        >>> date_text(45352, sections_of('yyyy"年"m"月"d"日"')[0])
        '2024年3月1日'
    """
    if not 0 <= serial < _LAST_DAY:
        return None
    tenths = any(token.kind == "date" and "." in token.text for token in section.tokens)
    moment = moment_of(serial, from_1904, tenths)
    minutes = _minutes(section.tokens)
    halves = any(token.kind == "half" for token in section.tokens)
    said = ""
    for index, token in enumerate(section.tokens):
        if token.kind == "elapsed":
            said += str(round(serial * 86400) // _ELAPSED[token.text[0]]).zfill(len(token.text))
        elif token.kind == "half":
            said += _half(token.text, moment)
        elif token.kind == "date":
            said += _part("M" * len(token.text) if index in minutes else token.text.lower(), moment, halves, section)
        else:
            said += token.text
    return said


def moment_of(serial: float, from_1904: bool = False, tenths: bool = False) -> datetime:
    """Return the moment that a number of days stands for, to the second, or with `tenths` to the millisecond."""
    base = _BASE_1904 if from_1904 else _BASE if serial >= _FALSE_DAY else _EARLY_BASE
    return base + (
        timedelta(milliseconds=round(serial * 86_400_000)) if tenths else timedelta(seconds=round(serial * 86_400))
    )


def serial_of(moment: datetime) -> float:
    """Return the number of days that stands for a moment, counted from the end of 1899."""
    return (moment.replace(tzinfo=None) - _BASE) / timedelta(days=1)


def _minutes(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the places of the tokens m and mm that are minutes: those behind an hour or before a second."""
    timed = [(index, token.text[0].lower()) for index, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    found = set()
    for number, (index, letter) in enumerate(timed):
        before = timed[number - 1][1] if number else ""
        after = timed[number + 1][1] if number + 1 < len(timed) else ""
        if letter == "m" and len(tokens[index].text) <= len("mm") and (before == "h" or after == "s"):
            found.add(index)
    return frozenset(found)


def _half(form: str, moment: datetime) -> str:
    morning, afternoon = form.split("/")
    return morning if moment.hour < 12 else afternoon


def _part(form: str, moment: datetime, halves: bool, section: Section) -> str:
    """Return one part of a date; minutes come as M."""
    letter, length, numerals = form[0], len(form), section.numerals
    if letter in "ye":
        year = f"{moment.year:04}" if letter == "e" or length > len("yy") else f"{moment.year % 100:02}"
        return digit_by_digit(year, numerals)
    if letter == "a":
        return ("星期" if length > len("aaa") else "") + _WEEKDAYS[moment.weekday()]
    if letter in "md" and length > len("mm"):
        return _named(letter, length, moment)
    if letter == "s" and "." in form:
        places = length - form.index(".") - 1
        return f"{moment.second:02}.{f'{moment.microsecond:06}'[:places]}"
    hour = (moment.hour + 11) % 12 + 1 if halves else moment.hour
    value = {"m": moment.month, "d": moment.day, "h": hour, "M": moment.minute, "s": moment.second}[letter]
    return of_date(value, numerals) if numerals else str(value).zfill(min(length, 2))


def _named(letter: str, length: int, moment: datetime) -> str:
    name = _MONTHS[moment.month - 1] if letter == "m" else _DAYS[moment.weekday()]
    return name if length == len("mmmm") else name[:1] if length > len("mmmm") else name[:3]
