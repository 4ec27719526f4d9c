"""Print a number as its format has it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from loaders.readers.sheets.formats.codes import Section, Token
from loaders.readers.sheets.formats.numerals import counted, digit_by_digit

# A spreadsheet keeps 15 digits, and shows eleven characters of a number that has no format.
_DIGITS, _SHOWN = 15, 10
_LARGE, _SMALL = 1e20, 1e-4


def general(value: float) -> str:
    """Return a number as a cell without a format shows it; whole numbers in full, never as 1.38E+10.

    Example:
        >>> general(1.0), general(13800001111.0), general(0.1 + 0.2), general(12.5)
        ('1', '13800001111', '0.3', '12.5')
    """
    if abs(value) >= _LARGE or 0 < abs(value) < _SMALL:
        return f"{value:.6g}".upper()
    if value == int(value):
        return str(int(value))
    places = max(0, _SHOWN - len(str(int(abs(value)))) + (abs(value) < 1))
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def number_text(value: float, section: Section) -> str:
    """Return a number (its sign left out, where the section is one for negative numbers) as a section prints it.

    Example:
        >>> from loaders.readers.sheets.formats.codes import sections_of
        >>> number_text(7, sections_of("000")[0]), number_text(1234.5, sections_of("#,##0.00")[0])
        ('007', '1,234.50')
    """
    tokens = section.tokens
    kinds = [token.kind for token in tokens]
    if abs(value) >= _LARGE or _is_fraction(tokens):
        return general(value)
    if "general" in kinds or "digit" not in kinds:
        return "".join(_said(token, value, section) for token in tokens)
    if "exponent" in kinds:
        return _scientific(value, tokens)
    return digit_by_digit(_decimal(value, tokens), section.numerals)


def _is_fraction(tokens: Sequence[Token]) -> bool:
    return any(
        before.kind == "digit" and token.text == "/" and token.kind == "literal"
        for before, token in itertools.pairwise(tokens)
    )


def _said(token: Token, value: float, section: Section) -> str:
    if token.kind == "general":
        return counted(general(value), section.numerals)
    return general(value) if token.kind == "text" else token.text


def _decimal(value: float, tokens: Sequence[Token]) -> str:
    point = next((index for index, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    whole, rest = tokens[:point], tokens[point:]
    places = sum(token.kind == "digit" for token in rest)
    scaled = Decimal(f"{abs(value):.{_DIGITS}g}").scaleb(2 * sum(token.kind == "percent" for token in tokens))
    scaled = scaled.scaleb(-3 * (_commas_after(whole) + _commas_after(rest)))
    digits, _, decimals = f"{scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}".partition(".")
    sign = "-" if value < 0 and (digits + decimals).strip("0") else ""
    return sign + _whole(whole, digits.lstrip("0")) + _decimals(rest, decimals)


def _commas_after(tokens: Sequence[Token]) -> int:
    """Return how many commas follow the last digit: each divides by a thousand."""
    last = max((index for index, token in enumerate(tokens) if token.kind == "digit"), default=len(tokens))
    return len(list(itertools.takewhile(lambda token: token.kind == "comma", tokens[last + 1 :])))


def _whole(tokens: Sequence[Token], digits: str) -> str:
    """Return the part before the point: the digits fill the places from the right, the first place takes the rest."""
    places = [index for index, token in enumerate(tokens) if token.kind == "digit"]
    if not places:
        return "".join(_plain(token) for token in tokens) + digits
    if any(token.kind == "comma" for token in tokens[places[0] : places[-1]]):
        least = sum(token.text == "0" for token in tokens)
        grouped = f"{int(digits):,}" if digits and len(digits) >= least else digits.zfill(least)
        return "".join(grouped if index == places[0] else _plain(token) for index, token in enumerate(tokens))
    said: list[str] = []
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].kind != "digit":
            said.append(_plain(tokens[index]))
            continue
        taken = digits if index == places[0] else digits[-1:]
        digits = digits[: len(digits) - len(taken)]
        said.append(taken or tokens[index].text.strip("#?"))
    return "".join(reversed(said))


def _decimals(tokens: Sequence[Token], digits: str) -> str:
    kept = len(digits)
    shown = [token for token in tokens if token.kind == "digit"]
    while kept and digits[kept - 1] == "0" and shown[kept - 1].text != "0":
        kept -= 1
    digits, said = digits[:kept], ""
    for token in tokens:
        if token.kind == "digit":
            said, digits = said + digits[:1], digits[1:]
        else:
            said += "." if token.kind == "point" else _plain(token)
    return said


def _plain(token: Token) -> str:
    return token.text if token.kind in ("literal", "percent") else ""


def _scientific(value: float, tokens: Sequence[Token]) -> str:
    split = next(index for index, token in enumerate(tokens) if token.kind == "exponent")
    mantissa, exponent = tokens[:split], tokens[split + 1 :]
    point = next((index for index, token in enumerate(mantissa) if token.kind == "point"), len(mantissa))
    places = sum(token.kind == "digit" for token in mantissa[point:])
    digits, power = f"{value:.{places}e}".split("e")
    sign = "-" if int(power) < 0 else "+" if tokens[split].text.endswith("+") else ""
    width = sum(token.kind == "digit" for token in exponent)
    return f"{digits}E{sign}{str(abs(int(power))).zfill(width)}"
