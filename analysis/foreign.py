"""Foreign places in the texts of a list: which sentence names one, and what for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from analysis.clauses import SENTENCE, around
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
_PIECE = "，,、：:。；;\n"
_LONG = 90
_OPEN = re.compile("[《〈<]([^《》〈〉<>]*)$")
# What may stand in a title before the place that made the paper.
_ISSUED_BY = re.compile("^(?:中共|中国共产党|关于)?(?:(?:印发|转发|下发|公布|发布)(?:[《〈<])?)?")
# So near (characters) to a name stands what it is named for: 参照《长沙市…》, 与石鼓区交界.
_NEAR = 30
# 甲区、乙区和丙区: names in a row.
_ROW = re.compile("(?:[、和及与或/\\s]|以及)+")


@dataclass(frozen=True, slots=True)
class Foreign:
    """One sentence that names a foreign place: `place` as the finding calls it, `words` verbatim."""

    place: str
    kind: Kind
    words: str
    text: Text


class ForeignReader:
    """Finds the foreign places in texts of one jurisdiction.

    Args:
        kin: the jurisdiction among the divisions.
        words: the rule's words: `organ`, `organ_ends`, `no_ends`, `elsewhere`, `things`, `ways`, `before`, `issued`.
    """

    def __init__(self, kin: Kin, words: Words) -> None:
        self._kin = kin
        self._organ = _organ(words)
        self._things = _things(words)
        self._elsewhere = re.compile("|".join(words.terms("elsewhere")))
        self._issued = re.compile(f"[一-龥]{{0,12}}?(?:{'|'.join(words.terms('issued'))})(?:第|[（(〔【\\[\\d])")
        self._before = words.terms("before")

    def read(self, text: Text) -> Iterator[Foreign]:
        """Yield the sentences of a text that name a foreign place for no reason of their own.

        Args:
            text: any text of a list; cases may tell of elsewhere and yield nothing.
        """
        if text.field == "case":
            return
        mentions = list(mentions_in(text.words))
        beside = _in_a_row(text.words, mentions)
        for mention in mentions:
            if self._kin.tie(mention) not in _FOREIGN or mention.start in beside:
                continue
            if kind := self._kind(text.words, mention):
                yield Foreign(mention.printed, kind, _piece(text.words, mention), text)

    def _kind(self, text: str, mention: Mention) -> Kind | None:
        before, after = around(text, mention.start, mention.end, SENTENCE)
        title = _OPEN.search(before)
        if self._things.match(after):
            return None
        organ = bool(self._organ.match(after))
        if title is not None:
            return self._in_title(title[1], before[: title.start()], organ and _is_county(mention))
        if self._elsewhere.search(before[-_NEAR:]) or self._elsewhere.search(after[:_NEAR]):
            return None
        alone = before.endswith(("（", "(")) and after.startswith(("）", ")"))
        if alone or before.endswith(self._before):
            return None
        if self._issued.match(after):
            return "basis"
        certain = organ and not self._elsewhere.search(before) and not self._elsewhere.search(after)
        return "own" if certain else "named"

    def _in_title(self, lead: str, before: str, certain: bool) -> Kind | None:
        """A title that begins with the place is a paper made there; further inside, a superior may speak of it.

        No county has any use for a paper of another county's organ; one of a province may have been followed on
        purpose.
        """
        if _ISSUED_BY.sub("", lead) or self._elsewhere.search(before[-_NEAR:]):
            return None
        return "own" if certain else "basis"


def quoted(one: DutyList, foreign: Foreign) -> Evidence:
    """Quote the sentence, labelled with its list and the part it stands in."""
    text = foreign.text
    if text.section is None:
        return Evidence(foreign.words, text.source, owner_name(one))
    return quote(one, text.section, foreign.words, text.source)


def _is_county(mention: Mention) -> bool:
    return any(place.level == "county" for place in find(mention.name))


def _in_a_row(text: str, mentions: list[Mention]) -> set[int]:
    """Where the places begin that stand in a row with others: a list of neighbours is meant as one."""
    found: set[int] = set()
    for one, other in pairwise(mentions):
        between = text[one.end : other.start]
        if between and _ROW.fullmatch(between):
            found |= {one.start, other.start}
    return found


def _piece(text: str, mention: Mention) -> str:
    """The sentence of a mention, or where that is long the clause of it."""
    before, after = around(text, mention.start, mention.end, SENTENCE)
    if len(before) + len(after) > _LONG:
        before, after = around(text, mention.start, mention.end, _PIECE)
    return (before + mention.printed + after).strip()


def _organ(words: Words) -> re.Pattern[str]:
    end = f"(?!{'|'.join(words.terms('no_ends'))})(?:{'|'.join(words.terms('organ_ends'))})"
    return re.compile(f"{'|'.join(words.terms('organ'))}|[一-龥]{{0,12}}?(?<![的在和与及]){end}")


def _things(words: Words) -> re.Pattern[str]:
    things = words.terms("things")
    long = "|".join(word for word in things if len(word) > 1)
    address = rf"[一-龥]{{1,10}}?(?:{'|'.join(words.terms('ways'))})[一-龥]{{0,4}}\d"
    return re.compile(f"{'|'.join(things)}|[一-龥（(]{{1,10}}?(?:{long})|{address}")
