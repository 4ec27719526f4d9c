"""The rows that a test document holds, as its JSON says them: a subset of the corpus format (docs/formats.md).

Made from the same data as the document, never from what the program reads in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from makedocs.content import MainDuty, Matter, Regime, Service, Source

Told = dict[str, Any]


def of_list(source: Source, **changed: Any) -> Told:
    """Return a whole list; `changed` replaces or adds fields."""
    return {
        "jurisdiction": source.jurisdiction,
        "owner": source.owner,
        "boundaries": boundaries(source.matters),
        "duties": duties(source.duties),
        "services": services(source.services),
        "regimes": regimes(source.regimes),
    } | changed


def of_boundaries(source: Source, **changed: Any) -> Told:
    """Return a list that holds the boundaries alone."""
    return of_list(source, duties=[], services=[], regimes=[]) | changed


def boundaries(matters: Iterable[Matter], cells: Sequence[str] = ("basis", "case")) -> list[Told]:
    """Return a row a party; basis and case stand on the first row of a matter, where the document prints them."""
    return [row for matter in matters for row in _parties(matter, cells)]


def _parties(matter: Matter, cells: Sequence[str]) -> list[Told]:
    printed = {name: getattr(matter, name) if name in cells else "" for name in ("basis", "case")}
    return [
        assignment(matter.seq, matter.name, department, duty, **(printed if not index else {}))
        for index, (department, duty) in enumerate(matter.parties)
    ]


def assignment(seq: str | None, matter: str, department: str, duty: str, **more: Any) -> Told:
    """Return one row of a boundary table."""
    row = {"seq": seq, "matter": matter, "department": department, "duty": duty, "basis": "", "case": ""}
    return row | more


def duties(mains: Iterable[MainDuty], office: bool = True) -> list[Told]:
    """Return a row an item."""
    return [
        {"seq": main.seq, "main_duty": main.name, "item": item, "office": of if office else ""}
        for main in mains
        for item, of in main.items
    ]


def services(found: Iterable[Service]) -> list[Told]:
    """Return a row a service."""
    return [
        {"seq": one.seq, "name": one.name, "content": one.content, "agency": one.agency, "phone": one.phone}
        for one in found
    ]


def regimes(found: Iterable[Regime]) -> list[Told]:
    """Return the regimes with their passages."""
    return [
        {"title": one.title, "sections": [{"heading": head, "text": text} for head, text in one.passages]}
        for one in found
    ]
