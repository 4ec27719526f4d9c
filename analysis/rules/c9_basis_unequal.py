"""C9 basis-unequal: the lists of one jurisdiction rest one matter on different laws and documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from analysis.evidence import list_of, several
from analysis.finding import Draft, Evidence
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import known_as
from data.law_lookup import laws_of
from data.law_titles import title_key
from data.rows import Assignment
from graph.citations import citations_in
from graph.dutygraph import DutyGraph

# What carries a law out is of one subject with it: 某某法实施条例, 某省实施〈某某法〉办法.
_CARRIES_OUT = re.compile("^.{2,8}?实施(?=.+法办法$)|(?<=法)办法$|实施(?:条例|细则|办法)$")


@jurisdiction_rule("C9")
def basis_unequal(graph: DutyGraph, _: Words) -> Iterator[Draft]:
    """Report the matters for which one owner's list cites nothing that any other owner's does.

    Formula: of the owners whose rows of a matter cite at least one instrument of the tables, one shares no instrument
    with the others. A law and what carries it out count as one. One finding a matter.

    Source: 三级四同 (one matter, one basis in all lists); DOMAIN 6.3 C9.
    """
    for matter in graph.matters():
        if len(matter.owners) > 1:
            stated = {owner: _based(part.row for part in parts) for owner, parts in graph.statements(matter.id).items()}
            cited = {owner: subjects for owner, rows in stated.items() if (subjects := _subjects(graph, rows))}
            if any(_alone(owner, cited) for owner in cited):
                owners = tuple(owner for owner in stated if owner in cited)
                pieces = tuple(_quoted(row) for owner in owners for row in stated[owner])
                yield Draft(known_as(matter), owners, pieces, {"lists": several([list_of(owner) for owner in owners])})


def _based(rows: Iterator[Assignment]) -> tuple[Assignment, ...]:
    return tuple({row.id: row for row in rows if row.basis.strip()}.values())


def _subjects(graph: DutyGraph, rows: tuple[Assignment, ...]) -> frozenset[str]:
    """Return the subjects of all instruments that some rows cite; none where the tables know none of them."""
    laws = laws_of(graph.known.instruments)
    names = {citation.name for row in rows for citation in citations_in(row.basis) if citation.name}
    known = any(laws.named(name) for name in names)
    return frozenset(_CARRIES_OUT.sub("", title_key(name)) for name in names) if known else frozenset()


def _alone(owner: str, cited: Mapping[str, frozenset[str]]) -> bool:
    others = [subjects for other, subjects in cited.items() if other != owner]
    return bool(others) and not any(cited[owner] & subjects for subjects in others)


def _quoted(row: Assignment) -> Evidence:
    return Evidence(row.basis, row.source[0], list_of(row.owner))
