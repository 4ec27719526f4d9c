"""Who does what by law (法定分工): for some matters a law itself names the lead and the parties."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class StatutoryParty:
    """One party: its function family on the days of the split, and its part in words."""

    family: str
    part: str


@dataclass(frozen=True, slots=True)
class StatutorySplit:
    """The split of one matter by one instrument, for the days from `first` to `last`.

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


@cache
def statutory_splits() -> tuple[StatutorySplit, ...]:
    """Return every split of data/law/splits.yml."""
    return ()
