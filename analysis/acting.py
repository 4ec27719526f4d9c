"""A body that acts on itself: where a sentence names the acting body, and on which side of a relation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.rule import Words
from graph.dutygraph import DutyGraph
from graph.home import Home
from graph.parties import named_in
from graph.text import any_of

_NUMBER = re.compile("(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．])+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of the acting body itself in a text: the words, and where they stand."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Terms:
    """The rule's words as patterns; `relation` is what a sentence must have to be read closely."""

    relation: re.Pattern[str]
    corrects: re.Pattern[str]
    supervises: re.Pattern[str]
    appeals: re.Pattern[str]
    parties: re.Pattern[str]
    others_before: str
    reports: tuple[str, ...]
    directs: tuple[str, ...]
    joins: tuple[str, ...]


@dataclass(frozen=True)
class Acting:
    """The bodies that a text speaks for (one, by whatever names), and what tells that it meets itself."""

    graph: DutyGraph
    home: Home
    terms: Terms
    bodies: frozenset[str]

    def mentions(self, sentence: str) -> list[Mention]:
        """Return where a sentence names the acting body."""
        names = [name for name in named_in(sentence) if self.bodies & {body for body, _ in self.graph.resolve(name)}]
        found = re.finditer(self.terms.others_before + any_of(names), sentence) if names else ()
        return [Mention(met.group(), *met.span()) for met in found]

    def two_names(self, sentence: str, mentions: Sequence[Mention]) -> bool:
        """Say whether a sentence begins with one name of the body, and another name of it stands above it there."""
        if len({one.words for one in mentions}) < 2 or mentions[0].start != _begin(sentence):
            return False
        others = [one for one in mentions if one.words != mentions[0].words]
        if any(self.terms.corrects.match(sentence, one.end) for one in others):
            return True
        reports = any(sentence[: one.start].endswith(self.terms.reports) for one in others)
        return reports and not self._parties(sentence, *(one.words for one in mentions))

    def alone(self, sentence: str, one: Mention, duties: bool) -> bool:
        """Say whether the body reports to, directs or (in `duties`) joins its own name, nobody else being spoken of."""
        towards = (*self.terms.reports, *self.terms.directs, *(self.terms.joins if duties else ()))
        met = self._whole(one.words) and sentence[: one.start].endswith(towards)
        return met and not self._parties(sentence, one.words)

    def appeal(self, sentence: str, one: Mention) -> bool:
        """Say whether the body hears the appeals (行政复议) against itself."""
        return "复议" in sentence[one.end :] and self.terms.appeals.search(sentence[: one.start]) is not None

    def rivals(self, upper: str, lower: str) -> bool:
        """Say whether two sentences running begin with two names of the body and the same act of supervision."""
        begins = all(self._whole(sentence[_begin(sentence) :]) for sentence in (upper, lower))
        acts = self.terms.supervises.findall
        if not begins or not set(acts(upper)) & set(acts(lower)):
            return False
        firsts = [(sentence, one) for sentence in (upper, lower) for one in self.mentions(sentence)[:1]]
        return len({one.words for sentence, one in firsts if one.start == _begin(sentence)}) == 2

    def _parties(self, sentence: str, *names: str) -> bool:
        """Say whether a sentence speaks of others, names of the body itself aside: these may be the ones who report."""
        for name in names:
            sentence = sentence.replace(name, "")
        return self.terms.parties.search(sentence) is not None

    def _whole(self, text: str) -> bool:
        return text.startswith((self.home.word or self.home.bare, self.home.bare))


def _begin(sentence: str) -> int:
    """Return where a sentence begins behind its number."""
    met = _NUMBER.match(sentence)
    return met.end() if met else 0


def terms_of(home: Home, words: Words) -> Terms:
    """Return the rule's words as patterns for one jurisdiction."""
    own = any_of(filter(None, (home.word, home.bare)))
    towards = any_of(term for kind in ("reports", "directs", "joins") for term in words.terms(kind))
    corrects = any_of(words.terms("corrects"))
    return Terms(
        relation=re.compile(f"{towards}{own}|{corrects}|复议"),
        corrects=re.compile(corrects),
        supervises=re.compile(any_of(words.terms("supervises"))),
        appeals=re.compile(f"{any_of(words.terms('hears'))}[^，。；;]{{0,24}}(?:对|不服)$"),
        parties=re.compile(any_of(words.terms("parties"))),
        others_before="".join(f"(?<!{word})" for word in words.terms("others_before")),
        reports=words.terms("reports"),
        directs=words.terms("directs"),
        joins=words.terms("joins"),
    )
