"""Names of persons and identity numbers in texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.personal import personal_in
from analysis.rules.r7_personal_data import personal_data
from data.document import Source
from data.people import is_identity_number, may_be_name
from data.reference import load_yaml
from data.texts import Text


def kinds_in(words: str) -> list[str]:
    """The kinds of personal data in a remark."""
    text = Text(words, "remark", None, Source("a.txt", "", "line", 1, 1))
    return [piece.kind for piece in personal_in([text], personal_data.words)]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("负责人：欧阳文静", ["name"]),
        ("由孙德贵同志负责", ["name"]),
        ("副局长吴丽娟", ["name"]),
        ("吴丽娟局长", ["name"]),
        ("村民孙德贵的房屋", ["name"]),
        ("党总支书记、安委会主任、局长任组长、主任会议", []),
        ("电话138-1234-5678", ["mobile"]),
        ("电话 13812345678、12345", ["mobile"]),
        ("由分管领导同志负责，全体同志参加", []),
        ("账号 6222138123456789012", []),
        ("固话0999-13812345", []),
        ("身份证110105194912310021", []),
        ("业主管理、行业主管部门和企业、群众安全感、债权人向分立后的企业主张债权等", []),
    ],
)
def test_kinds(words: str, kinds: list[str]) -> None:
    assert kinds_in(words) == kinds


@pytest.mark.parametrize("word", ["全体", "方志办", "党委", "李某", "李某某", "张三", "习近平", "管部门"])
def test_no_names(word: str) -> None:
    assert not may_be_name(word)


@given(st.integers(0, 10**17 - 1))
def test_one_last_character_alone_makes_an_identity_number(number: int) -> None:
    body = f"11010519491231{number % 1000:03d}"
    assert sum(is_identity_number(body + last) for last in "0123456789X") == 1


def test_the_table_of_people_is_sound() -> None:
    table = load_yaml("people.yml")
    surnames = "".join(table["surnames"].split())
    assert len(set(surnames)) == len(surnames)
    assert len(set(table["words"])) == len(table["words"])
    assert all(word[0] in surnames for word in table["words"]), "a word that begins with no surname is never asked for"
    assert all(name[0] in surnames for name in table["public"])
