"""F1 field-missing: a cell is empty that the form requires."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from analysis.evidence import list_name
from analysis.finding import Draft, Evidence
from analysis.lists import column_name, columns, doubtful, gap_counts, gaps, quote, sections
from analysis.rule import Words, jurisdiction_rule
from data.messages import say
from data.rows import DutyList
from data.spacing import squeeze
from graph.dutygraph import DutyGraph

Gap = tuple[str, Evidence]


@jurisdiction_rule("F1")
def field_missing(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the required cells of a list that are empty, one finding a list.

    Formula: a matter without a name, or whose first row has duty text and no department; a main duty without any
    item; an item without its office; a service without a name. A blank below a merged cell is none (`lists.gaps`), nor
    is one in a row that the reader had to guess at. A column that is blank throughout is one gap. Left to other rules:
    duty texts of the boundaries (A4), basis (C1), cases (A10), what a service lacks (F3). The remark is never required.
    Duties that catch the rest (交办的其他事项) can hardly be broken down: those without items are one finding of
    severity I for all lists of the jurisdiction.

    Source: 兰州《职责清单》填写说明 (complete entries); DOMAIN 6.3 F1.
    """
    usual: list[tuple[str, Evidence]] = []
    for one in graph.lists:
        found = [*_matters(one), *_departments(one), *_items(one), *_offices(one), *_services(one)]
        caught = [gap for gap in found if any(word in gap[1].text for word in words.terms("catch-all"))]
        usual += [(one.owner, piece) for _, piece in caught]
        telling = [gap for gap in found if gap not in caught]
        if telling:
            columns = gap_counts(column_name(column) for column, _ in telling)
            yield Draft(
                "", (one.owner,), tuple(piece for _, piece in telling), {"list": list_name(one), "columns": columns}
            )
    if usual:
        owners = tuple(dict.fromkeys(owner for owner, _ in usual))
        evidence = tuple(piece for _, piece in usual)
        yield Draft("", owners, evidence, {"lists": str(len(owners))}, severity="I", variant="catch-all")


def _note(column: str) -> str:
    return say("form.blank", column=column_name(column))


def _matters(one: DutyList) -> Iterator[Gap]:
    for row in one.boundaries:
        if not row.matter and row.department and not doubtful(row):
            yield "matter", quote(one, "boundaries", row.department, row.source[0], _note("matter"))


def _departments(one: DutyList) -> Iterator[Gap]:
    for _, group in groupby(one.boundaries, key=lambda row: (row.seq, squeeze(row.matter))):
        row = next(group)
        if row.matter and row.duty and not row.department and not doubtful(row):
            yield "department", quote(one, "boundaries", row.matter, row.source[0], _note("department"))


def _items(one: DutyList) -> Iterator[Gap]:
    if "item" not in columns(one, "duties"):
        return
    if not any(row.item for row in one.duties):
        yield from _whole_column(one, "item")
        return
    for _, group in groupby(one.duties, key=lambda row: (row.seq, squeeze(row.main_duty))):
        rows = tuple(group)
        if not any(row.item or doubtful(row) for row in rows) and rows[0].main_duty:
            yield "item", quote(one, "duties", rows[0].main_duty, rows[0].source[0], _note("item"))


def _offices(one: DutyList) -> Iterator[Gap]:
    if "office" not in columns(one, "duties"):
        return
    if not any(row.office for row in one.duties):
        yield from _whole_column(one, "office")
        return
    for place in gaps([row.office for row in one.duties]):
        row = one.duties[place]
        if row.item and not doubtful(row):
            yield "office", quote(one, "duties", row.item, row.source[0], _note("office"))


def _services(one: DutyList) -> Iterator[Gap]:
    for row in one.services:
        if not row.name and row.content and not doubtful(row):
            yield "name", quote(one, "services", row.content, row.source[0], _note("name"))


def _whole_column(one: DutyList, column: str) -> Iterator[Gap]:
    """The column as one gap, where the list has rows at all."""
    if one.duties:
        section = sections(one, "duties")[0]
        note = say("form.blank_column", column=column_name(column))
        yield column, quote(one, "duties", section.title, section.source[0], note)
