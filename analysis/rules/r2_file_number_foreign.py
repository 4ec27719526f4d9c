"""R2 file-number-foreign: a file number whose issuer code belongs to another place than the paper it stands with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.cited import quote_text
from analysis.evidence import list_name, several
from analysis.finding import SEVERITIES, Draft, Evidence, Severity
from analysis.rule import Words, jurisdiction_rule
from data.file_numbers import Issuer, issuer, names_issuer
from data.place_kin import kin_of
from data.places import leading
from data.reference import load_yaml
from data.rows import DutyList
from data.spacing import squeeze
from data.texts import Text, texts_of
from graph.citations import citations_in
from graph.dutygraph import DutyGraph

# 湖南省人民政府办公厅关于…: the title says who issued the paper.
_ISSUED = re.compile("(?P<government>[一-龥]{2,12}?人民政府(?:办公厅|办公室)?)(?:关于|印发|转发)")
_SENTENCE = re.compile("[。；;\n]")
# So many characters before a citation tell whose paper it is.
_NEAR = 30


@dataclass(frozen=True, slots=True)
class _Met:
    """A foreign number: the text, the words to quote, the number as printed, its issuer, whether it is told as own."""

    text: Text
    words: str
    printed: str
    issuer: Issuer
    own: bool


@jurisdiction_rule("R2")
def file_number_foreign(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report file numbers whose issuer code is that of another place.

    Formula: the code parts into a short name of a place and words for organs and papers (data/law/issuers.yml,
    data/places/short.csv); the place is not the jurisdiction, nor above or within it. H where the code is a
    government's, one place beside the jurisdiction is called so, and the paper is told as one of the jurisdiction
    itself. M where several are called so, where the paper is not told as its own, where the code is that of a
    department of the other place, or where a government's code is that of a place elsewhere, or of none that is known;
    this last only where the jurisdiction's own code is met in the lists too. M too where a paper that is named as one
    of a government bears the code of another of the chain. Silent where the words before the number name that other
    place, for papers older than the jurisdiction, for codes of central bodies, and of organs without a place. One
    finding a list and place; the gravest of its numbers counts.

    Source: 《党政机关公文格式》 7.2.5 (a number begins with the code of its issuer); DOMAIN 6.3.
    """
    usual = _own_code_met(graph)
    for one in graph.lists:
        grouped: dict[str, list[tuple[_Met, Severity]]] = {}
        for met in _foreign(one, graph.jurisdiction):
            if grade := _grade(met, usual):
                grouped.setdefault(met.issuer.lead, []).append((met, grade))
        for graded in grouped.values():
            gravest = min((grade for _, grade in graded), key=SEVERITIES.index)
            yield _draft(one, gravest, [met for met, _ in graded])
        yield from _misnamed(one, graph.jurisdiction)


def _draft(one: DutyList, grade: Severity, found: list[_Met]) -> Draft:
    places = found[0].issuer.places
    return Draft(
        matter="",
        departments=(one.owner,),
        evidence=tuple(dict.fromkeys(quote_text(one, met.text, met.words) for met in found)),
        values={
            "list": list_name(one),
            "numbers": several(tuple(dict.fromkeys(squeeze(met.printed) for met in found))),
            "lead": found[0].issuer.lead,
            "places": several(places),
        },
        severity=grade,
        variant="" if len(places) == 1 else "several" if places else "nowhere",
    )


def _misnamed(one: DutyList, jurisdiction: str) -> Iterator[Draft]:
    """Papers whose title begins with the government that issued them, and whose code is that of another above it."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for text in texts_of(one):
        for citation in citations_in(text.words):
            named = _ISSUED.match(citation.name)
            if named and citation.number and _unlike(named["government"], citation.number.code, jurisdiction):
                key = (named["government"], squeeze(citation.number.printed))
                found.setdefault(key, []).append(quote_text(one, text, citation.printed))
    for (government, number), quoted in found.items():
        values = {"list": list_name(one), "numbers": number, "issuer": government}
        yield Draft("", (one.owner,), tuple(dict.fromkeys(quoted)), values, severity="M", variant="misnamed")


def _unlike(government: str, code: str, jurisdiction: str) -> bool:
    """Whether a code of the chain of places can't be that of the government named."""
    place, told = leading(government), issuer(code, jurisdiction)
    return bool(place) and told is not None and told.standing == "chain" and not names_issuer(code, place)


def _grade(met: _Met, usual: bool) -> Severity | None:
    if met.issuer.standing == "sibling":
        government = met.issuer.organ == "government"
        certain = government and met.own and len(met.issuer.places) == 1
        return "H" if certain else "M" if met.own or government else None
    if met.issuer.organ != "government":
        return None
    return "M" if met.issuer.standing == "elsewhere" or (met.own and usual) else None


def _foreign(one: DutyList, jurisdiction: str) -> Iterator[_Met]:
    """The numbers with a foreign code, less those whose sentence names the place of the code.

    Papers from before the jurisdiction itself are those of what was there then, and may bear any code.
    """
    kin = kin_of(jurisdiction)
    since = kin.since if kin else 0
    for text in texts_of(one):
        for citation in citations_in(text.words):
            number = citation.number
            told = issuer(number.code, jurisdiction) if number and (number.year or 0) > since else None
            if number and told and told.standing in ("sibling", "elsewhere", "nowhere"):
                lead = text.words[max(citation.start - 2 * _NEAR, 0) : citation.start]
                before = squeeze(_SENTENCE.split(lead)[-1])[-_NEAR:]
                said = before + squeeze(citation.printed)
                if not any(_stem(place) in said for place in told.places):
                    yield _Met(text, citation.printed, number.printed, told, _told_as_own(said, jurisdiction))


def _stem(full: str) -> str:
    """衡阳市石鼓区 → 石鼓: what the sentence would call the place at least."""
    return re.sub("^.+[市州盟](?=.)|[省市县区旗州盟]$", "", full)


def _told_as_own(sentence: str, jurisdiction: str) -> bool:
    """Whether a sentence names the jurisdiction, or its government by its level word (区政府)."""
    kin = kin_of(jurisdiction)
    level = jurisdiction[-1:]
    words = "|".join(load_yaml("law/issuers.yml")["own_words"])
    named = kin is not None and any(name in sentence for name in kin.own)
    return named or bool(re.search(f"(?:^|[^一-龥]|我|本){level}(?:{words})", sentence))


def _own_code_met(graph: DutyGraph) -> bool:
    """Whether some number has a code of the jurisdiction itself: what its short name is, is known then."""
    kin = kin_of(graph.jurisdiction)
    own = "".join(kin.own) if kin else ""
    texts = (text for one in graph.lists for text in texts_of(one))
    numbers = (citation.number for text in texts for citation in citations_in(text.words) if citation.number)
    told = (issuer(number.code, graph.jurisdiction) for number in numbers)
    return any(one and one.organ == "government" and one.lead and one.lead in own for one in told)
