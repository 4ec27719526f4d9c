"""Which family holds a function from a day on: the reforms, function by function, national or of one place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from data.body_terms import family_table, named_bodies
from data.places import bare_name, find
from data.reference import load_yaml
from data.spacing import squeeze

SuccessionKind = Literal["rename", "merge", "split", "transfer"]
# Why a family is a successor: it holds the function still, the whole family moved there, the words of the function are
# met in the text, or it is one of several that may have it.
Why = Literal["same", "whole", "function", "one-of-several"]
_KEYS = {"from", "to", "date", "kind", "functions", "place", "source"}


@dataclass(frozen=True, slots=True)
class Succession:
    """One step of a reform.

    Args:
        old: the family that gives (安监).
        new: the families that take, several where the function is shared out without telling which.
        date: the day by which it was done.
        kind: rename, merge, split or transfer.
        functions: words of the function that moved (职业卫生); () where the whole family moved, or all that is not
            told otherwise.
        place: the jurisdiction it holds for, "" for the whole country.
        source: the document that says so.
    """

    old: str
    new: tuple[str, ...]
    date: datetime.date
    kind: SuccessionKind
    functions: tuple[str, ...]
    place: str
    source: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A family that holds a function at a day.

    `steps` lead from the family that had it to this one, () where it has it still; `functions_matched` are the words of
    the text that decided. `certain` says that the tables leave no other choice for that piece of the text.
    """

    family: str
    steps: tuple[Succession, ...]
    functions_matched: tuple[str, ...]
    certain: bool
    reason: Why


@cache
def successions() -> tuple[Succession, ...]:
    """Return every step of data/bodies/successions.yml, in the order of the table."""
    return tuple(map(succession_of, load_yaml("bodies/successions.yml")))


@cache
def known_families() -> frozenset[str]:
    """Return every family that the tables of names have."""
    named = (family for body in named_bodies().values() for family in body.families)
    return frozenset((*family_table(), *named))


def succession_of(entry: Mapping[str, Any]) -> Succession:
    """Return the step that an entry of successions.yml, or of an office's reform.toml, tells.

    Args:
        entry: its keys and values; `to` and `functions` are lists, or one word; `functions` and `place` may be missing.

    Raises:
        ValueError: a key is unknown or missing, or its value cannot be; the text is `key` or `key = value`.

    Example:
        >>> step = {"from": "粮食", "to": "商务", "date": "2015-06-30", "kind": "merge", "source": "县机构改革方案"}
        >>> succession_of(step).new
        ('商务',)
    """
    missing = [key for key in ("from", "to", "date", "kind", "source") if not entry.get(key)]
    if wrong := sorted(entry.keys() - _KEYS) + missing:
        raise ValueError(wrong[0])
    if entry["kind"] not in get_args(SuccessionKind):
        raise ValueError(f"kind = {entry['kind']}")
    return Succession(
        old=_families(entry, "from")[0],
        new=_families(entry, "to"),
        date=_date(entry["date"]),
        kind=entry["kind"],
        functions=_words(entry, "functions"),
        place=str(entry.get("place", "")),
        source=str(entry["source"]),
    )


def successors(
    steps: Sequence[Succession], family: str, day: datetime.date, function_text: str = "", place: str = ""
) -> tuple[Candidate, ...]:
    """Return the families that hold what `family` had, at a day, as far as the tables tell.

    Formula: each sentence of the text is followed by itself. A step whose function words stand in it decides; else the
    step that moved the whole family; without either the family holds it still. Steps of the place go before national
    ones: a local step of the whole family replaces the national one, a local function the national functions. Further
    steps are taken the same way, the family's own name being one of the words then (老龄 → 卫生健康 → 民政). Without a
    text, a family that has ended has all its successors, none of them certain.

    Args:
        steps: what is known, the office's own steps first (`Knowledge.successions`).
        family: the family as printed.
        day: the day to which the function is followed.
        function_text: the duty, or the name of the matter.
        place: full name of the jurisdiction, whose own steps count too.

    Source: DOMAIN 1.6 (a successor is per function, not per department).

    Example:
        >>> found = successors(successions(), "安监", datetime.date(2026, 1, 1), "负责职业卫生监督；负责矿山安全")
        >>> [(one.family, one.functions_matched, one.certain) for one in found]
        [('卫生健康', ('职业卫生',), True), ('应急管理', (), True)]
    """
    if not any(step.old == family for step in steps):
        return (Candidate(family, (), (), True, "same"),)
    held: dict[str, list[Succession]] = {}
    for step in steps:
        if not step.place or lies_in(place, step.place):
            held.setdefault(step.old, []).append(step)
    pieces = [squeeze(piece) for piece in re.split("[；;。\n]", function_text)]
    told = [piece for piece in pieces if piece] or [""]
    return _together(one for piece in told for one in _follow(_Walk(held, day, piece), family, ()))


