"""Words of another level of government in a list: scopes, acting organs, levels below that a county has not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.rule import Words
from analysis.voices import Said
from data.bodies import successor
from data.body_names import read_name
from data.places import find
from data.segment import words as segment
from graph.dutygraph import Level
from graph.home import Home
from graph.text import any_of

RANKS: tuple[Level, ...] = ("township", "county", "city", "province", "central")
# What a place speaks of: its superiors, another kind of county, a level below that is not there, a case from elsewhere.
Kind = Literal["higher", "peer", "lower", "elsewhere"]

_PEERS = "县区旗"
# A level word begins a name only at the start, after a sign, or after one of these.
_BEFORE = "(?:^|(?<=[，,。；;：:、（(）)0-9由报经向送给会同将在对的和与及或以为把被后前时请受到于,各]))"
_NAME = "[一-龥]{1,12}?(?:局|委员会|委|厅|办公室|办|部门|指挥部)"
# 全国爱牙日, 全国科普周; but 日常 and 月度 are no such days.
_OCCASION = re.compile("[日周月节](?![常期度约水能])")
_NUMBERED = "^(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．])*"


@dataclass(frozen=True, slots=True)
class Slip:
    """Words of another level in one text: where they stand in its words, which level they mean, and how sure it is."""

    kind: Kind
    level: Level
    said: Said
    start: int
    end: int
    sure: bool

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.said.words[self.start : self.end]


def slips(said: Said, home: Home, owner: str, words: Words) -> Iterator[Slip]:
    """Yield the words of another level in a text of the list of `owner`, a county, district or county-level city."""
    for look in (_scopes, _ours, _peers, _acting, _below):
        yield from look(said, home, owner, words)


def higher(home: Home, level: Level) -> bool:
    """Say whether a level stands above that of a jurisdiction."""
    return RANKS.index(level) > RANKS.index(home.level) if level in RANKS else False


def _scopes(said: Said, home: Home, _: str, words: Words) -> Iterator[Slip]:
    """全市, 全省, 市直单位: what the owner does for a whole that is not its own."""
    if said.voice in ("other", "cited"):
        return
    acts, onto = _either(words.terms("acts"), "(?:好|开展|我|本)?$"), _either(words.terms("onto"), "$")
    for met in _either(
        words.terms("seats"), before="全(?P<whole>[国省市县区旗州盟])|(?P<seat>[省市县区])(?:直|属)"
    ).finditer(said.bare):
        level_word = met["whole"] or met["seat"]
        level = "central" if level_word == "国" else home.level_of(level_word)
        if level_word == home.word or not (higher(home, level) or level_word in _others(home)):
            continue
        first, last = said.clause(met.start())
        before, after = said.bare[first : met.start()], said.bare[met.end() : last]
        own = (acts.search(before) or (met["seat"] and onto.search(before))) and not _either(
            words.terms("superior")
        ).search(before)
        if (
            own
            and _is_word(said.bare[first:last], met.start() - first, met)
            and (met["seat"] or not _common(after, words))
        ):
            kind: Kind = "higher" if higher(home, level) else "peer"
            yield Slip(kind, level, said, first, last, said.voice == "own")


def _is_word(clause: str, start: int, met: re.Match[str]) -> bool:
    """Say whether 全市 is a word of the clause: in 健全市场体系 it is none."""
    if met["seat"]:
        return True
    place = 0
    for word in segment(clause):
        if place == start:
            return word.startswith(met.group()) and word not in (met.group() + "场", met.group() + "民")
        place += len(word)
    return False


def _common(after: str, words: Words) -> bool:
    """Say whether what follows is a thing that all levels take part in: 全国统一考试, 全国爱牙日."""
    return bool(_either(words.terms("common")).search(after) or _OCCASION.search(after))


def _ours(said: Said, home: Home, _: str, words: Words) -> Iterator[Slip]:
    """我县 in a district's list; 我市 where the clause does not speak of a superior."""
    for met in re.finditer("我([市县区旗州])", said.bare):
        level = home.level_of(met[1])
        if (
            met[1] == home.word
            or said.voice in ("other", "cited")
            or not (higher(home, level) or met[1] in _others(home))
        ):
            continue
        first, last = said.clause(met.start())
        told = _either(words.terms("superior")).search(said.bare, first, last)
        if higher(home, level) and (told or said.voice != "own"):
            continue
        yield Slip("higher" if higher(home, level) else "peer", level, said, first, last, said.voice == "own")


