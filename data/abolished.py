"""Institutions that ended (社会抚养费, 劳动教养, 工商年检): words that tell of them, and the day they ended."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, get_args

from data.reference import load_yaml

# ended: nothing of it is left to do; replaced: another scheme goes on under another name.
EndKind = Literal["ended", "replaced"]


@dataclass(frozen=True, slots=True)
class Abolished:
    """One institution.

    Args:
        name: what it is called (社会抚养费).
        words: words in texts that speak of it.
        beside: words in the same clause that make it another thing, or tell that the text knows of the end.
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
    return tuple(map(abolished_of, load_yaml("law/abolished.yml")))


def abolished_of(entry: Mapping[str, Any]) -> Abolished:
    """Return the institution that an entry of the table, or of an office's law.toml, tells.

    Args:
        entry: the fields of `Abolished`; name, words, ended and source must be there, the day is a date or its text.

    Raises:
        ValueError: a key is missing or not known, or the day is none; the text says which.

    Example:
        >>> entry = {"name": "养犬证", "words": ["养犬证"], "ended": "2020-07-01", "source": "甲政发〔2020〕6号"}
        >>> abolished_of(entry).ended
        datetime.date(2020, 7, 1)
    """
    missing = [key for key in ("name", "words", "ended", "source") if not entry.get(key)]
    if wrong := sorted(entry.keys() - {field.name for field in fields(Abolished)}) + missing:
        raise ValueError(wrong[0])
    if (kind := entry.get("kind", "ended")) not in get_args(EndKind):
        raise ValueError(f"kind = {kind}")
    return Abolished(
        name=str(entry["name"]),
        words=_words(entry, "words"),
        beside=_words(entry, "beside"),
        ended=datetime.date.fromisoformat(str(entry["ended"])),
        instead=str(entry.get("instead", "")),
        by=str(entry.get("by", "")),
        source=str(entry["source"]),
        near=_words(entry, "near"),
        who=_words(entry, "who"),
        kind=kind,
        weak=bool(entry.get("weak", False)),
    )


def _words(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(map(str, entry.get(key, ())))
