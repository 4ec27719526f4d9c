"""One spelling of a body's name within its jurisdiction: which level it means, and the key that equal names share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from data.body_names import BodyName, read_name
from data.body_terms import family_table
from data.townships import township_name
from graph.dutygraph import Level
from graph.home import Home

_LOCAL = ("乡镇街道", "村居")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it was read here.

    `prefix` is the level word or foreign place before it ("" where none is printed), `key` is equal for spellings that
    are one body by their words alone, `own` says that the body is of the jurisdiction's own level, `branch` that it is
    the branch of a higher body here (公安分局).
    """

    text: str
    prefix: str
    read: BodyName
    level: Level
    own: bool
    branch: bool
    key: str

    @property
    def families(self) -> tuple[str, ...]:
        """The function families that the name prints."""
        return self.read.families


@lru_cache(maxsize=65536)
def spell(home: Home, name: str) -> Spelling:
    """Read a name as one of the jurisdiction `home`.

    Example:
        >>> from graph.home import home_of
        >>> {spell(home_of("衡阳市蒸湘区"), name).key for name in ("公安蒸湘分局", "市公安局蒸湘分局", "区公安 分局")}
        {'branch:公安'}
    """
    text = re.sub(r"\s+", "", name)
    short, above = _without_place(home, text)
    read = read_name(short, home.stem)
    branch = read.end == "分局"
    level = _level(home, read, branch, above or home.above[:-1] in short[1:])
    own = level == home.level and not read.place and not branch
    prefix = read.place or (home.word if own and read.level else read.level)
    return Spelling(text, prefix, read, level, own, branch, _key(read, level, branch))


def _without_place(home: Home, text: str) -> tuple[str, bool]:
    """Put the level word for the jurisdiction's own name, or for that of the city above it; say whether above."""
    text = text.removeprefix("中共")
    for place in (home.name, home.bare):
        if text.startswith(place) and len(text) > len(place):
            return home.word + _inside(home, text[len(place) :]), False
    if home.above and text.startswith(home.above) and len(text) > len(home.above):
        return home.above[-1] + _inside(home, text[len(home.above) :]), True
    return _inside(home, text), False


def _inside(home: Home, text: str) -> str:
    """Drop the jurisdiction's name inside a name: 公安局美兰区分局 → 公安局分局."""
    return text.replace(home.bare, "") if home.bare != home.stem else text


def _level(home: Home, read: BodyName, branch: bool, above: bool) -> Level:
    if set(read.families) & set(_LOCAL) or township_name(read.rest):
        return "township"
    if read.nature == "generic" or (read.kind == "function" and not read.level):
        return "unknown"
    if branch:
        return "city" if home.level == "county" else home.level
    level = home.level_of(read.level or (home.above[-1:] if above else ""), above)
    same_kind = level == home.level or (level == "county" and home.level == "county")
    return home.level if same_kind else level


def _key(read: BodyName, level: Level, branch: bool) -> str:
    if branch and read.families and not read.place:
        return f"branch:{'+'.join(read.families)}"
    full = re.sub("[和与及]", "", read.full.removeprefix("委"))
    if read.kind != "generic":
        full = re.sub("^人民政府(?=.)(?!办公室)", "", full)
    return f"{level}:{read.place}{full}"


def branch_families() -> frozenset[str]:
    """Return the families whose body in a city district is as a rule a branch of the city's body."""
    return frozenset(family for family, entry in family_table().items() if entry.get("branch"))
