"""D8 list-stale: the lists of a jurisdiction were not revised after a reform of its departments."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from analysis.evidence import several
from analysis.finding import Draft
from analysis.reform_words import month, title_of
from analysis.reforms import era_here, is_department, owners_of
from analysis.rule import Words, jurisdiction_rule
from data.rows import DutyList
from graph.dutygraph import DutyGraph


@jurisdiction_rule("D8")
def list_stale(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report lists that are older than the reform of departments they speak of, in one finding a jurisdiction.

    Formula: a department of the list (its owner or a party) has ended by the day of the audit, and the list was made
    before that; or, where the lists do not say when they were made, more than `share` of all departments that they
    name have ended. Evidence are the titles of the lists.

    Source: DOMAIN 6.3 D8; 动态调整 (清单 are revised when bodies and duties change)
    """
    day = graph.audited
    if day is None:
        return
    named = _named(graph)
    eras = {identity: era_here(graph, graph.body(identity), day) for identity in set().union(*named.values())}
    ended = {identity: era.since for identity, era in eras.items() if era.status == "abolished" and era.since}
    touched = [one for one, bodies in zip(graph.lists, named.values(), strict=True) if bodies & ended.keys()]
    older = [one for one in touched if _older(graph, one, [ended[body] for body in named[id(one)] & ended.keys()])]
    if older or len(ended) > words.threshold("share") * len(eras):
        owners = tuple(dict.fromkeys(one.owner for one in older or touched))
        yield Draft(
            matter="",
            departments=owners,
            evidence=tuple(map(title_of, older or touched)),
            values={
                "lists": several(owners),
                "date": month(max(ended.values())),
                "gone": str(len(ended)),
                "bodies": str(len(eras)),
            },
            variant="" if older else "share",
            as_of="audit",
        )


def _named(graph: DutyGraph) -> dict[int, set[str]]:
    """Return for each list (by its identity) the ids of the departments of this level that it names or is of."""
    rows = {row.id: id(one) for one in graph.lists for row in one.boundaries}
    named = {id(one): {body.id for body in owners_of(graph, one)} for one in graph.lists}
    for part in graph.parts():
        named[rows[part.row.id]].add(part.body)
    own = {body.id for body in graph.bodies() if is_department(graph, body)}
    return {one: bodies & own for one, bodies in named.items()}


def _older(graph: DutyGraph, one: DutyList, reforms: Iterable[datetime.date]) -> bool:
    last = graph.dated(one).last
    return last is not None and any(last < day for day in reforms)
