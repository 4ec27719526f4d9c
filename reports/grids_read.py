"""Tables of what was read: documents, lists, the owners' own duties, and what became no row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.messages import say
from data.rows import (
    Assignment,
    Corpus,
    DocumentRecord,
    Duty,
    DutyList,
    Section,
    SectionKind,
    Service,
    Skipped,
    Sources,
)
from data.where import place, places
from graph.dutygraph import DutyGraph
from reports.grid import Cell, Grid, Width, grid
from reports.list_date import told
from reports.wording import flags, term

KINDS: tuple[SectionKind, ...] = ("duties", "boundaries", "regimes", "services", "accountability")
USES = ("units", "rows", "continuations", "headings", "text", "skipped")


def documents(corpus: Corpus) -> Grid:
    """Return how each document was used: units read = rows + continuations + headings + text + skipped."""
    return grid(
        "documents",
        {
            "file": "name",
            "reader": "short",
            "encoding": "short",
            **{f"units_{name}": "number" for name in USES},
            "warnings": "long",
            "sha256": "name",
        },
        map(_document, corpus.documents),
    )


def _document(record: DocumentRecord) -> tuple[Cell, ...]:
    used: list[int] = [getattr(record.account, name) for name in USES]
    warnings = "\n".join(record.warnings)
    return (record.file, term(f"reader.{record.reader}"), record.encoding, *used, warnings, record.sha256)


def lists(corpus: Corpus, graphs: Sequence[DutyGraph]) -> Grid:
    """Return the lists read: owner, title, when it was made, and for each of the five parts its rows or its state."""
    # A list that came in two formats is judged once, so that its twin has no day of its own.
    dates = {_identity(one): told(graph.dated(one)) for graph in graphs for one in graph.lists}
    return grid(
        "lists",
        {
            "jurisdiction": "name",
            "owner": "name",
            "owner_text": "name",
            "year": "short",
            "made": "long",
            **{f"part_{kind}": "short" for kind in KINDS},
            "doubtful": "number",
            "place": "name",
        },
        (_list(one, dates.get(_identity(one), "")) for one in corpus.lists),
    )


def _identity(one: DutyList) -> tuple[str, Sources, Sources]:
    """What a list of the corpus and the same list in a graph, where it bears its place's full name, have in common."""
    return one.owner_text, one.title_source, one.source


def _list(one: DutyList, made: str) -> tuple[Cell, ...]:
    parts = (_part(one, kind) for kind in KINDS)
    rows: tuple[Assignment | Duty | Service, ...] = (*one.boundaries, *one.duties, *one.services)
    doubtful = sum(bool(row.flags) for row in rows)
    year = str(one.year) if one.year else ""
    return (one.jurisdiction, one.owner, one.owner_text, year, made, *parts, doubtful, places(one.source))


def _part(one: DutyList, kind: SectionKind) -> str:
    """What a part holds: the number of its rows (regimes, passages), else the state of its section."""
    held = len(getattr(one, kind))
    states = [section.state for section in _sections(one, kind)] or ["missing"]
    return say(f"report.held.{kind}", count=held) if held else say(f"report.state.{states[0]}")


def _sections(one: DutyList, kind: SectionKind) -> Iterator[Section]:
    return (section for section in one.sections if section.kind == kind)


def skipped(corpus: Corpus) -> Grid:
    """Return every piece that became no row, with the reason."""
    pieces = (*corpus.skipped, *(piece for one in corpus.lists for piece in one.skipped))
    columns: dict[str, Width] = {
        "reason": "short",
        "text": "long",
        "jurisdiction": "name",
        "owner": "name",
        "section": "short",
        "matter": "name",
        "place": "name",
    }
    return grid("skipped", columns, map(_skipped, pieces))


def _skipped(piece: Skipped) -> tuple[Cell, ...]:
    section = say(f"report.column.part_{piece.section}") if piece.section else ""
    owner = (piece.jurisdiction or "", piece.owner or "")
    return (term(f"skipped.{piece.reason}"), piece.text, *owner, section, piece.matter or "", place(piece.source))


def duties(corpus: Corpus) -> Grid:
    """Return the owners' own duties, one item a row."""
    texts = ("main_duty", "item")
    names = ("office", "remark", "accountability", "code")
    return grid(
        "duties",
        {
            "jurisdiction": "name",
            "owner": "name",
            "seq": "short",
            **dict.fromkeys(texts, "long"),
            **dict.fromkeys(names, "name"),
            "flags": "short",
            "place": "name",
        },
        (_duty(row, (*texts, *names)) for one in corpus.lists for row in one.duties),
    )


def _duty(row: Duty, fields: tuple[str, ...]) -> tuple[Cell, ...]:
    cells: list[str] = [getattr(row, name) for name in fields]
    return (row.jurisdiction, row.owner, row.seq or "", *cells, flags(row.flags), places(row.source))
