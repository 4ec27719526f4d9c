"""Who does what in one matter, by function family: splits of jurisdictions, their distance, and what most do.

Departments are called otherwise from county to county and from reform to reform; what is compared is the function
family of each, with its role. Every measure can be taken with the families as printed, or with all of them followed
to one date (see `common_date`): the two stand side by side, so that a difference that a reform made can be told.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.bodies import successor
from data.rows import RoleName
from graph.counterparts import Counterparts
from graph.dutygraph import DutyGraph, Part

Split = dict[str, RoleName]

# From the weakest role to the strongest.
ROLES: tuple[RoleName, ...] = ("support", "responsible", "lead")

# What a family counts that is in two splits with different roles.
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Stand:
    """What one list of a jurisdiction says about a matter."""

    graph: DutyGraph
    owner: str
    parts: tuple[Part, ...]

    @property
    def jurisdiction(self) -> str:
        """The jurisdiction of the list."""
        return self.graph.jurisdiction


def stands(group: Counterparts) -> tuple[Stand, ...]:
    """Return what each list of each jurisdiction says about a matter, jurisdiction by jurisdiction."""
    return tuple(
        Stand(member.graph, owner, parts)
        for member in group.members
        for owner, parts in member.graph.statements(member.matter.id).items()
    )


def common_date(told: Sequence[Stand]) -> datetime.date:
    """Return the day to which the families of all lists are followed: the end of the year of the newest list.

    Where a list does not say its year it may be of any, and all known successions count.
    """
    years = [one.year for stand in told for one in stand.graph.lists if one.owner == stand.owner]
    known = [year for year in years if year is not None]
    return datetime.date.max if len(known) < len(years) or not known else datetime.date(max(known), 12, 31)


def families(graph: DutyGraph, part: Part, date: datetime.date | None) -> tuple[str, ...]:
    """Return the function families of the body that has a part, as printed or as they stood at `date`.

    A body whose family is not known counts under its name; words that name no department have none.
    """
    body = graph.body(part.body)
    if body.generic:
        return ()
    printed = body.families or (body.name,)
    return printed if date is None else tuple(dict.fromkeys(to for one in printed for to in successor(one, date)))


def list_splits(told: Sequence[Stand], date: datetime.date | None = None) -> list[Split]:
    """Return the split {family: role} of each list: ``split(s) = {(family(p), role(p)) : p part of s}``.

    A family that stands twice has the stronger role (a lead stays a lead when its partner merges with it). Of a body
    of several families (区教育文化体育局) those count that other jurisdictions name in the matter, and where they
    name none of them the first: it has the part for one of its functions, not for all. A party whose role cannot be
    read is one nevertheless, and counts as responsible.

    Args:
        told: the stands of one matter.
        date: the day to which families are followed; None for the families as printed.
    """
    named: dict[str, set[str]] = {}
    for stand in told:
        own = (family for part in stand.parts for family in families(stand.graph, part, date))
        named.setdefault(stand.jurisdiction, set()).update(own)
    places = Counter(family for own in named.values() for family in own)
    elsewhere = {place: {one for one in places if places[one] > (one in own)} for place, own in named.items()}
    return [_split(stand, date, elsewhere[stand.jurisdiction]) for stand in told]


def splits(told: Sequence[Stand], date: datetime.date | None = None) -> dict[str, Split]:
    """Return the split of each jurisdiction: what its lists say together, see `list_splits`."""
    found: dict[str, Split] = {}
    for stand, split in zip(told, list_splits(told, date), strict=True):
        together = found.setdefault(stand.jurisdiction, {})
        for family, role in split.items():
            together[family] = stronger(role, together.get(family))
    return found


def references(found: dict[str, Split]) -> dict[str, Split]:
    """Return what each jurisdiction is compared with: the modal split, or of two jurisdictions the other's."""
    if len(found) != 2:
        return dict.fromkeys(found, modal_split(list(found.values())))
    (one, mine), (other, theirs) = found.items()
    return {one: theirs, other: mine}


def distances(found: dict[str, Split]) -> dict[str, float]:
    """Return how far each jurisdiction's split is from what it is compared with."""
    return {place: split_distance(found[place], split) for place, split in references(found).items()}


def narrowed(found: Sequence[str], named: Iterable[str]) -> tuple[str, ...]:
    """Return the families of a body that others name, or its first family where they name none of them.

    Example:
        >>> narrowed(("教育", "文化", "体育"), {"教育", "公安"}), narrowed(("自然资源", "规划"), {"水利"})
        (('教育',), ('自然资源',))
    """
    known = set(named)
    return tuple(family for family in found if family in known) or tuple(found[:1])


def split_distance(one: Split, other: Split) -> float:
    """Return how far two splits are apart: 0 for the same, 1 where no family is in both.

    ``1 - sum(c(f)) / |families of either|``, c(f) = 1 where family f is in both with the same role, 0.5 where it is
    in both with another, 0 where it is in one: the weighted Jaccard distance over (family, role) of DOMAIN 2
    (split_distance). That half is a judgement: a department that helps here and leads there is the same party with
    other work. A lead weighs no more than others, because E1 looks at leads.

    Example:
        >>> split_distance({"民政": "lead", "公安": "responsible"}, {"民政": "lead", "公安": "support"})
        0.25
    """
    names = one.keys() | other.keys()
    shared = one.keys() & other.keys()
    credit = sum(1 if one[family] == other[family] else HALF for family in shared)
    return 1 - credit / len(names) if names else 0.0


def modal_split(found: Sequence[Split]) -> Split:
    """Return what most jurisdictions do: the families that more than half of them name, each with its commonest role.

    Of two roles equally common the stronger is taken.

    Example:
        >>> modal_split([{"民政": "lead"}, {"民政": "responsible"}, {"公安": "lead", "民政": "lead"}])
        {'民政': 'lead'}
    """
    held = {family: Counter(split[family] for split in found if family in split) for family in _families_of(found)}
    common = {family: roles for family, roles in held.items() if roles.total() * 2 > len(found)}
    return {family: max(roles, key=lambda role: (roles[role], ROLES.index(role))) for family, roles in common.items()}


def stronger(role: RoleName, other: RoleName | None) -> RoleName:
    """Return the stronger of two roles: lead before responsible before support."""
    return max(role, other or role, key=ROLES.index)


def lead_parts(stand: Stand) -> tuple[Part, ...]:
    """Return the parts whose bodies a list names as lead in words."""
    return tuple(part for part in stand.parts if part.role.name == "lead" and part.role.confidence == "explicit")


def lead_families(stand: Stand, date: datetime.date | None = None) -> frozenset[str]:
    """Return the families that a list names as lead in words, as printed or as they stood at `date`."""
    return frozenset(family for part in lead_parts(stand) for family in families(stand.graph, part, date))


def _split(stand: Stand, date: datetime.date | None, elsewhere: set[str]) -> Split:
    split: Split = {}
    for part in stand.parts:
        for family in narrowed(families(stand.graph, part, date), elsewhere):
            split[family] = stronger(part.role.name or "responsible", split.get(family))
    return split


def _families_of(found: Iterable[Split]) -> list[str]:
    return list(dict.fromkeys(family for split in found for family in split))
