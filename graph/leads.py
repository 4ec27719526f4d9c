"""Who may be taken to lead a matter, and on what ground: its words, the law, or only the order of the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.rows import Confidence, DutyList
from data.statutory import StatutorySplit
from graph.baseline import statutory_lead
from graph.dutygraph import DutyGraph, Part


@dataclass(frozen=True, slots=True)
class Lead:
    """One body that leads a matter as one list has it.

    `confidence` tells the ground: explicit (牵头, in `words`), inferred (综合监管, in `words`), statutory (`split`), or
    order: the list names it first, which counts in a dispute, and only where nothing else tells a lead.
    """

    body: str
    owner: str
    confidence: Confidence
    words: str = ""
    split: StatutorySplit | None = None


def leads(graph: DutyGraph, matter: str) -> tuple[Lead, ...]:
    """Return who leads a matter, list by list, each with its ground.

    The law counts on the first day for which the list is judged, where it puts one department in charge and does not
    leave it to the local government. A list names its own owner first as a rule, so an owner leads nothing by order.

    Args:
        graph: the jurisdiction.
        matter: the id of the matter (KeyError where the graph has none).

    Source: DOMAIN 6.3 A1 and A2 (first-listed counts as 主办 in a dispute), 4.4.
    """
    lists = {one.owner: one for one in graph.lists}
    return tuple(
        lead for owner, parts in graph.statements(matter).items() for lead in _of_list(graph, lists[owner], parts)
    )


def _of_list(graph: DutyGraph, one: DutyList, parts: Sequence[Part]) -> Iterator[Lead]:
    told = [part for part in parts if part.role.name == "lead"]
    for part in told:
        yield Lead(part.body, one.owner, part.role.confidence, part.role.words)
    lawful = list(_by_law(graph, one, parts))
    yield from lawful
    if not told and not lawful:
        yield from _by_order(graph, one, parts)


def _by_law(graph: DutyGraph, one: DutyList, parts: Sequence[Part]) -> Iterator[Lead]:
    days = graph.days(one)
    law = statutory_lead(graph, parts, days[0][1]) if days else None
    if law and len(law.baseline.split.leads) == 1 and not law.baseline.split.local:
        for body in dict.fromkeys(part.body for part in law.parts):
            yield Lead(body, one.owner, "statutory", split=law.baseline.split)


def _by_order(graph: DutyGraph, one: DutyList, parts: Sequence[Part]) -> Iterator[Lead]:
    first, own = parts[0].body, {body for body, _ in graph.resolve(one.owner)}
    several = len({part.body for part in parts}) > 1
    if several and first not in own and not graph.body(first).generic:
        yield Lead(first, one.owner, "order")
