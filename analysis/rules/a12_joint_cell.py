"""A12 joint-cell: several departments share one duty text, and nothing says who does what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.naming import parties_named
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import Statement, names, stands_outside, statements
from data.messages import say
from data.rows import Assignment
from graph.dutygraph import DutyGraph, Part


@jurisdiction_rule("A12")
def joint_cell(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report a row that gives one duty text to several bodies without dividing it.

    Formula: a row whose department cell names two bodies or more outside brackets (a bracket holds a second name plate
    or an inner unit), where the duty text does not name all of them but one again. Rows with a department and no duty
    text below a row that has one are of severity L: the duty cell may be merged, or the text may be lost.

    Source: 枣庄市部门职责边界清单 2020, three principles (精准分工: down to each department).
    """
    for statement in statements(graph):
        for row in statement.rows:
            if _undivided(graph, [part for part in statement.parts if part.row.id == row.id]):
                yield _draft(graph, statement, (row,))
        yield from _merged(graph, statement)


def _undivided(graph: DutyGraph, parts: Sequence[Part]) -> bool:
    beside = {part.body for part in parts if stands_outside(part)}
    if len(beside) < 2 or not parts[0].row.duty:
        return False
    return len(beside & parties_named(graph, parts[0].row.duty)) < len(beside) - 1


def _merged(graph: DutyGraph, statement: Statement) -> Iterator[Draft]:
    """Yield each run of rows without duty text that stands below a row with one."""
    above: Assignment | None = None
    for blank, run in groupby(statement.rows, key=lambda row: bool(row.department and not row.duty)):
        rows = tuple(run)
        if blank and above:
            yield _draft(graph, statement, rows, above)
        above = rows[-1]


def _draft(
    graph: DutyGraph, statement: Statement, rows: tuple[Assignment, ...], above: Assignment | None = None
) -> Draft:
    return Draft(
        matter=statement.matter,
        departments=_names(graph, statement, rows),
        evidence=of_rows((above, *rows) if above else rows),
        values={"above": say("join").join(_names(graph, statement, (above,)))} if above else {},
        severity="L" if above else None,
        variant="merged" if above else "",
    )


def _names(graph: DutyGraph, statement: Statement, rows: tuple[Assignment, ...]) -> tuple[str, ...]:
    return names(graph, (part for part in statement.parts if part.row in rows))
