"""Which family holds a function from a day on: the reforms, function by function, national or of one place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from typing import Literal

from data.reference import load_yaml

SuccessionKind = Literal["rename", "merge", "split", "transfer"]


@dataclass(frozen=True, slots=True)
class Succession:
    """One step of a reform.

    Args:
        old: the family that gives (安监).
        new: the families that take, several where the function is shared out without telling which.
        date: the day by which it was done.
        kind: rename, merge, split or transfer.
        functions: words of the function that moved (职业卫生); () where the whole family moved, or all that is not
            told otherwise.
        place: the jurisdiction it holds for, "" for the whole country.
        source: the document that says so.
    """

    old: str
    new: tuple[str, ...]
    date: datetime.date
    kind: SuccessionKind
    functions: tuple[str, ...]
    place: str
    source: str


@cache
def successions() -> tuple[Succession, ...]:
    """Return every step of data/bodies/successions.yml, in the order of the table."""
    return tuple(
        Succession(
            old=entry["from"],
            new=tuple(entry["to"]),
            date=entry["date"],
            kind=entry["kind"],
            functions=tuple(entry.get("functions", ())),
            place=entry.get("place", ""),
            source=entry["source"],
        )
        for entry in load_yaml("bodies/successions.yml")
    )
