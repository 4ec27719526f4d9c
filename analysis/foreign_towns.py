"""Townships of another county in the texts of a list: the area of a regime that was copied from there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from analysis.clauses import SENTENCE, around
from analysis.foreign import Foreign
from analysis.rule import Words
from data.places import Place, all_places, find
from data.rows import DutyList
from data.texts import texts_of
from data.towns import Row, counties_of, counties_with_towns, rows_in
from graph.home import Home

# So many names of one county are no chance, where so many of them are borne by hardly any other: one in three
# townships bears a name that others bear too (城关镇, 城郊乡).
_LEAST = 3
_RARE, _BEARERS = 2, 2
# A county that is younger than the list may have got its townships from this one.
_USUAL_YEAR = 2014


def foreign_towns(one: DutyList, home: Home, words: Words) -> Iterator[Foreign]:
    """Yield the rows of townships that all lie elsewhere, three at least of them in one other county of the province.

    Args:
        one: the list.
        home: its jurisdiction, which must have townships in the table.
        words: the rule's terms: sentences with a word of `elsewhere` mean another place.
    """
    own = _code(home)
    if own not in counties_with_towns():
        return
    elsewhere = re.compile("|".join(map(re.escape, words.terms("elsewhere"))))
    for text in texts_of(one):
        for row in rows_in(text.words) if text.field != "case" else ():
            before, after = around(text.words, row.start, row.end, SENTENCE)
            place = _place(row, own, one.year or _USUAL_YEAR)
            if place and not elsewhere.search(before + after):
                yield Foreign(place.full, "named", text.words[row.start : row.end], text)


def _place(row: Row, own: str, year: int) -> Place | None:
    """Return the one county that has the townships, unless one of them may be an own one."""
    codes = [counties_of(name) for name in row.names]
    told = Counter(code for found in codes for code in found if code[:2] == own[:2])
    if own in told or not told:
        return None
    code, count = told.most_common(1)[0]
    counties = sorted((place for place in all_places() if place.code == code), key=lambda place: place.last)
    rare = [found for found in codes if code in found and len(found) <= _BEARERS]
    sure = count >= _LEAST and len(rare) >= _RARE and bool(counties)
    return counties[-1] if sure and min(place.first for place in counties) <= year else None


def _code(home: Home) -> str:
    known = [place for place in find(home.bare) if place.code and home.above in ("", *place.parents)]
    return known[0].code if len({place.parents[0] for place in known}) == 1 else ""
