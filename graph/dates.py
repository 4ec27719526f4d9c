"""When a list was made, as far as it can be told, and the days for which it is judged."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data.rows import DutyList

# The day the list was made, or the day of the audit.
AsOf = Literal["list", "audit"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a list is not older, or not younger, than a day: a key of the messages (date.<key>) with its words."""

    key: str
    words: str
    day: datetime.date


@dataclass(frozen=True, slots=True)
class ListDate:
    """The days between which a list was made, both included; None where that end is open. `reasons` say why."""

    first: datetime.date | None
    last: datetime.date | None
    reasons: tuple[Reason, ...] = ()


def list_dates(lists: Sequence[DutyList]) -> tuple[ListDate, ...]:
    """Return when each list of one jurisdiction was made, in their order."""
    return tuple(_by_year(one) for one in lists)


def _by_year(one: DutyList) -> ListDate:
    if one.year is None:
        return ListDate(None, None)
    first, last = datetime.date(one.year, 1, 1), datetime.date(one.year, 12, 31)
    return ListDate(first, last, (Reason("year", str(one.year), first),))


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The days for which a run judges its lists.

    `audit` is the day of the audit, None where only the lists' own days count (so that a result depends on nothing
    but the lists); `at_list_date` says whether the day of each list counts too.
    """

    audit: datetime.date | None = None
    at_list_date: bool = True


# Nothing but the lists counts: the same lists give the same result on any day.
AT_LIST_DATES = Standpoint()
