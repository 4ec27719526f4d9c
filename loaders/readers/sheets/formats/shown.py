"""Print a number of a spreadsheet as its format shows it on the sheet."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from data.reference import load_yaml
from loaders.readers.sheets.formats.codes import Section, sections_of
from loaders.readers.sheets.formats.dates import date_text
from loaders.readers.sheets.formats.numbers import general, number_text

GENERAL = "General"
# The numbers of formats that stand for the date of the system, whatever a file says.
_SYSTEM = frozenset({14, 22, *range(27, 37), *range(50, 59)})


def shown(value: float, code: str, from_1904: bool = False) -> str:
    """Return a number as a cell shows it.

    A number that its format cannot print (a date before 1900, a fraction, no number at all) is printed as if it had
    no format.

    Args:
        value: the stored number; a date is a number of days.
        code: the format code.
        from_1904: the workbook counts days from 1904.

    Example:
        >>> shown(45352, "yyyy-mm-dd"), shown(7, "000"), shown(0.125, "0.0%"), shown(-3, "0;(0)")
        ('2024-03-01', '007', '12.5%', '(3)')
    """
    if not math.isfinite(value):
        return str(value)
    if code == GENERAL:
        return general(value)
    section, unsigned = _section(value, sections_of(code))
    if section.dated:
        dated = date_text(value, section, from_1904)
        return general(value) if dated is None else dated
    return number_text(abs(value) if unsigned else value, section)


def code_of(number: int, own: Mapping[int, str]) -> str:
    """Return the code of a format by its number.

    Args:
        number: the number that cells or styles name.
        own: the codes that the workbook defines.
    """
    known = _known()
    if number in _SYSTEM:
        return known[number]
    return own.get(number) or known.get(number, GENERAL)


@cache
def _known() -> dict[int, str]:
    return {int(number): str(code) for number, code in load_yaml("number_formats.yml").items()}


def _section(value: float, sections: tuple[Section, ...]) -> tuple[Section, bool]:
    """Return the section that prints a number, and whether it prints the number without its sign."""
    if any(section.fits for section in sections):
        fitting = (section for section in sections if section.fits is None or section.fits(value))
        return next(fitting, sections[0]), False
    if len(sections) == 1 or value > 0:
        return sections[0], False
    if value < 0:
        return sections[1], True
    return sections[2] if len(sections) > 2 else sections[0], False
