"""Compare words of documents with the words of tables: white space, markup and numbering put aside."""

from __future__ import annotations

import re
from functools import lru_cache

# The same line is asked about again and again while it is near.
_RECENT = 1024
_MARKUP = re.compile(r"</?[A-Za-z]{1,8}\s*/?>|\*\*|^#{1,6}\s")
_LINK = re.compile(r"\[([^\]\n]{1,80})\]\(#[^)\n]{0,80}\)")
_DIGITS = "一二三四五六七八九十百"
_NUMBER = re.compile(
    rf"^\s*(?:[-*]\s+)?"
    rf"(?P<number>第\s*[{_DIGITS}\d]+\s*(?:部分|[章节条])|[（(]\s*(?:[{_DIGITS}]+|\d+|[A-Z])\s*[)）][、．.]?"
    rf"|[{_DIGITS}]+\s*[、．.]|[{_DIGITS}]{{1,3}}(?=[ \u3000])|\d{{1,3}}\s*[、．.](?!\d)|[A-Z]\s*[、．.]"
    rf"|[①-⑳㈠-㈩⑴-⒇])\s*"
)
_COUNTED = re.compile(
    r"^(?:(?P<hundreds>[一二三四五六七八九])百)?(?:(?P<tens>[一二三四五六七八九])?(?P<ten>十))?(?P<ones>[一二三四五六七八九])?$"
)


@lru_cache(maxsize=_RECENT)
def unmarked(text: str) -> str:
    """Return `text` without HTML tags and the marks of Markdown headings, bold type and links inside the document.

    Example:
        >>> unmarked("## **五、监督检查处理**")
        '五、监督检查处理'
    """
    linked = _LINK.sub(r"\1", text.strip()) if "](#" in text else text.strip()
    return _MARKUP.sub("", linked).replace("**", "").strip()


@lru_cache(maxsize=_RECENT)
def split_number(text: str) -> tuple[str, str]:
    """Split the number at the head of a line from the words after it ("" where there is none).

    Example:
        >>> split_number("（一）财政票据监管")
        ('（一）', '财政票据监管')
    """
    found = _NUMBER.match(text)
    return (found["number"].strip(), text[found.end() :].strip()) if found else ("", text.strip())


def number_value(number: str) -> int | None:
    """Return the value of a number as printed: 3 for （三）, 3、 and (3); None where it has none.

    Example:
        >>> number_value("（十二）")
        12
    """
    digits = re.sub(rf"[^{_DIGITS}\d]", "", number)
    if digits.isdigit():
        return int(digits)
    return _chinese_value(digits)


def _chinese_value(digits: str) -> int | None:
    found = _COUNTED.match(digits) if digits else None
    if not found:
        return None
    hundreds, tens, ten, ones = (found[name] or "" for name in ("hundreds", "tens", "ten", "ones"))
    value = 100 * _digit(hundreds) + _digit(ones)
    return value + 10 * (_digit(tens) or 1) if ten else value


def _digit(char: str) -> int:
    return _DIGITS.index(char) + 1 if char else 0
