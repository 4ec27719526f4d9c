"""Powers that only some levels of government have; the table data/level_powers.yml tells which, and by what article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from data.messages import language
from data.reference import load_yaml

# No clause is longer, in characters; words without marks are cut here.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Power:
    """One power: its names by language, the levels that have it, how texts print it, and where that is laid down.

    `exempt` finds words that make a clause another thing; places whose names end as `unless` says have the power too.
    """

    names: dict[str, str]
    levels: tuple[str, ...]
    words: re.Pattern[str]
    exempt: re.Pattern[str]
    unless: tuple[str, ...]
    grade: Literal["M", "L"]
    source: str

    @property
    def name(self) -> str:
        """Its name in the language of the run."""
        return self.names[language()]

    def had_by(self, place: str, level: str) -> bool:
        """Say whether a place of that level has the power.

        Example:
            >>> powers()[0].had_by("甲县", "county"), powers()[0].had_by("乙族自治县", "county")
            (False, True)
        """
        return level in self.levels or place.endswith(self.unless or ("\n",))

    def claimed_in(self, text: str) -> Iterator[int]:
        """Yield where a text, without white space and titles, claims the power: places inside the claim's clause."""
        for met in self.words.finditer(text):
            low = max(met.start() - _LONGEST, 0)
            first = max(low - 1, *(text.rfind(mark, low, met.start()) for mark in "。；;，,")) + 1
            if not self.exempt.search(text, first, met.end() + 12):
                yield met.start()


@cache
def powers() -> tuple[Power, ...]:
    """Return every power of the table, in its order."""
    return tuple(map(_power, load_yaml("level_powers.yml")))


def _power(entry: dict[str, Any]) -> Power:
    exempt = "|".join(map(re.escape, entry["not"]))
    return Power(
        names=entry["name"],
        levels=tuple(entry["levels"]),
        words=re.compile(str(entry["words"])),
        exempt=re.compile(exempt or "(?!)"),
        unless=tuple(entry["unless"]),
        grade=entry["grade"],
        source=str(entry["source"]),
    )
