"""Foreign places in any text: what is quoted stands there, and a hostile cell takes no longer than a plain one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_place_kin import kin

from analysis.clauses import CLAUSE, around
from analysis.foreign import Foreign, ForeignReader
from analysis.personal import personal_in
from analysis.rules.e6_foreign_place import foreign_place
from analysis.rules.r7_personal_data import personal_data
from data.document import Source
from data.texts import Text

# Characters of a large cell; seconds that an office computer may take for it.
_LARGE, _SECONDS = 100_000, 10
READER = ForeignReader(kin("衡阳市蒸湘区"), foreign_place.words)


def text_of(words: str) -> Text:
    """The words as an item of a duty."""
    return Text(words, "item", "duties", Source("a.txt", "", "line", 1, 1))


def read(words: str) -> list[Foreign]:
    """The foreign places of an item in a list of 蒸湘区."""
    return list(READER.read(text_of(words)))


@given(st.text(alphabet="雁峰区石鼓蒸湘财政局《》（），。、与 a1", max_size=40))
def test_what_is_quoted_stands_in_the_text(words: str) -> None:
    for found in read(words):
        assert found.words in words
        assert found.place in found.words


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("制定《雁峰区财政局裁量基准》", ["own"]),
        ("中共雁峰区委办公室", ["own"]),
        ("依照《娄底市房屋征收办法》补偿", ["basis"]),
        ("负责珠晖区的普查", ["named"]),
        ("报雁峰区应急办公室", ["own"]),
        ("国家机关（北京市西城区月坛南街38号）", []),
        ("跨石鼓区、蒸湘区的项目", []),
        ("（湘潭市）", []),
        ("浙江省人民政府令第1号", ["basis"]),
        ("向湘潭市运往的货物", []),
    ],
)
def test_what_a_place_is_named_for(words: str, kinds: list[str]) -> None:
    assert [found.kind for found in read(words)] == kinds


@pytest.mark.parametrize(
    "unit", ["雁峰区财政局负责", "《雁峰区", "（雁峰区", "县县市区", "联系人：李", "138 1234 5678"]
)
def test_a_cell_of_one_thing_repeated(unit: str) -> None:
    words = unit * (_LARGE // len(unit))
    begun = time.process_time()
    read(words)
    list(personal_in([text_of(words)], personal_data.words))
    assert time.process_time() - begun < _SECONDS


@given(st.text(alphabet="受理，。；a", max_size=30), st.integers(0, 30))
def test_a_clause_has_no_mark_in_it(text: str, at: int) -> None:
    at = min(at, len(text))
    before, after = around(text, at, at, CLAUSE)
    assert before + after in text
    assert not set(CLAUSE) & set(before + after)
