"""A8 same-dept-twice: a department stands in two rows of one matter."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from analysis.rules.a7_unnamed_partner import partners, unnamed_partner
from analysis.statements import Statement, statements
from graph.dutygraph import DutyGraph, Part


@jurisdiction_rule("A8")
def same_dept_twice(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report a body that one list names in two rows of the same matter.

    Formula: a body d with two parts or more in one statement, from different rows. Where a further row has a blank
    department cell and was read as belonging to the department above, it is of severity L: the cell may be merged, or
    the name of another department may be lost. It is lost for certain where such a row acts along with the department
    above (会同民政部门, below 民政局): M. Words that name no department (其他有关部门) may stand twice, and a
    department may share a cell with others beside a row of its own; so may one whose cell is merged over several rows.

    Source: RACI charting (one role a body in one activity).
    """
    for statement in statements(graph):
        for body in statement.bodies:
            own = (part for part in statement.parts if part.body == body and not part.shared)
            parts = tuple(part for part in own if part.row.department or "merged" not in part.row.flags)
            if len({part.row.id for part in parts}) > 1 and not graph.body(body).generic:
                yield _draft(graph, statement, parts)


def _draft(graph: DutyGraph, statement: Statement, parts: tuple[Part, ...]) -> Draft:
    variant = _variant(graph, parts)
    return Draft(
        matter=statement.matter,
        departments=(graph.body(parts[0].body).name,),
        evidence=of_rows(part.row for part in parts),
        severity="L" if variant == "blank" else None,
        variant=variant,
    )


def _variant(graph: DutyGraph, parts: tuple[Part, ...]) -> str:
    """Return which message fits: two printed rows in one role or in several, or a further row with a blank cell."""
    if len({part.row.id for part in parts if part.row.department}) < 2:
        return "lost" if any(_of_another(graph, part) for part in parts) else "blank"
    roles = {part.role.name for part in parts if part.role.confidence == "explicit"}
    return "roles" if len(roles) > 1 else ""


def _of_another(graph: DutyGraph, part: Part) -> bool:
    """Say whether a row with a blank cell acts along with the department above it: then it is not that one's."""
    beside = partners(graph, part.row.duty, unnamed_partner.words)
    return not part.row.department and any(part.body in {body.id for body in named.bodies} for named in beside)
