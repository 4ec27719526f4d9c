"""Institutions that ended (社会抚养费, 劳动教养, 工商年检): words that tell of them, and the day they ended."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from data.reference import load_yaml

# ended: nothing of it is left to do; replaced: another scheme goes on under another name.
EndKind = Literal["ended", "replaced"]


@dataclass(frozen=True, slots=True)
class Abolished:
    """One institution.

    Args:
        name: what it is called (社会抚养费).
        words: words in texts that speak of it.
        beside: words in the same sentence that make it another thing, or tell that the text knows of the end.
        ended: the first day on which it was no more.
        instead: what took its place, "" where nothing did.
        by: what ended it.
        source: where these facts come from.
        near: where not empty, one of these must stand in the same clause (审批 beside 定点医疗机构).
        who: where not empty, one of these must stand in the same clause, or in the name of the body that speaks.
        kind: whether it ended, or was replaced by another scheme.
        weak: whether the source was not seen: said only with care.
    """

    name: str
    words: tuple[str, ...]
    beside: tuple[str, ...]
    ended: datetime.date
    instead: str
    by: str
    source: str
    near: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    kind: EndKind = "ended"
    weak: bool = False


@cache
def abolished_institutions() -> tuple[Abolished, ...]:
    """Return every institution of data/law/abolished.yml, in the order of the table.

    Example:
        >>> [str(one.ended) for one in abolished_institutions() if one.name == "营业税"]
        ['2016-05-01']
    """
    return tuple(map(_institution, load_yaml("law/abolished.yml")))


def _institution(entry: dict[str, Any]) -> Abolished:
    return Abolished(
        name=entry["name"],
        words=tuple(entry["words"]),
        beside=tuple(entry.get("beside", ())),
        ended=entry["ended"],
        instead=entry.get("instead", ""),
        by=entry["by"],
        source=entry["source"],
        near=tuple(entry.get("near", ())),
        who=tuple(entry.get("who", ())),
        kind=entry.get("kind", "ended"),
        weak=entry.get("weak", False),
    )
