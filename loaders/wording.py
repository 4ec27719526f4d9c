"""Compare words of documents with the words of tables: white space, markup and numbering put aside."""

from __future__ import annotations

import re
from functools import lru_cache

# The same line is asked about again and again while it is near.
_RECENT = 1024
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"</?[A-Za-z]{1,8}\s*/?>|\*\*|^#{1,6}\s")
_LINK = re.compile(r"\[([^\]\n]{1,80})\]\(#[^)\n]{0,80}\)")
_DIGITS = "一二三四五六七八九十百"
_NUMBER = re.compile(
    rf"^\s*(?:[-*]\s+)?"
    rf"(?P<number>第\s*[{_DIGITS}\d]+\s*(?:部分|[章节条])|[（(]\s*(?:[{_DIGITS}]+|\d+|[A-Z])\s*[)）][、．.]?"
    rf"|[{_DIGITS}]+\s*[、．.]|[{_DIGITS}]{{1,3}}(?=[ \u3000])|\d{{1,3}}\s*[、．.](?!\d)|[A-Z]\s*[、．.]"
    rf"|[①-⑳㈠-㈩⑴-⒇])\s*"
)


def squeeze(text: str) -> str:
    """Return `text` without any white space.

    Example:
        >>> squeeze("管理\\n事项")
        '管理事项'
    """
    return _SPACE.sub("", text)


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
    if not digits or any(char not in _DIGITS for char in digits):
        return None
    return _chinese_value(digits)


def _chinese_value(digits: str) -> int:
    hundreds, _, rest = digits.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    value = 100 * (_DIGITS.index(hundreds) + 1) if hundreds else 0
    if ten:
        value += 10 * (_DIGITS.index(tens) + 1 if tens else 1)
    return value + (_DIGITS.index(ones) + 1 if ones else 0)
