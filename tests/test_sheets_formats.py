"""Numbers come out as the sheet shows them, whatever their format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.sheets.formats.shown import code_of, shown

DAY = 45352.77431  # 2024-03-01 18:35


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1.0, "General", "1"),
        (13800001111.0, "General", "13800001111"),
        (73188223344.0, "0000-00000000", "0731-88223344"),
        (7, "000", "007"),
        (0.1 + 0.2, "General", "0.3"),
        (0.125, "0.0%", "12.5%"),
        (0.125, "0%", "13%"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (-1234.5, "#,##0.00_);[Red](#,##0.00)", "(1,234.50)"),
        (0, "0;-0;;@", ""),
        (0, '0.00;-0.00;"零"', "零"),
        (3, '"第"0"项"', "第3项"),
        (150, "[>=100]0;0.0", "150"),
        (2.5, "[>=100]0;0.0", "2.5"),
        (12500, "0.0,", "12.5"),
        (88, "[$¥-804]#,##0.00", "¥88.00"),
        (12345, "0.00E+00", "1.23E+04"),
        (12, '[DBNum1][$-804]General"、"', "一十二、"),
        (12, "[DBNum1][$-804]0", "一二"),
        (100020, "[DBNum2][$-804]General", "壹拾万零贰拾"),
        (13800001111, "[DBNum1]General", "一百三十八亿〇一千一百一十一"),
        (0.5, "# ?/?", "0.5"),
    ],
)
def test_numbers(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('yyyy"年"m"月"d"日"', "2024年3月1日"),
        ("yyyy-mm-dd", "2024-03-01"),
        ("m/d/yy", "3/1/24"),
        ("yyyy\\-mm\\-dd;@", "2024-03-01"),
        ("yyyy/m/d h:mm", "2024/3/1 18:35"),
        ("h:mm:ss AM/PM", "6:35:00 PM"),
        ('上午/下午h"时"mm"分"', "下午6时35分"),
        ('[DBNum1][$-804]yyyy"年"m"月"d"日";@', "二〇二四年三月一日"),
        ("[$-804]aaaa;@", "星期五"),
        ("[$-F800]dddd, mmmm dd, yyyy", "2024年3月1日"),
        ("[$-409]d-mmm-yy", "1-Mar-24"),
        ("mm:ss", "35:00"),
        ("[h]:mm", "1088466:35"),
    ],
)
def test_dates(code: str, text: str) -> None:
    assert shown(DAY, code) == text


def test_a_date_that_is_none_is_printed_as_the_number_it_is() -> None:
    assert shown(-1, "yyyy-mm-dd") == "-1"
    assert shown(1e9, "yyyy-mm-dd") == "1000000000"


def test_days_are_counted_from_1904_where_the_workbook_does() -> None:
    assert shown(43890, "yyyy-mm-dd", from_1904=True) == "2024-03-01"


def test_the_short_date_of_the_system_is_printed_as_a_chinese_one_prints_it() -> None:
    assert shown(45352, code_of(14, {14: "m/d/yy"})) == "2024/3/1"
    assert shown(45352, code_of(31, {})) == "2024年3月1日"
    assert code_of(164, {164: "0.0"}) == "0.0"
    assert code_of(999, {}) == "General"


@given(
    st.floats(),
    st.text(st.sampled_from('0#?.,%;@"\\_*[]yYmdhseag年月DBNum123$-804<>=/ EG+:通用格式General'), max_size=30),
)
def test_any_code_prints_something(value: float, code: str) -> None:
    assert isinstance(shown(value, code or "General"), str)


@given(st.integers(0, 10**15))
def test_whole_numbers_are_printed_in_full(number: int) -> None:
    assert shown(float(number), "General") == str(number)
    assert shown(float(number), "0") == str(number)


@given(st.integers(1, 99_999_999))
def test_chinese_numerals_say_the_number(number: int) -> None:
    said = shown(float(number), "[DBNum1]General")
    assert _value(said) == number


def _value(said: str) -> int:
    """Read numerals back: the slow way, one unit after the other."""
    total = group = digit = 0
    for char in said:
        if char in "〇一二三四五六七八九":
            digit = "〇一二三四五六七八九".index(char)
        elif char == "万":
            total, group, digit = (group + digit) * 10_000, 0, 0
        else:
            group, digit = group + digit * {"十": 10, "百": 100, "千": 1000}[char], 0
    return total + group + digit
