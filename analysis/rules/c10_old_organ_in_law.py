"""C10 old-organ-in-law: an article that a list quotes calls an organ by a name that reforms have ended."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.cited import quote_text, sentence, titles
from analysis.evidence import list_name
from analysis.finding import Draft, Evidence
from analysis.rule import Words, jurisdiction_rule
from data.bodies import families
from data.messages import say
from data.rows import DutyList
from data.successions import successors
from data.texts import Text, texts_of
from graph.citations import citations_in
from graph.dutygraph import DutyGraph

_BASES = ("basis", "accountability")


@dataclass(frozen=True, slots=True)
class _Organ:
    """An organ's name inside a quoted article: where it stands, and the sentence around it."""

    text: Text
    word: str
    sentence: str


@jurisdiction_rule("C10")
def old_organ_in_law(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Tell which old organs the quoted articles of a list name, and which family has their work: no fault of the list.

    Formula: the name stands in a cell of bases behind a cited article, and its family has passed its work on by the day
    (data/bodies/successions.yml), to another one that is looked for with the words of the sentence. On the day of the
    list no organ is old that an owner of the jurisdiction still bears in its name: counties reform at their own time.

    Source: the decision of the standing committee of 2018-04-27 on duties that laws give to organs of before a reform;
    国发〔2018〕17号 for regulations; DOMAIN 4.1, rule 2.
    """
    alive = frozenset(family for one in graph.lists for family in families(one.owner))
    pattern = re.compile(f"(?:{'|'.join(words.terms('organs'))})(?:{'|'.join(words.terms('ends'))})")
    for one in graph.lists:
        left = list(_organs(one, pattern))
        for as_of, day in graph.days(one):
            here = alive if as_of == "list" else frozenset()
            told = {organ: said for organ in left if (said := _successor(graph, organ, day, here))}
            left = [organ for organ in left if organ not in told]
            if told:
                pieces = tuple(dict.fromkeys(_quoted(one, organ) for organ in told))
                values = {"list": list_name(one), "names": titles(told.values())}
                yield Draft("", (one.owner,), pieces, values, as_of=as_of)


def _organs(one: DutyList, pattern: re.Pattern[str]) -> Iterator[_Organ]:
    for text in texts_of(one):
        if text.field not in _BASES:
            continue
        behind = [cited.start + len(cited.printed) for cited in citations_in(text.words) if cited.articles]
        for match in pattern.finditer(text.words, min(behind, default=len(text.words))):
            yield _Organ(text, match.group(), sentence(text.words, *match.span()))


def _successor(graph: DutyGraph, organ: _Organ, day: datetime.date, alive: frozenset[str]) -> str:
    """Return the organ with the families that do its work on a day; "" where it does it still, or lives on here."""
    borne = families(organ.word)
    if alive.intersection(borne):
        return ""
    found = [
        one.family
        for family in borne
        for one in successors(graph.known.successions, family, day, organ.sentence, graph.jurisdiction)
    ]
    gone = found and not set(found).intersection(borne)
    return say("law.successor", word=organ.word, families=say("join").join(dict.fromkeys(found))) if gone else ""


def _quoted(one: DutyList, organ: _Organ) -> Evidence:
    return quote_text(one, organ.text, organ.sentence)
