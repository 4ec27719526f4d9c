"""The tables behind the rules on levels: whole, sourced, and enough by themselves to teach a rule something new."""

from __future__ import annotations

import re
from typing import Any

import pytest

from analysis import replaced
from analysis.replaced import broken_expressions, broken_words, doubtful_phrases
from analysis.voices import Said
from data import level_powers
from data.document import Source
from data.level_powers import powers
from data.reference import load_yaml
from data.texts import Text


def said(words: str) -> Said:
    return Said(Text(words, "item", "duties", Source("甲.txt", "", "line", 1, 1)), "own")


@pytest.mark.parametrize("entry", load_yaml("level_powers.yml"), ids=lambda entry: entry["name"]["en"])
def test_a_power_has_names_levels_and_a_source(entry: dict[str, Any]) -> None:
    assert set(entry["name"]) == {"zh", "en"}
    assert {"central"} <= set(entry["levels"]) <= {"central", "province", "city"}
    assert entry["grade"] in ("M", "L")
    assert re.search("《.+》.*第.+条|《.+》（.+号）", entry["source"])
    assert re.compile(entry["words"]).search("") is None


def test_no_power_stands_twice() -> None:
    names = [power.names["zh"] for power in powers()]
    assert len(names) == len(set(names))


def test_a_new_power_is_an_entry_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = {
        "name": {"zh": "审批跨省调水", "en": "approving transfers of water between provinces"},
        "levels": ["central"],
        "words": "审批[^，。；]{0,4}跨省调水",
        "not": ["协助"],
        "unless": [],
        "grade": "M",
        "source": "《水法》第四十五条",
    }
    monkeypatch.setattr(level_powers, "load_yaml", lambda _: [entry])
    (power,) = powers.__wrapped__()
    assert list(power.claimed_in("负责审批跨省调水方案")) == [2]
    assert list(power.claimed_in("协助审批跨省调水方案")) == []
    assert not power.had_by("甲县", "county")


def test_every_group_of_level_words_has_what_it_needs() -> None:
    table = load_yaml("level_words.yml")
    levels = set(table["levels"])
    for group in ("fixed", "standing", "phrases"):
        assert len(table[group]) == len(set(table[group]))
        assert all(levels & set(word) for word in table[group])
    assert not levels & set("".join(table["whole"])) - {"市", "区"}


def test_a_new_expression_is_an_entry_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not list(broken_expressions(said("由地级区公布"), "区"))
    table = load_yaml("level_words.yml")
    monkeypatch.setattr(replaced, "_table", lambda: table | {"fixed": ["地级市"], "phrases": ["城市湿地"]})
    replaced._expressions.cache_clear()
    replaced._phrases.cache_clear()
    try:
        assert [piece.right for piece in broken_expressions(said("由地级区公布"), "区")] == ["地级市"]
        assert [piece.right for piece in doubtful_phrases(said("保护城区湿地"), "区")] == ["城市湿地"]
    finally:
        replaced._expressions.cache_clear()
        replaced._phrases.cache_clear()


def test_a_local_word_is_no_broken_one_once_it_stands_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [piece.right for piece in broken_words(said("维护区容"), "区", 5.5)] == ["市容"]
    table = load_yaml("level_words.yml")
    monkeypatch.setattr(replaced, "_table", lambda: table | {"standing": ["区容"]})
    for remembered in (replaced._restored, replaced._was):
        remembered.cache_clear()
    try:
        assert not list(broken_words(said("维护区容"), "区", 5.5))
    finally:
        for remembered in (replaced._restored, replaced._was):
            remembered.cache_clear()
