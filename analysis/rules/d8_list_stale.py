"""D8 list-stale: the lists of a jurisdiction were not revised after a reform of its departments."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from analysis.evidence import several
from analysis.finding import Draft
from analysis.reform_words import month, title_of
from analysis.reforms import era_here, is_department, owners_of, passed_parts
from analysis.rule import Words, jurisdiction_rule
from data.rows import DutyList
from graph.dutygraph import DutyGraph


@jurisdiction_rule("D8")
def list_stale(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report lists that are older than the reform of departments they speak of, in one finding a jurisdiction.

    Formula: a department of the list (its owner or a party) has ended by the day of the audit, and the list was made
    before that; or, where the lists do not say when they were made, more than `share` of all departments that they
    name have ended. M where more than `share` have, else L: a few departments are changed where they stand. Evidence
    are the titles of the lists.

    Source: DOMAIN 6.3 D8; 动态调整 (清单 are revised when bodies and duties change)
    """
    day = graph.audited
    if day is None:
        return
    ended = _ended(graph, day)
    named = {body.id for body in graph.bodies() if is_department(graph, body)}
    gone = {body: when for told in ended.values() for body, when in told.items()}
    touched = [one for one in graph.lists if ended[id(one)]]
    older = [one for one in touched if _older(graph, one, ended[id(one)].values())]
    many = len(gone) > words.threshold("share") * len(named)
    if older or many:
        owners = tuple(dict.fromkeys(one.owner for one in older or touched))
        yield Draft(
            matter="",
            departments=owners,
            evidence=tuple(map(title_of, older or touched)),
            values={
                "lists": several(owners),
                "date": month(max(gone.values())),
                "gone": str(len(gone)),
                "bodies": str(len(named)),
            },
            severity=None if many else "L",
            variant=("" if older else "share") if many else "few",
            as_of="audit",
        )


def _ended(graph: DutyGraph, day: datetime.date) -> dict[int, dict[str, datetime.date]]:
    """Return for each list (by its identity) the departments that it is of, or names, and that have ended, and when."""
    found: dict[int, dict[str, datetime.date]] = {id(one): {} for one in graph.lists}
    for passed in passed_parts(graph):
        if passed.era.since:
            found[id(passed.one)][passed.body.id] = passed.era.since
    for one in graph.lists:
        eras = {body.id: era_here(graph, body, day) for body in owners_of(graph, one)}
        found[id(one)] |= {body: era.since for body, era in eras.items() if era.since}
    return found


def _older(graph: DutyGraph, one: DutyList, reforms: Iterable[datetime.date]) -> bool:
    last = graph.dated(one).last
    return last is not None and any(last < day for day in reforms)
