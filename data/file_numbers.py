"""Issuer codes of file numbers (发文机关代字): of which place 石政办发 speaks, seen from a jurisdiction."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from data.place_kin import Kin, kin_of
from data.places import Place, all_places
from data.reference import load_text, load_yaml

# central: a central body; chain: the jurisdiction, a place above it or within it; sibling: a place beside it;
# elsewhere: another of the province, or another province; nowhere: none of these is called so.
Standing = Literal["central", "chain", "sibling", "elsewhere", "nowhere"]
Organ = Literal["government", "other"]
_LEVELS = "省市县区旗州盟镇乡"
# 湖南省 → 湖南, 蒸湘区 → 蒸湘: what short names are taken from.
_TYPE = re.compile("(?<=.)(?:(?:[^族]{1,3}族)*自治[区州县旗]|(?:管理|新)区|地区|[省市县区旗州盟])$")


@dataclass(frozen=True, slots=True)
class Issuer:
    """What a code says of its issuer.

    Args:
        lead: the characters that stand for the place (石); "" for a central body.
        organ: government where 政 or 府 follows, else other (a party committee, a department).
        standing: how the place stands to the jurisdiction.
        places: full names of the places it can be, those nearest to the jurisdiction; () for central and nowhere.
    """

    lead: str
    organ: Organ
    standing: Standing
    places: tuple[str, ...]


@cache
def issuer(code: str, jurisdiction: str) -> Issuer | None:
    """Return which place a code speaks of, judged from a jurisdiction; None where that cannot be told.

    The code must part into a lead and words for organs and papers. A lead of which every character stands in the name
    of the jurisdiction, or of what is above it, or is the short name of one of these, is of the chain. Nothing is said
    of codes made of organs alone (民发, 财综: of a ministry, or of a bureau of the place itself), of level words
    (县政发), and of places that are in no table.

    Args:
        code: 石政办发.
        jurisdiction: full name (衡阳市蒸湘区).

    Example:
        >>> issuer("石政办发", "衡阳市蒸湘区").places, issuer("湘政发", "衡阳市蒸湘区").standing
        (('衡阳市石鼓区',), 'chain')
        >>> issuer("民发", "衡阳市蒸湘区")
    """
    met = _parted().fullmatch(code)
    organ = _organ(met["rest"]) if met else "other"
    central = code.startswith(tuple(_words()["always_central"]))
    central = central or (organ == "other" and code.startswith(tuple(_words()["central"])))
    kin = kin_of(jurisdiction)
    if not met or not kin or kin.zone or _placeless().fullmatch(code) or met["lead"][0] in _LEVELS:
        return Issuer("", "other", "central", ()) if central else None
    standing, places = _seen_from(kin, met["lead"])
    if central and standing != "chain":
        return Issuer("", "other", "central", ())
    # More characters that no place bears may be any word (石化, 卫医管): only one is a short name for certain.
    known = standing != "nowhere" or len(met["lead"]) == 1
    return Issuer(met["lead"], organ, standing, places) if known else None


def names_issuer(code: str, place: str) -> bool:
    """Return whether a code can be that of a government of a place, by its name alone; True where it cannot be told.

    Args:
        code: 衡政办发.
        place: name of the place, with its parents or without (湖南省).

    Example:
        >>> names_issuer("衡政办发", "湖南省"), names_issuer("湘政办发", "湖南省"), names_issuer("民发", "湖南省")
        (False, True, True)
    """
    met = _parted().fullmatch(code)
    if not met or _organ(met["rest"]) != "government" or met["lead"][0] in _LEVELS or _placeless().fullmatch(code):
        return True
    kin = kin_of(place)
    names = {place, *(kin.own if kin else ())}
    return bool(set(met["lead"]) & set("".join(map(_chars, names))))


def _organ(rest: str) -> Organ:
    return "government" if rest.startswith(("政", "府")) and not rest.startswith("政法") else "other"


def _seen_from(kin: Kin, lead: str) -> tuple[Standing, tuple[str, ...]]:
    chain = frozenset("".join(_chars(name) for names in (kin.own, kin.cities, kin.provinces) for name in names))
    if set(lead) <= chain:
        return "chain", ()
    ties: dict[str, dict[str, str]] = {}
    for place in sorted(_called().get(lead, ()), key=lambda place: place.last):
        tie = kin.tie_of(place)
        # Far away some county bears any first character: only provinces are known by theirs.
        if tie != "far" or place.level == "province":
            ties.setdefault(tie, {})[place.name] = place.full
    if ties.keys() & {"own", "above", "below", "around", "unknown"}:
        return "chain", ()
    for standing, nearest in _STANDINGS:
        if nearest in ties:
            return standing, tuple(ties[nearest].values())
    return "nowhere", ()


_STANDINGS: tuple[tuple[Standing, str], ...] = (("sibling", "sibling"), ("elsewhere", "province"), ("elsewhere", "far"))


def _chars(name: str) -> str:
    """The characters that can stand for a place in a code: those of its name, and its short names of the table."""
    return _TYPE.sub("", name) + "".join(_shorts().get(name, ()))


@cache
def _called() -> dict[str, tuple[Place, ...]]:
    """Lead → the places that are called so: by the first character of their name, their stem, or a short name."""
    found: dict[str, list[Place]] = {}
    for place in filter(lambda one: one.is_division, all_places()):
        stem = _TYPE.sub("", place.name)
        for lead in _leads(place, stem):
            found.setdefault(lead, []).append(place)
    return {lead: tuple(places) for lead, places in found.items()}


def _leads(place: Place, stem: str) -> Iterable[str]:
    """A province is called by its short names alone (湖 is none); other places by their first character too."""
    if place.level == "province":
        return _shorts().get(place.name, ())
    return dict.fromkeys((stem[0], stem[:3], *_shorts().get(place.name, ())))


@cache
def _shorts() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(load_text("places/short.csv").splitlines()):
        found[row["name"]] = (*found.get(row["name"], ()), row["short"])
    return found


@cache
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = load_yaml("law/issuers.yml")
    return loaded


@cache
def _parted() -> re.Pattern[str]:
    return re.compile(f"(?P<lead>[一-龥]{{1,3}}?)(?P<rest>{_body()})")


@cache
def _placeless() -> re.Pattern[str]:
    return re.compile(_body())


def _body() -> str:
    """A pattern of one to four organs with one or two words for the paper, or with none; or of papers alone."""
    organs = "|".join(word for words in _words()["organs"].values() for word in words)
    forms = "|".join(_words()["forms"])
    return f"(?:(?:{organs}){{1,4}}(?:{forms}){{0,2}}|(?:{forms}){{1,2}})"
