"""Words that a search for one level character broke: 区场 for 市场, and places where the character is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from analysis.voices import Said
from data.body_names import read_name
from data.law_lookup import Laws
from data.places import find
from data.reference import load_yaml
from data.segment import frequency, likelihood
from data.segment import words as segment
from graph.text import any_of

# How many characters around a level character decide which word it stands in.
_BEFORE, _BEHIND = 4, 6
# A dictionary word of so few occurrences in 60 million is no witness.
_KNOWN = 100
# From so many on, another level character makes the word one of a series (省级, 市级, 县级): the character is a level.
_SERIES = 50
# 全装修, 全闭环: before a noun of two characters 全 may mean wholly.
_SHORT_NOUN = 2
# So many characters behind 局 show the reader which clause is meant.
_SHOWN = 4
_TITLE = re.compile("《([^《》]{4,60})》")


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken word: its place in the words of a text, what it was (""), where that is known, and from what."""

    start: int
    end: int
    right: str


def broken_words(said: Said, own: str, gain: float) -> Iterator[Broken]:
    """Yield the words that no dictionary has and that are words with another level character.

    Args:
        said: the text.
        own: the level character of the list's place (区), which stands where another stood.
        gain: by how much the logarithm of the text's probability must grow.
    """
    for met in re.finditer(own, said.words):
        first = max(0, met.start() - _BEFORE)
        found = _restored(said.words[first : met.start() + _BEHIND], met.start() - first, own, gain)
        if found and not _begins_body(said.words[met.end() : met.end() + 12]):
            offset, right = found
            yield Broken(first + offset, first + offset + len(right), right)


def broken_expressions(said: Said, own: str) -> Iterator[Broken]:
    """Yield expressions of the law with the own level character in them (设区的区), and levels told twice (区、区)."""
    table, pattern = _expressions(own)
    for met in pattern.finditer(said.words):
        yield Broken(met.start(), met.end(), table[met.group()])
    for met in _doubled(own).finditer(said.words):
        yield Broken(met.start(), met.end(), "")


def broken_bodies(said: Said, own: str) -> Iterator[Broken]:
    """Yield the departments of a province (厅) with the level character of a county before them: 区财政厅."""
    for met in re.finditer(f"(?<!自治){own}([一-龥]{{2,8}}?厅)", said.words):
        name = read_name(met[1])
        if name.known and name.kind == "body" and name.rest == met[1] and not met[1].endswith("服务厅"):
            yield Broken(met.start(), met.end(), f"省{met[1]}")


def broken_state(said: Said, own: str, bare: str) -> Iterator[Broken]:
    """Yield bodies of the state whose name became one of the place: 国家望溪县卫生局, where 国家卫生计生委 stood.

    Args:
        said: the text.
        own: the level character of a county.
        bare: the name of the list's place.
    """
    for met in re.finditer(f"(?:国家|国务院|中央)(?:{re.escape(bare)}|{own}(?=[一-龥]{{2,12}}?[局委办]))", said.words):
        if met.group().endswith(bare) or _begins_body(said.words[met.end() : met.end() + 12]):
            yield Broken(met.start(), met.end(), "")


def broken_places(said: Said, own: str, above: Iterable[str]) -> Iterator[Broken]:
    """Yield the places above the list's own one whose level character became that of a county: 衡阳区 for 衡阳市.

    Args:
        said: the text.
        own: the level character of a county.
        above: the names of the places above (湖南省, 衡阳市).
    """
    for place in above:
        damaged = place[:-1] + own
        if len(damaged) > 2 and damaged in said.words and not find(damaged):
            for met in re.finditer(f"{damaged}(?![域间位块划片级内外、市县])", said.words):
                yield Broken(met.start(), met.end(), place)


def broken_titles(said: Said, own: str, laws: Laws) -> Iterator[Broken]:
    """Yield quoted titles that no table has and that are known ones with another level character."""
    for met in _TITLE.finditer(said.words):
        title = re.sub("[（(〔\\[].*$", "", met[1])
        if own in title and not laws.named(title):
            known = (one.name for other in _swaps(title, own) for one in laws.named(other))
            if right := next(known, ""):
                yield Broken(met.start(), met.end(), f"《{right}》")


def doubtful_phrases(said: Said, own: str) -> Iterator[Broken]:
    """Yield phrases that may be meant as they stand, and are set phrases with another level character (城区供水)."""
    table, pattern = _phrases(own)
    for met in pattern.finditer(said.words):
        if said.words[met.end() : met.end() + 1] not in tuple("域块分间"):
            yield Broken(met.start(), met.end(), table[met.group()])


