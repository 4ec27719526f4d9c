"""R5 self-supervision: a body that reports to itself, directs itself or stands above itself under another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from analysis.acting import Acting, terms_of
from analysis.evidence import excerpt, list_name, several
from analysis.finding import Draft, Evidence
from analysis.naming import owner_bodies
from analysis.rule import Words, jurisdiction_rule
from analysis.voices import Said, quoted, voices
from data.messages import say
from data.rows import Assignment, DutyList
from data.spacing import squeeze
from graph.dutygraph import DutyGraph
from graph.home import home_of

_SENTENCE = re.compile("[^。；;\n]+")


@jurisdiction_rule("R5")
def self_supervision(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the places where one body, by one name or by two, stands on both sides of a relation.

    Formula: the acting body is the owner, or the department of the row. (usual) in its duties or its row the body
    reports to its own name, asks its approval, directs it, or acts along with it (in rows the last is A7's); (two) a
    sentence begins with one name of it, and another name of it in that sentence corrects, approves or is reported to;
    or two names of it begin two sentences running with the same act of supervision. A name behind 上级, 下级, 各级 is
    another body; where the sentence speaks of enterprises, units or townships, these may be the ones who report.
    (appeal) the body hears the 行政复议 against itself.

    Source: DOMAIN 6.3 R; 行政复议法, article 24; 行政处罚法, article 75 (others supervise the body).
    """
    home = home_of(graph.jurisdiction)
    terms = terms_of(home, words)
    of_row: dict[str, set[str]] = {}
    for part in graph.parts():
        of_row.setdefault(part.row.id, set()).add(part.body)
    for one in graph.lists:
        owner = frozenset(owner_bodies(graph, one))
        own = (said for said in voices(one, home) if said.voice == "own")
        acting = ((said, Acting(graph, home, terms, _actors(said, owner, of_row))) for said in own)
        met = [(said, *place) for said, acting in acting if acting.bodies for place in _places(said, acting)]
        for variant in ("", "two", "appeal"):
            pieces = _once(quoted(one, said, first, last) for said, kind, first, last in met if kind == variant)
            if pieces:
                yield _draft(one, variant, pieces)


def _draft(one: DutyList, variant: str, pieces: tuple[Evidence, ...]) -> Draft:
    shown = several([say("quoted", words=excerpt(squeeze(piece.text))) for piece in pieces], 3)
    values = {"list": list_name(one), "names": shown}
    return Draft("", (one.owner,), pieces, values, variant=variant, confidence="inferred")


def _once(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple({(piece.text, piece.source): piece for piece in pieces}.values())


def _places(said: Said, acting: Acting) -> Iterator[tuple[str, int, int]]:
    """Yield (variant, first, last) for the places of one text."""
    spans = [met.span() for met in _SENTENCE.finditer(said.bare)]
    for first, last in spans:
        if acting.terms.relation.search(said.bare, first, last):
            sentence = said.bare[first:last]
            mentions = acting.mentions(sentence)
            if acting.two_names(sentence, mentions):
                yield "two", first, last
            elif any(acting.appeal(sentence, one) for one in mentions):
                yield "appeal", first, last
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
