"""The corpus as plain values, in the fields and the order of the format `boundaries-corpus/1` (DESIGN 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from data.document import Source
from data.rows import (
    Assignment,
    Corpus,
    DocumentRecord,
    Duty,
    DutyList,
    LocalEntry,
    Passage,
    Reading,
    Regime,
    Role,
    Section,
    Service,
    Skipped,
    Sources,
)

FAMILY = "boundaries-corpus/"
FORMAT = f"{FAMILY}1"
Plain = dict[str, Any]
Readings = Mapping[str, Reading]

UNREAD = Reading((), (), (), Role(None, "inferred", ""))


def plain_corpus(corpus: Corpus, readings: Readings) -> Plain:
    """Return the whole corpus as dictionaries, lists, texts, numbers and None.

    Args:
        corpus: what was read.
        readings: what the graph made of each assignment, by row id; a row that has none is written as not read.

    Example:
        >>> plain_corpus(Corpus((), (), ()), {})["format"]
        'boundaries-corpus/1'
    """
    return {
        "format": FORMAT,
        "lists": [_list(one, readings) for one in corpus.lists],
        "skipped": list(_skipped(corpus)),
        "documents": [_document(record) for record in corpus.documents],
        "local": [_local(one) for one in corpus.local],
    }


def _local(one: LocalEntry) -> Plain:
    return {"kind": one.kind, "entry": one.entry, "source": _place(one.source)}


def _list(one: DutyList, readings: Readings) -> Plain:
    """One list, without its skipped pieces: they stand together in the corpus."""
    return {
        "jurisdiction": one.jurisdiction,
        "owner": one.owner,
        "owner_text": one.owner_text,
        "aliases": list(one.aliases),
        "year": one.year,
        "title_source": _places(one.title_source),
        "source": _places(one.source),
        "sections": [_section(section) for section in one.sections],
        "boundaries": [_assignment(row, readings.get(row.id, UNREAD)) for row in one.boundaries],
        "duties": [_duty(row) for row in one.duties],
        "services": [_service(row) for row in one.services],
        "regimes": [_regime(regime) for regime in one.regimes],
        "accountability": [_passage(passage, "title") for passage in one.accountability],
    }


def _section(section: Section) -> Plain:
    return {
        "kind": section.kind,
        "title": section.title,
        "state": section.state,
        "columns": list(section.columns),
        "source": _places(section.source),
    }


def _assignment(row: Assignment, reading: Reading) -> Plain:
    return {
        "seq": row.seq,
        "matter": row.matter,
        "department": row.department,
        "departments": list(reading.departments),
        "bodies": list(reading.bodies),
        "families": list(reading.families),
        "role": reading.role.name,
        "role_confidence": reading.role.confidence,
        "role_words": reading.role.words,
        "duty": row.duty,
        "basis": row.basis,
        "case": row.case,
        "remark": row.remark,
        "column": row.column,
        **_foot(row),
    }


def _duty(row: Duty) -> Plain:
    return {
        "seq": row.seq,
        "main_duty": row.main_duty,
        "item": row.item,
        "office": row.office,
        "remark": row.remark,
        "accountability": row.accountability,
        "code": row.code,
        **_foot(row),
    }


def _service(row: Service) -> Plain:
    return {
        "seq": row.seq,
        "name": row.name,
        "content": row.content,
        "agency": row.agency,
        "phone": row.phone,
        "remark": row.remark,
        **_foot(row),
    }


def _foot(row: Assignment | Duty | Service) -> Plain:
    return {
        "flags": list(row.flags),
        "confidence": dict(row.confidence),
        "source": _places(row.source),
        "id": row.id,
    }


def _regime(regime: Regime) -> Plain:
    return {
        "number": regime.number,
        "title": regime.title,
        "sections": [_passage(passage, "heading") for passage in regime.sections],
        "source": _places(regime.source),
    }


def _passage(passage: Passage, heading: str) -> Plain:
    return {heading: passage.heading, "text": passage.text, "source": _places(passage.source)}


def _skipped(corpus: Corpus) -> Iterator[Plain]:
    """All pieces: those of each list with its number, jurisdiction and owner, then those outside any list."""
    for number, one in enumerate(corpus.lists, 1):
        for piece in one.skipped:
            yield _piece(piece) | {"jurisdiction": one.jurisdiction, "owner": one.owner, "list": number}
    for piece in corpus.skipped:
        yield _piece(piece) | {"list": None}


def _piece(piece: Skipped) -> Plain:
    return {
        "text": piece.text,
        "reason": piece.reason,
        "jurisdiction": piece.jurisdiction,
        "owner": piece.owner,
        "section": piece.section,
        "matter": piece.matter,
        "source": _place(piece.source),
    }


def _document(record: DocumentRecord) -> Plain:
    return asdict(record) | {"warnings": list(record.warnings), "tables": list(record.tables)}


def _places(sources: Sources) -> Plain | list[Plain]:
    """One object for the usual row, a list for a row joined from several places (or from none)."""
    return _place(sources[0]) if len(sources) == 1 else [_place(source) for source in sources]


def _place(source: Source) -> Plain:
    # By hand: asdict copies deeply, and this is done for every row.
    return {
        "file": source.file,
        "part": source.part,
        "unit": source.unit,
        "first": source.first,
        "last": source.last,
    }
