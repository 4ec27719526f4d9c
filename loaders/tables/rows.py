"""Make rows of the tables of one list: boundaries, duties, services; merged cells are carried down."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data.document import Source, Unit
from data.reference import load_yaml
from data.rows import Assignment, Duty, SectionKind, Service, Skipped
from data.spacing import squeeze
from loaders.lists.outline import RawTable
from loaders.tables.align import aligned
from loaders.tables.assignments import Assignments
from loaders.tables.captions import foot_of
from loaders.tables.carried import Carried
from loaders.tables.cells import cells_of_row, confidence_of, is_doubtful, joined_lines, settled
from loaders.tables.celltext import clean, items_of
from loaders.tables.content import chosen
from loaders.tables.grid import GridRow
from loaders.tables.join import joined
from loaders.tables.pagecells import named_by_next_page
from loaders.tables.parties import parties_of


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

    def read(self, kind: SectionKind, tables: Sequence[RawTable], heading: str = "") -> None:
        """Add the rows of the tables of one part; those with the columns of the one before go on with it.

        Args:
            kind: the part.
            tables: its tables, in order.
            heading: what stands above the part, "" where nothing does.
        """
        for _, group in itertools.groupby(tables, key=_kin):
            self._read(kind, list(group), heading)

    def _read(self, kind: SectionKind, tables: Sequence[RawTable], heading: str) -> None:
        columns, carried = tables[0].columns, Carried(tables[0].matter)
        self.headers += [table.caption.source for table in tables if table.caption]
        flags = ("taken-back",) if _takes_back(heading, tables[0]) else ()
        shared = Assignments(self.jurisdiction, self.owner, tables[0].header, flags, carried=carried)
        rows = [aligned(settled(row, columns), columns) for row in self._content(kind, tables)]
        for row in joined(named_by_next_page(rows, columns), columns):
            if row.loose:
                self._skip(clean(row.texts[0]), "text", kind, row.places)
            elif row.empty:
                self._skip("", "empty-row", kind, row.places, carried.head if kind == "boundaries" else None)
            elif kind == "boundaries":
                self._add_assignment(shared, row)
            elif kind == "duties":
                self._add_duties(row, columns, carried)
            else:
                self.services.append(self._service(row, columns, carried))
        self.boundaries += shared.finished()

    def _content(self, kind: SectionKind, tables: Sequence[RawTable]) -> Iterable[GridRow]:
        """Yield the rows that say something; remember headers, and skip the rest with its reason."""
        group = ""
        heads = kind == "duties" and "main_duty" not in tables[0].columns
        for one in chosen(tables, self.holes):
            if one.what == "row":
                yield replace(one.row, group=group) if group else one.row
                continue
            said = " ".join(filter(None, map(clean, one.row.texts)))
            if one.what == "header" or (one.what == "group" and heads):
                self.headers += one.row.places
                group = said if one.what == "group" else group
            else:
                self._skip(said, one.what, kind, one.row.places)

    def _skip(
        self, text: str, reason: str, kind: SectionKind, places: Sequence[Source], matter: str | None = None
    ) -> None:
        for place in places:
            self.skipped.append(Skipped(text, reason, place, self.jurisdiction, self.owner, kind, matter))

    def _add_assignment(self, shared: Assignments, row: GridRow) -> None:
        if shared.rows and (foot := foot_of(row, shared.header.columns)):
            shared.add_foot(*foot, row)
        else:
            shared.add(row)

    def _add_duties(self, row: GridRow, columns: Sequence[str], carried: Carried) -> None:
        cells = cells_of_row(row, columns)
        if self.duties and not cells.get("main_duty") and not cells.get("item") and _reaches(row, columns, "item"):
            self._extend_duty(cells, row)
            return
        if row.group:
            cells["main_duty"] = row.group
        flags = list(row.flags)
        items = items_of(cells.pop("item-as-printed", ""))
        seq = carried.take(cells, "main_duty", flags)
        if len(items) > 1:
            flags.append("split")
        names = ("office", "remark", "accountability", "code")
        foot = self._foot(row, columns, flags) | {name: cells.get(name, "") for name in names}
        self.duties += [Duty(seq=seq, main_duty=carried.head, item=item, **foot) for item in items]

    def _extend_duty(self, cells: dict[str, str], row: GridRow) -> None:
        """Give what stands beside an item whose cell reaches down to that item: a further office, a further remark."""
        last, names = self.duties[-1], ("office", "remark", "accountability")
        longer: dict[str, Any] = {name: joined_lines(getattr(last, name), cells.get(name, "")) for name in names}
        self.duties[-1] = replace(last, source=(*last.source, *row.places), **longer)

    def _service(self, row: GridRow, columns: Sequence[str], carried: Carried) -> Service:
        cells, flags = cells_of_row(row, columns), list(row.flags)
        seq = carried.take(cells, "name", flags)
        texts: dict[str, Any] = {name: cells.get(name, "") for name in ("content", "agency", "phone", "remark")}
        return Service(seq=seq, name=carried.head, **texts, **self._foot(row, columns, flags))

    def _foot(self, row: GridRow, columns: Sequence[str], flags: list[str]) -> dict[str, Any]:
        """Return what every row has beside its own cells."""
        sure = confidence_of(row, columns)
        told = (*flags, *(("ocr-doubtful",) if is_doubtful(sure) else ()))
        return {
            "id": "",
            "jurisdiction": self.jurisdiction,
            "owner": self.owner,
            "flags": tuple(dict.fromkeys(told)),
            "source": row.places,
            "confidence": sure,
        }


def _kin(table: RawTable) -> tuple[object, ...]:
    """Return what tables that go on with each other have alike."""
    return table.columns, parties_of(table.header), table.matter


def _takes_back(heading: str, table: RawTable) -> bool:
    """Say whether the matters of a table are those that superior departments take back from a township."""
    told = (squeeze(heading), *table.header.words)
    return any(word in text for word in load_yaml("headers.yml")["taken_back"] for text in told)


def _reaches(row: GridRow, columns: Sequence[str], name: str) -> bool:
    """Say whether a cell with text reaches into a row from above, in the column of that name."""
    return any(text for at, text in row.merged if at < len(columns) and columns[at] == name)