@cache
def lies_in(place: str, whole: str) -> bool:
    """Say whether a jurisdiction (its full name) is `whole`, or lies in it.

    Example:
        >>> lies_in("衡阳市蒸湘区", "湖南省"), lies_in("衡阳市蒸湘区", "蒸湘区"), lies_in("衡阳市蒸湘区", "长沙市")
        (True, True, False)
    """
    bare = bare_name(place)
    parents = {parent for known in find(bare) if place.startswith((known.full, bare)) for parent in known.parents}
    below = place.endswith(whole) and place.removesuffix(whole)[-1:] in tuple("省市州盟区县")
    return bool(place) and (whole in (place, bare, *parents) or place.startswith(whole) or below)


@dataclass(frozen=True, slots=True)
class _Walk:
    """What one sentence is followed by: the steps that hold for the place, by family, the day, and its words."""

    steps: Mapping[str, Sequence[Succession]]
    day: datetime.date
    text: str


def _follow(walk: _Walk, family: str, path: tuple[Succession, ...], certain: bool = True) -> Iterator[Candidate]:
    taken, sure = _next(walk, family, path)
    been = {family, *(step.old for step in path)}
    onward = [(step, new) for step in taken for new in step.new if new not in been]
    if not onward:
        yield _candidate(walk, family, path, certain)
    for step, new in onward:
        yield from _follow(walk, new, (*path, step), certain and sure)


def _next(walk: _Walk, family: str, path: tuple[Succession, ...]) -> tuple[list[Succession], bool]:
    """Return the steps that are taken from a family, and whether they leave no choice."""
    words = walk.text + (path[0].old if path else "")
    of_family = walk.steps.get(family, ())
    whole = _local_first([step for step in of_family if not step.functions])
    moved = [step for step in of_family if step.functions and step.date <= walk.day]
    met = _local_first([step for step in moved if any(word in words for word in step.functions)])
    done = [step for step in whole if step.date <= walk.day][:1]
    taken = met or done
    if done and not words:
        taken = [*done, *moved]
    return taken, len({new for step in taken for new in step.new}) <= 1


def _local_first(steps: list[Succession]) -> list[Succession]:
    return [step for step in steps if step.place] or steps


def _candidate(walk: _Walk, family: str, path: tuple[Succession, ...], certain: bool) -> Candidate:
    words = walk.text + (path[0].old if path else "")
    met = tuple(dict.fromkeys(word for step in path for word in step.functions if word in words))
    reason: Why = "same" if not path else "one-of-several" if not certain else "function" if met else "whole"
    return Candidate(family, path, met, certain, reason)


def _together(found: Iterator[Candidate]) -> tuple[Candidate, ...]:
    """Return one candidate a family: the surest, with the words of all."""
    by_family: dict[str, list[Candidate]] = {}
    for one in found:
        by_family.setdefault(one.family, []).append(one)
    return tuple(_joined(group) for group in by_family.values())


def _joined(group: list[Candidate]) -> Candidate:
    best = next((one for one in group if one.certain), group[0])
    words = tuple(dict.fromkeys(word for one in group for word in one.functions_matched))
    return Candidate(best.family, best.steps, words, best.certain, best.reason)


def _families(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    named = _words(entry, key)
    unknown = [family for family in named if family not in known_families()]
    if unknown:
        raise ValueError(f"{key} = {unknown[0]}")
    return named


def _words(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    told = entry.get(key, ())
    return (told,) if isinstance(told, str) else tuple(map(str, told))


def _date(told: object) -> datetime.date:
    if isinstance(told, datetime.date) and not isinstance(told, datetime.datetime):
        return told
    try:
        return datetime.date.fromisoformat(str(told))
    except ValueError as error:
        raise ValueError(f"date = {told}") from error
