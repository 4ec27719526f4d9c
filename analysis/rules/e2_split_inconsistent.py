"""E2 split-inconsistent: one matter is divided among other departments here than elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from analysis.finding import Draft, Evidence
from analysis.rule import Words, region_rule
from analysis.sides import by_jurisdiction, joined, quote_part, whose
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
from graph.counterparts import Counterparts, close_matters
from graph.dutygraph import DutyGraph


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
    apart = words.threshold("apart")
    for group in close_matters(graphs):
        told = stands(group)
        date = common_date(told)
        reform = _greatest(told, date) <= apart
        if _greatest(told, None) > apart or not reform:
            silent = undeclared(graphs, group, int(words.threshold("shortest")))
            yield _draft(group, told, date, silent, apart, "reform" if reform else "")


def _greatest(told: Sequence[Stand], date: datetime.date | None) -> float:
    return max(distances(splits(told, date)).values())


def _draft(
    group: Counterparts,
    told: Sequence[Stand],
    date: datetime.date,
    silent: Sequence[Undeclared],
    apart: float,
    variant: str,
) -> Draft:
    read = None if variant else date
    near = [place for place, distance in distances(splits(told, read)).items() if distance <= apart]
    places = tuple(by_jurisdiction(told))
    values = {
        "places": str(len(places)),
        "differences": _differences(told, date, read, apart),
        "twice": "".join(_twice(told, read)),
        "undeclared": _undeclared(silent),
    }
    return Draft(
        matter=group.name,
        departments=(),
        evidence=(*_by_family(told, date), *_items(silent)),
        values=values,
        severity="I" if variant else None,
        variant=variant,
        confidence=weakest(tuple(part for stand in told for part in stand.parts)),
        peers=(len(near), len(places)),
        jurisdictions=(*places, *(one.jurisdiction for one in silent)),
    )


def _differences(told: Sequence[Stand], date: datetime.date, read: datetime.date | None, apart: float) -> str:
    """What the jurisdictions that are apart list beyond, and short of, what they are compared with."""
    found = splits(told, read)
    if len(found) == 2:
        one, _ = found
        lists = [say("sides.lists", place=place, what=_more(found, place)) for place in found if _more(found, place)]
        return say("sides.pair", share=_share(told, date, one), lists=say("sides.stop").join(lists))
    far = [place for place, distance in distances(found).items() if distance > apart]
    told_of = []
    for place in far:
        what = say("sides.comma").join(filter(None, (_more(found, place), _less(found, place))))
        told_of.append(say("sides.from_most", place=place, share=_share(told, date, place), what=what))
    return say("sides.stop").join(told_of)


def _share(told: Sequence[Stand], date: datetime.date, place: str) -> str:
    """How far a jurisdiction agrees with what it is compared with, as printed and at one date."""
    printed, later = (round(100 * (1 - distances(splits(told, day))[place])) for day in (None, date))
    return say("sides.agreed" if printed == later else "sides.agreed_later", share=printed, later=later)


def _more(found: dict[str, Split], place: str) -> str:
    reference = references(found)[place]
    more = [family for family in found[place] if family not in reference]
    return say("sides.more", families=joined(more)) if more else ""


def _less(found: dict[str, Split], place: str) -> str:
    less = [family for family in references(found)[place] if family not in found[place]]
    return say("sides.less", families=joined(less)) if less else ""


def _twice(told: Sequence[Stand], read: datetime.date | None) -> Iterator[str]:
    """Name the jurisdictions whose own lists divide the matter in two ways."""
    found = list(zip(told, list_splits(told, read), strict=True))
    for place, given in by_jurisdiction(told).items():
        own = [split for stand, split in found if stand.jurisdiction == place]
        if any(split != own[0] for split in own):
            yield say("sides.twice", place=place, lists=joined(whose(stand) for stand in given))


def _by_family(told: Sequence[Stand], date: datetime.date) -> tuple[Evidence, ...]:
    """All parts, family by family in the order they are met, each family through all lists."""
    named = {family for stand in told for part in stand.parts for family in families(stand.graph, part, date)[:1]}
    met: dict[str, list[Evidence]] = {}
    for stand in told:
        for part in stand.parts:
            held = narrowed(families(stand.graph, part, date), named)
            key = held[0] if held else ""
            met.setdefault(key, []).append(quote_part(stand, part, date))
    return tuple(dict.fromkeys(piece for pieces in met.values() for piece in pieces))


def _items(silent: Sequence[Undeclared]) -> Iterator[Evidence]:
    for one in silent:
        for row in one.duties:
            label = say("sides.undeclared", place=one.jurisdiction, owner=row.owner)
            yield Evidence(row.item or row.main_duty, row.source[0], label)


def _undeclared(silent: Sequence[Undeclared]) -> str:
    return say("sides.silent", places=joined(one.jurisdiction for one in silent)) if silent else ""
