"""C4 duty-abolished: a list speaks of an institution that is no more, whether it cites a law for it or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.abolished import Spoken, spoken_of
from analysis.cited import day as told_day
from analysis.evidence import list_name, several
from analysis.finding import Draft, Severity
from analysis.rule import Words, jurisdiction_rule
from analysis.voices import voices
from data.rows import DutyList
from graph.dates import AsOf
from graph.dutygraph import DutyGraph
from graph.home import home_of


@jurisdiction_rule("C4")
def duty_abolished(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the institutions that a list goes on with after their end: one finding an institution.

    Formula: a word of the institution stands in the owner's own words (or in a case), its end is on or before the day,
    and the sentence does not tell of the end. H; L where another scheme took its place under another name; I where
    only cases speak of it, which may tell of the time before, and where the day of the end is not sure.

    Source: DOMAIN 4.2 and 6.3 C4; the documents that data/law/abolished.yml names row by row.
    """
    home = home_of(graph.jurisdiction)
    for one in graph.lists:
        said = [told for told in voices(one, home) if told.voice != "cited" or told.text.field == "remark"]
        left = list(spoken_of(one, said, graph.known.abolished, words.terms("aware"), words.terms("titles")))
        for as_of, day in graph.days(one):
            over = [spoken for spoken in left if spoken.institution.ended <= day]
            left = [spoken for spoken in left if spoken.institution.ended > day]
            for name in dict.fromkeys(spoken.institution.name for spoken in over):
                yield _draft(one, [spoken for spoken in over if spoken.institution.name == name], as_of)


def _draft(one: DutyList, told: Sequence[Spoken], as_of: AsOf) -> Draft:
    ended = told[0].institution
    values = {
        "list": list_name(one),
        "words": several(tuple(dict.fromkeys(spoken.words for spoken in told))),
        "name": ended.name,
        "day": told_day(ended.ended),
        "by": ended.by or ended.source,
        "instead": ended.instead,
    }
    evidence = tuple(dict.fromkeys(spoken.quote(one) for spoken in told))
    return Draft("", (one.owner,), evidence, values, severity=_grade(told), variant=_variant(told), as_of=as_of)


def _grade(told: Sequence[Spoken]) -> Severity | None:
    ended = told[0].institution
    if ended.weak or _only_cases(told):
        return "I"
    return "L" if ended.kind == "replaced" else None


def _variant(told: Sequence[Spoken]) -> str:
    ended = told[0].institution
    if ended.weak:
        return "unsure"
    if _only_cases(told):
        return "case"
    return "instead" if ended.instead else ""


def _only_cases(told: Sequence[Spoken]) -> bool:
    return all(spoken.said.voice == "case" for spoken in told)
