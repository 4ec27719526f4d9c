"""Foreign places in the texts of a list: which sentence names one, and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.evidence import owner_name
from analysis.finding import Evidence
from analysis.lists import quote
from analysis.rule import Words
from data.place_kin import Kin
from data.place_mentions import Mention, mentions_in
from data.places import find
from data.rows import DutyList
from data.texts import Text

# own: its organs or its area stand as the list's own; basis: a paper made there is cited; named: neither.
Kind = Literal["own", "basis", "named"]
_FOREIGN = ("sibling", "province", "far")
_SENTENCE = re.compile("[。；;\n]")
_MARKS = re.compile("[，,、：:]")
_LONG = 90
_OPEN = re.compile("[《〈<]([^《》〈〉<>]*)$")
# 甲区、乙区和丙区: names in a row.
_NEXT = re.compile("^(?:[、和及与或/\\s]|以及)+")
_LAST = re.compile("(?:[、和及与或/\\s]|以及)+$")


@dataclass(frozen=True, slots=True)
class Foreign:
    """One sentence that names a foreign place: `place` as the finding calls it, `words` verbatim."""

    place: str
    kind: Kind
    words: str
    text: Text


def foreign_in(text: Text, kin: Kin, words: Words) -> Iterator[Foreign]:
    """Yield the sentences of a text that name a foreign place for no reason of their own.

    Args:
        text: any text of a list; cases may tell of elsewhere and yield nothing.
        kin: the jurisdiction among the divisions.
        words: the rule's words: `organ`, `organ_ends`, `elsewhere`, `things`, `issued`.
    """
    if text.field == "case":
        return
    mentions = list(mentions_in(text.words))
    foreign = [mention for mention in mentions if kin.tie(mention) in _FOREIGN]
    for mention in foreign:
        if not _listed(text.words, mention, mentions) and (kind := _kind(text.words, mention, words)):
            yield Foreign(mention.printed, kind, _piece(text.words, mention), text)


def quoted(one: DutyList, foreign: Foreign) -> Evidence:
    """Quote the sentence, labelled with its list and the part it stands in."""
    text = foreign.text
    if text.section is None:
        return Evidence(foreign.words, text.source, owner_name(one))
    return quote(one, text.section, foreign.words, text.source)


def _kind(text: str, mention: Mention, words: Words) -> Kind | None:
    before, after = _sentence(text, mention)
    title = _OPEN.search(before)
    if _things(words).match(after) or (title is None and _elsewhere(before, after, words)):
        return None
    organ = bool(_organ(words).match(after))
    if title is not None:
        return _in_title(title[1], before[: title.start()], organ and _is_county(mention), words)
    alone = before.endswith(("（", "(")) and after.startswith(("）", ")"))
    if alone or after.startswith(words.terms("issued")) or before.endswith(words.terms("before")):
        return None
    return "own" if organ else "named"


def _in_title(lead: str, before: str, certain: bool, words: Words) -> Kind | None:
    """A title that begins with the place is a paper made there; further inside, a superior may speak of it.

    No county has any use for a paper of another county's organ; one of a province may have been followed on purpose.
    """
    maker = re.sub("^(?:中共|中国共产党|关于)?(?:(?:印发|转发|下发|公布|发布)(?:[《〈<])?)?", "", lead)
    told = any(word in before[-12:] for word in words.terms("elsewhere"))
    if maker or told:
        return None
    return "own" if certain else "basis"


def _is_county(mention: Mention) -> bool:
    return any(place.level == "county" for place in find(mention.name))


def _elsewhere(before: str, after: str, words: Words) -> bool:
    rest = _SENTENCE.split(after)[0]
    return any(word in before or word in rest for word in words.terms("elsewhere"))


def _listed(text: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether other places stand right before or after it: a list of neighbours is meant as one."""
    for other in mentions:
        between = text[other.end : mention.start] if other.end <= mention.start else text[mention.end : other.start]
        if other is not mention and between and _NEXT.sub("", between) == "":
            return True
    return False


def _sentence(text: str, mention: Mention) -> tuple[str, str]:
    before, after = _SENTENCE.split(text[: mention.start])[-1], text[mention.end :]
    return before, after[:_LONG]


def _piece(text: str, mention: Mention) -> str:
    """The sentence of a mention, or where that is long the clause of it."""
    before, after = _SENTENCE.split(text[: mention.start])[-1], _SENTENCE.split(text[mention.end :])[0]
    if len(before) + len(after) > _LONG:
        before, after = _MARKS.split(before)[-1], _MARKS.split(after)[0]
    return (before + mention.printed + after).strip()


def _organ(words: Words) -> re.Pattern[str]:
    return _organ_pattern(words.terms("organ"), words.terms("organ_ends"), words.terms("no_ends"))


@cache
def _organ_pattern(whole: tuple[str, ...], ends: tuple[str, ...], not_ends: tuple[str, ...]) -> re.Pattern[str]:
    end = f"(?!{'|'.join(not_ends)})(?:{'|'.join(ends)})"
    return re.compile(f"{'|'.join(whole)}|[一-龥]{{1,12}}?(?<![的在和与及]){end}")


def _things(words: Words) -> re.Pattern[str]:
    return _things_pattern(words.terms("things"), words.terms("ways"))


@cache
def _things_pattern(things: tuple[str, ...], ways: tuple[str, ...]) -> re.Pattern[str]:
    long = [word for word in things if len(word) > 1]
    address = rf"[一-龥]{{1,10}}?(?:{'|'.join(ways)})[一-龥]{{0,4}}\d"
    return re.compile(f"{'|'.join(things)}|[一-龥（(]{{1,10}}?(?:{'|'.join(long)})|{address}")
