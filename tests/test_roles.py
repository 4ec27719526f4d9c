"""Roles by words: own cases with their traps, the gold rows, and what holds for any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from goldfiles import NAMES, gold
from hypothesis import given
from hypothesis import strategies as st

from data.reference import load_yaml
from data.spacing import squeeze
from graph.role_tags import tagged_role
from graph.roles import read_role

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "roles.yml").read_text(encoding="utf-8")
)
PIECES = [
    "牵头",
    "配合",
    "负责",
    "由",
    "区公安局",
    "报",
    "统筹协调",
    "食品安全",
    "，",
    "。",
    "（主办）",
    "1、",
    " ",
    "X",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    role = read_role(case["duty"], case["department"], case["matter"])
    assert (role.name, role.confidence == "explicit") == (case["role"], case["explicit"])
    assert role.words == case.get("words", role.words)


@pytest.mark.parametrize("name", NAMES)
def test_gold_rows(name: str) -> None:
    rows = [row for one in gold(name)["lists"] for row in one["boundaries"]]
    read = [(read_role(row["duty"], row["department"], row["matter"]), row) for row in rows]
    accepted = sum(role.name in row["role_accept"] for role, row in read)
    explicit = sum((role.confidence == "explicit") == row["role_explicit"] for role, row in read)
    assert accepted / len(rows) >= 0.95
    assert explicit / len(rows) >= 0.95


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.sampled_from(["区公安局", "", "区农办（配合）"]))
def test_the_deciding_words_are_printed_in_the_row(duty: str, department: str) -> None:
    role = read_role(duty, department, "食品安全监管")
    assert role.words in squeeze(duty) + squeeze(department)


@given(st.text(), st.text(), st.text())
def test_any_text_is_read(duty: str, department: str, matter: str) -> None:
    role = read_role(duty, department, matter)
    assert role.name is not None or role.words == ""


@given(st.text(alphabet="区公安局卫生（）牵头负责，。、 ", max_size=20))
def test_white_space_decides_nothing(duty: str) -> None:
    assert read_role(duty, "区公安局", "治安") == read_role("\n".join(duty), "区公安局", "治安")


def test_no_tag_no_role() -> None:
    assert tagged_role("负责食品安全", "区卫生局") is None


def test_the_table_has_no_word_twice_in_a_block() -> None:
    table = load_yaml("roles.yml")
    blocks = [block for block in table.values() if isinstance(block, list) and isinstance(block[0], str)]
    assert all(len(set(block)) == len(block) for block in blocks)
