"""A13 case-party: the case of a matter speaks of a department that has no row in it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import of_case, several
from analysis.finding import Draft
from analysis.naming import departments_in, is_listed
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import statements
from graph.dutygraph import DutyGraph


@jurisdiction_rule("A13")
def case_party(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report departments that the case of a matter names and its rows do not.

    Formula: a department named in a case of the statement, of the jurisdiction's own level, that is no body of the
    statement and shares no family with one: a department in another spelling, or the one of a higher level that a
    case speaks of beside its own, is listed. Where the matter has a party that names no department (各资金主管部门),
    the case may give an example of it, and nothing is said.

    Source: Zhejiang 2014: each boundary matter comes with a case that shows how the departments divide the work.
    """
    for statement in statements(graph):
        listed = tuple(graph.body(body) for body in statement.bodies)
        if any(body.generic for body in listed):
            continue
        for row in (row for row in statement.rows if row.case):
            absent = [named for named in departments_in(graph, row.case) if not is_listed(named, listed)]
            if absent:
                yield Draft(
                    matter=statement.matter,
                    departments=(names := tuple(dict.fromkeys(named.name for named in absent))),
                    evidence=(of_case(row),),
                    values={"departments": several(names)},
                    confidence="inferred",
                )
