"""Who speaks in a text of a list: the owner itself, a case it tells, or a body of another level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from analysis.finding import Evidence
from analysis.lists import quote
from data.body_names import read_name
from data.rows import Assignment, DutyList
from data.spacing import squeeze
from data.texts import Text, texts_of
from graph.home import Home

# The owner's own words; a case of the boundaries; words for a body of another level; laws, names and addresses.
Voice = Literal["own", "case", "other", "cited"]

_CITED = ("basis", "remark", "accountability", "department", "office", "agency", "phone")
_TITLE = re.compile("[《〈<][^《》〈〉<>。；]{0,200}[》〉>]")
_MASK = "〓"
_SENTENCE = "。；;！？!?"
_CLAUSE = _SENTENCE + "，,：:"
# No clause and no sentence goes on for longer, in characters to each side; words without marks are cut here.
_LONG_CLAUSE, _LONG_SENTENCE = 200, 1000


@dataclass(frozen=True)
class Said:
    """A text of a list and its voice; `words` are without white space, `bare` masks titles in 《》 sign for sign."""

    text: Text
    voice: Voice

    @cached_property
    def words(self) -> str:
        """The text without white space."""
        return squeeze(self.text.words)

    @cached_property
    def bare(self) -> str:
        """The words with every quoted title masked, as long as they are."""
        masked = self.words
        while (once := _TITLE.sub(lambda met: _MASK * len(met.group()), masked)) != masked:
            masked = once
        return masked

    def clause(self, start: int) -> tuple[int, int]:
        """Return where the clause around a position begins and ends: a sentence is cut at its commas too."""
        return _around(self.bare, start, _CLAUSE, _LONG_CLAUSE)

    def sentence(self, start: int) -> tuple[int, int]:
        """Return where the sentence around a position begins and ends."""
        return _around(self.bare, start, _SENTENCE, _LONG_SENTENCE)


def voices(one: DutyList, home: Home) -> Iterator[Said]:
    """Yield the texts of a list that stand under one of its parts, with the voice of each.

    Args:
        one: the list.
        home: its jurisdiction, whose level tells a row of its own departments from one of a superior's.
    """
    return (Said(text, _voice(text, home)) for text in texts_of(one) if text.section)


def quoted(one: DutyList, said: Said, start: int, end: int) -> Evidence:
    """Quote the text from `start` to `end` (places in `words`) verbatim, white space included."""
    kept = [place for place, mark in enumerate(said.text.words) if not mark.isspace()]
    return quote(one, said.text.section or "duties", said.text.words[kept[start] : kept[end - 1] + 1], said.text.source)


def _voice(text: Text, home: Home) -> Voice:
    if text.field == "case":
        return "case"
    if text.field in _CITED:
        return "cited"
    row = text.row
    return "other" if isinstance(row, Assignment) and text.field == "duty" and foreign(row, home) else "own"


def foreign(row: Assignment, home: Home) -> bool:
    """Say whether the department of a row is of another level; branches of a superior count as the place's own."""
    name = squeeze(row.department)
    level = read_name(name).level
    return bool(level) and home.level_of(level) != home.level and home.stem not in name


def _around(words: str, start: int, marks: str, longest: int) -> tuple[int, int]:
    low, high = max(start - longest, 0), min(start + longest, len(words))
    first = max(low - 1, *(words.rfind(mark, low, start) for mark in marks)) + 1
    ends = [place for mark in marks if (place := words.find(mark, start, high)) >= 0]
    return first, min(ends, default=high)
