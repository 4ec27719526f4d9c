"""C8 basis-misquoted: laws that do not exist, titles nearly right, numbers that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from analysis.cited import quote_text
from analysis.evidence import list_name, several
from analysis.finding import Draft, Severity
from analysis.misquoted import Unknown, unknown_titles
from analysis.rule import Words, jurisdiction_rule
from data.rows import DutyList
from data.spacing import squeeze
from graph.dutygraph import DutyGraph
from graph.instruments import CitedInstrument, number_key

# A title of fewer characters may be that of many papers (工作方案).
_TELLING = 8
# A title or number that so many other papers share is a common one, or was misread.
_COMMON = 3


@jurisdiction_rule("C8")
def basis_misquoted(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report citations that cannot be right as they stand.

    Formula: a title of the form of a national law that no law ever bore is M, where more than an 和 for an 与 is wrong.
    Any other title that no table has and that is one or two characters from one they have (`Laws.nearest`) is L. One
    paper with two numbers that differ in the code, the year or the count alone is L, as is one number with two titles
    that have little in common; one title with two wholly different numbers is two papers that are easily confused: I.
    One finding a list, of numbers one a pair of papers.

    Source: 《党政机关公文处理工作条例》 article 20 (quotations are checked before issue); DOMAIN 6.3 C8.
    """
    for one in graph.lists:
        unknown = [told for told in unknown_titles(graph, one) if told.nearest or told.no_law]
        yield from _titles(one, "M", [told for told in unknown if told.no_law])
        yield from _titles(one, "L", [told for told in unknown if not told.no_law])
    yield from _contradictions(graph)


def _titles(one: DutyList, grade: Severity, found: list[Unknown]) -> Iterator[Draft]:
    if found:
        yield Draft(
            "",
            (one.owner,),
            tuple(dict.fromkeys(quote_text(one, told.text, told.citation.printed) for told in found)),
            {"list": list_name(one), "names": several(tuple(dict.fromkeys(map(_corrected, found))))},
            severity=grade,
            variant="no-law" if grade == "M" else "",
        )


def _corrected(told: Unknown) -> str:
    """《残疾人保护法》（《中华人民共和国残疾人保障法》）: the title as printed, and what it nearly is."""
    near = "".join(f"《{name}》" for name in told.nearest[:2])
    return f"《{told.citation.name}》（→{near}）" if near else f"《{told.citation.name}》"


def _contradictions(graph: DutyGraph) -> Iterator[Draft]:
    known = {told.id: told for told in graph.instruments()}
    order = {identity: place for place, identity in enumerate(known)}
    for told in known.values():
        later = partial(_later, told.id, order)
        for other in map(known.__getitem__, later(told.same_title)):
            if len(told.name) >= _TELLING:
                yield _pair(told, other, "numbers" if _nearly(told, other) else "papers")
        for other in map(known.__getitem__, later(told.same_number)):
            if told.number and told.number.year and told.number.code:
                yield _pair(told, other, "titles")


def _later(identity: str, order: Mapping[str, int], others: Sequence[str]) -> Iterator[str]:
    """The others that are met after an instrument; none where there are so many that the title is a common one."""
    if len(others) < _COMMON:
        yield from (other for other in others if order[other] > order[identity])


def _nearly(one: CitedInstrument, other: CitedInstrument) -> bool:
    """Whether two numbers differ in one of code, year and count alone."""
    if not one.number or not other.number:
        return False
    return sum(left != right for left, right in zip(number_key(one.number), number_key(other.number), strict=True)) == 1


def _pair(one: CitedInstrument, other: CitedInstrument, variant: str) -> Draft:
    places = (one.places[0], other.places[0])
    return Draft(
        "",
        tuple(dict.fromkeys(place.list.owner for place in places)),
        tuple(quote_text(place.list, place.text, place.citation.printed) for place in places),
        {
            "name": f"《{one.name}》",
            "other": f"《{other.name}》",
            "numbers": several([squeeze(told.number.printed) for told in (one, other) if told.number]),
            "number": squeeze(one.number.printed) if one.number else "",
        },
        severity="I" if variant == "papers" else "L",
        variant=variant,
    )
