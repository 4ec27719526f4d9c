"""R6 broken-text: lone brackets and quotes, doubled words, sentences cut off or broken, errors of typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from analysis.broken_citations import citations, listed_twice
from analysis.broken_doubled import doubled
from analysis.broken_endings import cut_off, lines
from analysis.broken_flow import Flow, Place
from analysis.broken_marks import marks
from analysis.broken_numbers import numbering
from analysis.broken_terms import terms
from analysis.broken_twice import twice
from analysis.broken_typos import sentences, typos
from analysis.evidence import list_name, several
from analysis.finding import Draft, Evidence, Severity
from analysis.lists import quote
from analysis.rule import Words, list_rule
from data.messages import say
from data.rows import DutyList

_CHECKS: tuple[Callable[[Flow], Iterator[Place]], ...] = (
    marks, lines, citations, doubled, cut_off, sentences, typos, terms, numbering, listed_twice,
)  # fmt: skip
# The kind that the usual message speaks of.
_USUAL = "marks"
_GRAVE: dict[str, Severity] = {"cut-off": "M", "sentence": "M"}


@list_rule("R6")
def broken_text(one: DutyList, words: Words) -> Iterator[Draft]:
    """Report the broken places of a list, one finding for each kind of fault, with every place as evidence.

    Formula: see the modules `analysis.broken_*`, one for each kind. M where a sentence is cut off or cannot be
    understood, L where it can: marks, doubled words, errors of typing, a sentence of `sentence` characters or more that
    stands twice in a cell. Texts that were recognised in a picture, and
    the edges of cells that the reader had to guess at, are left out.

    Source: 《党政机关公文处理工作条例》第十九条; GB/T 15834-2011; DOMAIN 6.3 (extended by R6).
    """
    flow = Flow(one)
    found = [place for check in _CHECKS for place in check(flow)]
    found += twice(flow, int(words.threshold("sentence")))
    for kind in dict.fromkeys(place.kind for place in found):
        places = sorted((place for place in found if place.kind == kind), key=lambda place: place.at)
        yield _draft(one, kind, places)


def _draft(one: DutyList, kind: str, places: Sequence[Place]) -> Draft:
    notes: dict[tuple[int, str], list[Place]] = {}
    for place in places:
        notes.setdefault((id(place.text), place.quote), []).append(place)
    evidence = tuple(_evidence(one, same) for same in notes.values())
    told = several(list(dict.fromkeys(place.note for place in places)), 3)
    return Draft(
        "",
        (one.owner,),
        evidence,
        {"list": list_name(one), "notes": told},
        _GRAVE.get(kind),
        "" if kind == _USUAL else kind,
    )


def _evidence(one: DutyList, same: Sequence[Place]) -> Evidence:
    note = say("join").join(dict.fromkeys(place.note for place in same))
    first = same[0]
    return quote(one, first.section, first.quote, first.text.source, note)
