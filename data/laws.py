"""Laws and documents as they stood on a day: in force, revised, repealed, or the old one of two of the same name.

The tables stand in data/law; what is not in them is not known, and nothing is said about it (docs/law-data.md).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from typing import Literal

InstrumentKind = Literal["law", "regulation", "rule", "local", "document", "party"]
# 修订: adopted anew, article numbers move; 修正: some articles are changed, the numbers stay as a rule.
ChangeKind = Literal["revised", "amended"]
Standing = Literal["not-yet", "in-force", "ended"]


@dataclass(frozen=True, slots=True)
class Change:
    """One revision or amendment: the day it was adopted, and the day from which it holds."""

    kind: ChangeKind
    adopted: datetime.date
    effective: datetime.date


@dataclass(frozen=True, slots=True)
class Instrument:
    """One law or document, from its first day to its last: a new one of the same name is another Instrument.

    Args:
        name: full title (中华人民共和国食品安全法).
        kind: law, regulation (行政法规), rule (部门规章), local (地方性法规, 地方政府规章), document, party (党内法规).
        issuer: who made it, "" where the kind says it (a law).
        number: its file or order number, "" where none is known.
        adopted: the day it was adopted or published; None where not known.
        effective: the day from which it holds; None where not known.
        changes: revisions and amendments in order.
        ended: the first day on which it no longer holds; None where it holds still, as far as known.
        ended_by: what ended it.
        source: where these facts come from.
    """

    name: str
    kind: InstrumentKind
    issuer: str = ""
    number: str = ""
    adopted: datetime.date | None = None
    effective: datetime.date | None = None
    changes: tuple[Change, ...] = ()
    ended: datetime.date | None = None
    ended_by: str = ""
    source: str = ""

    def standing(self, day: datetime.date) -> Standing:
        """Return how it stands on a day."""
        if self.ended and self.ended <= day:
            return "ended"
        return "not-yet" if self.effective and day < self.effective else "in-force"

    def changes_between(self, first: datetime.date, last: datetime.date) -> tuple[Change, ...]:
        """Return the changes that took effect after `first`, up to and with `last`."""
        return tuple(change for change in self.changes if first < change.effective <= last)


@cache
def instruments() -> tuple[Instrument, ...]:
    """Return every instrument of the tables in data/law."""
    return ()
