"""Bodies of another level that act in a list: 县国土局 in a district's, 市卫生局 in its own procedure, 下级部门."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from analysis.levels import Slip, either, higher, peers, slip
from analysis.rule import Words
from analysis.voices import Said
from data.bodies import successor
from data.body_names import read_name
from graph.home import Home
from graph.text import any_of

# A level word begins a name only at the start, after a sign, or after one of these; 市、县 speaks of both in general.
_BEFORE = (
    "(?:^|(?<=[，,。；;：:、（(）)0-9由报经向送给会同将在对的和与及或以为把被后前时请受到于各]))(?<!市、)(?<!市和)"
)
_NAME = "[一-龥]{1,12}?(?:局|委员会|委|厅|办公室|办|部门|指挥部)"
_SUPERIOR = f"(?P<name>(?:[省市]级?{_NAME}|[一-龥]{{2,4}}厅))"
_NUMBER = "(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．])*"
# Who takes the complaints that are made to a superior is that superior.
_RECEIVED = re.compile(f"(?:接受|受理)[^。；;]{{0,60}}?向{_SUPERIOR}(?:反映|投诉|提出|咨询|举报)")
_HALL = re.compile(f"(?:^|(?<=[。；;，,：:])){_NUMBER}(?P<name>[一-龥]{{2,4}}厅)(?=[一-龥])")


def peer_bodies(said: Said, home: Home, words: Words) -> Iterator[Slip]:
    """Yield the clauses with bodies of another kind of county; 某县 makes a case one from elsewhere."""
    others = peers(home)
    if not others:
        return
    elsewhere = re.search(f"某[{others}]", said.bare)
    for met in _named_peers(others).finditer(said.bare):
        if not either(words.terms("no_peer")).match(met.group().lstrip("该")):
            yield slip("elsewhere" if elsewhere else "peer", "county", said, met.start())


def acting_superiors(said: Said, home: Home, owner: str, words: Words) -> Iterator[Slip]:
    """Yield the clauses in which the owner's superior of the same family acts in the owner's own procedure."""
    if owner.endswith("分局"):
        return
    for met in (met for pattern in _acting(words.terms("procedure")) for met in pattern.finditer(said.bare)):
        if _of_superior(met, home, owner) and not _divides(said, home, met):
            yield slip("higher", home.level_of(_level(met["name"]), above=True), said, met.start("name"))
    for met in _RECEIVED.finditer(said.bare):
        if _of_superior(met, home, owner):
            yield slip("higher", home.level_of(_level(met["name"]), above=True), said, met.start("name"))
    for met in _reported(words.terms("within")).finditer(said.bare):
        first, last = said.sentence(met.start())
        inspected = either(words.terms("inspected")).search(said.bare, first, last)
        if inspected and _of_superior(met, home, owner):
            yield slip("higher", home.level_of(_level(met["name"]), above=True), said, met.start("name"))


def bare_halls(said: Said, home: Home) -> Iterator[Slip]:
    """Yield the clauses that begin with a department of a province (卫生厅) which the text nowhere names as that."""
    for met in _HALL.finditer(said.bare) if higher(home, "province") else ():
        name = read_name(met["name"])
        bare = name.known and name.kind == "body" and name.rest == name.text and not name.text.endswith("服务厅")
        if bare and f"省{name.text}" not in said.bare:
            yield slip("higher", "province", said, met.start("name"), sure=False)


def bodies_below(said: Said, home: Home, owner: str, words: Words) -> Iterator[Slip]:
    """Yield the clauses with 下级财政部门, 各地卫生部门, 全区审计机关: a county's bureau has no bureaus below it."""
    if said.voice != "own":
        return
    clauses: set[tuple[int, int]] = set()
    for group, sure in (("lower", True), ("lower_loose", False)):
        for met in _lower(words.terms(group), home.word or "区").finditer(said.bare):
            kin, clause = met.groupdict().get("kin"), said.clause(met.start())
            if clause not in clauses and (not kin or _kin(kin, owner)):
                clauses.add(clause)
                yield slip("lower", "county", said, met.start(), sure)


def _level(name: str) -> str:
    return "省" if name.endswith("厅") else name[0]


def _of_superior(met: re.Match[str], home: Home, owner: str) -> bool:
    word = _level(met["name"])
    return word != home.word and higher(home, home.level_of(word, above=True)) and _kin(met["name"], owner)


def _divides(said: Said, home: Home, met: re.Match[str]) -> bool:
    """Say whether the sentence divides the work: 市局负责…，区局负责…."""
    first, last = said.sentence(met.start())
    own = re.compile(f"(?:^|(?<=[，,、由])){home.word}[一-龥]{{1,10}}?[局委办]")
    return met.group().endswith(("负责", "牵头", "组织")) and bool(own.search(said.bare, first, last))


@cache
def _acting(acts: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    patterns = (
        f"(?<!报)经{_SUPERIOR}(?:或者其派出机构)?(?:主要|分管)?(?:负责人|领导)(?:批准|同意|审批)",
        f"由{_SUPERIOR}(?:直接)?组织力量",
        f"在{_SUPERIOR}网站",
        f"(?:^|(?<=[。；;，,：:])){_NUMBER}{_SUPERIOR}{any_of(acts)}",
    )
    return tuple(map(re.compile, patterns))


@cache
def _reported(within: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"{any_of(within)}[^。；;]{{0,12}}?(?:报告|报送|上报|报|向){_SUPERIOR}")


@cache
def _lower(templates: tuple[str, ...], word: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{template.replace('{own}', word)})" for template in templates))


@cache
def _named_peers(others: str) -> re.Pattern[str]:
    name = f"(?![市区县旗（(、])(?:人民政府|政府(?!性)|委(?!员)|直|{_NAME})"
    return re.compile(f"某[{others}]|(?:{_BEFORE}|该)[{others}]{name}")


def _kin(name: str, owner: str) -> bool:
    """Say whether two bodies have a family in common, now or after the reforms."""
    return bool(_lasting(name) & _lasting(owner))


@cache
def _lasting(name: str) -> frozenset[str]:
    printed = read_name(name).families
    return frozenset(printed).union(*(successor(family, datetime.date.max) for family in printed))
