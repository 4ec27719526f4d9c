"""What places are called on the telephone and on the net: area codes, and labels of domains under gov.cn.

Governments register their name in pinyin (hengyang.gov.cn), its initials (hysgq: HengYang ShiGuQu) or a mixture. No
register of these names can be had offline, so that a label is only compared with what the places around would take.
"""

from __future__ import annotations

from functools import cache

from data.place_kin import Kin
from data.places import Place, all_places, stem
from data.reference import load_text

# A full pinyin of fewer letters may be an abbreviation of anything (wuxi stays below gov.cn, an is one of an office).
_LONG = 5
# One of a place in the own province is likelier to be meant for it.
_NEAR = 4
# Initials without those of the type (sg of 石鼓) are too short alone: hysg is the least that is told from a word.
_SHORT = 4


@cache
def area_codes() -> dict[str, tuple[str, ...]]:
    """Return the telephone area codes with the cities that use them, or used them before they joined a neighbour's.

    Example:
        >>> area_codes()["0734"], area_codes()["028"]
        (('衡阳市',), ('成都市', '资阳市', '眉山市'))
    """
    rows = (line.split(",") for line in load_text("places/phone_codes.csv").splitlines()[1:])
    return {code: tuple(names.split()) for code, names, _ in rows}


def labels(place: Place) -> frozenset[str]:
    """Return the labels that a place would take as its name under gov.cn; none where pinyin.csv has no such name.

    Example:
        >>> from data.places import find
        >>> sorted(labels(find("石鼓区")[0]))[:4]
        ['hengyangsgq', 'hengyangshigu', 'hengyangshiguqu', 'hysg']
    """
    if place.name not in _pinyins():
        return frozenset()
    full, typed, short = _spelt(place.name)
    own, brief = {full, typed}, _initials(place.name)
    found = {name for name in own if len(name) >= _LONG} | {brief}
    if place.level == "county" and place.parents[1]:
        above, _, above_short = _spelt(place.parents[1])
        found |= {before + name for before in (above, above_short) for name in (*own, brief)}
        found |= {name for name in (above_short + short,) if len(name) >= _SHORT}
    return frozenset(found)


@cache
def _pinyins() -> dict[str, tuple[str, ...]]:
    rows = (line.split(",") for line in load_text("places/pinyin.csv").splitlines()[1:])
    return {name: tuple(syllables.split()) for name, syllables in rows}


def _pinyin(name: str) -> tuple[str, ...]:
    return _pinyins()[name]


def _spelt(name: str) -> tuple[str, str, str]:
    """The stem in full, the same with its type, and its initials: 石鼓区 → shigu, shiguqu, sg."""
    syllables = _pinyin(name)[: len(stem(name))]
    full = "".join(syllables)
    return full, full + "".join(_pinyin(name)[len(syllables) :]), "".join(part[0] for part in syllables)


def _initials(name: str) -> str:
    """The initials with that of the type: 石鼓区 → sgq, 芷江侗族自治县 → zjx."""
    return _spelt(name)[2] + _pinyin(name)[-1][0]


def place_of_host(host: str, kin: Kin) -> Place | None:
    """Return the foreign place that a host under gov.cn belongs to; None where it is an own one or cannot be told.

    Args:
        host: a host name (www.hysgq.gov.cn), in any case.
        kin: the jurisdiction among the divisions; a zone may use the name of the county around it.

    Example:
        >>> from data.place_kin import kin_of
        >>> place = place_of_host("www.hysgq.gov.cn", kin_of("衡阳市蒸湘区"))
        >>> place.full if place else None
        '衡阳市石鼓区'
    """
    parts = [part for part in host.lower().removesuffix("gov.cn").split(".") if part and part != "www"]
    if kin.zone or not parts:
        return None
    own, beside = _own_labels(kin), _beside_labels(kin)
    foreign = [beside[part] for part in parts if part in beside and part not in own]
    if foreign or parts[-1] in own:
        return foreign[0] if foreign else None
    return _city_labels().get(parts[-1]) or _province_labels(kin).get(parts[-1])


@cache
def _own_labels(kin: Kin) -> frozenset[str]:
    names = kin.own | kin.cities | kin.provinces
    own = [place for place in all_places() if place.name in names or kin.tie_of(place) in ("own", "above", "below")]
    spelt = (place for place in own if place.name in _pinyins())
    return frozenset(label for place in spelt for label in (*labels(place), *_spelt(place.name)))


@cache
def _beside_labels(kin: Kin) -> dict[str, Place]:
    found = (place for place in all_places() if place.level == "county" and kin.tie_of(place) == "sibling")
    return {label: place for place in found for label in labels(place)}


@cache
def _province_labels(kin: Kin) -> dict[str, Place]:
    """Full pinyin → county or county-level city elsewhere in the own province, where one alone is spelt so."""
    found: dict[str, list[Place]] = {}
    for place in all_places():
        if place.level == "county" and place.is_division and kin.tie_of(place) == "province":
            found.setdefault(_spelt(place.name)[0], []).append(place)
    alone = {full: places for full, places in found.items() if len({stem(place.name) for place in places}) == 1}
    latest = {full: max(places, key=lambda place: place.last) for full, places in alone.items()}
    return {full: place for full, place in latest.items() if len(full) >= _NEAR}


@cache
def _city_labels() -> dict[str, Place]:
    """Full pinyin → city, where one city alone is spelt so."""
    found: dict[str, set[str]] = {}
    cities = {
        place.name: place for place in all_places() if place.level == "city" and place.name.endswith(("市", "州"))
    }
    for place in cities.values():
        found.setdefault(_spelt(place.name)[0], set()).add(place.name)
    return {full: cities[next(iter(names))] for full, names in found.items() if len(names) == 1 and len(full) >= _LONG}


@cache
def foreign_code(code: str, kin: Kin) -> str:
    """Return the places of an area code where it is that of another place for certain, joined by 、; else "".

    Those of Beijing and of the own province's capital are the superiors' numbers; where the own city is not known, all
    codes of the province may be the own one.

    Example:
        >>> from data.place_kin import kin_of
        >>> foreign_code("0730", kin_of("衡阳市蒸湘区")), foreign_code("0731", kin_of("衡阳市蒸湘区"))
        ('岳阳市', '')
    """
    using = area_codes().get(code, ())
    own = kin.own | kin.cities | kin.provinces
    if not using or not kin.provinces or code == "010" or any(name in own for name in using):
        return ""
    places = [place for place in all_places() if place.name in using]
    ties = {kin.tie_of(place) for place in places}
    capital = any(place.code.endswith("0100") and place.parents[0] in kin.provinces for place in places)
    inside = any(place.parents[0] in kin.provinces for place in places)
    near = ties & {"own", "above", "below", "unknown"} or capital or (inside and not kin.cities)
    return "" if near else "、".join(using)
