"""Scopes of another level in a list: 全市, 我市, 市直单位, where the owner acts on them itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from analysis.levels import Kind, Slip, either, higher, peers, slip
from analysis.rule import Words
from analysis.voices import Said
from data.places import find
from data.segment import words as segment
from graph.dutygraph import Level
from graph.home import Home
from graph.text import any_of

_WHOLE = re.compile("全([国省市县区旗州盟])")
# 样本县, 成本区 and 本市场 hold 本 with another meaning.
_OURS = re.compile("(?:我|(?<![样成版副资基])本)([市县区旗州])(?!场|容|域|间|段|块|位|政(?!府))")
# The daily work of a council or headquarters: its office stands in a department of the same level.
_HOSTED = re.compile(
    "(?:承担|负责)([省市])(?!场|容)[一-龥、]{1,30}?(?:委员会|委会|领导小组|指挥部|联席会议)(?:办公室|办)?的?(?:日常|具体)(?:工作|事务)"
)
_SEAT = re.compile("([省市县区])直(?:单位|部门|机关|企业|行政|事业|各|有关)")
_GRADE = re.compile("([省市])级(?!以上)")
# 市信用平台: what a county builds or plans for the city, where 市 is a word.
_WORK = re.compile("([省市])(?![一-龥]{0,14}[级县乡区])(?=[一-龥]{2,14}?(?:平台|数据库|中心|体系)(?:[，。；;、]|$))")
# 全国爱牙日, 全国科普周; but 日常 and 月度 are no such days.
_OCCASION = re.compile("[日周月节](?![常期度约水能])")


def scopes(said: Said, home: Home, words: Words) -> Iterator[Slip]:
    """Yield the clauses in which the owner acts on a whole that is not its own."""
    for met in _WHOLE.finditer(said.bare):
        level = home.level_of(met[1]) if met[1] != "国" else "central"
        if _another(home, met[1], level) and _own_act(said, met.start(), words):
            first, last = said.clause(met.start())
            if not _common(said.bare[met.end() : last], words) and _is_word(said.bare[first:last], met, first):
                yield slip(_kind(home, level), level, said, met.start())
    for pattern, told in ((_SEAT, _commanded), (_GRADE, _founded)):
        for met in pattern.finditer(said.bare):
            level = home.level_of(met[1])
            if _another(home, met[1], level) and told(said, met, words):
                yield slip(_kind(home, level), level, said, met.start())
    for met in _WORK.finditer(said.bare):
        level = home.level_of(met[1])
        if _another(home, met[1], level) and _founded(said, met, words) and _alone(said, met):
            yield slip(_kind(home, level), level, said, met.start(), sure=False)
    for met in _superior_names(home).finditer(said.bare) if higher(home, "city") else ():
        first, last = said.clause(met.start())
        if _own_act(said, met.start(), words) and not _common(said.bare[met.end() : last], words):
            yield slip("higher", "province" if met.group()[-1:] in "省区" else "city", said, met.start(), sure=False)


def ours(said: Said, home: Home, words: Words) -> Iterator[Slip]:
    """Yield the clauses with 我县 or 本县 in a district's list, and those in which the owner acts on 我市."""
    for met in _OURS.finditer(said.bare):
        level = home.level_of(met[1])
        if not _another(home, met[1], level):
            continue
        if not higher(home, level) or (said.voice == "own" and _own_act(said, met.start(), words)):
            yield slip(_kind(home, level), level, said, met.start())


def hosted(said: Said, home: Home) -> Iterator[Slip]:
    """Yield the clauses in which the owner does the daily work of a superior's council: 承担市安委会日常工作."""
    for met in _HOSTED.finditer(said.bare) if said.voice == "own" else ():
        level = home.level_of(met[1])
        if _another(home, met[1], level) and higher(home, level):
            yield slip("higher", level, said, met.start())


def _another(home: Home, word: str, level: Level) -> bool:
    return word != home.word and (higher(home, level) or word in peers(home))


def _kind(home: Home, level: Level) -> Kind:
    return "higher" if higher(home, level) else "peer"


def _own_act(said: Said, place: int, words: Words) -> bool:
    """Say whether a verb of the owner's own acts stands right before a place, and no word of a superior's work."""
    before = said.bare[said.clause(place)[0] : place]
    acts = either(words.terms("acts"), "(?:好|开展|本)?$")
    return bool(acts.search(before)) and not either(words.terms("superior")).search(before)


def _commanded(said: Said, met: re.Match[str], words: Words) -> bool:
    """Say whether the owner commands 市直单位 and the like: it may well work beside them and serve them."""
    first, last = said.clause(met.start())
    before, after = said.bare[first : met.start()], said.bare[met.end() : last]
    if either(words.terms("superior")).search(before):
        return False
    return before.endswith(words.terms("commands")) or (before.endswith("向") and "下达" in after)


def _founded(said: Said, met: re.Match[str], words: Words) -> bool:
    """Say whether the owner founds or plans what is 市级 or 省级, and does not just apply for it."""
    first, last = said.clause(met.start())
    applies = either(words.terms("applies")).search(said.bare, met.end(), last)
    return not applies and said.bare[first : met.start()].endswith(words.terms("founds"))


@cache
def _superior_names(home: Home) -> re.Pattern[str]:
    """The names of the city and the province above, where no own name follows and no body of theirs is named."""
    known = find(home.bare)
    above = {home.above, *(known[0].parents if known else ())} - {""}
    bodies = "[一-龥]{0,8}(?:局|厅|委|办|政府|部门)"
    return re.compile(f"{any_of(above)}(?!{re.escape(home.bare)}|{bodies})" if above else "(?!)")


def _is_word(clause: str, met: re.Match[str], first: int) -> bool:
    """Say whether 全市 is a word of the clause: in 健全市场体系 it is none."""
    place = first
    for word in segment(clause):
        if place == met.start():
            return word.startswith(met.group())
        place += len(word)
    return False


def _alone(said: Said, met: re.Match[str]) -> bool:
    """Say whether 市 is a word of its own: in 建立市场监测中心 it is none."""
    first, last = said.clause(met.start())
    cut = segment(said.bare[first:last])
    starts = accumulate(map(len, cut), initial=first)
    return any(start == met.start() and word == met.group() for start, word in zip(starts, cut, strict=False))


def _common(after: str, words: Words) -> bool:
    """Say whether what follows is a thing that all levels take part in: 全国统一考试, 全国爱牙日."""
    told = either(words.terms("own_work")).sub("", after)
    return bool(either(words.terms("common")).search(told) or _OCCASION.search(told))
