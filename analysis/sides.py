"""How the stands of several jurisdictions on one matter are named and quoted side by side."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from analysis.finding import Evidence
from analysis.splits import Stand, families
from data.messages import say
from data.spacing import squeeze
from graph.dutygraph import Part

# The last place of a jurisdiction: 威县 of 邢台市威县.
_PLACE = re.compile("[^市州盟]+[县区旗市州盟]$")


def whose(stand: Stand) -> str:
    """Return which list it is, with the jurisdiction where the owner's name does not tell it."""
    return list_in(stand.jurisdiction, stand.owner)


def list_in(jurisdiction: str, owner: str) -> str:
    """Return what a list is called beside those of other jurisdictions, each place named once.

    Example:
        >>> list_in("衡阳市蒸湘区", "蒸湘区卫生局"), list_in("衡阳市蒸湘区", "区卫生局")
        ('蒸湘区卫生局清单', '衡阳市蒸湘区区卫生局清单')
    """
    met = _PLACE.search(jurisdiction)
    told = met is not None and met[0] in owner
    return say("sides.list", owner=owner if told else f"{jurisdiction}{owner}")


def by_jurisdiction(told: Sequence[Stand]) -> dict[str, list[Stand]]:
    """Return the stands of each jurisdiction, in the order they are met."""
    grouped: dict[str, list[Stand]] = {}
    for stand in told:
        grouped.setdefault(stand.jurisdiction, []).append(stand)
    return grouped


def family_names(stand: Stand, part: Part, date: datetime.date) -> str:
    """Return the families of a part as printed, and what they became by `date` where that differs."""
    printed, later = families(stand.graph, part, None), families(stand.graph, part, date)
    if set(printed) == set(later):
        return joined(printed)
    return say("sides.became", old=joined(printed), new=joined(later))


def quote_part(stand: Stand, part: Part, date: datetime.date) -> Evidence:
    """Quote one part of a stand: family, list, department and role in the label, its duty text as evidence."""
    label = say(
        "sides.part",
        family=family_names(stand, part, date),
        owner=whose(stand),
        department=squeeze(part.mention) or squeeze(stand.graph.body(part.body).name),
        role=say(f"role.{part.role.name or 'none'}"),
    )
    return Evidence(part.row.duty or part.row.department, part.row.source[0], label)


def joined(names: Iterable[str]) -> str:
    """Return names as the language joins them, each once."""
    return say("join").join(dict.fromkeys(names))
