"""Make duty lists of a document: outline, owner, rows, regimes, and every line that became none of these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.document import Document, Paragraph, Source, Table
from data.rows import DutyList, Passage, Regime, Section, SectionKind, SectionState, Skipped
from loaders.grid import grid_rows, merged_places
from loaders.headings import nothing_said
from loaders.outline import RawList, RawSection, outline
from loaders.owner import Identity, document_place, identify
from loaders.regimes import read_passages, read_regimes
from loaders.tables import TableRows

# The four parts that every form of the list has; the fifth (accountability) belongs to some forms only (DOMAIN 1.2).
_EXPECTED: tuple[SectionKind, ...] = ("duties", "boundaries", "regimes", "services")


def read_lists(document: Document, folder: str = "") -> tuple[tuple[DutyList, ...], tuple[Skipped, ...]]:
    """Return the lists of a document, and the pieces that stand outside any list.

    Args:
        document: a read document.
        folder: name of the folder it lies in: the jurisdiction, where the document names none.
    """
    raws = outline(document)
    place = document_place(document, raws, folder)
    lists: list[DutyList] = []
    outside: list[Skipped] = []
    for raw in raws:
        if any(section.tables or section.heading for section in raw.sections):
            lists.append(_duty_list(raw, identify(raw, document, place), single=len(raws) == 1))
        else:
            outside += _outside(raw)
    return tuple(lists), tuple(outside)


def _duty_list(raw: RawList, who: Identity, single: bool) -> DutyList:
    rows = TableRows(who.jurisdiction, who.owner)
    skipped = [_skipped(piece, "outside-parts", who) for piece in raw.rest]
    sections: list[Section] = []
    regimes: list[Regime] = []
    accountability: list[Passage] = []
    for part in raw.sections:
        before = len(rows.headers)
        for table in part.tables:
            rows.read(part.kind, table)
        texts = [line for line in part.paragraphs if nothing_said(line.text) is None]
        plain: list[Paragraph] = []
        if part.kind == "regimes":
            found, loose = read_regimes(texts, numbered_titles=not single)
            regimes += found
            plain += loose
        elif part.kind == "accountability":
            accountability += read_passages(texts)
        else:
            plain += texts
        skipped += [_skipped(line, "text", who, part.kind) for line in plain]
        sections.append(_section(part, rows.headers[before:], bool(texts)))
    skipped += [_skipped(piece, "contents", who) for piece in raw.contents]
    return DutyList(
        jurisdiction=who.jurisdiction,
        owner=who.owner,
        owner_text=who.owner_text,
        aliases=who.aliases,
        year=who.year,
        sections=(*sections, *_missing(sections)),
        boundaries=tuple(rows.boundaries),
        duties=tuple(rows.duties),
        services=tuple(rows.services),
        regimes=tuple(regimes),
        accountability=tuple(accountability),
        skipped=(*rows.skipped, *skipped),
        title_source=tuple(line.source for line in raw.title),
        source=merged_places(_places(raw)),
    )


def _section(part: RawSection, headers: Sequence[Source], has_text: bool) -> Section:
    heading = (part.heading.source,) if part.heading else ()
    nothing = [line for line in part.paragraphs if nothing_said(line.text)]
    places = (*heading, *(line.source for line in nothing), *headers)
    columns = part.tables[0].columns if part.tables else ()
    title = part.heading.text if part.heading else ""
    return Section(part.kind, title, _state(part, has_text), columns, places)


def _state(part: RawSection, has_text: bool) -> SectionState:
    if any(len(grid_rows(table.table)) > 1 for table in part.tables):
        return "rows"
    said = [nothing_said(line.text) for line in part.paragraphs]
    if has_text:
        return "text"
    return next((state for state in said if state), "none")


def _missing(sections: Iterable[Section]) -> list[Section]:
    present = {section.kind for section in sections}
    return [Section(kind, "", "missing", (), ()) for kind in _EXPECTED if kind not in present]


def _skipped(piece: Paragraph | Table, reason: str, who: Identity, kind: SectionKind | None = None) -> Skipped:
    if isinstance(piece, Paragraph):
        return Skipped(piece.text, reason, piece.source, who.jurisdiction, who.owner, kind)
    (place,) = merged_places(cell.source for cell in piece.cells)
    return Skipped(_table_text(piece), "foreign-table", place, who.jurisdiction, who.owner, kind)


def _outside(raw: RawList) -> list[Skipped]:
    nobody = Identity("", "", "", (), None)
    pieces = [_skipped(piece, "outside-lists", nobody) for piece in (*raw.title, *raw.contents, *raw.rest)]
    return [replace(piece, jurisdiction=None, owner=None) for piece in pieces]


def _table_text(table: Table) -> str:
    return "\n".join("\t".join(row.texts) for row in grid_rows(table))


def _places(raw: RawList) -> list[Source]:
    blocks: list[Paragraph | Table] = [*raw.title, *raw.contents, *raw.rest]
    for part in raw.sections:
        blocks += [*([part.heading] if part.heading else []), *part.paragraphs, *(table.table for table in part.tables)]
    return [place for block in blocks for place in _block_places(block)]


def _block_places(block: Paragraph | Table) -> list[Source]:
    return [block.source] if isinstance(block, Paragraph) else [cell.source for cell in block.cells]
