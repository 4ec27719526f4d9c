"""Evidence from rows: verbatim words, their place, and a label that says whose words they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analysis.finding import Evidence
from analysis.statements import Statement
from data.document import Source
from data.messages import say
from data.rows import Assignment, DutyList
from graph.matter_names import tidy


def of_rows(rows: Iterable[Assignment]) -> tuple[Evidence, ...]:
    """Return one piece a row: its duty text (the department, or the matter, where that is blank), each row once."""
    return tuple(map(of_row, {row.id: row for row in rows}.values()))


def of_row(row: Assignment) -> Evidence:
    """Return the words of one row, labelled with its list, matter and department."""
    return Evidence(row.duty or row.department or row.matter, row.source[0], label(row))


def of_case(row: Assignment) -> Evidence:
    """Return the case that is printed on a row, labelled as such."""
    return Evidence(row.case, row.source[0], say("evidence.case", list=list_of(row.owner), matter=tidy(row.matter)))


def of_name(row: Assignment) -> Evidence:
    """Return the name of the matter as the row prints it, labelled with its list."""
    return Evidence(row.matter, row.source[0], list_of(row.owner))


def of_statement(statement: Statement) -> Evidence:
    """Return what a list says about a matter in one piece: a line a row, department and duty text."""
    lines = [f"{row.department}\u3000{row.duty}".strip() for row in statement.rows]
    heading = say("evidence.matter", list=list_of(statement.owner), matter=statement.matter)
    return Evidence("\n".join(lines), span(statement.rows), heading)


def label(row: Assignment) -> str:
    """Return whose statement a row is: the list, the matter, the department as printed."""
    department = " ".join(row.department.split()) or say("evidence.blank")
    return say("evidence.row", list=list_of(row.owner), matter=tidy(row.matter), department=department)


def list_of(owner: str) -> str:
    """Return what a list is called in messages: by its owner, where that is known."""
    return say("evidence.list", owner=owner) if owner else say("evidence.unnamed")


def owner_name(one: DutyList) -> str:
    """Return the owner of a list with its name plates, which tell two lists of one owner apart."""
    if not one.owner or not one.aliases:
        return one.owner
    return say("evidence.plates", owner=one.owner, plates=several(one.aliases, 1))


def list_name(one: DutyList) -> str:
    """Return what a list is called in messages about the list itself."""
    return list_of(owner_name(one))


def span(rows: Sequence[Assignment]) -> Source:
    """Return the place of several rows: from the first to the last, see `whole`."""
    return whole([source for row in rows for source in row.source])


def whole(places: Sequence[Source]) -> Source:
    """Return the place from the first to the last of several, as far as they stand in one part of one file."""
    first = places[0]
    beside = [one.last for one in places if (one.file, one.part, one.unit) == (first.file, first.part, first.unit)]
    return replace(first, last=max(beside))


def excerpt(text: str, limit: int = 40) -> str:
    """Return the beginning of a text for a message, with dots where it goes on; the evidence has it in full."""
    return text if len(text) <= limit else f"{text[:limit]}……"


def several(names: Sequence[str], limit: int = 5) -> str:
    """Return names joined for a message, the first `limit` of them where there are more."""
    shown = say("join").join(names[:limit])
    return shown if len(names) <= limit else say("evidence.more", names=shown)


def heading(one: DutyList) -> tuple[Evidence, ...]:
    """Return the heading of a list's boundary table as evidence of what it does not hold; () where it has none."""
    told = (section for section in one.sections if section.kind == "boundaries" and section.title and section.source)
    return tuple(Evidence(part.title, part.source[0], list_name(one)) for part in told)
