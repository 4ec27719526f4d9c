"""Say when a list was made, and what tells it."""

from __future__ import annotations

import datetime

from data.messages import say
from graph.dates import ListDate, Reason


def told(date: ListDate) -> str:
    """Return the range in which a list was made with its reasons, in the language of the run.

    Example:
        >>> told(ListDate(None, None))
        '无法判断'
    """
    reasons = say("date.and").join(map(_reason, date.reasons))
    return say("date.reasoned", range=_range(date), reasons=reasons) if reasons else _range(date)


def _range(date: ListDate) -> str:
    first, last = (_day(end) if end else "" for end in (date.first, date.last))
    key = {(True, True): "range", (True, False): "from", (False, True): "until"}.get((bool(first), bool(last)))
    return say(f"date.{key}", first=first, last=last) if key else say("date.unknown")


def _reason(reason: Reason) -> str:
    return say(f"date.reason.{reason.key}", words="".join(reason.words.split()), day=_day(reason.day))


def _day(day: datetime.date) -> str:
    return say("date.day", year=day.year, month=day.month, date=day.day)
