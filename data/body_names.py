"""Read the name of a government body: its place, level, words, families and full form.

A name is taken as [place][level word][words][end]: 衡阳市蒸湘区卫生局, 区教文体局, 教育行政主管部门, 其他有关部门.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from data.body_terms import Term, cut, family_table, named_bodies, words
from data.places import leading
from data.townships import township_name

Kind = Literal["named", "body", "function", "generic", "none"]
_Read = tuple[str, str, tuple[str, ...], str, Kind, bool]

# 市场, 市政公用, 国家税务, 县域 …: there the first character belongs to the word behind it.
_LEVEL = re.compile(
    "(?:国务院|中央|国家(?!税务|安全|金融)|省|自治区|市(?!场|容|政(?!府|协|法委)|民服务)|州|盟|区(?!域)|县(?!域)|旗)(?:级(?!别))?"
)
# 团县委: the level word stands inside.
_YOUTH = re.compile("^(?:共青团|团)([省市州区县旗])委(?:员会)?$")
# A function word with more characters than this outside the tables speaks of something else (负有…职责的部门).
_STRANGE = 2


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name that was read.

    `place` are the place names before it, `level` the level word (that of the place where one is named), `rest` the
    name without them and `full` the same in full words, `end` its end (局, 分局, 行政主管部门 …; "" for none).
    `kind`: named (a body of names.yml), body (words and an end), function (教育部门), generic (made of generic words:
    有关部门), none (anything else; of generic nature where it ends in 部门 or 单位: 负有监管职责的部门).
    `known` says that every character of it belongs to a word of the tables.
    """

    text: str
    place: str
    level: str
    rest: str
    full: str
    end: str
    families: tuple[str, ...]
    nature: str
    kind: Kind
    known: bool


@lru_cache(maxsize=65536)
def read_name(name: str, stem: str = "") -> BodyName:
    """Read a name; white space does not count.

    Args:
        name: one name, without brackets and role tags.
        stem: the bare name of the jurisdiction (蒸湘): cut out where it stands inside, so that 公安蒸湘分局,
            蒸湘公安分局 and 公安分局 read alike.

    Example:
        >>> read_name("区教文体局").full, read_name("区教文体局").families
        ('教育文化体育局', ('教育', '文化', '体育'))
    """
    text = re.sub(r"\s+", "", name)
    plain = _YOUTH.sub(r"\1团委", text.removeprefix("中共"))
    place = "" if plain in named_bodies() else leading(plain)
    behind = plain[len(place) :]
    level = place[-1:] or _level(behind) or ("省" if behind.endswith("厅") else "")
    rest = behind if place else behind.removeprefix(level)
    bare = _without_quantifier(rest.replace(stem, "") if stem and not place else rest)
    return BodyName(text, place, level.removesuffix("级"), bare, *_read_rest(bare))


def _level(text: str) -> str:
    """The level word that `text` begins with; "" where the whole text is a name of names.yml (国家安全局, 区 …)."""
    match = _LEVEL.match(text)
    return match.group() if match and text not in named_bodies() and len(text) > match.end() else ""


def _without_quantifier(rest: str) -> str:
    for word in words()["quantifiers"]:
        if rest.startswith(word) and read_name(rest[len(word) :]).kind in ("named", "body"):
            return rest[len(word) :]
    return rest


def _read_rest(rest: str) -> _Read:
    if body := named_bodies().get(rest):
        return (rest if body.kept else body.full), _end(body.full), body.families, body.nature, "named", True
    if function := _read_function(rest):
        return function
    if _generic().fullmatch(rest):
        return rest, "", (), "generic", "generic", True
    if township := township_name(rest):
        return township, "", (), "government", "named", True
    if rest.endswith(("部门", "单位")):
        return rest, "", (), "generic", "none", True
    return _read_words(rest)


def _read_function(rest: str) -> _Read | None:
    """Read a function word; of its ends the longest that leaves a word of a family: 药品监督管理|部门."""
    for end in (end for end in _function_ends() if rest.endswith(end)):
        terms = cut(rest.removesuffix(end))
        families = _families(terms)
        if families and sum(not term.known for term in terms) <= _STRANGE:
            return rest, end, families, _family_nature(families[0]), "function", True
    return None


def _read_words(rest: str) -> _Read:
    end = _end(rest)
    terms = cut(rest.removesuffix(end))
    families = _families(terms)
    kind: Kind = "body" if end and rest != end and (families or end in words()["strong_ends"]) else "none"
    known = bool(end) and all(term.known for term in terms)
    full = _full(terms) + words()["full_ends"].get(end, end) if known else rest
    return full, end, families, _nature(end, families), kind, known


def _full(terms: tuple[Term, ...]) -> str:
    """The words in full; among several a short form gets its full words without 和: 发展改革和经济信息化局."""
    several = sum(bool(term.families) for term in terms) > 1
    return "".join(term.full.replace("和", "") if several and term.text != term.full else term.full for term in terms)


def _families(terms: tuple[Term, ...]) -> tuple[str, ...]:
    """The families in order; a weak word (建设, 监察) counts only where no other word has a family.

    A word of one character counts only in a name without unknown characters: 推广, 环卫 are no 广电, no 卫生.
    """
    known = all(term.known for term in terms)
    told = [term for term in terms if term.families and (known or len(term.text) > 1)]
    found = [term for term in told if term.text not in words()["weak"]] or told
    return tuple(dict.fromkeys(family for term in found for family in term.families))


def _nature(end: str, families: tuple[str, ...]) -> str:
    told = _family_nature(families[0]) if families else "unknown"
    if told not in ("government", "unknown"):
        return told
    natures = {"unit": "unit_ends", "company": "company_ends", "group": "group_ends", "mass": "mass_ends"}
    by_end = next((nature for nature, ends in natures.items() if end in words()[ends]), told)
    return "vertical" if end == "分局" else "government" if by_end == "unknown" and end in ("局", "委员会") else by_end


def _family_nature(family: str) -> str:
    return str(family_table().get(family, {}).get("nature", "government"))


@cache
def _generic() -> re.Pattern[str]:
    pieces = sorted(words()["generic"], key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, pieces))})*(?:{'|'.join(words()['generic_ends'])})")


@cache
def _function_ends() -> tuple[str, ...]:
    return tuple(sorted(words()["function_ends"], key=len, reverse=True))


def _end(rest: str) -> str:
    return _ending(rest, tuple(sorted(words()["ends"], key=len, reverse=True)))


def _ending(text: str, ends: tuple[str, ...]) -> str:
    return next((end for end in ends if text.endswith(end)), "")
