"""R5 self-supervision: a body that reports to itself, directs itself or stands above itself under another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.evidence import excerpt, list_name, several
from analysis.finding import Draft, Evidence
from analysis.naming import owner_bodies
from analysis.rule import Words, jurisdiction_rule
from analysis.voices import Said, quoted, voices
from data.messages import say
from data.rows import Assignment, DutyList
from data.spacing import squeeze
from graph.dutygraph import DutyGraph
from graph.home import Home, home_of
from graph.parties import named_in
from graph.text import any_of

_NUMBER = re.compile("(?:[（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．])+")
_SENTENCE = re.compile("[^。；;\n]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of the acting body itself in a text: the words, and where they stand."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Terms:
    """The rule's words as patterns; `relation` is what a sentence must have to be read closely."""

    relation: re.Pattern[str]
    corrects: re.Pattern[str]
    supervises: re.Pattern[str]
    parties: re.Pattern[str]
    others_before: str
    reports: tuple[str, ...]
    directs: tuple[str, ...]
    joins: tuple[str, ...]


@dataclass(frozen=True)
class _Acting:
    """The bodies that a text speaks for (one, by whatever names), and what tells that it meets itself."""

    graph: DutyGraph
    home: Home
    terms: _Terms
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
        above, reports = self.terms.corrects, self.terms.reports
        return any(above.match(sentence, one.end) or sentence[: one.start].endswith(reports) for one in others)

    def alone(self, sentence: str, one: Mention, duties: bool) -> bool:
        """Say whether the body reports to, directs or (in `duties`) joins its own name, nobody else being spoken of."""
        towards = (*self.terms.reports, *self.terms.directs, *(self.terms.joins if duties else ()))
        others = self.terms.parties.search(sentence.replace(one.words, ""))
        return self._whole(one.words) and sentence[: one.start].endswith(towards) and not others

    def rivals(self, upper: str, lower: str) -> bool:
        """Say whether two sentences running begin with two names of the body and the same act of supervision."""
        begins = all(self._whole(sentence[_begin(sentence) :]) for sentence in (upper, lower))
        acts = self.terms.supervises.findall
        if not begins or not set(acts(upper)) & set(acts(lower)):
            return False
        firsts = [(sentence, one) for sentence in (upper, lower) for one in self.mentions(sentence)[:1]]
        return len({one.words for sentence, one in firsts if one.start == _begin(sentence)}) == 2

    def _whole(self, text: str) -> bool:
        return text.startswith((self.home.word or self.home.bare, self.home.bare))


@jurisdiction_rule("R5")
def self_supervision(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the places where one body, by one name or by two, stands on both sides of a relation.

    Formula: the acting body is the owner, or the department of the row. (usual) in its own duties or row the body
    reports to its own name, asks its approval, directs it, or acts along with it (in rows the last is A7's); (two) a
    sentence begins with one name of it, and another name of it in that sentence corrects, approves or is reported to;
    or two names of it begin two sentences running with the same act of supervision. A name behind 上级, 下级, 各级 is
    another body; where the sentence speaks of enterprises, units or townships, these may be the ones who report.

    Source: DOMAIN 6.3 R; 行政处罚法, article 75 (supervision is by others than the body itself).
    """
    home = home_of(graph.jurisdiction)
    terms = _terms(home, words)
    of_row: dict[str, set[str]] = {}
    for part in graph.parts():
        of_row.setdefault(part.row.id, set()).add(part.body)
    for one in graph.lists:
        owner = frozenset(owner_bodies(graph, one))
        own = (said for said in voices(one, home) if said.voice == "own")
        acting = ((said, _Acting(graph, home, terms, _actors(said, owner, of_row))) for said in own)
        met = [(said, *place) for said, acting in acting if acting.bodies for place in _places(said, acting)]
        for variant in ("", "two"):
            pieces = _once(quoted(one, said, first, last) for said, kind, first, last in met if kind == variant)
            if pieces:
                yield _draft(one, variant, pieces)


def _draft(one: DutyList, variant: str, pieces: tuple[Evidence, ...]) -> Draft:
    shown = several([say("quoted", words=excerpt(squeeze(piece.text))) for piece in pieces], 3)
    values = {"list": list_name(one), "names": shown}
    return Draft("", (one.owner,), pieces, values, variant=variant, confidence="inferred")


def _once(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({(piece.text, piece.source): piece for piece in pieces}.values())


def _places(said: Said, acting: _Acting) -> Iterator[tuple[str, int, int]]:
    """Yield (variant, first, last) for the places of one text."""
    spans = [met.span() for met in _SENTENCE.finditer(said.bare)]
    for first, last in spans:
        if acting.terms.relation.search(said.bare, first, last):
            sentence = said.bare[first:last]
            mentions = acting.mentions(sentence)
            if acting.two_names(sentence, mentions):
                yield "two", first, last
            elif said.text.section in ("duties", "boundaries") and any(
                acting.alone(sentence, one, said.text.section == "duties") for one in mentions
            ):
                yield "", first, last
    for upper, lower in pairwise(spans):
        if acting.rivals(said.bare[slice(*upper)], said.bare[slice(*lower)]):
            yield "two", upper[0], lower[1]


def _actors(said: Said, owner: frozenset[str], of_row: dict[str, set[str]]) -> frozenset[str]:
    """Return the body that a text speaks for: that of its row, else the owner; none where a row names several."""
    row = said.text.row
    if not isinstance(row, Assignment):
        return owner
    bodies = of_row.get(row.id, set()) if row.department else set()
    return frozenset(bodies) if len(bodies) == 1 else frozenset()


def _begin(sentence: str) -> int:
    """Return where a sentence begins behind its number."""
    met = _NUMBER.match(sentence)
    return met.end() if met else 0


def _terms(home: Home, words: Words) -> _Terms:
    own = any_of(filter(None, (home.word, home.bare)))
    towards = any_of(term for kind in ("reports", "directs", "joins") for term in words.terms(kind))
    corrects = any_of(words.terms("corrects"))
    return _Terms(
        relation=re.compile(f"{towards}{own}|{corrects}"),
        corrects=re.compile(corrects),
        supervises=re.compile(any_of(words.terms("supervises"))),
        parties=re.compile(any_of(words.terms("parties"))),
        others_before="".join(f"(?<!{word})" for word in words.terms("others_before")),
        reports=words.terms("reports"),
        directs=words.terms("directs"),
        joins=words.terms("joins"),
    )
