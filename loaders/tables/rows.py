"""Make rows of the tables of one list: boundaries, duties, services; merged cells are carried down."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from data.document import Source, Unit
from data.rows import Assignment, Duty, SectionKind, Service, Skipped
from data.spacing import squeeze
from loaders.lists.outline import RawTable
from loaders.tables.align import aligned
from loaders.tables.celltext import clean, items_of
from loaders.tables.content import chosen
from loaders.tables.grid import GridRow
from loaders.tables.join import joined


@dataclass
class TableRows:
    """What a list's tables gave: rows, pieces that are none, and the places of their header rows.

    `holes` are the units that stand between the lines of rows and belong to none: those of pages.
    """

    jurisdiction: str
    owner: str
    holes: frozenset[Unit] = frozenset()
    boundaries: list[Assignment] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    headers: list[Source] = field(default_factory=list)

    @property
    def count(self) -> int:
        """The number of rows so far."""
        return len(self.boundaries) + len(self.duties) + len(self.services)

    def read(self, kind: SectionKind, tables: Sequence[RawTable]) -> None:
        """Add the rows of the tables of one part; those with the columns of the one before go on with it."""
        for columns, group in itertools.groupby(tables, key=lambda table: table.columns):
            self._read(kind, list(group), columns)

    def _read(self, kind: SectionKind, tables: Sequence[RawTable], columns: Sequence[str]) -> None:
        carried = _Carried()
        for row in joined([aligned(row, columns) for row in self._content(kind, tables)], columns):
            cells = _cells(row, columns)
            if row.loose:
                self._skip(clean(row.texts[0]), "text", kind, row.places)
            elif row.empty:
                self._skip("", "empty-row", kind, row.places, carried.head if kind == "boundaries" else None)
            elif kind == "boundaries":
                self.boundaries.append(self._assignment(cells, row, carried))
            elif kind == "duties":
                self.duties += self._duties(cells, row, carried)
            else:
                self.services.append(self._service(cells, row, carried))

    def _content(self, kind: SectionKind, tables: Sequence[RawTable]) -> Iterable[GridRow]:
        """Yield the rows that say something; remember headers, and skip the rest with its reason."""
        for one in chosen(tables, self.holes):
            if one.what == "row":
                yield one.row
            elif one.what == "header":
                self.headers += one.row.places
            else:
                self._skip(" ".join(filter(None, map(clean, one.row.texts))), one.what, kind, one.row.places)

    def _skip(
        self, text: str, reason: str, kind: SectionKind, places: Sequence[Source], matter: str | None = None
    ) -> None:
        for place in places:
            self.skipped.append(Skipped(text, reason, place, self.jurisdiction, self.owner, kind, matter))

    def _assignment(self, cells: dict[str, str], row: GridRow, carried: _Carried) -> Assignment:
        flags = list(row.flags)
        seq = carried.take(cells, "matter", flags)
        if "matter-lost" in flags and not carried.same_case(cells.get("case", "")):
            carried.lose()
            seq = cells.get("seq") or None
        elif "shifted" in flags and not carried.head:
            flags.append("matter-lost")
        if not cells.get("department"):
            flags.append("department-blank")
        carried.note_case(cells.get("case", ""))
        names = ("department", "duty", "basis", "case", "remark")
        texts = {name: cells.get(name, "") for name in names}
        return Assignment(
            "", self.jurisdiction, self.owner, seq, carried.head, flags=_once(flags), source=row.places, **texts
        )

    def _duties(self, cells: dict[str, str], row: GridRow, carried: _Carried) -> list[Duty]:
        flags = list(row.flags)
        items = items_of(cells.pop("item-as-printed", ""))
        seq = carried.take(cells, "main_duty", flags)
        if len(items) > 1:
            flags.append("split")
        names = ("office", "remark", "accountability", "code")
        texts = {name: cells.get(name, "") for name in names}
        return [
            Duty(
                "",
                self.jurisdiction,
                self.owner,
                seq,
                carried.head,
                item,
                flags=_once(flags),
                source=row.places,
                **texts,
            )
            for item in items
        ]

    def _service(self, cells: dict[str, str], row: GridRow, carried: _Carried) -> Service:
        flags = list(row.flags)
        seq = carried.take(cells, "name", flags)
        texts = {name: cells.get(name, "") for name in ("content", "agency", "phone", "remark")}
        return Service(
            "", self.jurisdiction, self.owner, seq, carried.head, flags=_once(flags), source=row.places, **texts
        )


class _Carried:
    """The number and the head (matter, main duty, service name) that merged rows below them share."""

    def __init__(self) -> None:
        self.seq: str | None = None
        self.head = ""
        self.case = ""

    def take(self, cells: dict[str, str], column: str, flags: list[str]) -> str | None:
        """Take over a new head, and return the row's number: its own, or the one carried down."""
        head, own = cells.get(column, ""), cells.get("seq", "")
        if head and squeeze(head) != squeeze(self.head):
            self.head, self.seq, self.case = head, own or None, ""
            if not own and "seq" in cells:
                flags.append("number-lost")
            return self.seq
        if own and head:
            self.seq = own
        return own or self.seq

    def lose(self) -> None:
        """Forget the head: the row belongs to another one whose name the source has lost."""
        self.seq, self.head, self.case = None, "", ""

    def same_case(self, case: str) -> bool:
        """Say whether a row shows the case of the head above it, and so belongs to it."""
        return bool(case) and squeeze(case) == squeeze(self.case)

    def note_case(self, case: str) -> None:
        """Remember the last case printed."""
        self.case = case or self.case


def _cells(row: GridRow, columns: Sequence[str]) -> dict[str, str]:
    """Return the texts by column; columns without a name are gathered as remark, a matter loses its stray dot."""
    cells: dict[str, str] = {}
    for index, text in enumerate(row.texts):
        name = columns[index] if index < len(columns) else ""
        name = "remark" if name in ("", "basis") and (not name or "main_duty" in columns) else name
        kept = clean(text)
        cells[name] = f"{cells[name]}\n{kept}".strip() if cells.get(name) else kept
        if name == "item":
            cells["item-as-printed"] = text
    if "matter" in cells:
        cells["matter"] = cells["matter"].strip("· ")
    return cells


def _once(flags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(flags))
