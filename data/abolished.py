"""Institutions that ended (社会抚养费, 劳动教养, 工商年检): words that tell of them, and the day they ended."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Abolished:
    """One institution.

    Args:
        name: what it is called (社会抚养费).
        words: words in texts that speak of it.
        beside: words in the same sentence that make it another thing, or tell that the text knows of the end.
        ended: the first day on which it was no more.
        instead: what took its place, "" where nothing did.
        by: what ended it.
        source: where these facts come from.
    """

    name: str
    words: tuple[str, ...]
    beside: tuple[str, ...]
    ended: datetime.date
    instead: str
    by: str
    source: str


@cache
def abolished_institutions() -> tuple[Abolished, ...]:
    """Return every institution of data/law/abolished.yml."""
    return ()
