"""How places stand to a jurisdiction: its own former names, what is above, below and beside it, what is foreign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from data.place_mentions import Mention
from data.places import Place, all_places, bare_name, find, names_in, stem
from data.reference import load_text, load_yaml

# own: the place itself and its forerunners; around: zones of the own city, and for a zone what lies about it; sibling:
# of the same city (of the province where no city stands between); province: of the same province; far: of another;
# unknown: cannot be told.
Tie = Literal["own", "above", "below", "around", "sibling", "province", "far", "unknown"]


@cache
def became(place: Place) -> tuple[Place, ...]:
    """Return what a place that ended was called next: the division of its code, or of its stem in the same province.

    Only what the tables show: the next name begins in the year after the last one, or data/places/successors.csv tells
    which division it was joined to. () where the place still stands, or was parted among others.

    Example:
        >>> [[next.full for next in became(old)] for old in find("襄樊市")[:1]]
        [['襄阳市']]
    """
    peers = [one for one in all_places() if one.level == place.level and one.first == place.last + 1]
    return tuple(one for one in peers if _continues(place, one)) or _told(place)


def forerunners(place: Place) -> tuple[Place, ...]:
    """Return what a place was called before, the latest first, as far as the table shows it."""
    found: list[Place] = []
    front = [place]
    while front:
        here = front.pop()
        fresh = [one for one in _before(here) if one not in found]
        found += fresh
        front += fresh
    return tuple(sorted(found, key=lambda one: -one.last))


def _before(place: Place) -> list[Place]:
    ended = [one for one in all_places() if one.level == place.level and one.last + 1 == place.first]
    return [one for one in ended if _continues(one, place)]


def _continues(old: Place, new: Place) -> bool:
    before, after = stem(old.name), stem(new.name)
    same_code = old.code != "" and old.code == new.code
    # 蓟县 → 蓟州区, 沙县 → 沙县区: a stem of one character got a second one.
    lengthened = len(before) == 1 and after.startswith(before) and old.parents[1] == new.parents[1]
    return old.parents[0] == new.parents[0] and (same_code or before == after or lengthened)


def _told(place: Place) -> tuple[Place, ...]:
    new = _successors().get((*place.parents, place.name, str(place.last)), "")
    later = [one for one in find(new) if one.last > place.last and one.parents[0] == place.parents[0]]
    return tuple(one for one in later if place.parents[1] in ("", one.parents[1]))


@cache
def _successors() -> dict[tuple[str, str, str, str], str]:
    """(province, city, name, last year) → the division that it was joined to, by data/places/successors.csv."""
    rows = (line.split(",") for line in load_text("places/successors.csv").splitlines()[1:])
    return {(province, city, name, last): new for province, city, name, last, new, _ in rows}


@dataclass(frozen=True, slots=True)
class Kin:
    """A jurisdiction among the divisions: the names and places it is, and those above it.

    `own`, `cities` and `provinces` are all names that these have borne; `since` is the year in which the jurisdiction
    itself began (0 where it has no row); `zone` says that it is no division: what lies around it is its neighbourhood.
    """

    own: frozenset[str]
    cities: frozenset[str]
    provinces: frozenset[str]
    level: str
    since: int
    zone: bool

    def tie(self, mention: Mention) -> Tie:
        """Return how the place of a mention stands to the jurisdiction: the nearest reading that its words allow.

        A name that is none below its parents is a word behind the last of these (耒阳市城区).
        """
        return _tie(self, mention.name, mention.parents)

    def tie_of(self, place: Place) -> Tie:
        """Return how one place stands to the jurisdiction."""
        city, province = place.parents[1], place.parents[0] or place.name
        if province in load_yaml("places/readings.yml")["outside"]:
            return "unknown"
        if place.name in self.own and place.level == self.level and self._shares(province, city):
            return "own"
        if place.level == "province":
            return "above" if place.name in self.provinces else "far" if self.provinces else "unknown"
        if place.level == "city" and place.name in self.cities:
            return "above"
        if city in self.own or province in self.own:
            return "below"
        if (city or province) in (self.cities or self.provinces):
            return self._beside(place)
        return "province" if province in self.provinces else "far" if self.provinces or self.own else "unknown"

    def _beside(self, place: Place) -> Tie:
        """A neighbour, or a zone of the own city.

        What ended before the jurisdiction began, or was parted among others, may be its own past.
        """
        if place.last < self.since:
            return "own"
        if place.last < _latest() and not became(place):
            return "own"
        return "around" if self.zone or not place.is_division else "sibling"

    def _shares(self, province: str, city: str) -> bool:
        return not self.provinces or province in self.provinces or city in self.cities


@lru_cache(maxsize=1 << 16)
def _tie(kin: Kin, name: str, parents: tuple[str, ...]) -> Tie:
    named = [place for place in find(name) if all(stem(parent) in map(stem, place.parents) for parent in parents)]
    if parents and not named:
        return _tie(kin, parents[-1], parents[:-1])
    later = [next for place in named for next in became(place)]
    ties = [kin.tie_of(place) for place in (*named, *later)] or ["unknown"]
    return min(ties, key=_NEAREST.index)


@cache
def _latest() -> int:
    """The last year that the table of divisions tells of."""
    return max(place.last for place in all_places() if place.is_division)


_NEAREST: tuple[Tie, ...] = ("own", "above", "below", "around", "unknown", "sibling", "province", "far")


@cache
def kin_of(jurisdiction: str) -> Kin | None:
    """Return the kin of a jurisdiction, None where its name says nothing at all.

    A name that no table has is taken for a county that it holds, else as what lies below the city or province that it
    holds: a zone, or a county where it ends as one.

    Example:
        >>> kin = kin_of("衡阳市蒸湘区")
        >>> [kin.tie_of(find(name)[0]) for name in ("衡阳市", "石鼓区", "长沙市", "广东省")]
        ['above', 'sibling', 'province', 'far']
    """
    if not jurisdiction:
        return None
    bare = bare_name(jurisdiction)
    printed = jurisdiction.removesuffix(bare)
    homes = [place for place in find(bare) if _below(place, printed)]
    return _of_places(homes) if homes else _of_text(jurisdiction)


def _below(place: Place, printed: str) -> bool:
    return not printed or any(parent and stem(parent) in printed for parent in place.parents)


def _of_places(homes: list[Place]) -> Kin:
    lines = [one for home in homes for one in (home, *forerunners(home))]
    cities = {one.parents[1] for one in lines if one.parents[1]}
    provinces = {one.parents[0] for one in lines if one.parents[0]}
    own = frozenset(one.name for one in lines)
    latest = max(homes, key=lambda one: one.last)
    return Kin(
        own=own,
        cities=frozenset(_names_of(cities, "city")),
        provinces=frozenset(provinces) or own,
        level=latest.level,
        since=min(one.first for one in lines) if latest.is_division else 0,
        zone=not latest.is_division,
    )


def _names_of(cities: Iterable[str], level: str) -> set[str]:
    """Return the names with those that their places have borne before and since (襄阳市, 襄樊市)."""
    known = [place for name in cities for place in find(name) if place.level == level]
    later = [one for place in known for one in became(place)]
    earlier = [one for place in known for one in forerunners(place)]
    return {*cities, *(one.name for one in (*later, *earlier))}


def _of_text(jurisdiction: str) -> Kin:
    names = [name for name, _ in names_in(jurisdiction)]
    known = [place for name in names for place in find(name)]
    above = [place for place in known if place.level != "county"]
    cities = {place.name for place in above if place.level == "city"}
    provinces = {place.parents[0] or place.name for place in above}
    homes = [place for place in known if place.level == "county"]
    if homes := [place for place in homes if not above or {*place.parents} & (cities or provinces)]:
        return _of_places(homes)
    # Every county (县) stands in the table: one that does not is no zone inside another, but unknown or made up.
    zone = not jurisdiction.endswith("县")
    return Kin(frozenset({jurisdiction}), frozenset(cities), frozenset(provinces), "county", 0, zone)
