"""Make rows of the tables of one list: boundaries, duties, services; merged cells are carried down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from data.document import Source
from data.rows import Assignment, Duty, SectionKind, Service, Skipped
from loaders.align import aligned
from loaders.columns import table_kind
from loaders.grid import GridRow, grid_rows
from loaders.join import joined
from loaders.outline import RawTable
from loaders.wording import squeeze

# Only the tags that converters write: titles of laws are quoted in angle brackets too (<收养法>).
_TAGS = re.compile(r"</?(?:p|hr|br|b|i|u|strong|em|sup|sub|div|span)\s*/?>", re.IGNORECASE)
_RULED = re.compile(r"<hr\s*/?>|</p>\s*<p>", re.IGNORECASE)
_RESIDUE = re.compile(r"\[bookmark: [^\]]*\]")
_SEPARATOR = re.compile(r"^[-—–_=*→>\s]+$")
_NOTE = re.compile(r"^(?:<p>)?\s*(?:注|备注|说明)\s*[：:]")
_NUMBERED = re.compile(r"^\s*[（(]?\d{1,2}\s*[、.．)）]")


@dataclass
class TableRows:
    """What a list's tables gave: rows, pieces that are none, and the places of their header rows."""

    jurisdiction: str
    owner: str
    boundaries: list[Assignment] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    headers: list[Source] = field(default_factory=list)

    def read(self, kind: SectionKind, raw: RawTable) -> None:
        """Add the rows of one table; `kind` is boundaries, duties or services."""
        rows = joined([aligned(row, raw.columns) for row in self._content(kind, raw)], raw.columns)
        carried = _Carried()
        for row in rows:
            cells = _cells(row, raw.columns)
            if row.empty:
                self._skip("", "empty-row", kind, row.places, carried.head if kind == "boundaries" else None)
            elif kind == "boundaries":
                self.boundaries.append(self._assignment(cells, row, carried))
            elif kind == "duties":
                self.duties += self._duties(cells, row, carried)
            else:
                self.services.append(self._service(cells, row, carried))

    def _content(self, kind: SectionKind, raw: RawTable) -> Iterable[GridRow]:
        """Yield the rows below the header, without repeated headers, separators and notes."""
        for row in grid_rows(raw.table):
            first = row.texts[0]
            if table_kind(row.texts) is not None:
                self.headers += row.places
            elif not row.empty and all(not text or _SEPARATOR.match(text) for text in row.texts):
                self._skip(" ".join(filter(None, row.texts)), "separator", kind, row.places)
            elif _NOTE.match(first) and not any(row.texts[1:]):
                self._skip(clean(first), "note", kind, row.places)
            else:
                yield row

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
            seq = None
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
        items = _items(cells.pop("item-as-printed", ""))
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
        texts = {name: cells.get(name, "") for name in ("content", "agency", "phone")}
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


def clean(text: str) -> str:
    """Return a cell's text without what converters leave in it: HTML tags, bookmarks.

    Example:
        >>> clean("<p>编制规划</p> <p>组织实施</p>")
        '编制规划\\n组织实施'
    """
    return _RESIDUE.sub("", _TAGS.sub("", _RULED.sub("\n", text))).strip()


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


def _items(printed: str) -> list[str]:
    """Return the items of a cell: pieces parted by a rule or by HTML paragraphs, unless they are numbered steps."""
    pieces = [clean(piece) for piece in _RULED.split(printed)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2 or any(_NUMBERED.match(piece) for piece in pieces):
        return [clean(printed)]
    return pieces


def _once(flags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(flags))
