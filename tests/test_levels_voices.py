"""Whose words a text is, quoting pieces of it verbatim, and the reading of broken words on any text."""

from __future__ import annotations

import pytest
from corpora import duty_list
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.replaced import broken_expressions, broken_words, doubtful_phrases, lost_words
from analysis.voices import Said, quoted, voices
from data.document import Source
from data.spacing import squeeze
from data.texts import Text
from graph.home import home_of

HOME = home_of("东山市南湖区")
TEXTS = st.text("区市县场容全设的直辖局。，（）《》、 \n卫生", max_size=40)


def said(words: str) -> Said:
    return Said(Text(words, "item", "duties", Source("甲.txt", "", "line", 1, 1)), "own")


@pytest.mark.parametrize(
    ("department", "voice"),
    [("区公安局", "own"), ("公安部门", "own"), ("", "own"), ("市公安局", "other"), ("市公安局南湖分局", "own")],
)
def test_a_row_of_another_level_speaks_for_itself(department: str, voice: str) -> None:
    rows = f"seq | matter | department | duty\n1 | 禁毒 | {department} | 负责侦查"
    one = duty_list({"jurisdiction": HOME.name, "owner": "南湖区公安局", "boundaries": rows})
    assert [text.voice for text in voices(one, HOME) if text.text.field == "duty"] == [voice]


def test_cases_and_citations_are_not_the_owners_own_words() -> None:
    rows = "seq | matter | department | duty | basis | case\n1 | 禁毒 | 区公安局 | 负责侦查 | 《禁毒法》 | 某县破案"
    one = duty_list({"jurisdiction": HOME.name, "owner": "南湖区公安局", "boundaries": rows})
    told = {text.text.field: text.voice for text in voices(one, HOME)}
    assert told == {"matter": "own", "department": "cited", "duty": "own", "basis": "cited", "case": "case"}


def test_titles_within_titles_are_masked_sign_for_sign() -> None:
    text = said("贯彻《全省实施〈全国禁毒法〉办法》，负责全市")
    assert text.bare == "贯彻" + "〓" * 15 + "，负责全市"
    assert text.words[slice(*text.clause(18))] == "负责全市"


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_piece_is_quoted_verbatim(words: str) -> None:
    text = said(words)
    one = duty_list({"owner": "南湖区公安局"})
    assert len(text.bare) == len(text.words)
    if text.words:
        first, last = text.clause(len(text.words) // 2)
        piece = quoted(one, text, first, max(last, first + 1)).text
        assert piece in words
        assert squeeze(piece) == text.words[first : max(last, first + 1)]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_broken_words_lie_in_the_text(words: str) -> None:
    text = said(words)
    found = (
        *broken_words(text, "区", 5.5),
        *broken_expressions(text, "区"),
        *doubtful_phrases(text, "区"),
        *lost_words(text, "区", ("卫生局",)),
    )
    assert all(0 <= piece.start < piece.end <= len(text.words) for piece in found)
