"""E2 split-inconsistent: one matter is divided among other departments here than elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.finding import Draft, Evidence
from analysis.rule import Words, region_rule
from analysis.sides import by_jurisdiction, joined, list_in, quote_part, whose
from analysis.splits import (
    Split,
    Stand,
    common_date,
    distances,
    families,
    list_splits,
    narrowed,
    references,
    splits,
    stands,
)
from analysis.statements import weakest
from analysis.undeclared import Undeclared, undeclared
from data.messages import say
from graph.counterparts import close_matters
from graph.dutygraph import DutyGraph


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The stands on one matter, the date, and how far each jurisdiction is from the others, as printed and then."""

    told: tuple[Stand, ...]
    date: datetime.date
    printed: dict[str, float]
    later: dict[str, float]
    apart: float

    @property
    def reform(self) -> bool:
        """Whether a reform made the difference."""
        return max(self.later.values()) <= self.apart

    @property
    def read(self) -> datetime.date | None:
        """The date at which the families are read for the message; None for as printed."""
        return None if self.reform else self.date

    @property
    def found(self) -> dict[str, float]:
        """The distances that the message speaks of."""
        return self.printed if self.reform else self.later


@region_rule("E2")
def split_inconsistent(graphs: Sequence[DutyGraph], words: Words) -> Iterator[Draft]:
    """Report the matters whose division differs between jurisdictions, one finding a matter.

    Formula: d(j) = `splits.split_distance` of j's split from the modal split, or of two jurisdictions from each
    other's; reported where any is above the threshold `apart`. M where it is so with all families followed to one
    date; I where it is so as printed alone, because a reform made the difference. The evidence goes family by family
    through all lists, so that two lists of one jurisdiction that differ stand side by side. A jurisdiction whose
    duties speak of the matter while none of its lists divides it is named and quoted too (objects of `shortest`
    characters or more, see `undeclared`).

    Source: DOMAIN 2 (split_distance; eLen's comparison tables) and 6.3 E2; 山东省“三级四同”.
    """
    for group in close_matters(graphs):
        compared = _compare(stands(group), words.threshold("apart"))
        if max(*compared.printed.values(), *compared.later.values()) > compared.apart:
            silent = undeclared(graphs, group, int(words.threshold("shortest")))
            yield _draft(group.name, compared, silent)


def _compare(told: tuple[Stand, ...], apart: float) -> _Comparison:
    date = common_date(told)
    return _Comparison(told, date, distances(splits(told)), distances(splits(told, date)), apart)


def _draft(matter: str, compared: _Comparison, silent: Sequence[Undeclared]) -> Draft:
    places = tuple(compared.printed)
    near = sum(distance <= compared.apart for distance in compared.found.values())
    values = {
        "places": str(len(places)),
        "differences": _differences(compared),
        "twice": "".join(_twice(compared)),
        "undeclared": say("sides.silent", places=joined(one.jurisdiction for one in silent)) if silent else "",
    }
    return Draft(
        matter=matter,
        departments=(),
        evidence=(*_by_family(compared), *_items(silent)),
        values=values,
        severity="I" if compared.reform else None,
        variant="reform" if compared.reform else "",
        confidence=weakest(tuple(part for stand in compared.told for part in stand.parts)),
        peers=(near, len(places)) if len(places) > 2 else None,
        jurisdictions=(*places, *(one.jurisdiction for one in silent)),
    )


def _differences(compared: _Comparison) -> str:
    """What the jurisdictions that are apart list beyond, and short of, what they are compared with."""
    found = splits(compared.told, compared.read)
    others = references(found)
    if len(found) == 2:
        more = {place: _more(found[place], others[place]) for place in found}
        lists = say("sides.stop").join(say("sides.lists", place=one, what=what) for one, what in more.items() if what)
        return say("sides.pair", share=_share(compared, next(iter(found))), lists=lists)
    told = []
    for place in (place for place, distance in compared.found.items() if distance > compared.apart):
        said = (_more(found[place], others[place]), _less(found[place], others[place]))
        what = say("sides.comma").join(filter(None, said))
        told.append(say("sides.from_most", place=place, share=_share(compared, place), what=what))
    return say("sides.stop").join(told)


def _share(compared: _Comparison, place: str) -> str:
    """How far a jurisdiction agrees with what it is compared with, as printed and at one date."""
    printed, later = (round(100 * (1 - found[place])) for found in (compared.printed, compared.later))
    return say("sides.agreed" if printed == later else "sides.agreed_later", share=printed, later=later)


def _more(split: Split, reference: Split) -> str:
    more = [family for family in split if family not in reference]
    return say("sides.more", families=joined(more)) if more else ""


def _less(split: Split, reference: Split) -> str:
    less = [family for family in reference if family not in split]
    return say("sides.less", families=joined(less)) if less else ""


def _twice(compared: _Comparison) -> Iterator[str]:
    """Name the jurisdictions whose own lists divide the matter in two ways."""
    found = list(zip(compared.told, list_splits(compared.told, compared.read), strict=True))
    for place, given in by_jurisdiction(compared.told).items():
        own = [split for stand, split in found if stand.jurisdiction == place]
        if any(split != own[0] for split in own):
            yield say("sides.twice", lists=joined(whose(stand) for stand in given))


def _by_family(compared: _Comparison) -> tuple[Evidence, ...]:
    """All parts, family by family in the order they are met, each family through all lists."""
    parts = [
        (stand, part, families(stand.graph, part, compared.date)) for stand in compared.told for part in stand.parts
    ]
    named = {held[0] for _, _, held in parts if held}
    met: dict[tuple[str, ...], list[Evidence]] = {}
    for stand, part, held in parts:
        met.setdefault(narrowed(held, named)[:1], []).append(quote_part(stand, part, compared.date))
    return tuple(dict.fromkeys(piece for pieces in met.values() for piece in pieces))


def _items(silent: Sequence[Undeclared]) -> Iterator[Evidence]:
    for one in silent:
        for row in one.duties:
            label = say("sides.undeclared", list=list_in(one.jurisdiction, row.owner))
            yield Evidence(row.item or row.main_duty, row.source[0], label)
