"""Write numbers as the automatic numbering of Word shows them (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

import re
from collections.abc import Callable

_ONES = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "十", "百", "千")
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_HUNDRED = 100
_MOST_ROMAN = 3999
_WIDE_END = re.compile(r"(?:[、）．。：】〕》①-⒛㈠-㊉]|^\s*)$")
_MOST_CHINESE = 99_999
# From one on, what stands in a circle, in brackets, before a full stop, and the ten stems and twelve branches.
_ENCLOSED = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}


def numeral(number: int, form: str) -> str:
    """Return a number in a format; in plain digits where the format is not known or does not reach so far.

    Args:
        number: the number, from 0.
        form: a w:numFmt ("chineseCounting", "decimal", …).

    Example:
        >>> numeral(12, "chineseCountingThousand"), numeral(3, "decimalEnclosedCircle"), numeral(4, "lowerRoman")
        ('十二', '③', 'iv')
    """
    if form in _ENCLOSED:
        return _ENCLOSED[form][number - 1] if 0 < number <= len(_ENCLOSED[form]) else str(number)
    return _WRITERS[form](number) if form in _WRITERS else str(number)


def spaced(label: str) -> str:
    """Return an automatic number with the gap that sets it apart from the text behind it.

    A tab stands there on paper; behind marks that are wide themselves it shows nothing.

    Example:
        >>> spaced("1."), spaced("一、")
        ('1. ', '一、')
    """
    return label if _WIDE_END.search(label) else f"{label} "


def _letters(number: int) -> str:
    """Write 27 as aa and 28 as bb."""
    rounds, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (rounds + 1) if 0 < number <= 26 * 26 else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _digits(number: int) -> str:
    return "".join(_ONES[int(digit)] for digit in str(number))


def _counted(number: int) -> str:
    """Write up to 99 in words and from 100 on digit by digit, as chineseCounting does."""
    return _thousands(number) if number < _HUNDRED else _digits(number).replace("〇", "○")


def _thousands(number: int) -> str:
    text = _in_words(number, _ONES.replace("〇", "零"), _UNITS, "万")
    return text.removeprefix("一") if text.startswith("一十") else text


def _legal(number: int) -> str:
    return _in_words(number, _LEGAL, _LEGAL_UNITS, "万")


def _in_words(number: int, ones: str, units: tuple[str, ...], ten_thousand: str) -> str:
    if not 0 < number <= _MOST_CHINESE:
        return ones[0] if number == 0 else str(number)
    high, low = divmod(number, 10_000)
    text = f"{_below(high, ones, units)}{ten_thousand}" if high else ""
    gap = ones[0] if high and 0 < low < 1000 else ""
    return text + gap + _below(low, ones, units)


def _below(number: int, ones: str, units: tuple[str, ...]) -> str:
    """Write a number below 10,000; one nought stands for several, and none at the end."""
    text = ""
    for place in range(len(units) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += ones[digit] + units[place]
        elif text and not text.endswith(ones[0]) and number % 10**place:
            text += ones[0]
    return text


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "chineseCounting": _counted,
    "taiwaneseCounting": _counted,
    "chineseCountingThousand": _thousands,
    "taiwaneseCountingThousand": _thousands,
    "japaneseCounting": _thousands,
    "koreanCounting": _thousands,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
}
