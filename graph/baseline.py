"""Which statutory split a matter falls under on a day, and which of its parties the law puts in charge.

Precise rather than complete: a matter is only taken for that of a split where its name says nothing beside it. A
narrower matter (危险化学品道路运输) has no baseline: the law may name somebody else for that part.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from data.body_terms import family_table
from data.knowledge import Knowledge
from data.reference import load_yaml
from data.spacing import squeeze
from data.statutory import StatutorySplit
from data.successions import Succession
from graph.dutygraph import DutyGraph, Part
from graph.matter_names import tidy
from graph.text import any_of

# A name in the words of the split alone, and one with words beside them that leave the matter as it is.
_SAME, _WORDED = 1.0, 0.9


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the law says of a matter: the split, how surely the matter is its (0-1), and the words met in the name."""

    split: StatutorySplit
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class StatutoryLead:
    """The parts of a statement whose bodies the law puts in charge (none where they take no part), and the baseline."""

    baseline: Baseline
    parts: tuple[Part, ...]


def baseline_of(name: str, day: datetime.date, known: Knowledge) -> Baseline | None:
    """Return the statutory split of a matter on a day; None where the law names nobody for it, as far as is known.

    Formula: the name holds a word of each group of the split and none of its `unlike`; without all words of the groups
    and those of data/law/rest.yml nothing is left of it. Of several the one with the most characters met, then the
    first: an office's own entries stand before those of the program.

    Args:
        name: the matter's name as printed.
        day: the day asked for.
        known: the tables of the run.

    Example:
        >>> from data.knowledge import national
        >>> day = datetime.date(2020, 6, 1)
        >>> baseline_of("精神卫生工作", day, national()).split.leads
        ('卫生健康',)
        >>> baseline_of("危险化学品事故救援", day, national()) is None
        True
    """
    plain = squeeze(tidy(name))
    found = [one for split in known.statutory if split.holds(day) and (one := _fits(plain, split))]
    return max(found, key=lambda one: len(one.reason), default=None)


def statutory_lead(graph: DutyGraph, parts: Sequence[Part], day: datetime.date) -> StatutoryLead | None:
    """Return who leads a matter by law among the parts of one statement, None where the law names nobody in charge.

    Bodies whose families print the lead's own name go before those that a reform makes its successors or ancestors.

    Args:
        graph: the graph that the parts are of.
        parts: what one list says about one matter.
        day: the day for which it is judged.
    """
    baseline = baseline_of(parts[0].row.matter, day, graph.known)
    if baseline is None:
        return None
    leads = baseline.split.leads
    own = tuple(part for part in parts if set(leads) & set(graph.body(part.body).families))
    return StatutoryLead(baseline, own or tuple(part for part in parts if holds_any(graph, part.body, leads)))


def holds_any(graph: DutyGraph, body: str, families: Iterable[str]) -> bool:
    """Say whether a body has the function of one of the families, before a reform, after it, or as a unit of it."""
    own = graph.body(body).families
    return any(related(one, family, graph.known, graph.jurisdiction) for one in own for family in families)


def related(one: str, other: str, known: Knowledge, place: str = "") -> bool:
    """Say whether two families are one function at two times (安监, 应急管理), or one is a unit of the other.

    Example:
        >>> from data.knowledge import national
        >>> [related(*pair, national()) for pair in (("应急管理", "安监"), ("交警", "公安"), ("工商", "质监"))]
        [True, True, False]
    """
    steps = known.successions
    return any(
        other in (mine, *_later(mine, steps, place)) or mine in _later(other, steps, place)
        for mine in _with_department(one)
    )


def followed(family: str, day: datetime.date, known: Knowledge, place: str = "") -> tuple[str, ...]:
    """Return the families that hold the function of a family on a day, itself where no reform up to then moved it.

    Example:
        >>> from data.knowledge import national
        >>> followed("安监", datetime.date(2026, 1, 1), national())
        ('应急管理',)
    """
    steps = [step for step in known.successions if step.date <= day]
    later = _later(family, tuple(steps), place)
    gone = {step.old for step in steps if _whole(step, place)}
    return tuple(one for one in (family, *later) if one not in gone) or (family,)


@cache
def _later(family: str, steps: tuple[Succession, ...], place: str) -> tuple[str, ...]:
    """All families that whole-family reforms lead to, the nearest first."""
    reached: dict[str, None] = {}
    open_ = [family]
    while open_:
        old = open_.pop(0)
        taking = (new for step in steps if step.old == old and _whole(step, place) for new in step.new)
        fresh = [new for new in taking if new not in reached]
        reached.update(dict.fromkeys(fresh))
        open_ += fresh
    return tuple(reached)


def _whole(step: Succession, place: str) -> bool:
    return not step.functions and step.place in ("", place)


def _with_department(family: str) -> Iterator[str]:
    yield family
    if under := family_table().get(family, {}).get("under"):
        yield under


def _fits(name: str, split: StatutorySplit) -> Baseline | None:
    if any(word in name for word in split.unlike):
        return None
    met = [next((word for word in sorted(group, key=len, reverse=True) if word in name), "") for group in split.words]
    if not all(met):
        return None
    left = _words(split.words).sub("", name)
    if _rest().sub("", left):
        return None
    return Baseline(split, _WORDED if left else _SAME, "".join(met))


@cache
def _words(groups: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    return re.compile(any_of([word for group in groups for word in group]))


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(any_of(load_yaml("law/rest.yml")["words"]))