def _peers(said: Said, home: Home, _: str, words: Words) -> Iterator[Slip]:
    """县政府, 县国土局 in a district's list; 某县 of a case tells of elsewhere."""
    others = _others(home)
    if not others or said.voice in ("other", "cited"):
        return
    for met in _named_peers(others).finditer(said.bare):
        if _either(words.terms("no_peer")).match(met.group().lstrip("该")):
            continue
        first, last = said.clause(met.start())
        kind: Kind = "elsewhere" if re.search(f"某[{others}]", said.bare) else "peer"
        yield Slip(kind, "county", said, first, last, said.voice == "own")


@cache
def _named_peers(others: str) -> re.Pattern[str]:
    name = f"(?![市区县旗（(、])(?:人民政府|政府(?!性)|委(?!员)|直|{_NAME})"
    return re.compile(f"某[{others}]|(?:{_BEFORE}|该)[{others}]{name}")


@cache
def _either(terms: tuple[str, ...], behind: str = "", before: str = "") -> re.Pattern[str]:
    return re.compile(before + any_of(terms) + behind)


@cache
def _others(home: Home) -> str:
    """Return the words of other kinds of counties; 区 is the whole region where the place lies in a 自治区."""
    if home.word not in (*_PEERS, "市"):
        return ""
    known = find(home.bare)
    regional = bool(known) and known[0].parents[0].endswith("自治区")
    return "".join(word for word in _PEERS if word != home.word and not (word == "区" and regional))


def _acting(said: Said, home: Home, owner: str, words: Words) -> Iterator[Slip]:
    """市卫生局 as the one who acts in the procedure of a district's bureau."""
    if said.voice not in ("own", "case"):
        return
    for pattern, sure in _acts_of_superior(words):
        for met in pattern.finditer(said.bare):
            name = met["name"]
            level = home.level_of("省" if name.endswith("厅") else name[0], above=True)
            if name[0] == home.word or not higher(home, level) or not (sure or _kin(name, owner)):
                continue
            first, last = said.clause(met.start("name"))
            if met.group().endswith("负责") and _shares(said, home, met.start()):
                continue
            yield Slip("higher", level, said, first, last, said.voice == "own")


def _shares(said: Said, home: Home, start: int) -> bool:
    """Say whether the sentence gives a part to a body of the owner's level too: then it divides the work."""
    first, last = said.sentence(start)
    own = re.compile(f"(?:^|(?<=[，,、由。；;])){home.word}[一-龥]{{1,10}}?[局委办]")
    return own.search(said.bare, first, last) is not None


@cache
def _acts_of_superior_of(acts: tuple[str, ...], within: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], bool], ...]:
    name = f"(?P<name>(?:[省市]级?{_NAME}|[一-龥]{{2,4}}厅))"
    subject = (
        f"(?:{_NUMBERED}|(?<=[。；;，,：:\n]))(?:[（(]?[0-9一二三四五六七八九十]{{1,2}}[）)、.．])*{name}{any_of(acts)}"
    )
    return (
        (re.compile(f"经{name}(?:或者其派出机构)?(?:主要|分管)?(?:负责人|领导)(?:批准|同意|审批)"), True),
        (re.compile(f"{any_of(within)}[^。；;]{{0,12}}?(?:报告|报送|上报|报){name}"), False),
        (re.compile(f"{any_of(within)}[^。；;]{{0,8}}?向{name}(?:报告|报送)"), False),
        (re.compile(subject), False),
        (re.compile(f"在{name}网站"), False),
        (re.compile(f"由{name}(?:直接)?组织力量"), False),
    )


def _acts_of_superior(words: Words) -> tuple[tuple[re.Pattern[str], bool], ...]:
    return _acts_of_superior_of(words.terms("procedure"), words.terms("within"))


def _below(said: Said, home: Home, owner: str, words: Words) -> Iterator[Slip]:
    """下级财政部门, 各地卫生行政部门, 全区审计机关: a county's bureau has no bureaus below it."""
    if said.voice != "own" or home.level != "county":
        return
    for sure in (True, False):
        for met in _lower(words.terms("lower" if sure else "lower_loose"), home.word or "区").finditer(said.bare):
            if "kin" in met.groupdict() and met["kin"] and not _kin(met["kin"], owner):
                continue
            first, last = said.clause(met.start())
            yield Slip("lower", "county", said, first, last, sure)


@cache
def _lower(templates: tuple[str, ...], word: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{template.replace('{own}', word)})" for template in templates))


def _kin(name: str, owner: str) -> bool:
    """Say whether two bodies have a family in common."""
    return bool(_lasting(name) & _lasting(owner))


@cache
def _lasting(name: str) -> frozenset[str]:
    """Return the families of a name, and those that took over their functions."""
    printed = read_name(name).families
    return frozenset(printed).union(*(successor(family, datetime.date.max) for family in printed))
