"""Small corpora written as text, for rule cases and other tests that need lists without reading documents."""

from __future__ import annotations

import textwrap
from typing import Any

from data.document import Source
from data.rows import Assignment, Corpus, Duty, DutyList, Regime, Section, SectionKind, Service, Skipped

SECTIONS: tuple[SectionKind, ...] = ("duties", "boundaries", "regimes", "services")
COLUMNS = {
    "boundaries": ("seq", "matter", "department", "duty", "basis", "case"),
    "duties": ("seq", "main_duty", "item", "remark"),
    "services": ("seq", "name", "content", "agency", "phone"),
    "regimes": (),
    "accountability": (),
}


def corpus(lists: list[dict[str, Any]]) -> Corpus:
    """Make a corpus of lists written as in tests/cases/rules/*.yml (see `duty_list`)."""
    return Corpus(tuple(duty_list(one, number) for number, one in enumerate(lists, 1)), (), ())


def duty_list(entry: dict[str, Any], number: int = 1) -> DutyList:
    """Make one list; each table is text: a line of column names, then a line a row, cells parted by |.

    Keys: jurisdiction, owner, aliases, year, boundaries, duties, services, regimes (titles, or {number, title}),
    sections (kind → state, or kind → {state, columns, title}), again (headings that stand a second time: {kind, state,
    title}), skipped ({text, reason, section, matter}).
    """
    place = _Place(entry.get("file", f"list{number}.txt"), entry.get("jurisdiction", "东山市甲县"), entry["owner"])
    tables = {kind: _rows(entry.get(kind, "")) for kind in ("boundaries", "duties", "services")}
    return DutyList(
        jurisdiction=place.jurisdiction,
        owner=place.owner,
        owner_text=entry.get("owner_text", place.owner),
        aliases=tuple(entry.get("aliases", ())),
        year=entry.get("year"),
        sections=(*(_section(kind, entry, tables, place) for kind in SECTIONS), *_again(entry, place)),
        boundaries=tuple(_assignment(row, place) for row in tables["boundaries"]),
        duties=tuple(_duty(row, place) for row in tables["duties"]),
        services=tuple(_service(row, place) for row in tables["services"]),
        regimes=tuple(_regime(told, place) for told in entry.get("regimes", ())),
        accountability=(),
        skipped=tuple(_skipped(told, place) for told in entry.get("skipped", ())),
        source=place.next(),
    )


class _Place:
    """Where the next row stands: lines are counted on, so that every row has a place of its own."""

    def __init__(self, file: str, jurisdiction: str, owner: str) -> None:
        self.file, self.jurisdiction, self.owner, self.line = file, jurisdiction, owner, 0

    def next(self) -> tuple[Source, ...]:
        self.line += 1
        return (Source(self.file, "", "line", self.line, self.line),)

    def head(self) -> dict[str, Any]:
        source = self.next()
        return {
            "id": f"{self.file}:{self.line}",
            "jurisdiction": self.jurisdiction,
            "owner": self.owner,
            "source": source,
        }


def _rows(text: str) -> list[dict[str, str]]:
    lines = [line for line in textwrap.dedent(text).strip().splitlines() if line.strip()]
    if not lines:
        return []
    names = [name.strip() for name in lines[0].split("|")]
    return [dict(zip(names, (cell.strip() for cell in line.split("|")), strict=False)) for line in lines[1:]]


def _assignment(row: dict[str, str], place: _Place) -> Assignment:
    cells = {name: row.get(name, "") for name in ("matter", "department", "duty", "basis", "case", "column")}
    return Assignment(seq=row.get("seq") or None, flags=tuple(row.get("flags", "").split()), **cells, **place.head())


def _duty(row: dict[str, str], place: _Place) -> Duty:
    names = ("main_duty", "item", "office", "remark", "accountability", "code")
    cells = {name: row.get(name, "") for name in names}
    return Duty(seq=row.get("seq") or None, flags=tuple(row.get("flags", "").split()), **cells, **place.head())


def _service(row: dict[str, str], place: _Place) -> Service:
    cells = {name: row.get(name, "") for name in ("name", "content", "agency", "phone")}
    return Service(seq=row.get("seq") or None, flags=tuple(row.get("flags", "").split()), **cells, **place.head())


def _regime(told: str | dict[str, str], place: _Place) -> Regime:
    told = {"title": told} if isinstance(told, str) else told
    return Regime(told.get("number", ""), told["title"], (), place.next())


def _skipped(told: dict[str, Any], place: _Place) -> Skipped:
    where = (place.jurisdiction, place.owner, told.get("section"), told.get("matter"))
    return Skipped(told.get("text", ""), told["reason"], place.next()[0], *where)


def _again(entry: dict[str, Any], place: _Place) -> list[Section]:
    told = entry.get("again", ())
    return [Section(one["kind"], one["title"], one["state"], (), place.next()) for one in told]


def _section(kind: SectionKind, entry: dict[str, Any], tables: dict[str, Any], place: _Place) -> Section:
    told = entry.get("sections", {}).get(kind, {})
    told = {"state": told} if isinstance(told, str) else told
    filled = bool(tables.get(kind)) or (kind == "regimes" and bool(entry.get("regimes")))
    state = told.get("state", ("text" if kind == "regimes" else "rows") if filled else "missing")
    columns = tuple(told.get("columns", COLUMNS[kind] if state == "rows" else ()))
    return Section(kind, told.get("title", kind), state, columns, place.next())
