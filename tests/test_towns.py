"""Rows of townships in texts, and the table of the counties that have them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from data.places import all_places
from data.reference import load_text
from data.towns import counties_of, counties_with_towns, rows_in


def test_the_table_has_counties_of_the_divisions_and_names_of_townships_once_each() -> None:
    rows = [line.split(",") for line in load_text("places/townships.csv").splitlines()[1:]]
    known = {place.code for place in all_places()}
    missing = [code for code, _ in rows if code not in known]
    assert len(rows) == len({code for code, _ in rows}) > 2900
    # Cities without counties (东莞) have codes of their own in this table, and so have zones.
    assert len(missing) < len(rows) / 20
    for code, names in rows:
        told = names.split()
        assert len(told) == len(set(told)), code
        assert all(re.fullmatch("[一-龥]+(?:镇|乡|街道|苏木)", name) for name in told), code


def test_words_before_a_name_do_not_hide_it_and_a_longer_name_goes_first() -> None:
    assert counties_of("督促检查呆鹰岭镇") == counties_of("呆鹰岭镇") == {"430408"} <= counties_with_towns()
    assert counties_of("各乡镇") == counties_of("镇") == frozenset()


@given(st.text(alphabet="石桥镇乡街道办事处、，,。 各和", max_size=80))
def test_rows_are_told_by_what_stands_in_the_text(text: str) -> None:
    for row in rows_in(text):
        assert len(row.names) > 2
        assert all(name in text[row.start : row.end] for name in row.names)
