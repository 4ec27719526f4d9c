"""Titles that no table has, and what they are nearly: the ground of the rules on titles that are wrong or unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.law_lookup import Laws, laws_of
from data.law_titles import is_national_law_name, kind_word, title_key
from data.laws import COMPLETE_TO, unknown_law
from data.places import leading
from data.reference import load_yaml
from data.rows import DutyList
from data.texts import Text
from graph.citations import Citation
from graph.dutygraph import DutyGraph
from graph.instruments import number_key, number_of

_STATE = "中华人民共和国"
# Shorter names of laws that no table has are taken for abbreviations (计生法).
_SHORTEST = 5
# So long a title is not by chance nearly that of another instrument.
_LONG = 12


@dataclass(frozen=True, slots=True)
class Unknown:
    """A citation whose title no table has: the titles that it nearly is, and whether it can be no law at all.

    `instrument` is the id of the instrument that it is of (graph.instruments).
    """

    instrument: str
    text: Text
    citation: Citation
    nearest: tuple[str, ...]
    no_law: bool


def unknown_titles(graph: DutyGraph, one: DutyList) -> Iterator[Unknown]:
    """Yield the titles that a list cites and no table has, in the order they are first met.

    A title with the form of a national law is no law where the table, which is complete up to its day, has none: where
    it is nearly one of them, or the list is dated and cites it in full or with an article. Not so where it shortens the
    title of a law (环保法), is a draft, joins several, or is told without marks. A title with 中华人民共和国 before it
    that was published without is one of them, too.

    Args:
        graph: the graph of the list, with what is known of law.
        one: the list.
    """
    laws = laws_of(graph.known.instruments)
    keys = tuple(title_key(law.name) for law in graph.known.instruments if law.kind == "law")
    for cited in graph.instruments():
        for place in cited.places:
            name = place.citation.name
            if place.list is one and place.citation.quoted and (official := _without_state(name, laws)):
                yield Unknown(cited.id, place.text, place.citation, (official,), no_law=False)
            elif place.list is one and name and not _passed_over(name, laws, keys):
                near = _nearest(place.citation, laws)
                no_law = _no_law(place.citation, near, laws, graph.dated(one).first)
                if near or not cited.known:
                    yield Unknown(cited.id, place.text, place.citation, near, no_law)


def _no_law(citation: Citation, near: tuple[str, ...], laws: Laws, dated: date | None) -> bool:
    sure = bool(near) or (dated is not None and _told_as_law(citation))
    unknown = unknown_law(citation.name, laws, min(dated or COMPLETE_TO, COMPLETE_TO))
    return citation.quoted and sure and unknown and not _joined_alike(citation.name, near)


def _told_as_law(citation: Citation) -> bool:
    """Whether a title is told as that of a law: by its full form, or with an article; 《一线工作法》 is none."""
    return bool(citation.articles) or citation.name.startswith(_STATE)


def _nearest(citation: Citation, laws: Laws) -> tuple[str, ...]:
    """The titles that a citation nearly has, as far as that is sure: the table of ministry rules is far from complete.

    Sure are 法 and 条例, long titles of national ones, and whatever has the number of the nearest one too.
    """
    key = title_key(citation.name)
    near = () if leading(key) else laws.nearest(citation.name)
    named = [one for name in near for one in laws.named(name)]
    number = number_key(citation.number) if citation.number else None
    sure = (
        kind_word(key) in ("法", "条例")
        or any(number == number_of(one.number) for one in named if number and one.number)
        or (len(key) >= _LONG and any(one.kind in ("law", "regulation") for one in named))
    )
    return near if sure else ()


def _without_state(name: str, laws: Laws) -> str:
    """Return the title that a rule was published under where a citation puts 中华人民共和国 before it, "" elsewhere."""
    named = laws.named(name) if name.startswith(_STATE) else ()
    titles = [title for law in named for title in (law.name, *law.aliases)]
    return "" if any(title.startswith(_STATE) for title in titles) else next(iter(titles), "")


def _joined_alike(name: str, nearest: tuple[str, ...]) -> bool:
    """Whether a title differs from a known one in 和, 与 and 及 alone: which law is meant is beyond doubt."""
    joiners = str.maketrans("与及", "和和")
    return title_key(name).translate(joiners) in {title_key(other).translate(joiners) for other in nearest}


def _passed_over(name: str, laws: Laws, law_keys: tuple[str, ...]) -> bool:
    """Whether nothing can be said of a title: it is a draft, joins several titles, or shortens the name of a law."""
    if laws.named(name) or any(word in name for word in load_yaml("law/titles.yml")["drafts"]):
        return True
    if not is_national_law_name(name) or laws.nearest(name):
        return False
    key = title_key(name)
    full = name.startswith(_STATE)
    return (len(key) < _SHORTEST and not full) or "、" in name or any(_shortens(key, law) for law in law_keys)


def _shortens(short: str, full: str) -> bool:
    rest = iter(full)
    return short[0] == full[0] and all(char in rest for char in short)
