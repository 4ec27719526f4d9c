"""E1 lead-divergent: one matter has leads of different function families in different jurisdictions."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from analysis.finding import Draft, Evidence
from analysis.rule import Words, region_rule
from analysis.sides import by_jurisdiction, family_names, joined, quote_part, whose
from analysis.splits import Stand, common_date, lead_families, lead_parts, stands
from data.messages import say
from data.spacing import squeeze
from graph.counterparts import Counterparts, close_matters
from graph.dutygraph import DutyGraph


@region_rule("E1")
def lead_divergent(graphs: Sequence[DutyGraph], words: Words) -> Iterator[Draft]:
    """Report the matters of several jurisdictions that name different leads in words, one finding a matter.

    Formula: L(j) = families of the leads that any list of j names in words; the leads differ where L(j) and L(k) have
    none in common. M where they differ with all families followed to one date (`splits.common_date`). I where they
    differ as printed alone: then a reform made the difference, and it is shown, not dropped. I also where those who
    name a lead agree and others name none. Jurisdictions without a lead in words are named in the message.

    Source: 山东省党政群机关部门职责分工协商协调办法, article 3; DOMAIN 6.3 E1 and 2 (lead_agreement: families, not
    names).
    """
    for group in close_matters(graphs):
        told = stands(group)
        date = common_date(told)
        printed, later = _leads(told, None), _leads(told, date)
        if _apart(later):
            yield _draft(group, told, date, "")
        elif _apart(printed):
            yield _draft(group, told, date, "reform")
        elif printed and len(printed) < len(by_jurisdiction(told)):
            yield _draft(group, told, date, "partial")


def _leads(told: Sequence[Stand], date: datetime.date | None) -> dict[str, frozenset[str]]:
    """The lead families of each jurisdiction that names a lead in words."""
    found = {
        place: frozenset(family for stand in given for family in lead_families(stand, date))
        for place, given in by_jurisdiction(told).items()
    }
    return {place: families for place, families in found.items() if families}


def _apart(leads: dict[str, frozenset[str]]) -> bool:
    return any(one.isdisjoint(other) for one, other in combinations(set(leads.values()), 2))


def _draft(group: Counterparts, told: Sequence[Stand], date: datetime.date, variant: str) -> Draft:
    leads = _leads(told, date)
    usual = Counter(family for families in leads.values() for family in sorted(families)).most_common(1)[0][1]
    places = tuple(by_jurisdiction(told))
    leading = [stand.graph.body(part.body).name for stand in told for part in lead_parts(stand)]
    return Draft(
        matter=group.name,
        departments=tuple(dict.fromkeys(leading)),
        evidence=tuple(piece for stand in told for piece in _quotes(stand, date)),
        values={"leads": say("sides.stop").join(_named(told, date)), "places": str(len(places))},
        severity="I" if variant else None,
        variant=variant,
        peers=(usual, len(leads)),
        jurisdictions=places,
    )


def _named(told: Sequence[Stand], date: datetime.date) -> Iterator[str]:
    """Say who leads where: a jurisdiction at a time, or its lists one by one where they differ."""
    for place, given in by_jurisdiction(told).items():
        said = [_leads_of(stand, date) for stand in given]
        if len(set(said)) == 1:
            yield say("sides.says", who=place, what=said[0])
        else:
            yield from (say("sides.says", who=whose(stand), what=what) for stand, what in zip(given, said, strict=True))


def _leads_of(stand: Stand, date: datetime.date) -> str:
    parts = lead_parts(stand)
    led = (say("sides.lead", name=squeeze(part.mention), family=family_names(stand, part, date)) for part in parts)
    return say("sides.leads", names=joined(led)) if parts else say("sides.no_lead")


def _quotes(stand: Stand, date: datetime.date) -> Iterator[Evidence]:
    """The leads in their own words; of a list that names none, the matter's name."""
    if not lead_parts(stand):
        row = stand.parts[0].row
        label = say("sides.says", who=whose(stand), what=say("sides.no_lead"))
        yield Evidence(row.matter, row.source[0], label)
    for part in lead_parts(stand):
        yield quote_part(stand, part, date)
