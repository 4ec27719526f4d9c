"""Make duty lists of a document: outline, owner, rows, regimes, and every line that became none of these."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from data.document import Document, Label, Paragraph, Source, Table, Unit, units_of
from data.rows import DutyList, Passage, Regime, Section, SectionKind, SectionState, Skipped
from loaders.lists.headings import nothing_said
from loaders.lists.outline import RawList, RawSection, blocks_of, outline
from loaders.lists.owner import Identity, document_place, identify
from loaders.lists.prose import read_prose
from loaders.lists.prosedocs import opened
from loaders.lists.regimes import read_passages, read_regimes
from loaders.tables.grid import grid_rows, merged_places, without_units
from loaders.tables.rows import TableRows

# The four parts that every form of the list has; the fifth (accountability) belongs to some forms only (DOMAIN 1.2).
_EXPECTED: tuple[SectionKind, ...] = ("duties", "boundaries", "regimes", "services")


def read_lists(
    document: Document, folder: str = "", raws: Sequence[RawList] | None = None
) -> tuple[tuple[DutyList, ...], tuple[Skipped, ...]]:
    """Return the lists of a document, and the pieces that stand outside any list.

    Args:
        document: a read document.
        folder: name of the folder it lies in: the jurisdiction, where the document names none.
        raws: its lists as they stand, where they are known already.
    """
    raws = [opened(raw) for raw in (outline(document) if raws is None else raws)]
    place = document_place(document, raws, folder)
    lists: list[DutyList] = []
    outside: list[Skipped] = []
    for raw in raws:
        if raw.sections:
            lists.append(_duty_list(raw, identify(raw, document, place), single=len(raws) == 1))
        else:
            outside += _outside(raw)
    return tuple(lists), tuple(outside)


@dataclass
class _Texts:
    """What the running text of a list gave."""

    regimes: list[Regime] = field(default_factory=list)
    accountability: list[Passage] = field(default_factory=list)
    plain: list[tuple[Paragraph, SectionKind]] = field(default_factory=list)

    def read(self, part: RawSection, lines: Sequence[Paragraph], rows: TableRows, numbered_titles: bool) -> None:
        """Add the paragraphs of one part; boundaries written as text go to `rows`."""
        kind, plain = part.kind, lines
        if kind == "boundaries":
            prose = read_prose(lines, rows.jurisdiction, rows.owner, part.matter)
            rows.boundaries += prose.rows
            rows.headers += [line.source for line in prose.headings]
            plain = prose.rest
        elif kind == "regimes":
            found, plain = read_regimes(lines, numbered_titles)
            self.regimes += found
        elif kind == "accountability":
            self.accountability += read_passages(lines)
            plain = ()
        self.plain += [(line, kind) for line in plain]


def _duty_list(raw: RawList, who: Identity, single: bool) -> DutyList:
    holes = _units(raw.pages)
    rows, texts = TableRows(who.jurisdiction, who.owner, holes), _Texts()
    title = " ".join(line.text for line in raw.title)
    sections = [_read(part, rows, texts, title, numbered_titles=not single) for part in raw.sections]
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
        regimes=tuple(_punched_regime(regime, holes) for regime in texts.regimes),
        accountability=tuple(_punched(passage, holes) for passage in texts.accountability),
        skipped=(*rows.skipped, *_left(raw, texts, who, holes)),
        title_source=tuple(line.source for line in raw.title if not isinstance(line, Label)),
        source=merged_places(_places(raw)),
    )


def _read(part: RawSection, rows: TableRows, texts: _Texts, title: str, numbered_titles: bool) -> Section:
    """Read one part into `rows` and `texts`, and return what is to be said of the part itself."""
    headers, skipped, count = len(rows.headers), len(rows.skipped), rows.count
    rows.read(part.kind, part.tables, part.heading.text if part.heading else title)
    nothing = list(itertools.takewhile(lambda line: nothing_said(line.text), part.paragraphs))
    text = part.paragraphs[len(nothing) :]
    texts.read(part, text, rows, numbered_titles)
    # A rule across all columns is drawn, not said.
    said = [piece.text for piece in rows.skipped[skipped:] if piece.reason != "separator" or " " not in piece.text]
    return Section(
        kind=part.kind,
        title=part.heading.text if part.heading else "",
        state="rows"
        if rows.count > count
        else "text"
        if text or part.foreign
        else _nothing([*(line.text for line in nothing), *said]),
        columns=part.tables[0].columns if part.tables else (),
        source=(
            *((part.heading.source,) if part.heading and not isinstance(part.heading, Label) else ()),
            *(line.source for line in nothing),
            *rows.headers[headers:],
        ),
    )


def _nothing(said: Iterable[str]) -> SectionState:
    states = (nothing_said(word) for text in said for word in [text, *text.split()])
    return next((state for state in states if state), "none")


def _missing(sections: Iterable[Section]) -> list[Section]:
    present = {section.kind for section in sections}
    return [Section(kind, "", "missing", (), ()) for kind in _EXPECTED if kind not in present]


def _left(raw: RawList, texts: _Texts, who: Identity, holes: frozenset[Unit]) -> list[Skipped]:
    """Return what became no row and no regime: texts, contents, foreign tables, lines of pages."""
    return [
        *(piece for block in raw.rest for piece in _skipped(block, "outside-parts", who, holes)),
        *(
            piece
            for part in raw.sections
            for table in part.foreign
            for piece in _skipped(table, "foreign-table", who, holes, part.kind)
        ),
        *(piece for line, kind in texts.plain for piece in _skipped(line, "text", who, holes, kind)),
        *(piece for block in raw.contents for piece in _skipped(block, "contents", who, holes)),
        *(piece for line in raw.pages for piece in _skipped(line, "page", who)),
    ]


def _skipped(
    piece: Paragraph | Table,
    reason: str,
    who: Identity | None,
    holes: frozenset[Unit] = frozenset(),
    kind: SectionKind | None = None,
) -> list[Skipped]:
    jurisdiction, owner = (who.jurisdiction, who.owner) if who else (None, None)
    if isinstance(piece, Label):
        return []
    if isinstance(piece, Paragraph):
        return [Skipped(piece.text, reason, piece.source, jurisdiction, owner, kind)]
    places = without_units(merged_places(cell.source for cell in piece.cells), holes)
    return [
        Skipped(
            _table_text(piece),
            "foreign-table",
            place,
            jurisdiction,
            owner,
            kind,
        )
        for place in places
    ]


def all_skipped(raws: Sequence[RawList], reason: str) -> tuple[Skipped, ...]:
    """Return every block of a document as skipped for one reason, in the order of its lists.

    Args:
        raws: the lists of the document as they stand.
        reason: as in `Skipped`.
    """
    blocks = [block for raw in raws for block in (*blocks_of(raw), *raw.contents, *raw.pages)]
    return tuple(replace(piece, reason=reason) for block in blocks for piece in _skipped(block, reason, None))


def _outside(raw: RawList) -> list[Skipped]:
    pages = [piece for line in raw.pages for piece in _skipped(line, "page", None)]
    blocks = (*raw.title, *raw.contents, *raw.rest)
    holes = _units(raw.pages)
    return [*(piece for block in blocks for piece in _skipped(block, "outside-lists", None, holes)), *pages]


def _units(lines: Sequence[Paragraph]) -> frozenset[Unit]:
    return frozenset(units_of(lines))


def _punched_regime(regime: Regime, holes: frozenset[Unit]) -> Regime:
    return replace(regime, sections=tuple(_punched(passage, holes) for passage in regime.sections))


def _punched(passage: Passage, holes: frozenset[Unit]) -> Passage:
    return replace(passage, source=without_units(passage.source, holes)) if holes else passage


def _table_text(table: Table) -> str:
    return "\n".join("\t".join(row.texts) for row in grid_rows(table))


def _places(raw: RawList) -> list[Source]:
    return [place for block in (*blocks_of(raw), *raw.contents) for place in _block_places(block)]


def _block_places(block: Paragraph | Table) -> list[Source]:
    if isinstance(block, Label):
        return []
    return [block.source] if isinstance(block, Paragraph) else [cell.source for cell in block.cells]
