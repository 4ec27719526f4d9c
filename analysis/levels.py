"""Words of another level of government in a list: what they are, and what tells that a level is another one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.voices import Said
from data.places import find
from graph.dutygraph import Level
from graph.home import Home
from graph.text import any_of

# What a place speaks of: its superiors, another kind of county, a level below that is not there, a case from elsewhere.
Kind = Literal["higher", "peer", "lower", "elsewhere"]

RANKS: tuple[Level, ...] = ("township", "county", "city", "province", "central")
COUNTIES = "县区旗"


@dataclass(frozen=True, slots=True)
class Slip:
    """Words of another level in one text: where they stand in its words, which level they mean, and how sure it is."""

    kind: Kind
    level: Level
    said: Said
    start: int
    end: int
    sure: bool


def slip(kind: Kind, level: Level, said: Said, place: int, sure: bool = True) -> Slip:
    """Return the clause around a place as a slip; what a case tells is never sure."""
    first, last = said.clause(place)
    return Slip(kind, level, said, first, last, sure and said.voice == "own")


def higher(home: Home, level: Level) -> bool:
    """Say whether a level stands above that of a jurisdiction.

    Example:
        >>> from graph.home import home_of
        >>> higher(home_of("衡阳市蒸湘区"), "city"), higher(home_of("衡阳市"), "city")
        (True, False)
    """
    return level in RANKS and RANKS.index(level) > RANKS.index(home.level)


@cache
def peers(home: Home) -> str:
    """Return the level words of other kinds of counties; 区 is the whole region where the place lies in a 自治区.

    Example:
        >>> from graph.home import home_of
        >>> peers(home_of("衡阳市蒸湘区")), peers(home_of("呼和浩特市清水河县"))
        ('县旗', '旗')
    """
    if home.word not in (*COUNTIES, "市"):
        return ""
    known = find(home.bare)
    regional = bool(known) and known[0].parents[0].endswith("自治区")
    return "".join(word for word in COUNTIES if word != home.word and not (word == "区" and regional))


@cache
def either(terms: tuple[str, ...], behind: str = "", before: str = "") -> re.Pattern[str]:
    """Return the pattern for one of several words between two patterns, made once."""
    return re.compile(before + any_of(terms) + behind)
