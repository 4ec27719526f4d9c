"""C2 basis-repealed: a list rests on a law or document that no longer holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from analysis.cited import Cited, cited, ended, quoted, titles
from analysis.evidence import list_name
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from data.rows import DutyList
from graph.dates import AsOf
from graph.dutygraph import DutyGraph

# What had ended when the list was made is another fault than what ended since.
_VARIANTS: dict[AsOf, str] = {"list": "dead", "audit": ""}


@jurisdiction_rule("C2")
def basis_repealed(graph: DutyGraph, _: Words) -> Iterator[Draft]:
    """Report the instruments that a list cites as ground, and that have ended: one finding a list, and one for its day.

    Formula: the title is in the tables, and every instrument that bears it has ended on the day. Where a new one bears
    the same title, it is the new one that holds (DOMAIN 4.1, rule 3). What had ended by the first day on which the
    list can have been made was dead when it was cited; the rest is told for the day of the audit.

    Source: 山东省行政权力清单动态管理办法, articles 4 and 5; DOMAIN 4.2 and 6.3 C2.
    """
    for one in graph.lists:
        left = list(cited(graph, one))
        for as_of, day in graph.days(one):
            gone = [told for told in left if _gone(told, day)]
            left = [told for told in left if told not in gone]
            if gone:
                yield _draft(one, gone, as_of)


def _gone(told: Cited, day: datetime.date) -> bool:
    return all(instrument.standing(day) == "ended" for instrument in told.generations)


def _draft(one: DutyList, gone: Sequence[Cited], as_of: AsOf) -> Draft:
    names = tuple(dict.fromkeys(ended(told.generations[-1]) for told in gone))
    values = {"list": list_name(one), "names": titles(names), "many": str(len(names))}
    return Draft("", (one.owner,), quoted(one, gone), values, variant=_VARIANTS[as_of], as_of=as_of)
