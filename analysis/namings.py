"""How the department column of a list names departments: in several forms, twice, by names that are not theirs."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from analysis.evidence import of_row
from analysis.finding import Evidence
from analysis.reforms import is_department
from data.body_names import BodyName, read_name
from data.places import leading
from data.reference import load_yaml
from data.rows import DutyList
from data.spacing import squeeze
from graph.dutygraph import Body, DutyGraph, Part
from graph.eras import era_of
from graph.home import home_of


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A name that is not the department's: the words, the key of what to say of them, and where they stand."""

    words: str
    key: str
    about: str
    evidence: tuple[Evidence, ...]


def forms(graph: DutyGraph, parts: Iterable[Part]) -> Iterator[Misnamed]:
    """Yield the departments that the department column of a list calls by several names, level word and place aside.

    A name that prints a function which the body has not is another department's (B14), not another form. The branch of
    a city's bureau is another body than a department of the place itself (产业环保局 beside 市生态环境局…分局).
    """
    met: dict[tuple[str, frozenset[str], bool], dict[str, Part]] = {}
    for part in parts:
        body = graph.body(part.body)
        if _alone(part) and is_department(graph, body) and set(part.families) <= set(body.families):
            bare = _bare(graph, part.names[0])
            met.setdefault((body.id, frozenset(part.families), _is_branch(bare)), {}).setdefault(bare, part)
    for (identity, _, _), told in met.items():
        if len(told) > 1:
            words = "/".join(squeeze(part.names[0]) for part in told.values())
            yield Misnamed(
                words, "reforms.forms", graph.body(identity).name, tuple(of_row(p.row) for p in told.values())
            )


def old_and_new(graph: DutyGraph, parts: Iterable[Part]) -> Iterator[Misnamed]:
    """Yield departments that the column has twice: two bodies of the same functions (建设局, 住房和城乡建设局)."""
    met: dict[frozenset[str], dict[str, Part]] = {}
    for part in parts:
        body = graph.body(part.body)
        if body.families and is_department(graph, body) and read_name(body.name).kind in ("body", "named"):
            met.setdefault(frozenset(body.families), {}).setdefault(body.id, part)
    for told in met.values():
        if len(told) > 1:
            names = "/".join(graph.body(identity).name for identity in told)
            yield Misnamed(names, "reforms.twice", "", tuple(of_row(part.row) for part in told.values()))


def of_later_time(graph: DutyGraph, one: DutyList, parts: Iterable[Part]) -> Iterator[Misnamed]:
    """Yield the departments of the column whose names came up after the year that the list bears."""
    if one.year is None:
        return
    met: dict[str, list[Part]] = {}
    for part in parts:
        body = graph.body(part.body)
        later = era_of(body, datetime.date(one.year, 12, 31)).status == "future"
        if later and part.names and is_department(graph, body):
            met.setdefault(squeeze(part.names[0]), []).append(part)
    for name, told in met.items():
        yield Misnamed(name, "reforms.later", str(one.year), tuple(of_row(part.row) for part in told))


def bears(body: Body, name: BodyName) -> bool:
    """Say whether a name can be that of a department: its functions are among the department's, and where it is
    spelled out in full its end is that of a name of the department.
    """
    if not set(name.families) <= set(body.families):
        return False
    reads = [read_name(spelling) for spelling in (body.name, *_own(body))]
    spelled_out = name.rest == name.full
    return not spelled_out or any(read.end == name.end or read.families != name.families for read in reads)


def joint(name: BodyName) -> bool:
    """Say whether a name has a word for a department that a reform joined (卫计委)."""
    return any(entry.get("joint") and entry["full"] in name.full for entry in compounds().values())


def _alone(part: Part) -> bool:
    """Say whether the name of a part is whole: no piece of an enumeration (农业、林业等部门)."""
    name = part.names[0] if part.names else ""
    return "等" not in name and read_name(name).kind in ("body", "named", "function")


def _bare(graph: DutyGraph, name: str) -> str:
    home = home_of(graph.jurisdiction)
    bare = squeeze(name)
    for place in (home.name, home.bare, home.word):
        bare = bare.removeprefix(place) if place else bare
    return re.sub("[和与及]", "", bare)


def _is_branch(bare: str) -> bool:
    """Say whether a name, its own place taken off, is that of the branch of another place's body."""
    return bare.endswith("分局") and bool(leading(bare))


def _own(body: Body) -> Iterator[str]:
    """Yield the spellings that the body has by its own words, not by its functions alone."""
    yield from (link.mention for link in body.links if link.mention and not link.reason.endswith("family"))


def compounds() -> dict[str, Any]:
    """Return the words that stand for several families at once (data/bodies/compounds.yml)."""
    table: dict[str, Any] = load_yaml("bodies/compounds.yml")
    return table
