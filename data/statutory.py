"""Who does what by law (法定分工): for some matters a law itself names the lead and the parties.

The table stands in data/law/splits.yml (docs/statutory-splits.md).
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.body_terms import family_table
from data.messages import say
from data.reference import load_yaml

_NEEDED = ("matter", "words", "leads", "instrument", "articles", "first", "source")
_KEYS = {*_NEEDED, "unlike", "parties", "local", "last"}


@dataclass(frozen=True, slots=True)
class StatutoryParty:
    """One party: its function family on the first day of the split, and its part in words."""

    family: str
    part: str


@dataclass(frozen=True, slots=True)
class StatutorySplit:
    """The split of one matter by one instrument, for the days from `first` to `last`.

    Families are those of the first day; who followed them is told by the reforms (`graph.baseline`).

    Args:
        matter: the name of the matter (出生人口性别比治理).
        words: groups of words: a matter's name that holds a word of each group is about it.
        unlike: words that make it another matter.
        leads: families that lead; several, or none, where the law itself leaves it so.
        parties: the others that the law names.
        local: whether the law leaves the split to the local government.
        instrument: name of the instrument.
        articles: the articles that say so, verbatim (第六条).
        first: the first day.
        last: the last day; None where it holds still.
        source: where these facts come from.
    """

    matter: str
    words: tuple[tuple[str, ...], ...]
    unlike: tuple[str, ...]
    leads: tuple[str, ...]
    parties: tuple[StatutoryParty, ...]
    local: bool
    instrument: str
    articles: tuple[str, ...]
    first: datetime.date
    last: datetime.date | None
    source: str

    def holds(self, day: datetime.date) -> bool:
        """Say whether the split is the law on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


@cache
def statutory_splits() -> tuple[StatutorySplit, ...]:
    """Return every split of data/law/splits.yml, in the order of the table."""
    return tuple(map(split_of, load_yaml("law/splits.yml")))


def split_of(entry: Mapping[str, Any]) -> StatutorySplit:
    """Return the split that an entry of the table, or of an office's own file, tells of.

    Args:
        entry: the keys of data/law/splits.yml; days as dates or as text (2015-10-01).

    Raises:
        ValueError: a key is missing or not known, a family is not known, or a day is none; it says which.

    Example:
        >>> entry = {"matter": "秸秆禁烧", "words": [["秸秆"], ["禁烧"]], "leads": ["生态环境"], "source": "本县文件",
        ...          "instrument": "某县秸秆禁烧办法", "articles": ["第三条"], "first": "2020-01-01"}
        >>> split_of(entry).leads
        ('生态环境',)
    """
    _check(entry)
    parties = dict(entry.get("parties", {}))
    return StatutorySplit(
        matter=str(entry["matter"]),
        words=tuple(tuple(group) for group in entry["words"]),
        unlike=tuple(entry.get("unlike", ())),
        leads=tuple(entry["leads"]),
        parties=tuple(StatutoryParty(family, str(part)) for family, part in parties.items()),
        local=bool(entry.get("local", False)),
        instrument=str(entry["instrument"]),
        articles=tuple(entry["articles"]),
        first=_day(entry["first"]),
        last=_day(entry["last"]) if "last" in entry else None,
        source=str(entry["source"]),
    )


def _check(entry: Mapping[str, Any]) -> None:
    missing = [key for key in _NEEDED if key not in entry]
    if missing:
        raise ValueError(say("split.missing", keys=say("join").join(missing)))
    if unknown := [key for key in entry if key not in _KEYS]:
        raise ValueError(say("split.unknown", keys=say("join").join(unknown), known=say("join").join(sorted(_KEYS))))
    if not _groups(entry["words"]):
        raise ValueError(say("split.words"))
    for key in ("leads", "articles", "unlike"):
        if not _texts(entry.get(key, [])):
            raise ValueError(say("split.list", name=key))
    if not isinstance(entry.get("parties", {}), Mapping):
        raise ValueError(say("split.parties"))
    for family in (*entry["leads"], *entry.get("parties", {})):
        if family not in family_table():
            raise ValueError(say("split.family", family=family))
    if "last" in entry and _day(entry["last"]) < _day(entry["first"]):
        raise ValueError(say("split.order", first=entry["first"], last=entry["last"]))


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)


def _groups(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(_texts(group) and group for group in value)


def _day(value: object) -> datetime.date:
    """Return a day; YAML and TOML have dates, JSON their text."""
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError as error:
        raise ValueError(say("split.day", day=value)) from error
