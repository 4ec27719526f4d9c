"""C6 basis-not-yet: a list rests on a law that does not hold yet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from analysis.cited import Cited, cited, day, quoted, titles
from analysis.evidence import list_name
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from data.messages import say
from data.rows import DutyList
from graph.dates import AsOf
from graph.dutygraph import DutyGraph


@jurisdiction_rule("C6")
def basis_not_yet(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the instruments of a list that take effect later than the list was made, or than the audit.

    Formula: the first instrument of the title was made by the day, and takes effect after it. One that was made later
    cannot be meant: an older one of its title is, which the tables lack; nor can one that would wait for more than
    `longest_wait_days`. The day of the list is the last on which it can have been made: the law may have begun by then.

    Source: DOMAIN 6.3 C6.
    """
    wait = datetime.timedelta(words.threshold("longest_wait_days"))
    for one in graph.lists:
        left = list(cited(graph, one))
        for as_of, until in _days(graph, one):
            early = [told for told in left if _early(told, until, wait)]
            left = [told for told in left if told not in early]
            if early:
                yield _draft(one, early, as_of)


def _days(graph: DutyGraph, one: DutyList) -> Iterator[tuple[AsOf, datetime.date]]:
    """The days for which the list is judged, of its own the last possible one."""
    made = graph.dated(one).last
    for as_of, audited in graph.days(one):
        until = audited if as_of == "audit" else made
        if until:
            yield as_of, until


def _early(told: Cited, until: datetime.date, wait: datetime.timedelta) -> bool:
    made, begins = told.generations[0].adopted, told.generations[0].effective
    return made is not None and begins is not None and made <= until < begins <= made + wait


def _draft(one: DutyList, early: Sequence[Cited], as_of: AsOf) -> Draft:
    names = tuple(dict.fromkeys(_named(told) for told in early))
    values = {"list": list_name(one), "names": titles(names), "many": str(len(names))}
    return Draft("", (one.owner,), quoted(one, early), values, variant="" if as_of == "audit" else "then", as_of=as_of)


def _named(told: Cited) -> str:
    return say("law.starts", name=told.generations[0].name, day=day(told.generations[0].effective))
