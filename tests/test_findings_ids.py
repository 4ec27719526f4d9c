"""Ids of findings: they survive another order of the lists, other names of the files, and a second run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from corpora import corpus
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.engine import analyse
from graph.build import build_graphs

FOLDER = Path(__file__).parent / "cases" / "rules"
RULES = ("A1", "A9", "B1", "B8", "E1", "E2", "F4")
CASES: list[list[dict[str, Any]]] = [
    case["lists"]
    for rule in RULES
    for case in yaml.safe_load((FOLDER / f"{rule}.yml").read_text(encoding="utf-8"))
    if len(case["lists"]) > 1
]


def ids_of(entries: list[dict[str, Any]], files: list[int]) -> list[str]:
    """The ids of all findings on lists that stand in files of these numbers."""
    named = [{**entry, "file": f"{number:03}.txt"} for entry, number in zip(entries, files, strict=True)]
    return sorted(finding.id for finding in analyse(build_graphs(corpus(named))))


@pytest.mark.parametrize("entries", CASES, ids=lambda entries: entries[0]["owner"])
def test_the_same_lists_give_the_same_ids(entries: list[dict[str, Any]]) -> None:
    files = list(range(len(entries)))
    assert ids_of(entries, files) == ids_of(entries, files)


@given(st.data())
@settings(max_examples=60)
def test_neither_order_nor_file_names_enter_an_id(data: st.DataObject) -> None:
    entries = data.draw(st.sampled_from(CASES))
    shuffled = data.draw(st.permutations(entries))
    numbers = st.integers(0, 999)
    files = data.draw(st.lists(numbers, min_size=len(entries), max_size=len(entries), unique=True))
    assert ids_of(list(shuffled), files) == ids_of(entries, list(range(len(entries))))
