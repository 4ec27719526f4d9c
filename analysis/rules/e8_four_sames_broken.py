"""E8 four-sames-broken: one code with several names, or one name with several codes, in several jurisdictions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio

from analysis.evidence import excerpt, list_of, several
from analysis.finding import Draft, Evidence
from analysis.rule import Words, region_rule
from data.messages import say
from data.rows import Duty
from graph.dutygraph import DutyGraph
from graph.text import plain


@dataclass(frozen=True, slots=True)
class _Entry:
    jurisdiction: str
    code: str
    name: str
    plain: str
    row: Duty


@region_rule("E8")
def four_sames_broken(graphs: Sequence[DutyGraph], words: Words) -> Iterator[Draft]:
    """Report the items whose code and name do not go together in all jurisdictions, one finding an item.

    Formula: among the codes that several jurisdictions have, at least `agreed` and a `share` of them bear one name
    everywhere: then the places use one set of codes. A code whose names are less alike than `alike` and do not hold
    each other is one finding; a name of `shortest` characters or more whose codes differ is another. Type and basis
    are not compared: the lists have no column of types, and their basis goes with the place.

    Source: 国发〔2018〕27号; DOMAIN 6.3 E8.
    """
    entries = [entry for graph in graphs for entry in _entries(graph)]
    by_code = _shared(entries, "code")
    agreed = sum(bool(_common(found, "plain")) for found in by_code)
    if agreed < words.threshold("agreed") or agreed < words.threshold("share") * len(by_code):
        return
    for found in by_code:
        if _names_apart(found, words.threshold("alike")):
            yield _draft(found, {"code": found[0].code, "names": _told(found, "name")}, "")
    for found in _shared(entries, "plain"):
        if len(found[0].plain) >= words.threshold("shortest") and not _common(found, "code"):
            yield _draft(found, {"name": excerpt(found[0].name), "names": _told(found, "code")}, "name")


def _entries(graph: DutyGraph) -> Iterator[_Entry]:
    for one in graph.lists:
        for row in one.duties:
            name = " ".join((row.item or row.main_duty).split())
            if row.code.strip() and name:
                yield _Entry(graph.jurisdiction, "".join(row.code.split()), name, plain(name), row)


def _shared(entries: Sequence[_Entry], field: str) -> list[list[_Entry]]:
    """The entries of one code, or of one name, where several jurisdictions have it."""
    groups: dict[str, list[_Entry]] = {}
    for entry in entries:
        groups.setdefault(getattr(entry, field), []).append(entry)
    return [found for found in groups.values() if len({entry.jurisdiction for entry in found}) > 1]


def _by_place(found: Sequence[_Entry], field: str) -> dict[str, set[str]]:
    values: dict[str, set[str]] = {}
    for entry in found:
        values.setdefault(entry.jurisdiction, set()).add(getattr(entry, field))
    return values


def _common(found: Sequence[_Entry], field: str) -> set[str]:
    """What all jurisdictions have in common: a code may stand on several rows of one of them."""
    return set.intersection(*_by_place(found, field).values())


def _names_apart(found: Sequence[_Entry], alike: float) -> bool:
    pairs = combinations(_by_place(found, "plain").values(), 2)
    return any(not any(_alike(one, other, alike) for one in here for other in there) for here, there in pairs)


def _alike(one: str, other: str, alike: float) -> bool:
    return one in other or other in one or ratio(one, other) >= alike * 100


def _told(found: Sequence[_Entry], field: str) -> str:
    told = dict.fromkeys((entry.jurisdiction, excerpt(getattr(entry, field), 20)) for entry in found)
    return several([say("places.placed", place=place, words=words) for place, words in told])


def _draft(found: Sequence[_Entry], values: dict[str, str], variant: str) -> Draft:
    first = {(entry.jurisdiction, entry.code, entry.plain): entry for entry in found}.values()
    return Draft(
        matter="",
        departments=tuple(dict.fromkeys(entry.row.owner for entry in found)),
        evidence=tuple(_quoted(entry) for entry in first),
        values=values,
        variant=variant,
        jurisdictions=tuple(dict.fromkeys(entry.jurisdiction for entry in found)),
    )


def _quoted(entry: _Entry) -> Evidence:
    label = say("form.note", label=list_of(entry.row.owner), note=entry.code)
    return Evidence(entry.row.item or entry.row.main_duty, entry.row.source[0], label)
