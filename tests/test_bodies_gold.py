"""Linking of departments measured against lists whose right answer is known: floors that must not be undercut."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from data.rows import Assignment, DutyList
from graph.bodies import Bodies, link_bodies
from loaders.load import load

SHARED = Path(__file__).parents[1].parent / "shared"
FILES = {"000": "岳阳市屈原区", "001": "邢台市威县", "003_part2": "衡阳市蒸湘区"}

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the real lists and their right answers are not here")


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


@cache
def seeds() -> dict[str, list[DutyList]]:
    found: dict[str, list[DutyList]] = {}
    for one in load([SHARED / "seeds"]).lists:
        found.setdefault(one.jurisdiction, []).append(one)
    return found


@cache
def linked(jurisdiction: str) -> Bodies:
    return link_bodies(jurisdiction, seeds()[jurisdiction])


def gold_rows(name: str) -> list[dict[str, Any]]:
    corpus = json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return [row for one in corpus["lists"] for row in one["boundaries"]]


@cache
def read_rows(jurisdiction: str) -> dict[tuple[str, ...], Assignment]:
    return {
        _cells(row.matter, row.department, row.duty): row for one in seeds()[jurisdiction] for row in one.boundaries
    }


def _cells(*cells: str) -> tuple[str, ...]:
    return tuple(map(squeeze, cells))


def _share(field: str) -> float:
    right = total = 0
    for name, jurisdiction in FILES.items():
        bodies = linked(jurisdiction)
        names = {body.id: body.name for body in bodies.all}
        for wanted in gold_rows(name):
            row = read_rows(jurisdiction).get(_cells(wanted["matter"], wanted["department"], wanted["duty"]))
            found = bodies.named(row) if row else ()
            printed = [squeeze(text) for one in found for text in one.names]
            got = printed if field == "departments" else [names[one.body] for one in found]
            right += row is not None and got == list(map(squeeze, wanted[field]))
            total += 1
    return right / total


def test_departments_are_split_as_printed() -> None:
    assert _share("departments") >= 0.98


def test_bodies_have_their_canonical_names() -> None:
    assert _share("bodies") >= 0.97


def _alias_table(number: int) -> list[list[str]]:
    text = (SHARED / "gold" / "findings_003_part2.md").read_text(encoding="utf-8")
    lines = text.split(f"## Alias table {number}:")[1].split("\n## ")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in rows[2:] if "uncertain" not in row]


def test_spellings_cluster_as_the_alias_table_says() -> None:
    bodies = linked("衡阳市蒸湘区")
    wanted = {(row[1]): row[0] for row in _alias_table(1) if "empty" not in row[1] and "、" not in row[0]}
    spelled = {text: body.id for body in bodies.all for text in body.spellings}
    got = {spelling: spelled[re.sub("（.*）", "", spelling)] for spelling in wanted}
    pairs = list(combinations(sorted(wanted), 2))
    same = {pair for pair in pairs if wanted[pair[0]] == wanted[pair[1]]}
    joined = {pair for pair in pairs if got[pair[0]] == got[pair[1]]}
    assert len(same & joined) / len(joined) >= 0.97
    assert len(same & joined) / len(same) >= 0.95


def test_names_in_running_text_find_their_body() -> None:
    bodies = linked("衡阳市蒸湘区")
    names = {body.name: body.id for body in bodies.all}
    wanted = [(row[1], [names[one] for one in row[0].split(" + ")]) for row in _alias_table(2) if _known(row[0], names)]
    right = [mention for mention, ids in wanted if [body for body, _ in bodies.resolve(mention)] == ids]
    assert len(right) / len(wanted) >= 0.93, [mention for mention, _ in wanted if mention not in right]


def _known(cell: str, names: dict[str, str]) -> bool:
    return all(one in names for one in cell.split(" + "))
