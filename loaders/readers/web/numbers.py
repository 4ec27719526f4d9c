"""Number the items of an ordered list as a browser does."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from loaders.readers.web.unseen import style_of

_WHOLE = re.compile(r"\s*([+-]?\d{1,9})")
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(none|cjk-ideographic|simp-chinese-\w+|trad-chinese-\w+|"
                    r"(?:lower|upper)-(?:alpha|latin|roman)|decimal-leading-zero|decimal)\b", re.I)  # fmt: skip
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DIGITS = "〇一二三四五六七八九"


def item_numbers(ordered: HtmlElement) -> dict[HtmlElement, str]:
    """Return the number shown before each item of an ordered list, with the mark and space behind it.

    Args:
        ordered: an `ol` element; its `type`, `start`, `reversed` and style count, and `value` of its items.

    Example: the items of <ol start="3"> are numbered "3. ", "4. " and so on.
    """
    items = [child for child in ordered if child.tag == "li"]
    step = -1 if "reversed" in ordered.attrib else 1
    value = _whole(ordered.get("start"), len(items) if step < 0 else 1)
    shown: dict[HtmlElement, str] = {}
    for item in items:
        value = _whole(item.get("value"), value)
        shown[item] = _written(value, _style_of(item) or _style_of(ordered))
        value += step
    return shown


def _style_of(element: HtmlElement) -> str:
    found = _STYLE.search(style_of(element))
    return found[1].lower() if found else _TYPES.get(element.get("type") or "", "")


def _whole(said: str | None, otherwise: int) -> int:
    found = _WHOLE.match(said or "")
    return int(found[1]) if found else otherwise


def _written(value: int, style: str) -> str:
    if style == "none":
        return ""
    if "chinese" in style or style == "cjk-ideographic":
        return f"{_chinese(value)}、" if 0 < value < 100 else f"{value}、"
    if style.endswith(("alpha", "latin")) and value > 0:
        return f"{_cased(_letters(value), style)}. "
    if style.endswith("roman") and 0 < value < 4000:
        return f"{_cased(_roman(value), style)}. "
    return f"{value:02}. " if style == "decimal-leading-zero" else f"{value}. "


def _cased(letters: str, style: str) -> str:
    return letters.upper() if style.startswith("upper") else letters


def _chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    before = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return before + (_DIGITS[ones] if ones else "")


def _letters(value: int) -> str:
    letters = ""
    while value:
        value, letter = divmod(value - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(value: int) -> str:
    letters = ""
    for worth, written in _ROMAN:
        times, value = divmod(value, worth)
        letters += written * times
    return letters
