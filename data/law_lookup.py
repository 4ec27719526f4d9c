"""Finding the instrument that a printed title means."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from data.law_titles import swapped, title_key, told_apart, without_issuer

if TYPE_CHECKING:
    from data.laws import Instrument

# Titles shorter than this are too much alike: 统计法, 会计法 and 审计法 are three laws.
_SHORT = 5
# From this length on, a title with two wrong characters is still the same for a reader.
_LONG = 9


class Laws:
    """The tables by title.

    Args:
        instruments: the instruments; where two tell the same title and first day the first is believed, and one that
            tells no day of its beginning stands for all that bear its title.
    """

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self._by_key: dict[str, list[Instrument]] = defaultdict(list)
        self._by_subject: dict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, str] = {}
        for one in instruments:
            for title in (one.name, *one.aliases):
                self._enter(title_key(title), one)
        self._lengths: dict[int, list[str]] = defaultdict(list)
        # Titles of two places differ in one character too (河北省…条例, 河南省…条例).
        for key in self._titles:
            if any(one.kind != "local" for one in self._by_key[key]):
                self._lengths[len(key)].append(key)

    def _enter(self, key: str, one: Instrument) -> None:
        known = self._by_key[key]
        if any(_stands_for(other, one) for other in known):
            return
        known.append(one)
        known.sort(key=lambda generation: generation.effective or generation.adopted or datetime.date.min)
        self._titles.setdefault(key, one.name)
        self._by_subject[without_issuer(key)].add(key)

    def named(self, name: str) -> tuple[Instrument, ...]:
        """Return all instruments that bear a title, the oldest first; () where the tables have none.

        An issuer before 关于 may be there or not, as long as only one instrument is meant.

        Args:
            name: the title as printed; marks, white space, 中华人民共和国 and a tail such as （试行） do not matter.
        """
        key = title_key(name)
        if key in self._by_key:
            return tuple(self._by_key[key])
        meant = self._by_subject.get(without_issuer(key), set())
        return tuple(self._by_key[next(iter(meant))]) if len(meant) == 1 else ()

    def at(self, name: str, day: datetime.date) -> Instrument | None:
        """Return the instrument of a title that held on a day; else the last that ended before; else the next to come.

        Its `standing(day)` tells which; None where the tables have no such title.
        """
        generations = self.named(name)
        for wanted in ("in-force", "ended"):
            standing = [one for one in generations if one.standing(day) == wanted]
            if standing:
                return standing[-1]
        return generations[0] if generations else None

    @cache  # noqa: B019 - the tables live as long as the process
    def nearest(self, name: str) -> tuple[str, ...]:
        """Return the titles of the tables that a title is nearly: one or two characters apart, or one word swapped.

        Titles that tell two instruments apart (`law_titles.told_apart`) are not near. () where none is, or the title is
        too short to tell.

        Source: DOMAIN 6.3 C8 (a near miss is a distance of one or two characters).
        """
        key = title_key(name)
        if len(key) < _SHORT:
            return ()
        known = [self._titles[other] for other in swapped(key) if other in self._by_key]
        return tuple(dict.fromkeys(known)) or tuple(self._near(key))

    def _near(self, key: str) -> Iterator[str]:
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        limit = 1 if len(key) < _LONG else 2
        pool = [
            other for size in range(len(key) - limit, len(key) + limit + 1) for other in self._lengths.get(size, ())
        ]
        found = process.extract(key, pool, scorer=Levenshtein.distance, score_cutoff=limit, limit=None)
        alike = [(other, distance) for other, distance, _ in found if _misprint(key, other)]
        least = min((distance for _, distance in alike), default=0)
        yield from sorted(self._titles[other] for other, distance in alike if distance == least)


def _misprint(key: str, other: str) -> bool:
    """Say whether one of two near titles may be a misprint of the other, and not another instrument.

    A word left out or put in may be one, and one wrong character; not the first, nor the second of a short title
    (农药, 兽药; 地名, 地图). With two wrong characters it is another word (生产, 经营).

    Source: measured on the table itself, whose titles must not be near one another.
    """
    from rapidfuzz.distance import Levenshtein

    wrong = [edit.src_pos for edit in Levenshtein.editops(key, other) if edit.tag == "replace"]
    begin = 1 if len(key) >= _LONG else 2
    return not told_apart(key, other) and len(wrong) < 2 and all(place >= begin for place in wrong)


def _stands_for(first: Instrument, other: Instrument) -> bool:
    begun = first.effective or first.adopted
    return not begun or begun == (other.effective or other.adopted)


class _Same:
    """A tuple of instruments that is told from others by what it is, not by what is in it: that takes no time."""

    def __init__(self, instruments: tuple[Instrument, ...]) -> None:
        self.instruments = instruments

    def __hash__(self) -> int:
        return id(self.instruments)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.instruments is other.instruments


def laws_of(instruments: tuple[Instrument, ...]) -> Laws:
    """Return the look-up of a run's instruments (`known.instruments`), made once for each.

    Example:
        >>> from data.laws import instruments
        >>> laws = laws_of(instruments())
        >>> [str(one.effective) for one in laws.named("《国家安全法》")]
        ['1993-02-22', '2015-07-01']
        >>> laws is laws_of(instruments())
        True
    """
    return _made(_Same(instruments))


@cache
def _made(same: _Same) -> Laws:
    return Laws(same.instruments)
