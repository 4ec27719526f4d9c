"""The gold files as duty lists, for tests of what stands on rows and not on reading documents."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data.document import Source
from data.rows import Assignment, DutyList

SHARED = Path(__file__).parents[1].parent / "shared"
GOLD = SHARED / "gold"
NAMES = ("000", "001", "003_part2")


def gold(name: str) -> dict[str, Any]:
    """The gold file as it is; the test is skipped where the shared folder is absent."""
    path = GOLD / f"{name}.json"
    if not path.exists():
        pytest.skip(f"no gold file {name}.json beside the repository")
    corpus: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return corpus


@cache
def gold_lists(name: str) -> tuple[DutyList, ...]:
    """The lists of a gold file with their boundary rows."""
    return tuple(_duty_list(entry, number) for number, entry in enumerate(gold(name)["lists"]))


def _duty_list(entry: dict[str, Any], number: int) -> DutyList:
    place = {"jurisdiction": entry["jurisdiction"], "owner": entry["owner"]}
    rows = tuple(_row(row, place, f"{number}.{n}") for n, row in enumerate(entry["boundaries"]))
    return DutyList(
        **place,
        owner_text=entry["owner"],
        aliases=(),
        year=None,
        sections=(),
        boundaries=rows,
        duties=(),
        services=(),
        regimes=(),
        accountability=(),
    )


def _row(row: dict[str, Any], place: dict[str, str], ordinal: str) -> Assignment:
    cells = {name: row[name] for name in ("seq", "matter", "department", "duty", "basis", "case")}
    places = row["source"] if isinstance(row["source"], list) else [row["source"]]
    source = tuple(Source(s["file"], "", "line", s["first"], s["last"]) for s in places)
    return Assignment(id=f"{place['owner']}:{ordinal}", **place, **cells, flags=(), source=source)
