"""A3 lone-party: a boundary with only one department in it, or without the department whose list it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import list_name, of_rows
from analysis.finding import Draft
from analysis.metrics import parties
from analysis.naming import Named, is_listed, owner_bodies
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import Statement, by_list, names
from data.rows import DutyList
from graph.dutygraph import DutyGraph


@jurisdiction_rule("A3")
def lone_party(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report a matter of the boundary table in which one side is missing.

    Formula: n(m) = 1 in one statement; or n(m) > 1, and no body of it is the owner of the list, one of its name plates,
    or of a family that either had before or after a reform. Nothing is said where a row may be lost: one of them names
    no body, was damaged in the document, or is followed by a row without a matter; nor where words that name no
    department (有关部门) may stand for the missing side; nor of what a superior takes back from a township. A list
    that lacks its owner in `most` matters or more, and in over half of all, was put together for others (by a reform
    office, say): there the owner is not looked for.

    Source: the form of Zhejiang 2014, whose second part is the boundary of the owner with other departments.
    """
    for one, told in by_list(graph):
        absent = [statement for statement in told if not _has_owner(graph, one, statement)]
        gathered = len(absent) >= words.threshold("most") and len(absent) * 2 > len(told)
        for statement in told:
            if _whole(graph, one, statement, words):
                yield from _one_side(graph, one, statement, statement in absent and not gathered)


def _whole(graph: DutyGraph, one: DutyList, statement: Statement, words: Words) -> bool:
    """Say whether the statement stands in the list as it was written, as far as can be seen."""
    rows = statement.rows
    sound = all(row.department or "merged" in row.flags for row in rows)
    sound = sound and not any(set(row.flags) & set(words.terms("damage")) for row in rows)
    after = one.boundaries.index(statement.rows[-1]) + 1
    named = not any(graph.body(body).generic for body in statement.bodies)
    return sound and named and all(row.matter for row in one.boundaries[after : after + 1])


def _one_side(graph: DutyGraph, one: DutyList, statement: Statement, absent: bool) -> Iterator[Draft]:
    if parties(statement) == 1:
        yield _draft(graph, one, statement, names(graph, statement.sides), "other" if absent else "")
    elif absent:
        yield _draft(graph, one, statement, (one.owner,), "owner")


def _has_owner(graph: DutyGraph, one: DutyList, statement: Statement) -> bool:
    """Say whether the owner of the list stands in the statement; yes where it is not known who owns it."""
    own = owner_bodies(graph, one)
    families = tuple(family for body in own for family in graph.body(body).families)
    listed = tuple(map(graph.body, statement.bodies))
    return not own or bool({*own} & {*statement.bodies}) or is_listed(Named(one.owner, (), families), listed)


def _draft(graph: DutyGraph, one: DutyList, statement: Statement, departments: tuple[str, ...], variant: str) -> Draft:
    return Draft(
        matter=statement.matter,
        departments=departments,
        evidence=of_rows(statement.rows),
        values={"list": list_name(one)},
        variant=variant,
        confidence="inferred" if variant else "explicit",
    )
