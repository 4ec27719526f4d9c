"""Take a list once: offices send one as .docx and as .pdf, and an audit of both would find everything twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.ids import CELLS
from data.messages import say
from data.rows import DocumentRecord, DutyList
from data.spacing import one_line, squeeze


def without_twins(
    lists: Sequence[DutyList], records: Sequence[DocumentRecord]
) -> tuple[tuple[DutyList, ...], tuple[DocumentRecord, ...]]:
    """Return the lists without those that another document holds too, word for word, and the records that say so.

    Two lists are the same where jurisdiction, owner and the cells of all rows are, white space aside. The first stays.

    Args:
        lists: all lists of a run, in reading order.
        records: of their documents.
    """
    first: dict[tuple[object, ...], DutyList] = {}
    kept: list[DutyList] = []
    twins: dict[str, str] = {}
    for one in lists:
        other = first.setdefault(_words(one), one)
        if other is one or not _rows(one) or _file(other) == _file(one):
            kept.append(one)
        else:
            twins[_file(one)] = _file(other)
    return tuple(kept), tuple(_told(record, twins.get(record.file)) for record in records)


def _rows(one: DutyList) -> tuple[object, ...]:
    return (*one.boundaries, *one.duties, *one.services)


def _words(one: DutyList) -> tuple[object, ...]:
    """Return what a list says, in a form to compare."""
    rows = (squeeze("\t".join(_cells(row))) for row in _rows(one))
    regimes = (squeeze(passage.text) for regime in one.regimes for passage in regime.sections)
    return one.jurisdiction, one.owner, tuple(rows), tuple(regimes)


def _cells(row: object) -> Iterable[str]:
    return (str(getattr(row, name) or "") for name in CELLS[type(row)])


def _file(one: DutyList) -> str:
    return one.source[0].file if one.source else ""


def _told(record: DocumentRecord, other: str | None) -> DocumentRecord:
    if other is None:
        return record
    return replace(record, warnings=(*record.warnings, one_line(say("note.twin", file=record.file, other=other))))
