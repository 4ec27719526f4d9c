"""The places of a row as a person reads them, `003.txt｜表2｜第8748-8751行`, and back, whatever language wrote them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from data.corpus.escape import BETWEEN, WITHIN, joined, parted
from data.messages import say, texts

Place = dict[str, Any]
Places = Place | list[Place]

_AREA = "corpus.place."
_RANGE = r"(?P<first>-?\d{1,18})(?:-(?P<last>-?\d{1,18}))?"
_NEUTRAL = re.compile(rf"(?P<unit>.*) {_RANGE}", re.DOTALL)


def shown(places: Places) -> str:
    """Return places in the language of the run."""
    return BETWEEN.join(_place(place, _in_words(place)) for place in _several(places))


def neutral(places: Places) -> str:
    """Return places in the form that is the same in every language.

    Example:
        >>> neutral({"file": "003.txt", "part": "表2", "unit": "line", "first": 3, "last": 4})
        '003.txt｜表2｜line 3-4'
    """
    return BETWEEN.join(_place(place, _plainly(place)) for place in _several(places))


def taken(text: str) -> Places:
    """Return the places that a text names, in any language of the messages.

    Raises:
        ValueError: a place has not the form file｜part｜range or file｜range.

    Example:
        >>> taken("003.txt｜第8748行")
        {'file': '003.txt', 'part': '', 'unit': 'line', 'first': 8748, 'last': 8748}
    """
    # Parted twice: the marks within a place are still escaped after the first time.
    found = [_taken(place) for place in _raw_parts(text)]
    return found[0] if len(found) == 1 else found


def _several(places: Places) -> list[Place]:
    return [places] if isinstance(places, dict) else places


def _place(place: Place, where: str) -> str:
    part = [place["part"]] if place["part"] else []
    return joined([place["file"], *part, where], WITHIN)


def _in_words(place: Place) -> str:
    key = f"{_AREA}{place['unit']}"
    return say(key, range=_range(place)) if key in texts() else _plainly(place)


def _plainly(place: Place) -> str:
    return f"{place['unit']} {_range(place)}"


def _range(place: Place) -> str:
    first, last = place["first"], place["last"]
    return f"{first}" if first == last else f"{first}-{last}"


def _raw_parts(text: str) -> list[str]:
    """Part at the marks between places, and leave the escapes within them."""
    pieces = re.findall(rf"(?:\\.|[^\\{BETWEEN}])+", text, re.DOTALL)
    return [piece for piece in pieces if piece.strip()]


def _taken(text: str) -> Place:
    file, *part, where = parted(text, WITHIN)
    unit, match = _unit(where)
    if len(part) > 1 or match is None:
        raise ValueError(text)
    first = int(match["first"])
    last = int(match["last"] or first)
    return {"file": file, "part": "".join(part), "unit": unit, "first": first, "last": last}


def _unit(where: str) -> tuple[str, re.Match[str] | None]:
    for unit, pattern in _patterns():
        if match := pattern.fullmatch(where):
            return unit, match
    match = _NEUTRAL.fullmatch(where)
    return (match["unit"] if match else ""), match


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (unit, its form) for every unit and language that the messages know."""
    forms = [(key.removeprefix(_AREA), form) for key, both in texts().items() if key.startswith(_AREA)
             for form in both.values()]  # fmt: skip
    return tuple((unit, re.compile(re.escape(form).replace(r"\{range\}", _RANGE))) for unit, form in forms)
