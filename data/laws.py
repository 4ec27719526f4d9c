"""Laws and documents as they stood on a day: in force, revised, repealed, or the old one of two of the same name.

The tables stand in data/law; what is not in them is not known, and nothing is said about it (docs/law-data.md).
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from data.law_lookup import Laws, laws_of
from data.law_titles import is_national_law_name
from data.reference import load_text

__all__ = [
    "COMPLETE_TO",
    "Change",
    "Instrument",
    "Laws",
    "instruments",
    "is_national_law_name",
    "laws_of",
    "unknown_law",
]

# The table of national laws is complete up to the list of laws in force that the congress published on this day.
COMPLETE_TO = datetime.date(2026, 6, 26)

InstrumentKind = Literal["law", "regulation", "rule", "local", "document", "party"]
# 修订: adopted anew, article numbers move; 修正: some articles are changed, the numbers stay as a rule.
ChangeKind = Literal["revised", "amended"]
Standing = Literal["not-yet", "in-force", "ended"]

_KINDS: dict[str, InstrumentKind] = {kind: kind for kind in get_args(InstrumentKind)}
_CHANGES: dict[str, ChangeKind] = {"修订": "revised", "修正": "amended"}


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
        aliases: other titles under which it is cited (a short name, a title without its issuer).
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
    aliases: tuple[str, ...] = ()

    def standing(self, day: datetime.date) -> Standing:
        """Return how it stands on a day."""
        if self.ended and self.ended <= day:
            return "ended"
        return "not-yet" if self.effective and day < self.effective else "in-force"

    def changes_between(self, first: datetime.date, last: datetime.date) -> tuple[Change, ...]:
        """Return the changes that took effect after `first`, up to and with `last`."""
        return tuple(change for change in self.changes if first < change.effective <= last)


# The columns of data/law/instruments.csv, and the keys of an [[instrument]] in an office's law.toml.
COLUMNS = (
    "name",
    "aliases",
    "kind",
    "issuer",
    "number",
    "adopted",
    "effective",
    "changes",
    "ended",
    "ended_by",
    "source",
)


@cache
def instruments() -> tuple[Instrument, ...]:
    """Return every instrument of data/law/instruments.csv, in the order of the table."""
    lines = csv.reader(load_text("law/instruments.csv").splitlines())
    next(lines)
    return tuple(map(instrument_of, lines))


def instrument_of(cells: Sequence[str]) -> Instrument:
    """Return the instrument of one line of the table (ValueError where a kind, a change or a date is none).

    Args:
        cells: name, aliases (parted by ;), kind, issuer, number, adopted, effective, changes ("2015-04-24 修订
            2015-10-01", parted by ;), ended, ended_by, source; days as 2015-10-01, "" where not known.
    """
    name, aliases, kind, issuer, number, adopted, effective, changes, ended, ended_by, source = cells
    return Instrument(
        name,
        _KINDS[kind],
        issuer,
        number,
        _day(adopted),
        _day(effective),
        tuple(map(_change, _parts(changes))),
        _day(ended),
        ended_by,
        source,
        _parts(aliases),
    )


def unknown_law(name: str, laws: Laws, day: datetime.date) -> bool:
    """Say whether a title has the form of a national law, and there was no such law up to that day.

    The table holds every law that was in force on COMPLETE_TO, and the repealed ones that are still cited; of a later
    day nothing is said.

    Example:
        >>> today = datetime.date(2020, 1, 1)
        >>> unknown_law("残疾人保护法", laws_of(instruments()), today)
        True
        >>> unknown_law("残疾人保障法", laws_of(instruments()), today)
        False
    """
    return day <= COMPLETE_TO and is_national_law_name(name) and not laws.named(name)


def _change(printed: str) -> Change:
    adopted, kind, effective = printed.split()
    return Change(_CHANGES[kind], datetime.date.fromisoformat(adopted), datetime.date.fromisoformat(effective))


def _day(printed: str) -> datetime.date | None:
    return datetime.date.fromisoformat(printed) if printed else None


def _parts(printed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in printed.split(";")) if printed else ()
