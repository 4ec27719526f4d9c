"""Write numbers in Chinese numerals, as number formats with [DBNum1] and the like ask for."""

from __future__ import annotations

_DIGITS = {1: "〇一二三四五六七八九", 2: "零壹贰叁肆伍陆柒捌玖", 3: "０１２３４５６７８９"}
_UNITS = {1: ("", "十", "百", "千"), 2: ("", "拾", "佰", "仟")}
_MYRIADS = ("", "万", "亿", "万亿")
_LONGEST = 16


def digit_by_digit(text: str, numerals: int) -> str:
    """Return a text with its digits in the numerals of a format (see `codes.Section`).

    Example:
        >>> digit_by_digit("2024-01", 1)
        '二〇二四-〇一'
    """
    return text.translate(str.maketrans("0123456789", _DIGITS[numerals])) if numerals else text


def counted(number: str, numerals: int) -> str:
    """Return a number with its units, as [DBNum1] prints it; what is no number, or too large, digit by digit.

    Example:
        >>> counted("12", 1), counted("2005", 1), counted("100020", 2)
        ('一十二', '二千〇五', '壹拾万零贰拾')
    """
    whole, point, decimals = number.partition(".")
    if numerals not in _UNITS or not whole.isdigit() or len(whole) > _LONGEST:
        return digit_by_digit(number, numerals)
    groups = [whole[max(0, end - 4) : end] for end in range(len(whole), 0, -4)]
    zero, said, gap = _DIGITS[numerals][0], "", False
    for power, group in reversed(list(enumerate(groups))):
        words = _group(group, numerals)
        gap = bool(said) and (gap or group.startswith("0"))
        if words:
            said, gap = said + (zero if gap else "") + words + _MYRIADS[power], False
    return (said or zero) + point + digit_by_digit(decimals, numerals)


def of_date(number: int, numerals: int) -> str:
    """Return a month or a day as it is said: 十二, not 一十二.

    Example:
        >>> of_date(12, 1), of_date(30, 1)
        ('十二', '三十')
    """
    said = counted(str(number), numerals)
    one, ten = _DIGITS[numerals][1], _UNITS.get(numerals, ("", "-"))[1]
    return said.removeprefix(one) if said.startswith(one + ten) and numerals == 1 else said


def _group(digits: str, numerals: int) -> str:
    """Return four digits with their units, "" for zeros; a gap between digits is one zero."""
    signs, units = _DIGITS[numerals], _UNITS[numerals]
    said, gap = "", False
    for place, digit in enumerate(digits):
        if digit == "0":
            gap = bool(said)
            continue
        said += (signs[0] if gap else "") + signs[int(digit)] + units[len(digits) - 1 - place]
        gap = False
    return said
