"""Words of Chinese text: nothing is lost, and the cache stays with the user."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.segment import words


@given(st.text(max_size=40))
def test_the_words_together_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


def test_names_are_cut_into_their_words() -> None:
    assert words("退役士兵职业教育和技能培训") == ("退役", "士兵", "职业", "教育", "和", "技能", "培训")
