"""A department at a day: whether its name stands, is of an earlier or later time, or the department has ended."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from data.body_names import read_name
from data.body_terms import family_table, named_bodies, words
from data.reference import load_yaml
from data.successions import Candidate, Succession, lies_in, successions, successors
from graph.dutygraph import Body

Status = Literal["current", "old-name", "abolished", "future"]
# Why: reforms do not end such a body; its name is an official one of that day, or one that the tables lack; the name
# came up later, or had its time; or what the reform that ended it did.
Reason = Literal["lasting", "official", "variant", "not-yet", "renamed", "rename", "merge", "split", "transfer"]
Official = Mapping[str, Any]
# What reforms of departments do not end: groups sit in whatever office keeps them, units outlive their department, and
# a function word (价格主管部门) names whoever has the function.
_LASTING = ("group", "unit", "mass", "company", "generic")


@dataclass(frozen=True, slots=True)
class Era:
    """What a department is at a day.

    `name` is the official name that counties use then, of the department or of who took over from it ("" where the
    tables have none); `reason` why it is taken so; `families` those that hold its functions then; `since` the day from
    which it is so and `source` the document, where a reform made it so.
    """

    status: Status
    name: str
    reason: Reason
    families: tuple[str, ...]
    since: datetime.date | None = None
    source: str = ""


def era_of(body: Body, day: datetime.date, steps: Sequence[Succession] | None = None, place: str = "") -> Era:
    """Return what a body is at a day, by its families and its name.

    Formula: a name that the tables have for a time is current within it unless a reform of the place itself ended
    the body, and of the future before; otherwise a body all of whose families went over to others is abolished; one
    whose name had its time is called by an old name. Names differ by county, so a name that the tables lack is
    current as long as one of its families is.

    Args:
        body: the body as a graph has it.
        day: the day asked for.
        steps: what is known of the reforms; the national table unless told.
        place: full name of the jurisdiction, whose own steps count too.

    Source: DOMAIN 1.6; the years of names stand in data/bodies/families.yml.

    Example:
        >>> bureau = Body("", "区工商局", "county", "government", ("工商",), ())
        >>> [era_of(bureau, datetime.date(year, 6, 1)).status for year in (2014, 2026)]
        ['current', 'abolished']
    """
    known = successions() if steps is None else steps
    if not body.families or body.nature in _LASTING or read_name(body.name).kind == "function":
        return Era("current", body.name, "lasting", body.families)
    name = _official(body)
    if name and day.year < name.get("first", 0):
        return Era("future", official_name(body.families[0], day), "not-yet", body.families)
    ended = [one for family in body.families for one in _ended(known, family, day, place)]
    local = any(one.steps[0].place for one in ended)
    if len({one.steps[0].old for one in ended}) == len(set(body.families)) and (local or not _stands(name, day)):
        return _abolished(ended, day)
    present = official_name(body.families[0], day)
    if name and day.year > name.get("last", day.year) and present and not _kept(known, body, day, place):
        return Era("old-name", present, "renamed", body.families)
    return Era("current", body.name, "official" if name else "variant", body.families)


def official_name(family: str, day: datetime.date) -> str:
    """Return the name that counties' bodies of a family bear at a day, without place; "" where the tables have none.

    Of several the one that came last.

    Example:
        >>> [official_name("卫生健康", datetime.date(year, 6, 1)) for year in (2010, 2017, 2026)]
        ['卫生局', '卫生和计划生育局', '卫生健康局']
    """
    told = [one for one in _officials(family) if one.get("first", 0) <= day.year <= one.get("last", day.year)]
    named = (full for full, body in _named().items() if body == (family,))
    return str(max(told, key=lambda one: one.get("first", 0))["name"]) if told else next(named, "")


def former_names(body: Body, made: datetime.date | None = None) -> frozenset[str]:
    """Return the names, full and short, that a department of a new name had before, and those that it took over.

    Nothing is former to a name that the tables give no first year.

    Args:
        body: the department.
        made: a day on which it bears its name; what had ended by then is former too (工商局 by 2021), beside what ended
            when the name came up.

    Example:
        >>> bureau = Body("", "区应急管理局", "county", "government", ("应急管理",), ())
        >>> sorted(former_names(bureau))
        ['安全生产监督管理局', '安全生产监管局', '安全监管局', '安监局']
    """
    first = (_official(body) or {}).get("first")
    if not first:
        return frozenset()
    until = max(first + 1, made.year - 1 if made else 0)
    took = (step.old for step in successions() if not step.functions and set(step.new) & set(body.families))
    told = ((family, one) for family in (*body.families, *took) for one in _officials(family))
    ended = ((family, one["name"]) for family, one in told if one.get("last", until + 1) <= until)
    forms = {form for family, name in ended for form in _forms(family, name)}
    return frozenset(forms | _joint_forms(body.families, first))


def nature_of(family: str, day: datetime.date) -> str:
    """Return the nature of a family's bodies at a day (government, party, vertical …).

    Example:
        >>> nature_of("统战", datetime.date(2026, 1, 1)), nature_of("生态环境", datetime.date(2026, 1, 1))
        ('party', 'vertical')
    """
    entry = family_table().get(family)
    if entry is None:
        return next((body.nature for body in named_bodies().values() if body.families == (family,)), "government")
    turned = "vertical" in entry and entry["vertical"] <= day
    return "vertical" if turned else str(entry.get("nature", "government"))


def _ended(steps: Sequence[Succession], family: str, day: datetime.date, place: str) -> tuple[Candidate, ...]:
    """Return who took over a family that went over to others as a whole; () where it stands."""
    found = successors(steps, family, day, place=place)
    return () if any(one.family == family for one in found) else found


def _kept(steps: Sequence[Succession], body: Body, day: datetime.date, place: str) -> bool:
    """Say whether the place itself says that its reform of the department is still to come."""
    own = (step for step in steps if step.place and step.old in body.families and lies_in(place, step.place))
    return any(step.date > day for step in own if not step.functions)


def _abolished(ended: Sequence[Candidate], day: datetime.date) -> Era:
    whole = [one for one in ended if not one.steps[0].functions] or list(ended)
    first = whole[0].steps[0]
    families = tuple(dict.fromkeys(one.family for one in whole))
    return Era("abolished", official_name(families[0], day), first.kind, families, first.date, first.source)


def _official(body: Body) -> Official | None:
    """Return the entry of the tables for the name of a body: the whole name, else its words with another end."""
    told = [one for family in body.families for one in _officials(family)]
    fulls = [read_name(name).full for name in (body.name, *body.spellings)]
    same = (one for full in fulls for one in told if one["name"] == full)
    alike = (one for full in fulls for one in told if _words(one["name"]) == _words(full))
    return next(same, None) or next(alike, None)


def _joint_forms(families: Sequence[str], first: int) -> set[str]:
    """Return the names of a joint department (卫计委, 卫生计生部门) that had the families before a year."""
    table = load_yaml("bodies/compounds.yml").items()
    told = [word for word, one in table if one.get("joint", first) < first and set(families) & set(one["families"])]
    ends = ("局", "委", "委员会", *words()["function_ends"])
    return {word + end for word in told for end in ends}


def _forms(family: str, name: str) -> Iterator[str]:
    """Yield an official name and the short forms that are in use for it."""
    end = read_name(name).end
    yield name
    for short, full in family_table()[family].get("short", {}).items():
        if len(short) > 1 and name == full + end:
            yield short + end


def _stands(name: Official | None, day: datetime.date) -> bool:
    return name is not None and name.get("first", 0) <= day.year <= name.get("last", day.year)


def _words(name: str) -> str:
    read = read_name(name)
    return read.full.removesuffix(read.end)


def _officials(family: str) -> Sequence[Official]:
    return tuple(family_table().get(family, {}).get("official", ()))


@cache
def _named() -> dict[str, tuple[str, ...]]:
    return {full: body.families for full, body in named_bodies().items() if full == body.full}
