"""When a list was made, as far as it can be told, and the days for which it is judged."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from data.knowledge import Knowledge, national
from data.rows import DutyList
from graph.date_evidence import Bound, of_form, of_owner, stated, written

# The day the list was made, or the day of the audit.
AsOf = Literal["list", "audit"]
# A paper that is so many days later than all others is not believed alone: 〔2051〕 for 〔2015〕.
LONE = 3653


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


def list_dates(lists: Sequence[DutyList], known: Knowledge | None = None) -> tuple[ListDate, ...]:
    """Return when each list of one jurisdiction was made, in their order.

    Args:
        lists: the lists of one jurisdiction; those of one file were made together and share their evidence.
        known: laws and reforms; the national tables unless told.

    Formula: the range that a list states (cover, title, 编制日期), cut to what else is known of it. Without that, from
    the latest of the lower bounds (papers and laws cited, what is told of, names of organs, the form of the list) to
    the earliest of the upper ones (the owner's name, the day it was published). Where two do not fit, the upper end is
    left open, since either may be a slip of the pen, and the reasons say so.

    Source: DOMAIN 1.6 for the names and their times; data/dates.yml for each bound.

    Example:
        >>> list_dates(())
        ()
    """
    known = known or national()
    files: dict[str, list[tuple[Bound, ...]]] = {}
    told = [tuple(_evidence(one, known)) for one in lists]
    for one, bounds in zip(lists, told, strict=True):
        files.setdefault(_file(one), []).append(bounds)
    return tuple(_range(bounds, files[_file(one)]) for one, bounds in zip(lists, told, strict=True))


def _file(one: DutyList) -> str:
    places = one.source or one.title_source or tuple(place for part in one.sections for place in part.source)
    return places[0].file if places else ""


def _evidence(one: DutyList, known: Knowledge) -> Iterator[Bound]:
    yield from stated(one)
    yield from written(one, known)
    yield from of_form(one)
    yield from of_owner(one, known.successions)


def _range(own: Sequence[Bound], shared: Sequence[Sequence[Bound]]) -> ListDate:
    """Return the range of a list from its own evidence and that of its file; a day that it states itself goes first."""
    of_file = [bound for bounds in shared for bound in bounds]
    spans = [bound for bound in own if bound.stated] or [bound for bound in of_file if bound.stated]
    bounds = [bound for bound in of_file if not bound.stated]
    begin = min(map(_first, spans), default=datetime.date.min)
    upper = [bound for bound in bounds if bound.last and begin <= bound.last]
    last = min([*upper, *([max(spans, key=_last)] if spans else [])], key=_last, default=None)
    lower = [bound for bound in (*bounds, *sorted(spans, key=_first)[:1]) if bound.first]
    odd = [bound for bound in lower if last and _first(bound) > _last(last)]
    first = _latest([bound for bound in lower if bound not in odd])
    conflict = [replace(max(odd, key=_first), key="conflict")] if odd else []
    kept = dict.fromkeys(bound for bound in (first, last, *conflict) if bound)
    end = None if odd or not last else last.last
    return ListDate(first.first if first else None, end, tuple(map(_reason, kept)))


def _latest(lower: Sequence[Bound]) -> Bound | None:
    """Return the latest lower bound; one that stands years behind all others alone may be a slip of the pen."""
    # Of two that say the same day, words of the list tell more than its form.
    ranked = sorted(dict.fromkeys(lower), key=lambda bound: (_first(bound), bool(bound.words)), reverse=True)
    lone = len(ranked) > 1 and not ranked[0].stated and (_first(ranked[0]) - _first(ranked[1])).days > LONE
    return ranked[int(lone)] if ranked else None


def _first(bound: Bound) -> datetime.date:
    return bound.first or datetime.date.min


def _last(bound: Bound) -> datetime.date:
    return bound.last or datetime.date.max


def _reason(bound: Bound) -> Reason:
    return Reason(bound.key, bound.words, bound.first or _last(bound))


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
