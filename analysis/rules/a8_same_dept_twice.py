"""A8 same-dept-twice: a department stands in two rows of one matter."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import Statement, statements
from graph.dutygraph import DutyGraph, Part


@jurisdiction_rule("A8")
def same_dept_twice(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report a body that one list names in two rows of the same matter.

    Formula: a body d with two parts or more in one statement, from different rows. Where a further row has a blank
    department cell and was read as belonging to the department above, it is of severity L: the cell may be merged, or
    the name of another department may be lost. Words that name no department (其他有关部门) may stand twice, and a
    department may share a cell with others beside a row of its own.

    Source: RACI charting (one role a body in one activity).
    """
    for statement in statements(graph):
        for body in statement.bodies:
            parts = tuple(part for part in statement.parts if part.body == body and not part.shared)
            if len({part.row.id for part in parts}) > 1 and not graph.body(body).generic:
                yield _draft(graph, statement, parts)


def _draft(graph: DutyGraph, statement: Statement, parts: tuple[Part, ...]) -> Draft:
    printed = {part.row.id for part in parts if part.row.department}
    roles = {part.role.name for part in parts if part.role.confidence == "explicit"}
    variant = "blank" if len(printed) < 2 else "roles" if len(roles) > 1 else ""
    return Draft(
        matter=statement.matter,
        departments=(graph.body(parts[0].body).name,),
        evidence=of_rows(part.row for part in parts),
        severity="L" if variant == "blank" else None,
        variant=variant,
    )
