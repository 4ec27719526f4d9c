"""Places as a running text names them: with the parents before them, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from data import places
from data.reference import load_yaml

# 沿河县（市、区）: counties of any kind, whatever stands before them.
_ANY_KIND = re.compile("[（(][市县区旗]")
_CHINESE = re.compile("[一-龥]")

# A province, a city, a county and a zone: names that go on behind these are names in a row.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text: `name` bare, `parents` as printed right before it, and where it all starts and ends."""

    name: str
    parents: tuple[str, ...]
    start: int
    end: int

    @property
    def printed(self) -> str:
        """The words of the text: parents and name."""
        return "".join(self.parents) + self.name


def mentions_in(text: str) -> Iterator[Mention]:
    """Yield the places of a text in order, a name with the parents before it as one mention.

    Stricter than `places.find_in`: names that are words as well (data/places/readings.yml) count behind a parent only.

    Example:
        >>> [mention.printed for mention in mentions_in("参照浙江省嘉善县和沿海城市")]
        ['浙江省嘉善县']
    """
    chain: list[tuple[str, int]] = []
    for name, start in places.names_in(text):
        if chain and (start != chain[-1][1] + len(chain[-1][0]) or len(chain) == _LONGEST):
            yield from _mention(text, chain)
            chain = []
        chain.append((name, start))
    if chain:
        yield from _mention(text, chain)


def _mention(text: str, chain: list[tuple[str, int]]) -> Iterator[Mention]:
    name, start = chain[-1]
    found = Mention(name, tuple(parent for parent, _ in chain[:-1]), chain[0][1], start + len(name))
    if found.parents or _stands_alone(text, found):
        yield found


def _stands_alone(text: str, found: Mention) -> bool:
    before, after = text[found.start - 1 : found.start], text[found.end : found.end + 1]
    if found.name in _readings()["words"] or after in _readings()["goes_on"].get(found.name[-1], ()):
        return False
    if _ANY_KIND.match(text, found.end):
        return False
    straddles = len(found.name) == 3 and found.name[1:] in _readings()["joints"]
    return not (straddles and _CHINESE.match(before)) or before in _readings()["lead_in"]


@cache
def _readings() -> dict[str, Any]:
    loaded: dict[str, Any] = load_yaml("places/readings.yml")
    return loaded
