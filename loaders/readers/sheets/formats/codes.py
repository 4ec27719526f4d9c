"""Cut the code of a number format (0.00%, yyyy"年"m"月") into its sections and tokens.

The language is that of ECMA-376 part 1, 18.8.31: up to four sections parted by semicolons, each with an optional
condition; quoted and escaped characters stand for themselves.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.?)|(?P<space>[_*].?)|\[(?P<bracket>[^\]]*)\]?'
    r"|(?P<general>General|G/通用格式)|(?P<half>AM/PM|A/P|上午/下午)|(?P<era>g+)|(?P<exponent>E[+-])"
    r"|(?P<date>y+|m+|d+|h+|s+(?:\.0+)?|e+|a{3,4})"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<text>@)|(?P<end>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)")
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
_CURRENCY = re.compile(r"\$([^-\]]*)")
# The long date and the long time of the system, as a Chinese system prints them.
_SYSTEM = {"$-F800": 'yyyy"年"m"月"d"日"', "$-F400": "h:mm:ss"}
_MOST_CODES = 1024


class Token(NamedTuple):
    """A piece of a section; `kind` is literal, digit, point, comma, percent, exponent, date, elapsed, half, general
    or text."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a code: its tokens, the numbers it is for (None: by its place), and the numerals it asks for.

    `numerals` is 0 for Arabic digits, 1 for 一二三, 2 for 壹贰叁, 3 for full-width digits.
    """

    tokens: tuple[Token, ...]
    fits: Callable[[float], bool] | None = None
    numerals: int = 0

    @property
    def dated(self) -> bool:
        """Whether the section prints a date or a time."""
        return any(token.kind in ("date", "elapsed") for token in self.tokens)


@lru_cache(maxsize=_MOST_CODES)
def sections_of(code: str) -> tuple[Section, ...]:
    """Return the sections of a format code.

    Example:
        >>> [[token.text for token in section.tokens] for section in sections_of('0.0"元";[Red]-0')]
        [['0', '.', '0', '元'], ['-', '0']]
    """
    for mark, meant in _SYSTEM.items():
        if mark in code.upper():
            return sections_of(meant)
    parts: list[list[re.Match[str]]] = [[]]
    for match in _TOKEN.finditer(code):
        if match.lastgroup == "end":
            parts.append([])
        else:
            parts[-1].append(match)
    return tuple(_section(part) for part in parts)


def _section(matches: list[re.Match[str]]) -> Section:
    tokens: list[Token] = []
    fits, numerals = None, 0
    for match in matches:
        kind, text = match.lastgroup or "", match[match.lastgroup or 0]
        if kind == "bracket":
            numerals = _numerals(text) or numerals
            fits = _condition(text) or fits
            tokens += _from_bracket(text)
        elif kind in ("quoted", "escaped", "other"):
            tokens.append(Token("literal", text))
        elif kind not in ("space", "era"):
            tokens.append(Token(kind, text))
    return Section(tuple(tokens), fits, numerals)


def _numerals(bracket: str) -> int:
    found = re.fullmatch(r"DBNum([123])", bracket, re.IGNORECASE)
    return int(found[1]) if found else 0


def _condition(bracket: str) -> Callable[[float], bool] | None:
    found = _CONDITION.fullmatch(bracket.strip())
    if not found:
        return None
    try:
        limit = float(found[2])
    except ValueError:
        return None
    compare = _COMPARE[found[1]]
    return lambda value: compare(value, limit)


def _from_bracket(bracket: str) -> list[Token]:
    """Return what a bracket prints: hours past 24, or the sign of a currency; colours and languages print nothing."""
    if bracket and bracket.lower().strip(bracket[0].lower()) == "" and bracket[0].lower() in "hms":
        return [Token("elapsed", bracket.lower())]
    currency = _CURRENCY.match(bracket)
    return [Token("literal", currency[1])] if currency and currency[1] else []
