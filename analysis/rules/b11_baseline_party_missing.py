"""B11 baseline-party-missing: a department that a law names for a matter exists here and has no part in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from analysis.evidence import of_statement
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import Statement, by_list
from analysis.statutes import Judged, cited, here, judged, one_house
from data.messages import say
from data.rows import DutyList
from data.statutory import StatutorySplit
from graph.baseline import holds_any, related
from graph.dates import AsOf
from graph.dutygraph import DutyGraph


@dataclass(frozen=True, slots=True)
class _Told:
    """One list's account of a matter that a law divides, and what the law says on one day."""

    one: DutyList
    statement: Statement
    law: Judged


@jurisdiction_rule("B11")
def baseline_party_missing(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the matters in which no list of the jurisdiction names a department that the law names for them.

    Formula: the matter is that of a statutory split on a day for which the list is judged (`graph.baseline`); a family
    of the split has a body here (`analysis.statutes.here`), and no list that speaks of the matter gives a part to it,
    to who held or holds its function, or to another name plate of the same organisation. The lead: H, unless the law
    leaves the split to the local government; others: M, one finding a matter, where of the departments that the law
    names and the place has at least `most` are there: a table of two (a boundary between 公安 and 民政) does not mean
    to have them all. Rows that lost their matter may belong to any matter of their list: their departments count as
    named.
    What was missing on the day of the list is not said again for the day of the audit.

    Source: DOMAIN 4.4 (statutory splits) and 6.3 B11; 地方各级人民政府机构设置和编制管理条例, article 10.
    """
    groups: dict[tuple[AsOf, str], list[_Told]] = {}
    for one, told in by_list(graph):
        for statement in told:
            for law in judged(graph, one, statement.parts):
                groups.setdefault((law.as_of, law.law.baseline.split.matter), []).append(_Told(one, statement, law))
    said: dict[str, list[str]] = {}
    for as_of in ("list", "audit"):
        for group in [group for key, group in groups.items() if key[0] == as_of]:
            yield from _of_matter(graph, group, said, words.threshold("most"))


def _of_matter(graph: DutyGraph, told: Sequence[_Told], said: dict[str, list[str]], most: float) -> Iterator[Draft]:
    split = told[-1].law.law.baseline.split
    bodies = _named(graph, told)
    known = said.setdefault(split.matter, [])
    led = any(holds_any(graph, body, split.leads) for body in bodies)
    gaps = partial(_missing, graph, bodies, told[0].law.day, tuple(known))
    leads = [] if led else list(filter(gaps, split.leads))
    others = [party.family for party in split.parties if gaps(party.family)]
    if len(others) > (1 - most) * len(_known_here(graph, split, told[0].law.day)):
        others = []
    known += [*leads, *others]
    if leads:
        yield _draft(graph, told, split, leads, "lead")
    if others:
        yield _draft(graph, told, split, others, "")


def _known_here(graph: DutyGraph, split: StatutorySplit, day: datetime.date) -> list[str]:
    families = (*split.leads, *(party.family for party in split.parties))
    return [family for family in families if here(graph, family, day)]


def _missing(graph: DutyGraph, bodies: frozenset[str], day: datetime.date, said: Sequence[str], family: str) -> bool:
    known = any(related(family, other, graph.known, graph.jurisdiction) for other in said)
    return (
        not known and not any(holds_any(graph, body, (family,)) for body in bodies) and here(graph, family, day) != ""
    )


def _named(graph: DutyGraph, told: Sequence[_Told]) -> frozenset[str]:
    """The bodies with a part in the matter, and those of rows that may belong to it."""
    owners = {one.one.owner for one in told}
    bodies = {part.body for one in told for part in one.statement.parts}
    lost = {part.body for part in graph.parts() if not part.row.matter.strip() and part.row.owner in owners}
    return one_house(graph, bodies | lost)


def _draft(
    graph: DutyGraph, told: Sequence[_Told], split: StatutorySplit, families: Sequence[str], variant: str
) -> Draft:
    law = told[0].law
    bodies = [here(graph, family, law.day) for family in families]
    parts = {party.family: party.part for party in split.parties}
    named = [
        say("split.party", name=body, part=parts[family]) if family in parts else body
        for body, family in zip(bodies, families, strict=True)
    ]
    return Draft(
        matter=told[0].statement.matter,
        departments=tuple(dict.fromkeys(bodies)),
        evidence=tuple(of_statement(one.statement) for one in told),
        values={"law": cited(split), "names": say("join").join(dict.fromkeys(named))},
        severity="H" if variant == "lead" and not split.local else None,
        variant=variant,
        confidence="statutory",
        as_of=law.as_of,
    )
