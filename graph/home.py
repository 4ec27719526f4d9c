"""A jurisdiction as the names of its bodies speak of it: its level word, its bare name, the city above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data import places
from graph.dutygraph import Level

_LEVELS: dict[str, Level] = {
    "中央": "central",
    "国务院": "central",
    "国家": "central",
    "省": "province",
    "自治区": "province",
    "市": "city",
    "州": "city",
    "盟": "city",
    "区": "county",
    "县": "county",
    "旗": "county",
}


@dataclass(frozen=True, slots=True)
class Home:
    """`name` as the lists have it (衡阳市蒸湘区), `bare` without parents, `above` the parents as printed (衡阳市).

    `word` is its level word (区), `stem` what stands in names of branches (蒸湘), `district` says that it is a district
    of a city and no zone: there many bodies are branches of the city's.
    """

    name: str
    bare: str
    above: str
    stem: str
    word: str
    level: Level
    district: bool

    @property
    def superiors(self) -> tuple[str, ...]:
        """The province and the city above: those of the tables, or as printed where several places bear the name.

        Example:
            >>> home_of("蒸湘区").superiors, home_of("岚川市望溪县").superiors
            (('湖南省', '衡阳市'), ('岚川市',))
        """
        known = [place.parents for place in places.find(self.bare) if self.above in ("", *place.parents)]
        provinces = {parents[:1] for parents in known}
        return known[0] if len(provinces) == 1 else tuple(filter(None, (self.above,)))

    def level_of(self, word: str, above: bool = False) -> Level:
        """Return the level that a level word means here: 市 in a county-level city is the county, unless `above`."""
        if word == self.word and not above:
            return self.level
        return _LEVELS.get(word, self.level)


def home_of(jurisdiction: str) -> Home:
    """Read the name of a jurisdiction; names that no table has (in examples, or new ones) are read by their form.

    Example:
        >>> home_of("衡阳市蒸湘区").stem, home_of("邢台市威县").stem
        ('蒸湘', '威县')
    """
    bare = places.bare_name(jurisdiction)
    if not places.find(bare) and (match := re.fullmatch("(.+?[市州盟])(.+[市区县旗])", jurisdiction)):
        bare = match.group(2)
    known = places.find(bare)
    level = known[0].level if known else _LEVELS.get(bare[-1:], "county")
    division = not known or known[0].is_division
    return Home(
        name=jurisdiction,
        bare=bare,
        above=jurisdiction.removesuffix(bare),
        stem=_stem(bare),
        word=bare[-1:] if bare[-1:] in _LEVELS else "",
        level=level,
        district=level == "county" and bare.endswith("区") and division,
    )


def _stem(bare: str) -> str:
    short = re.sub("(?<=..)(?:[^族]{1,3}族)*自治[县旗州]$|(?<=..)(?:管理区|新区|[省市区县旗州盟])$", "", bare)
    return short or bare
