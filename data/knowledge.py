"""What the program knows beside the lists: national tables, and what an office adds to them for its own place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from data.abolished import Abolished, abolished_institutions
from data.laws import Instrument, instruments
from data.statutory import StatutorySplit, statutory_splits
from data.successions import Succession, successions


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of one run: those of the program with the office's own entries before them.

    `instruments`, `abolished`, `successions` and `statutory` are what data/law and data/bodies/successions.yml say.
    """

    instruments: tuple[Instrument, ...]
    abolished: tuple[Abolished, ...]
    successions: tuple[Succession, ...]
    statutory: tuple[StatutorySplit, ...]


@cache
def national() -> Knowledge:
    """Return what the tables of the program say, read once a process."""
    return Knowledge(instruments(), abolished_institutions(), successions(), statutory_splits())


def with_local(known: Knowledge, more: Sequence[Instrument | Abolished | Succession | StatutorySplit]) -> Knowledge:
    """Return the knowledge with an office's own entries put first: what stands first is believed."""

    return Knowledge(
        instruments=(*(one for one in more if isinstance(one, Instrument)), *known.instruments),
        abolished=(*(one for one in more if isinstance(one, Abolished)), *known.abolished),
        successions=(*(one for one in more if isinstance(one, Succession)), *known.successions),
        statutory=(*(one for one in more if isinstance(one, StatutorySplit)), *known.statutory),
    )
