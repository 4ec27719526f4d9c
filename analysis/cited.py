"""What a list rests on: the instruments of the tables that its texts cite, each with the sentence that does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from analysis.clauses import SENTENCE, around
from analysis.evidence import several
from analysis.finding import Evidence
from analysis.lists import quote
from data.law_lookup import laws_of
from data.laws import Instrument
from data.messages import say
from data.reference import load_yaml
from data.rows import DutyList
from data.texts import Text, texts_of
from graph.citations import Citation, citations_in
from graph.dutygraph import DutyGraph
from graph.matter_names import tidy

# So near a title stand the words that make it history, in characters.
_BEFORE, _BEHIND = 6, 10


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of an instrument that the tables know by name; `generations` bear that name, the oldest first."""

    text: Text
    citation: Citation
    generations: tuple[Instrument, ...]

    @property
    def name(self) -> str:
        """The full title of the instrument."""
        return self.generations[-1].name


def cited(graph: DutyGraph, one: DutyList) -> Iterator[Cited]:
    """Yield what a list cites as ground of what is done, in reading order.

    Left out are cases, which tell of what was then, and sentences that tell of an instrument's own history: 根据《…》的
    决定修改, 《…》同时废止 (the words stand in data/citing.yml).

    Args:
        graph: the graph of the list, for what is known of law.
        one: the list.
    """
    laws = laws_of(graph.known.instruments)
    for text in texts_of(one):
        if text.section is None or text.field == "case":
            continue
        for citation in citations_in(text.words):
            generations = laws.named(citation.name) if citation.name else ()
            if generations and not _history(text.words, citation):
                yield Cited(text, citation, generations)


def _history(words: str, citation: Citation) -> bool:
    table = _words()
    end = citation.start + len(citation.printed)
    before, behind = words[max(0, citation.start - _BEFORE) : citation.start], words[end : end + _BEHIND]
    near = any(word in before for word in table["before"]) or any(word in behind for word in table["behind"])
    return near or before.endswith(tuple(table["right_before"])) or behind.startswith(tuple(table["right_behind"]))


def sentence(words: str, start: int, end: int) -> str:
    """Return the sentence of a text that holds the words from `start` to `end`, verbatim.

    Example:
        >>> sentence("一、登记；二、依照《水法》检查。三、其他", 7, 11)
        '二、依照《水法》检查'
    """
    before, after = around(words, start, end, SENTENCE)
    return f"{before}{words[start:end]}{after}".strip()


def quoted(one: DutyList, found: Iterable[Cited]) -> tuple[Evidence, ...]:
    """Return the sentences of citations as evidence, each place and sentence once."""
    return tuple(dict.fromkeys(_quoted(one, told) for told in found))


def _quoted(one: DutyList, told: Cited) -> Evidence:
    start = told.citation.start
    words = sentence(told.text.words, start, start + len(told.citation.printed))
    return quote_text(one, told.text, words)


def quote_text(one: DutyList, text: Text, words: str) -> Evidence:
    """Quote some words of a text of a list, labelled with the part and the matter that it stands in."""
    return quote(one, text.section or "duties", words, text.source, tidy(text.matter))


def titles(told: Iterable[str]) -> str:
    """Return what a message tells of several instruments, up to five, each once."""
    return several(tuple(dict.fromkeys(told)))


def ended(one: Instrument) -> str:
    """Return an instrument with the day of its end and what ended it, for a message.

    Where the tables name no instrument that ended it, their note stands instead (未列入…现行有效法律目录).
    """
    if not one.ended_by:
        return say("law.ended-alone", name=one.name, day=day(one.ended))
    if one.ended_by.startswith(tuple(_words()["notes"])):
        return say("law.ended-noted", name=one.name, by=one.ended_by)
    title, mark, number = one.ended_by.partition("（")
    return say("law.ended", name=one.name, by=say("law.by", title=title, number=mark + number), day=day(one.ended))


def day(when: date | None) -> str:
    """Return a day as a message writes it; "" for None."""
    return say("date.day", year=when.year, month=when.month, date=when.day, day=when.isoformat()) if when else ""


@cache
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_yaml("citing.yml")
    return words