def lost_words(
    said: Said, own: str, names: tuple[str, ...], whole: Set[str] = frozenset(), broken: bool = False
) -> Iterator[Broken]:
    """Yield places in the owner's own words where the level character, or the name with it, is gone.

    Args:
        said: the text.
        own: the level character.
        names: short names of the owner without the level word (卫生局) that the list always prints with it.
        whole: pairs of characters that the list prints behind 全 and the level character.
        broken: whether the list has broken words for certain; then longer nouns that it nowhere prints so count too.
    """
    if said.voice != "own":
        return
    for met in re.finditer("全", said.bare):
        noun = _noun_behind(said.bare, met.start())
        if noun and (noun[:2] in whole or (broken and len(noun) > _SHORT_NOUN)):
            yield Broken(met.start(), met.end() + len(noun), f"全{own}{noun}")
    for met in _subjects(names).finditer(said.bare):
        alone = met["name"] == "局"
        shown = re.match(f"[一-龥]{{0,{_SHOWN}}}", said.bare[met.end() :]) if alone else None
        end = met.end("name") + (shown.end() if shown else 0)
        yield Broken(met.start("name"), end, "" if alone else own + met["name"])


def bare_subject(said: Said, name: str) -> int:
    """Return how often clauses of a text begin with a name without its level word."""
    return len(_subjects((name,)).findall(said.bare)) if name in said.bare else 0


@lru_cache(maxsize=16384)
def _restored(window: str, place: int, own: str, gain: float) -> tuple[int, str] | None:
    """Return where a broken word begins in a window and the word it was."""
    for other in _table()["replaced"]:
        mended = window[:place] + other + window[place + 1 :]
        for first, last in ((place, 2), (place, 3), (place - 1, 2), (place - 1, 3), (place - 2, 3)):
            word = mended[max(first, 0) : first + last]
            whole = first >= 0 and other != own and len(word) == last and _was(word, place - first, own)
            if whole and likelihood(mended) - likelihood(window) >= gain:
                return first, word
    return None


@lru_cache(maxsize=4096)
def _was(word: str, place: int, own: str) -> bool:
    """Say whether a word is one for certain: the dictionary has it, and with no other level character.

    What is left of 省直 or 省内外 without the level says that a level is meant: that is no word broken by another one.
    """
    around = word[:place] + word[place + 1 :]
    damaged = word[:place] + own + word[place + 1 :]
    composed = around in _table()["marks"] or (place == 0 and len(around) > 1 and frequency(around) > 0)
    if frequency(word) < _KNOWN or composed or frequency(damaged) or damaged in _table()["standing"]:
        return False
    others = (word[:place] + other + word[place + 1 :] for other in _table()["levels"] if other != word[place])
    return not any(frequency(other) >= _SERIES for other in others)


@lru_cache(maxsize=4096)
def _begins_body(text: str) -> bool:
    """Say whether a text begins with the name of a body: 民宗局 behind 区 is no 市民."""
    ends = re.finditer("[局委办厅院部所会队站]|中心", text)
    names = (read_name(text[: end.end()]) for end in ends)
    return any(name.known and name.kind in ("named", "body", "function") for name in names)


def _noun_behind(words: str, place: int) -> str:
    """Return the word behind 全 where 全 is no part of a word and no fixed way to speak: 易制毒 behind 制定、实施全."""
    before = words[place - 1 : place + 1] if place else ""
    if frequency(words[place : place + 2]) or frequency(before):
        return ""
    window, position = words[max(0, place - 6) : place + 10], max(0, place - 6)
    cut = segment(window)
    for word, following in pairwise(cut):
        if position == place and word == "全" and len(following) > 1:
            known = following.startswith(tuple(_table()["whole"])) or not re.match("[一-龥]{2}", following)
            return "" if known else following
        position += len(word)
    return ""


def _swaps(text: str, own: str) -> Iterator[str]:
    for met in re.finditer(own, text):
        for other in _table()["replaced"]:
            if other != own:
                yield text[: met.start()] + other + text[met.end() :]


@cache
def _expressions(own: str) -> tuple[dict[str, str], re.Pattern[str]]:
    return _damages(tuple(_table()["fixed"]), own, frozenset((*_table()["fixed"], *_table()["standing"])))


@cache
def _phrases(own: str) -> tuple[dict[str, str], re.Pattern[str]]:
    return _damages(tuple(_table()["phrases"]), own, frozenset(_table()["phrases"]))


def _damages(wholes: tuple[str, ...], own: str, right: frozenset[str]) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return what expressions become by the own level character → the expression; and a pattern of these."""
    damaged = {
        whole[:place] + own + whole[place + 1 :]: whole
        for whole in wholes
        for place, mark in enumerate(whole)
        if mark in _table()["replaced"] and mark != own
    }
    table = {broken: whole for broken, whole in damaged.items() if broken not in right}
    return table, re.compile(any_of(table) if table else "(?!)")


@cache
def _doubled(own: str) -> re.Pattern[str]:
    """（区、区）, 县区区: among levels none is told twice."""
    others = "".join(level for level in "市县区旗" if level != own)
    return re.compile(f"[（(]{own}[、，,]{own}[）)]|[{others}][、]?{own}、?{own}(?![域级直属内委政间块分级、人民]|$)")


@cache
def _subjects(names: tuple[str, ...]) -> re.Pattern[str]:
    begins = "(?:^|(?<=[。；;，,、：:\n）).．]))"
    alone = f"局(?={any_of(_table()['subject'])})"
    return re.compile(f"{begins}(?P<name>{'|'.join((*map(re.escape, names), alone))})")


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml("level_words.yml")
    return table
