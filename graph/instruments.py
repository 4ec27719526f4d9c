"""The instruments that lists cite: one for each law or document, in however many spellings, with links that say why."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from data.law_titles import title_key, without_issuer
from data.laws import Instrument, Laws
from data.rows import DutyList
from data.texts import Text, texts_of
from graph.citation_numbers import FileNumber, numbers_in
from graph.citation_text import fold, title_words
from graph.citations import Citation, citations_in

NumberKey = tuple[str, int | None, str]
# A notice that issues a paper has its number: 关于印发〈…办法〉的通知 is cited as the 办法 itself.
_WRAPPED = re.compile("^.{0,40}?(?:印发|转发|颁发|发布|下发)(?P<name>.{4,}?)的?通知$")
# Two titles with one number are the same paper where so much of the shorter one stands in the other, in order.
_SAME_TITLE = 0.75


@dataclass(frozen=True, slots=True)
class Place:
    """One citation, and the list and text that it stands in."""

    list: DutyList
    text: Text
    citation: Citation


@dataclass(frozen=True, slots=True)
class SpellingLink:
    """Why a spelling was taken for an instrument: `reason` is title, number, issued (its notice) or known."""

    mention: str
    reason: str


@dataclass(frozen=True, slots=True)
class CitedInstrument:
    """One law or document as the lists of a jurisdiction cite it.

    Args:
        id: from its title and number, the same for the same spellings.
        name: its title as the tables have it, else as most places print it; "" where no place does.
        number: its file number, where some place prints one.
        known: the instrument of the tables, the latest of that name.
        spellings: every title met, the most frequent first.
        links: one a spelling, with the reason.
        places: where it is cited, in reading order.
        same_title: ids of others with the same title and another number.
        same_number: ids of others with the same number and another title.
    """

    id: str
    name: str
    number: FileNumber | None
    known: Instrument | None
    spellings: tuple[str, ...]
    links: tuple[SpellingLink, ...]
    places: tuple[Place, ...]
    same_title: tuple[str, ...] = ()
    same_number: tuple[str, ...] = ()


def instruments_of(lists: Sequence[DutyList], known: Laws) -> tuple[CitedInstrument, ...]:
    """Return the instruments that lists cite, in the order they are first met.

    Two citations are of one instrument where they have the same number, or the same title and not two numbers. A notice
    that issues a paper is that paper. One number with two titles that have little in common, and one title with two
    numbers, stay apart and name each other (`same_number`, `same_title`).

    Args:
        lists: the lists of one jurisdiction.
        known: the tables by title.
    """
    groups: dict[tuple[str, NumberKey | None], list[Place]] = {}
    places = list(_places(lists))
    titles = _titles_by_number(places)
    numbers = _numbers_by_title(places, titles)
    for place in places:
        groups.setdefault(_key(place.citation, titles, numbers), []).append(place)
    return _with_conflicts({key: _instrument(key, found, known) for key, found in groups.items()})


def paper_key(name: str) -> str:
    """Return what two citations of one paper share: the key of its title, that of what it issues where it is a notice.

    Example:
        >>> paper_key("关于印发〈校车管理办法〉的通知") == paper_key("校车管理办法(试行)")
        True
    """
    bare = title_key(name)
    wrapped = _WRAPPED.fullmatch(bare)
    return without_issuer(title_key(wrapped["name"]) if wrapped else bare)


def number_key(number: FileNumber) -> NumberKey:
    """Return what two prints of one file number share, the brackets aside."""
    return (number.code.replace("、", ""), number.year, number.number.lstrip("0"))


def number_of(printed: str) -> NumberKey | None:
    """Return the key of a number as the tables print it (国务院令第629号); None where it has no such form."""
    found = next(numbers_in(fold(printed).words), None)
    return (found.code.replace("、", ""), found.year, found.number.lstrip("0")) if found else None


def is_short(name: str) -> bool:
    """Say whether a title is only the last word of one (《条例》): which instrument it means cannot be told."""
    return name in title_words("short")


def _places(lists: Sequence[DutyList]) -> Iterator[Place]:
    for one in lists:
        for text in texts_of(one):
            for citation in citations_in(text.words):
                if not is_short(citation.name) and (citation.name or citation.number):
                    yield Place(one, text, citation)


def _titles_by_number(places: Iterable[Place]) -> dict[NumberKey, list[str]]:
    """For each number the keys of its titles, those of one paper once: the first met stands for the others."""
    found: dict[NumberKey, list[str]] = defaultdict(list)
    for place in places:
        if place.citation.number and place.citation.name:
            known, title = found[number_key(place.citation.number)], paper_key(place.citation.name)
            if not any(_one_paper(title, other) for other in known):
                known.append(title)
    return found


def _numbers_by_title(places: Iterable[Place], titles: dict[NumberKey, list[str]]) -> dict[str, list[NumberKey]]:
    found: dict[str, list[NumberKey]] = defaultdict(list)
    for place in places:
        if place.citation.number and place.citation.name:
            number = number_key(place.citation.number)
            title = _representative(paper_key(place.citation.name), titles[number])
            if number not in found[title]:
                found[title].append(number)
    return found


def _key(
    citation: Citation, titles: dict[NumberKey, list[str]], numbers: dict[str, list[NumberKey]]
) -> tuple[str, NumberKey | None]:
    """Title and number of the instrument that a citation is of, the one completed by the other where only one fits."""
    title = paper_key(citation.name) if citation.name else ""
    number = number_key(citation.number) if citation.number else None
    if number:
        known = titles.get(number, [])
        return (_representative(title, known) if title else known[0] if len(known) == 1 else "", number)
    fitting = numbers.get(title, [])
    return (title, fitting[0] if len(fitting) == 1 else None)


def _representative(title: str, known: Sequence[str]) -> str:
    return next((other for other in known if _one_paper(title, other)), title)


def _one_paper(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return one == other or LCSseq.similarity(one, other) >= _SAME_TITLE * shorter


def _instrument(key: tuple[str, NumberKey | None], places: list[Place], laws: Laws) -> CitedInstrument:
    names = [place.citation.name for place in places if place.citation.name]
    spellings = tuple(sorted(dict.fromkeys(names), key=lambda name: -names.count(name)))
    generations = next(filter(None, map(laws.named, spellings)), ())
    known = generations[-1] if generations else None
    return CitedInstrument(
        id=hashlib.sha256(repr(key).encode()).hexdigest()[:12],
        name=known.name if known else spellings[0] if spellings else "",
        number=next((place.citation.number for place in places if place.citation.number), None),
        known=known,
        spellings=spellings,
        links=tuple(SpellingLink(name, _reason(name, key, bool(laws.named(name)))) for name in spellings),
        places=tuple(places),
    )


def _reason(name: str, key: tuple[str, NumberKey | None], known: bool) -> str:
    if known:
        return "known"
    if paper_key(name) != key[0]:
        return "number"
    return "title" if without_issuer(title_key(name)) == key[0] else "issued"


def _with_conflicts(found: dict[tuple[str, NumberKey | None], CitedInstrument]) -> tuple[CitedInstrument, ...]:
    """Name for each instrument those that share its title but not its number, or its number but not its title."""
    keys = {one.id: key for key, one in found.items()}
    by_title: dict[str, list[str]] = defaultdict(list)
    by_number: dict[NumberKey, list[str]] = defaultdict(list)
    for identity, (title, number) in keys.items():
        if title and number:
            by_title[title].append(identity)
            by_number[number].append(identity)
    return tuple(
        replace(
            one,
            same_title=tuple(other for other in by_title.get(title, ()) if number and other != one.id),
            same_number=tuple(other for other in by_number[number] if other != one.id) if number and title else (),
        )
        for (title, number), one in found.items()
    )
