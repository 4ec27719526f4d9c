"""Count the automatic numbers of an OpenDocument text: how lists go on with each other, and how they are written."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from loaders.readers.word.numerals import numeral, spaced
from loaders.readers.word.odf.names import LOEXT, STYLE, TEXT, XML, count

_LEVELS = 10
_MOST = 99_999
_LEVEL, _START = f"{TEXT}level", f"{TEXT}start-value"
_NUMBERED = (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style")
_PATTERN, _PREFIX, _SUFFIX = f"{LOEXT}num-list-format", f"{STYLE}num-prefix", f"{STYLE}num-suffix"
_FORM, _SHOWN = f"{STYLE}num-format", f"{TEXT}display-levels"
_ALIGNED, _FOLLOWED = f"{STYLE}list-level-label-alignment", f"{TEXT}label-followed-by"
# The first number of a series tells the series (OpenDocument 1.3 part 3, 19.500, and what LibreOffice writes).
_FORMS = {
    **{"1": "decimal", "01": "decimalZero", "１": "decimalFullWidth", "a": "lowerLetter", "A": "upperLetter"},
    **{"i": "lowerRoman", "I": "upperRoman", "一": "chineseCountingThousand", "①": "decimalEnclosedCircle"},
    **{"壹": "chineseLegalSimplified", "甲": "ideographTraditional", "子": "ideographZodiac"},
    **{"⑴": "decimalEnclosedParen", "⒈": "decimalEnclosedFullstop"},
}


@dataclass
class Counts:
    """How far a list has counted on each of its levels; None where it has not begun."""

    style: str
    at: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Lists:
    """The lists of a document.

    Args:
        styles: the list styles by their names.
    """

    def __init__(self, styles: dict[str, etree._Element]) -> None:
        self._levels = {
            name: {count(level.get(_LEVEL), _LEVELS) - 1: level for tag in _NUMBERED for level in style.iterfind(tag)}
            for name, style in styles.items()
        }
        self._by_id: dict[str | None, Counts] = {}
        self._by_style: dict[str, Counts] = {}

    def opened(self, element: etree._Element, style: str) -> Counts:
        """Return the counts of a text:list: those of the list that it goes on with, else new ones."""
        counts = self._by_id.get(element.get(f"{TEXT}continue-list"))
        if counts is None and element.get(f"{TEXT}continue-numbering") == "true":
            counts = self._by_style.get(style)
        counts = counts or Counts(style)
        self._by_style[style] = counts
        if (own := element.get(f"{XML}id")) is not None:
            self._by_id[own] = counts
        return counts

    def outline(self, style: str) -> Counts:
        """Return the counts of paragraphs that are numbered by their style, without a list around them."""
        return self._by_style.setdefault(style, Counts(style))

    def label(self, counts: Counts, level: int, start: str | None) -> str:
        """Count one more item, and return its number as it is shown, "" for a bullet.

        Args:
            counts: those of its list.
            level: its level, from 0.
            start: the number that the item itself says to begin anew with.
        """
        levels = self._levels.get(counts.style, {})
        own = levels.get(level)
        if own is None:
            return ""
        before = counts.at[level]
        if start is not None or before is None:
            counts.at[level] = count(start or own.get(_START), _MOST)
        else:
            counts.at[level] = before + 1
        counts.at[level + 1 :] = [None] * (_LEVELS - level - 1)
        return _written(counts, levels, level, own) if own.get(_FORM) else ""


def _written(counts: Counts, levels: dict[int, etree._Element], level: int, own: etree._Element) -> str:
    numbers = {at: _number(counts.at[at], levels.get(at)) for at in range(level + 1)}
    pattern = own.get(_PATTERN)
    if pattern:
        for at, number in numbers.items():
            pattern = pattern.replace(f"%{at + 1}%", number)
    else:
        shown = count(own.get(_SHOWN), level + 1)
        joined = ".".join(filter(None, (numbers[at] for at in range(level + 1 - shown, level + 1))))
        pattern = f"{own.get(_PREFIX, '')}{joined}{own.get(_SUFFIX, '')}"
    aligned = next(own.iter(_ALIGNED), None)
    return pattern if aligned is not None and aligned.get(_FOLLOWED) == "nothing" else spaced(pattern)


def _number(number: int | None, level: etree._Element | None) -> str:
    if level is None:
        return ""
    form = level.get(_FORM, "").split(",")[0].strip()
    return numeral(number or count(level.get(_START), _MOST), _FORMS.get(form, "decimal")) if form else ""
