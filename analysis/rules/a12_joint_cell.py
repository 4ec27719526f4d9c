"""A12 joint-cell: several departments share one duty text, and nothing says who does what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.naming import Named, departments_in, is_listed, leading_departments
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import WRITTEN_LEAD, Statement, names, one_cell, stands_outside, statements
from analysis.wording import fragments
from data.messages import say
from data.rows import Assignment
from graph.dutygraph import DutyGraph, Part
from graph.matter_names import tidy


@jurisdiction_rule("A12")
def joint_cell(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report a row that gives one duty text to several bodies.

    Formula: a row whose department cell names two bodies or more outside brackets (a bracket holds a second name plate
    or an inner unit), where the duty text does not name all of them but one again. Left out are townships and streets,
    each of which does the work in its own place, and cells that name one of several as the lead. Severity L: a text
    that names bodies of its cell one by one, because it divides the work, only not into rows; and rows with a
    department and no duty text below a row that has one, because the duty cell may be merged, or the text may be lost.
    Where it is merged for certain, the rows are judged like one cell. Columns that tell the roles divide the work.

    Source: 枣庄市部门职责边界清单 2020, three principles (精准分工: down to each department).
    """
    for statement in statements(graph):
        for row in (row for row in statement.rows if row.duty):
            parts = [part for part in statement.parts if part.row.id == row.id]
            variant = _joined(graph, parts) if len(parts) > 1 else None
            if variant is not None:
                yield _draft(graph, parts, variant)
        yield from _merged(graph, statement)
        yield from _together(graph, statement)


def _joined(graph: DutyGraph, parts: Sequence[Part]) -> str | None:
    """Return the variant of the message that fits a row: "", "packed", or None where one body has it alone."""
    duty = parts[0].row.duty
    beside = [part for part in parts if stands_outside(part) and graph.body(part.body).level != "township"]
    bodies = {part.body for part in beside}
    led = sum((part.role.name, part.role.confidence) == WRITTEN_LEAD for part in beside) == 1
    if len(bodies) > 1 and not led and len(_among(graph, beside, departments_in(graph, duty))) < len(bodies) - 1:
        return ""
    doers = [named for piece in fragments(duty) for named in leading_departments(graph, piece)]
    return "packed" if len(_among(graph, parts, doers)) > 1 else None


def _among(graph: DutyGraph, parts: Sequence[Part], told: Iterable[Named]) -> set[str]:
    """Return the bodies of a cell that are among the departments that its duty text names."""
    named = tuple(told)
    return {part.body for part in parts if any(is_listed(one, [graph.body(part.body)]) for one in named)}


def _draft(graph: DutyGraph, parts: Sequence[Part], variant: str) -> Draft:
    return Draft(
        matter=tidy(parts[0].row.matter),
        departments=names(graph, parts if variant else filter(stands_outside, parts)),
        evidence=of_rows((parts[0].row,)),
        severity="L" if variant == "packed" else None,
        variant=variant,
    )


def _merged(graph: DutyGraph, statement: Statement) -> Iterator[Draft]:
    """Yield each run of rows without duty text that stands below a row with one."""
    above: Assignment | None = None
    for blank, run in groupby(statement.rows, key=lambda row: bool(row.department and not row.duty and not row.column)):
        rows = tuple(run)
        if blank and above:
            yield _blank(graph, statement, rows, above)
        above = rows[-1]


def _together(graph: DutyGraph, statement: Statement) -> Iterator[Draft]:
    """Yield each run of departments whose duty is one merged cell that does not say who does what."""
    runs: list[list[Assignment]] = []
    for row in (row for row in statement.rows if row.department and row.duty):
        if runs and "merged" in row.flags and one_cell(runs[-1][0], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in (run for run in runs if len(run) > 1):
        parts = [part for part in statement.parts if part.row in run]
        if _joined(graph, parts) == "":
            yield _draft(graph, parts, "together")


def _blank(graph: DutyGraph, statement: Statement, rows: tuple[Assignment, ...], above: Assignment) -> Draft:
    return Draft(
        matter=statement.matter,
        departments=_names(graph, statement, rows),
        evidence=of_rows((above, *rows)),
        values={"above": say("join").join(_names(graph, statement, (above,))) or say("evidence.no_name")},
        severity="L",
        variant="merged",
    )


def _names(graph: DutyGraph, statement: Statement, rows: tuple[Assignment, ...]) -> tuple[str, ...]:
    return names(graph, (part for part in statement.sides if part.row in rows))
