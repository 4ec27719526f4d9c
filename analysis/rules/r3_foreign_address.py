"""R3 foreign-address: a website, a telephone area code or an address of another place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.clauses import CLAUSE, around
from analysis.evidence import list_name, owner_name, several
from analysis.finding import Draft, Evidence
from analysis.lists import quote
from analysis.rule import Words, jurisdiction_rule
from data.place_kin import Kin, kin_of
from data.place_mentions import mentions_in
from data.place_net import foreign_code, place_of_host
from data.rows import DutyList
from data.texts import Text, texts_of
from graph.dutygraph import DutyGraph

_HOST = re.compile(r"(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]+\.){1,5}gov\.cn(?![A-Za-z0-9-])")
_PHONE = re.compile(r"(?<![\d.\-—])(0(?:10|2\d|[3-9]\d\d))[)）]?[-—－–\s]{0,2}\d{7,8}(?!\d)")
# A foreign address begins its line; the village at the end of a long one is nobody's city.
_ADDRESS = 20


@dataclass(frozen=True, slots=True)
class _Found:
    variant: str
    place: str
    words: str
    piece: str
    text: Text


@jurisdiction_rule("R3")
def foreign_address(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the websites, area codes and addresses of another place, one finding for each place and sort.

    Formula: a host under gov.cn that another division would take by its pinyin or initials and no own one would; an
    area code of a city that is not the jurisdiction's, nor Beijing's, nor that of the province's capital; an address
    (地址：…) that begins with a foreign place. A district's office may stand in the next district: there only
    addresses outside the city count. Cases may tell of elsewhere.

    Source: 《政府信息公开条例》, articles 6 and 20; codes as in data/places/phone_codes.csv.
    """
    kin = kin_of(graph.jurisdiction)
    if kin is None:
        return
    for one in graph.lists:
        groups: dict[tuple[str, str], list[_Found]] = {}
        for text in texts_of(one):
            for found in _in_text(text, kin, words):
                groups.setdefault((found.variant, found.place), []).append(found)
        for group in groups.values():
            yield _draft(one, group)


def _draft(one: DutyList, group: list[_Found]) -> Draft:
    first = group[0]
    pieces = {(found.piece, found.text.source): found for found in group}
    shown = several(tuple(dict.fromkeys(found.words for found in group)))
    return Draft(
        matter="",
        departments=(one.owner,),
        evidence=tuple(_quoted(one, found) for found in pieces.values()),
        values={"list": list_name(one), "place": first.place, "words": shown},
        variant=first.variant,
    )


def _quoted(one: DutyList, found: _Found) -> Evidence:
    if found.text.section is None:
        return Evidence(found.piece, found.text.source, owner_name(one))
    return quote(one, found.text.section, found.piece, found.text.source)


def _in_text(text: Text, kin: Kin, words: Words) -> Iterator[_Found]:
    if text.field == "case":
        return
    for host in _HOST.finditer(text.words):
        if place := place_of_host(host.group(), kin):
            yield _found("", place.full, host.group(), host, text)
    for phone in _PHONE.finditer(text.words):
        if using := foreign_code(phone[1], kin):
            yield _found("phone", using, phone[1], phone, text)
    yield from _addresses(text, kin, words)


def _addresses(text: Text, kin: Kin, words: Words) -> Iterator[_Found]:
    far = ("province", "far") if any(name.endswith("区") for name in kin.own) else ("sibling", "province", "far")
    for label in re.finditer(f"(?:{'|'.join(words.terms('address'))})[:：为]?", text.words):
        first = next(mentions_in(text.words[label.end() : label.end() + _ADDRESS]), None)
        if first and first.start < 2 and kin.tie(first) in far:
            yield _found("address", first.printed, first.printed, label, text)


def _found(variant: str, place: str, words: str, match: re.Match[str], text: Text) -> _Found:
    """Quote from the mark before to the mark after, or the number alone in a cell of numbers."""
    before, after = around(text.words, match.start(), match.end(), CLAUSE)
    return _Found(variant, place, words, (before + match.group() + after).strip(), text)
