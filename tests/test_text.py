"""Canonical forms and similarity: pairs seen on lists, and what holds for any text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from goldfiles import SHARED
from hypothesis import given
from hypothesis import strategies as st

from data.reference import load_yaml
from data.spacing import squeeze
from graph.likeness import likely_same_body
from graph.text import any_of, canonical, plain, same_words, similarity

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases" / "texts.yml").read_text(encoding="utf-8"))
WORDS = ["负责", "监管", "食品安全", "全区", "、", "非", "药品", "1、", "并组织实施", "。", " ", "城市", "Ａ"]
texts = st.text() | st.lists(st.sampled_from(WORDS), max_size=8).map("".join)


@pytest.mark.parametrize("pair", CASES["equal"], ids="=".join)
def test_equal(pair: list[str]) -> None:
    assert canonical(pair[0]) == canonical(pair[1])
    assert same_words(*pair)


@pytest.mark.parametrize("pair", CASES["alike"], ids="~".join)
def test_alike(pair: list[str]) -> None:
    assert 0.8 <= similarity(*pair) < 1


@pytest.mark.parametrize("pair", CASES["different"], ids="≠".join)
def test_different(pair: list[str]) -> None:
    assert similarity(*pair) < 0.72
    assert not same_words(*pair)


@pytest.mark.parametrize("pair", CASES["whole"], ids="→".join)
def test_words_stay_whole(pair: list[str]) -> None:
    assert canonical(pair[0]) == pair[1]


@given(texts, texts)
def test_similarity_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1
    assert similarity(one, other) == similarity(other, one)


@given(texts)
def test_a_text_is_like_itself(text: str) -> None:
    assert similarity(text, text) == 1
    assert similarity(text, f"  {text}\n") == 1


@given(texts)
def test_no_text_that_counts_is_lost(text: str) -> None:
    assert bool(canonical(text)) == bool(plain(text))
    assert not any(character.isspace() for character in squeeze(text) + canonical(text))


def test_real_borderline_pairs() -> None:
    """As good as measured elsewhere: area under the curve .75; precision .85 at recall .60 in the sure band."""
    path = SHARED / "tools" / "matching" / "realpairs.json"
    if not path.exists():
        pytest.skip("no labelled pairs beside the repository")
    pairs = json.loads(path.read_text(encoding="utf-8"))
    same = [similarity(pair["a"], pair["b"]) for pair in pairs if str(pair["label"]) == "1"]
    different = [similarity(pair["a"], pair["b"]) for pair in pairs if str(pair["label"]) == "0"]
    wins = sum((s > d) + 0.5 * (s == d) for s in same for d in different)
    assert wins / (len(same) * len(different)) >= 0.75
    taken, wrong = sum(s >= 0.72 for s in same), sum(d >= 0.72 for d in different)
    assert taken / (taken + wrong) >= 0.85
    assert taken / len(same) >= 0.60


def test_class_words_are_long_enough_and_belong_to_one_class() -> None:
    classes = load_yaml("text/classes.yml")
    members = [word for group in [*classes["verbs"], *classes["terms"]] for word in group]
    drop = load_yaml("text/drop.yml")
    dropped = [word for block in ("place", "government", "filler", "clause_end") for word in drop[block]]
    assert all(len(word) >= 2 for word in members + dropped)
    assert len(set(members)) == len(members)
    assert not set(members) & set(dropped)


def test_the_longest_word_wins() -> None:
    assert any_of(["监督", "监督管理"]) == "(?:监督管理|监督)"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("区公安  分局", "公安局蒸湘分局", True),
        ("区发改局", "区发展和改革局", True),
        ("区经贸局（协办）", "区经济贸易局", True),
        ("衡阳市蒸湘区卫生局", "区卫生局", True),
        ("市场监管局", "市场监督管理局", True),
        ("区工商局", "区商务局", False),
        ("区卫生局", "区环卫局", False),
        ("区农办", "区编办", False),
        ("", "区公安局", False),
    ],
)
def test_short_forms_of_names(one: str, other: str, same: bool) -> None:
    assert likely_same_body(one, other) is same
    assert likely_same_body(other, one) is same
