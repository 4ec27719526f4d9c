"""Make the assignments of a boundary table: each row gives one to every side that has something in its columns."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data.rows import Assignment
from data.spacing import squeeze
from data.townships import township_name
from loaders.lists.headings import nothing_said
from loaders.tables.carried import Carried
from loaders.tables.cells import cells_of_row, confidence_of, is_doubtful, joined_lines, merged_text, text_at
from loaders.tables.grid import GridRow
from loaders.tables.header import Header
from loaders.tables.parties import Party, parties_of
from loaders.tables.pieces import labelled, pieces_of, shared_out

_PRINTED_ONCE = ("basis", "case", "remark")


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side has in a row: department and duty, the head that tells its role, and flags."""

    department: str
    duty: str
    head: str = ""
    flags: tuple[str, ...] = ()


@dataclass
class Assignments:
    """The assignments of the tables of one part that go on with each other.

    Args:
        jurisdiction, owner: of the list.
        header: what the header of the first table says.
        flags: of every row (taken-back).
    """

    jurisdiction: str
    owner: str
    header: Header
    flags: tuple[str, ...] = ()
    rows: list[Assignment] = field(default_factory=list)
    carried: Carried = field(default_factory=Carried)

    def __post_init__(self) -> None:
        self.parties = parties_of(self.header)

    def add(self, row: GridRow) -> None:
        """Add what a row says."""
        cells = cells_of_row(row, self.header.columns)
        if self.rows and self._is_rest(row, cells):
            self._extend(cells, row)
            return
        flags = [*self.flags, *row.flags]
        seq = self._head(cells, row, flags)
        printed = self._printed(cells, row, flags)
        sides = list(self._sides(row, cells)) or [_Side("", "", flags=("department-blank",))]
        sure = confidence_of(row, self.header.columns)
        for side in sides:
            told = (*flags, *side.flags, *(("ocr-doubtful",) if is_doubtful(sure) else ()))
            self.rows.append(
                Assignment(
                    id="",
                    jurisdiction=self.jurisdiction,
                    owner=self.owner,
                    seq=seq,
                    matter=self.carried.head,
                    department=side.department,
                    duty=side.duty,
                    flags=tuple(dict.fromkeys(told)),
                    source=row.places,
                    column=side.head,
                    confidence=sure,
                    **printed,
                )
            )
            printed = dict.fromkeys(printed, "")

    def add_foot(self, name: str, text: str, row: GridRow) -> None:
        """Add what a row at the foot of a matter tells of it (basis, case, remark) to the matter's first assignment."""
        matter = self.rows[-1].matter
        first = next(at for at, one in enumerate(self.rows) if one.matter == matter)
        told: dict[str, Any] = {name: joined_lines(getattr(self.rows[first], name), text)}
        self.rows[first] = replace(self.rows[first], source=(*self.rows[first].source, *row.places), **told)

    def finished(self) -> list[Assignment]:
        """Return the assignments in order.

        Where one column holds all departments of a matter, a row each, its head (牵头部门) tells nothing of them.
        """
        if len(self.parties) != 1:
            return self.rows
        found: list[Assignment] = []
        for _, group in itertools.groupby(self.rows, key=lambda row: squeeze(row.matter)):
            rows = list(group)
            several = sum(bool(row.department) for row in rows) > 1
            found += [replace(row, column="") for row in rows] if several else rows
        return found

    def _head(self, cells: dict[str, str], row: GridRow, flags: list[str]) -> str | None:
        """Take over the matter of the row, and return its number."""
        seq = self.carried.take(cells, "matter", flags)
        if "matter-lost" in flags and not self.carried.same_case(cells.get("case", "")):
            self.carried.lose()
            seq = cells.get("seq") or None
        elif "shifted" in flags and not self.carried.head:
            flags.append("matter-lost")
        self.carried.note_case(cells.get("case", ""))
        return seq

    def _printed(self, cells: dict[str, str], row: GridRow, flags: list[str]) -> dict[str, str]:
        """Return what is printed once for a matter; a cell merged over several matters is printed beside each."""
        printed = {name: cells.get(name, "") for name in _PRINTED_ONCE}
        for name in ("basis", "case") if cells.get("matter") else ():
            above = merged_text(row, self._columns(name))
            if above and not printed[name]:
                printed[name] = above
                flags.append("merged")
        return printed

    def _columns(self, name: str) -> tuple[int, ...]:
        return tuple(at for at, column in enumerate(self.header.columns) if column == name)

    def _sides(self, row: GridRow, cells: dict[str, str]) -> Iterator[_Side]:
        begins = bool(cells.get("matter"))
        if len(self.parties) == 1:
            yield from self._told(self.parties[0], row, begins)
            return
        told = ((party, side) for party in self.parties for side in self._told(party, row, begins))
        yield from _parted([(party, side) for party, side in told if _says(party, side)])

    def _told(self, party: Party, row: GridRow, begins: bool) -> Iterator[_Side]:
        """Yield what a side has in a row: mostly one, several where its text names each department itself."""
        duty, flags = text_at(row, party.duty), []
        if not duty and (above := merged_text(row, party.duty)):
            duty, flags = above, ["merged"]
        if not party.department:
            yield from self._named(party, duty, tuple(flags))
            return
        department = text_at(row, party.department)
        above = merged_text(row, party.department)
        if not department:
            flags.append("merged" if above else "department-blank")
            department = above if begins else ""
        yield _Side(department, duty, party.head, tuple(flags))

    def _named(self, party: Party, duty: str, flags: tuple[str, ...]) -> Iterator[_Side]:
        """Yield the sides of a column of duties alone: named in the text, or by the head of the column."""
        township = township_name(self.owner)
        if both := labelled(duty):
            yield _Side(*both, party.head, flags)
        elif party.township:
            yield _Side(township or party.named, duty, party.head, flags)
        elif pieces := pieces_of(duty):
            yield from (_Side(piece.name, piece.said, party.head, (*flags, "split")) for piece in pieces)
        else:
            # Beside superior departments, 配合职责 alone is what the township of the list does.
            named = party.named or (township if party.head and len(self.parties) > 1 else "")
            yield _Side(named, duty, party.head, flags if named else (*flags, "department-blank"))

    def _is_rest(self, row: GridRow, cells: dict[str, str]) -> bool:
        """Say whether all sides reach into a row from above: nothing is its own but what a matter prints once."""
        blank = not any(cells.get(name) for name in ("matter", "department", "duty"))
        places = [at for party in self.parties for at in (*party.department, *party.duty)]
        return blank and bool(places) and all(at in dict(row.merged) for at in places)

    def _extend(self, cells: dict[str, str], row: GridRow) -> None:
        last = self.rows[-1]
        longer: dict[str, Any] = {
            name: joined_lines(getattr(last, name), cells.get(name, "")) for name in _PRINTED_ONCE
        }
        self.rows[-1] = replace(last, source=(*last.source, *row.places), **longer)


def _says(party: Party, side: _Side) -> bool:
    """Say whether a side of several is there: a department that is none (无, /) is not, nor is one without a cell."""
    if side.department:
        absent = nothing_said(side.department) is not None
        return not absent and not (not party.department and _nothing(side.duty))
    return not party.shared and not _nothing(side.duty) and "merged" not in side.flags[:1]


def _nothing(text: str) -> bool:
    return not text or nothing_said(text) is not None


def _parted(found: Sequence[tuple[Party, _Side]]) -> Iterator[_Side]:
    """Yield the sides, those that share one text with the piece of it that names each, or flagged."""
    sharing = [side for party, side in found if party.shared and side.duty]
    pieces = shared_out(sharing[0].duty, [side.department for side in sharing]) if len(sharing) > 1 else None
    told = iter(pieces or ())
    for party, side in found:
        if len(sharing) < 2 or not (party.shared and side.duty):
            yield side
        elif pieces:
            yield replace(side, duty=next(told), flags=(*side.flags, "split"))
        else:
            yield replace(side, flags=(*side.flags, "duty-shared"))
