"""Account for every unit of a document: no line is dropped, and none is used twice (DESIGN 4, conservation)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from data.document import Document, Source, Unit
from data.rows import Account, Assignment, Duty, DutyList, Service, Skipped

Use = Literal["rows", "continuations", "headings", "text", "skipped"]


def uses(document: Document, lists: Sequence[DutyList], outside: Sequence[Skipped]) -> dict[Unit, Use]:
    """Return what each unit of a document became; a unit that is not in the answer was used by nothing.

    A row's first unit is a row, its further ones are continuations; the title of a list, a part or a regime is a
    heading, the words below are text. The first use counts: several rows may come of one unit (items parted by a
    rule inside a cell).

    Args:
        document: the document as read.
        lists: the lists made of it.
        outside: the pieces skipped outside any list.
    """
    known = set(document.units)
    used: dict[Unit, Use] = {}
    for use, places in _all(lists, outside):
        for unit in _units(places):
            if unit in known and unit not in used:
                used[unit] = use
                use = "continuations" if use == "rows" else use
    return used


def account(document: Document, used: dict[Unit, Use]) -> Account:
    """Return the sums of `uses`."""
    counts = Counter(used.values())
    return Account(
        units=len(document.units),
        rows=counts["rows"],
        continuations=counts["continuations"],
        headings=counts["headings"],
        text=counts["text"],
        skipped=counts["skipped"],
    )


def left_over(document: Document, used: dict[Unit, Use]) -> list[Skipped]:
    """Return as skipped what no step took: what cannot be read is said, never dropped."""
    left = [unit for unit in document.units if unit not in used]
    return [Skipped("", "not-understood", Source(document.file, part, unit, at, at)) for part, unit, at in left]


def _units(places: Sequence[Source]) -> Iterator[Unit]:
    for place in places:
        for number in range(place.first, place.last + 1):
            yield (place.part, place.unit, number)


def _all(lists: Sequence[DutyList], outside: Sequence[Skipped]) -> Iterator[tuple[Use, Sequence[Source]]]:
    for one in lists:
        yield from _of(one)
    for piece in outside:
        yield "skipped", (piece.source,)


def _of(one: DutyList) -> Iterator[tuple[Use, Sequence[Source]]]:
    rows: Sequence[Assignment | Duty | Service] = (*one.boundaries, *one.duties, *one.services)
    for row in rows:
        yield "rows", row.source
    yield "headings", one.title_source
    for part in one.sections:
        yield "headings", part.source
    for regime in one.regimes:
        yield "headings", regime.source
    for passage in (*one.accountability, *(part for regime in one.regimes for part in regime.sections)):
        yield "text", passage.source
    for piece in one.skipped:
        yield "skipped", (piece.source,)
