"""Printed numbers: reading them, and where they do not run on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.numbering import Entry, faults, head, mixed, value
from data.document import Source

PLACE = Source("a.txt", "", "line", 1, 1)


def entries(*printed: str) -> list[Entry]:
    return [Entry(number, f"第{place}行", PLACE) for place, number in enumerate(printed, 1)]


def kinds(*printed: str) -> list[str]:
    return [fault.kind for fault in faults(entries(*printed))]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1", 1),
        ("12、", 12),
        ("（三）", 3),
        ("(4)", 4),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三、", 23),
        ("全1", None),
        ("", None),
        ("十十", None),
        ("330100021", None),
        ("1.2", None),
    ],
)
def test_value(printed: str, expected: int | None) -> None:
    assert value(printed) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2、 与相关部门的职责边界", "2、"),
        ("（十一）计划生育技术服务", "（十一）"),
        ("## 一、部门职责边界", "一、"),
        ("2015年工作", ""),
        ("一类事项", ""),
        ("", ""),
    ],
)
def test_head(line: str, expected: str) -> None:
    assert head(line) == expected


@given(st.integers(1, 60), st.integers(1, 30), st.sampled_from(["{}", "{}、", "（{}）", "{}."]))
def test_numbers_that_run_on_are_no_fault_wherever_they_start(first: int, count: int, style: str) -> None:
    assert kinds(*(style.format(number) for number in range(first, first + count))) == []


@given(st.lists(st.text(max_size=4), max_size=8))
def test_no_input_breaks_the_judgement(printed: list[str]) -> None:
    assert len(kinds(*printed)) <= len(printed)
    assert len(list(mixed(entries(*printed)))) <= len(printed)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (("1", "2", "2"), ["repeated"]),
        (("1", "2", "4"), ["skipped"]),
        (("1", "2", "1", "2"), ["back"]),
        (("1", "", "", "4"), ["lost", "lost"]),
        (("1", "", "1"), ["lost", "repeated"]),
        (("全1", "2", "3"), ["odd"]),
        (("1", "附2", "4"), ["odd", "skipped"]),
        (("A-1", "B-7", "3"), []),
        (("", "", ""), []),
    ],
)
def test_faults(printed: tuple[str, ...], expected: list[str]) -> None:
    assert kinds(*printed) == expected


def test_a_row_that_continues_another_bears_no_number_and_does_not_count() -> None:
    rows = [
        *entries("1"),
        Entry("22", "续行", PLACE, follows=True),
        Entry("", "续行", PLACE, follows=True),
        *entries("2"),
    ]
    assert [(fault.kind, fault.entry.printed) for fault in faults(rows)] == [("continuation", "22")]


def test_the_rarer_way_of_writing_is_the_odd_one_and_of_two_the_later() -> None:
    assert [fault.entry.printed for fault in mixed(entries("（一）", "（2）", "（三）"))] == ["（2）"]
    assert [fault.entry.printed for fault in mixed(entries("1、", "二、"))] == ["二、"]
    assert list(mixed(entries("（一）", "(二)", "（三）、"))) == []
