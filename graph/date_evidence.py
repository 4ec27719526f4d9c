"""What tells when a list was made: days that it states, papers that it cites, names that organs bore."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.bodies import families
from data.knowledge import Knowledge
from data.law_lookup import laws_of
from data.reference import load_yaml
from data.rows import DutyList
from data.spacing import squeeze
from data.successions import Succession
from data.texts import texts_of
from graph.citations import FileNumber, citations_in
from graph.date_words import days_in

# So far before and behind a day stand the words that make it a plan, or tell that something was done.
_BEFORE, _BEHIND = 3, 12


@dataclass(frozen=True, slots=True)
class Bound:
    """One piece of evidence: the list is not older than `first`, not younger than `last`; None where it does not say.

    `key` is that of the messages (date.<key>), `words` what was read. With `stated` the list itself names the day.
    """

    key: str
    words: str
    first: datetime.date | None
    last: datetime.date | None
    stated: bool = False


def stated(one: DutyList) -> Iterator[Bound]:
    """Yield the days that the title of a list states, or the year that a person gave it."""
    told = [day for day in days_in(squeeze(one.owner_text)) if one.year in (None, day.first.year)]
    for day in told:
        yield Bound("year", day.words, day.first, day.last, stated=True)
    if one.year and not told:
        year = str(one.year)
        yield Bound("year", year, datetime.date(one.year, 1, 1), datetime.date(one.year, 12, 31), stated=True)


def written(one: DutyList, known: Knowledge) -> Iterator[Bound]:
    """Yield what the texts of a list tell: days, papers cited, names of organs; each text is read once."""
    named: dict[tuple[str, str], None] = {}
    for text in texts_of(one):
        yield from _days(text.words, told_of=text.field == "case", cell=text.row is not None)
        for citation in citations_in(text.words):
            named[citation.name, _number(citation.number)] = None
            if citation.number and citation.number.year:
                yield _from(citation.number.year, citation.number.printed)
        yield from (Bound("born", word, first, None) for word, first in _born(text.words))
    for piece in one.skipped:
        yield from _days(piece.text, told_of=False, cell=False)
    yield from _laws(named, known)


def _from(year: int, words: str) -> Bound:
    return Bound("cited", words, datetime.date(year, 1, 1), None)


def _days(text: str, told_of: bool, cell: bool) -> Iterator[Bound]:
    """Yield what the days of a text bound.

    With `told_of` it tells of what has happened (a case). A line that is no `cell` and holds nothing but a day is that
    of a cover or a signature.
    """
    for day in days_in(text):
        before, behind = text[: day.start].rstrip(": ：\t\n\u3000"), text[day.end :]
        alone = not cell and _cover().sub("", squeeze(text)) == squeeze(day.words)
        if alone or before.endswith(tuple(_table()["made"])):
            yield Bound("made", day.words, day.first, day.last, stated=True)
        elif before.endswith(tuple(_table()["published"])):
            yield Bound("published", day.words, None, day.last)
        elif not _ahead(before, behind) and (told_of or _done(behind)):
            yield Bound("told", day.words, day.first, None)


@cache
def _cover() -> re.Pattern[str]:
    """What stands around the day of a cover: brackets, and words such as 修订版."""
    return re.compile(f"^[（(]|(?:{'|'.join(_table()['cover'])})?[)）]?$")


def _ahead(before: str, behind: str) -> bool:
    """Say whether the words around a day make it a plan, a period, or the first day of a rule."""
    near = behind.lstrip(" 日月底末初春夏秋冬季")
    return before[-_BEFORE:].endswith(tuple(_table()["ahead"])) or near.startswith(tuple(_table()["behind"]))


def _done(behind: str) -> bool:
    return any(word in behind[:_BEHIND] for word in _table()["done"])


def _born(text: str) -> Iterator[tuple[str, datetime.date]]:
    pattern, first = _names()
    for word in dict.fromkeys(pattern.findall(text)):
        yield word, first[word]


def _number(number: FileNumber | None) -> str:
    """Return a file number as the table of instruments writes it, "" for none."""
    year = f"〔{number.year}〕" if number and number.year else "第"
    return f"{number.code}{year}{number.number}号" if number else ""


def _laws(named: Iterable[tuple[str, str]], known: Knowledge) -> Iterator[Bound]:
    """Yield the day on which each instrument that is cited was made, where it is known for certain which one is meant.

    That is the oldest law of a title, for of laws the tables hold all; and any other instrument that is cited with its
    number: one that was made anew bears the title of an older one, which the tables may lack.
    """
    laws = laws_of(known.instruments)
    for name, number in named:
        for place, one in enumerate(laws.named(name) if name else ()):
            meant = (one.kind == "law" and not place) or (number and one.number == number)
            if meant and one.adopted:
                yield Bound("law", name, one.adopted, None)


def of_form(one: DutyList) -> Iterator[Bound]:
    """Yield since when lists have the parts that this one has."""
    kinds = {section.kind for section in one.sections if section.state != "missing"}
    for entry in _table()["forms"]:
        if kinds.issuperset(entry["sections"]):
            yield Bound("form", "", entry["first"], None)


def of_owner(one: DutyList, reforms: Sequence[Succession]) -> Iterator[Bound]:
    """Yield between which reforms an organ of the owner's name was there.

    A reform of the place itself goes before that of the whole country.
    """
    for entry in _table()["owners_born"]:
        if _bears(one.owner, entry):
            yield Bound("born", one.owner, entry["first"], None)
    for entry in _table()["owners_ended"]:
        if _bears(one.owner, entry):
            yield Bound("ended", one.owner, None, entry["last"])
    borne = families(one.owner)
    for family in set(borne).intersection(_table()["families"]):
        held = [step for step in reforms if step.old == family and not step.functions and _holds(step, one)]
        local = [step for step in held if step.place] or held
        for step in local:
            if not set(step.new).intersection(borne):
                yield Bound("ended", one.owner, None, step.date + _slack(step))


def _bears(owner: str, entry: dict[str, Any]) -> bool:
    return owner.endswith(tuple(entry["words"])) and not any(word in owner for word in entry.get("unless", ()))


def _holds(step: Succession, one: DutyList) -> bool:
    return not step.place or one.jurisdiction.endswith(step.place)


def _slack(step: Succession) -> datetime.timedelta:
    if step.place:
        return datetime.timedelta(_table()["local_slack"])
    return datetime.timedelta(next(row["days"] for row in _table()["slack"] if step.date <= row["until"]))


@cache
def _names() -> tuple[re.Pattern[str], dict[str, datetime.date]]:
    first = {word: entry["first"] for entry in _table()["born"] for word in entry["words"]}
    return re.compile("|".join(sorted(map(re.escape, first), key=len, reverse=True))), first


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml("dates.yml")
    return table
