"""Which statutory split a matter falls under on a day, and which of its parties the law puts in charge.

Precise rather than complete: a matter is only taken for that of a split where its name says nothing beside it. A
narrower matter (危险化学品道路运输) has no baseline: the law may name somebody else for that part.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from data.body_terms import family_table
from data.knowledge import Knowledge
from data.reference import load_yaml
from data.spacing import squeeze
from data.statutory import StatutorySplit
from data.successions import Succession
from graph.dutygraph import DutyGraph, Part
from graph.matter_names import tidy
from graph.text import any_of

# Family → the families that its functions went to.
Lines = dict[str, tuple[str, ...]]

# Word → the splits that it may lead to, with their places in the table.
Index = dict[str, list[tuple[int, StatutorySplit]]]

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
    return _found(name, day, _index(known.statutory))


def statutory_lead(graph: DutyGraph, parts: Sequence[Part], day: datetime.date) -> StatutoryLead | None:
    """Return who leads a matter by law among the parts of one statement, None where the law names nobody in charge.

    Bodies whose families print the lead's own name go before those that a reform makes its successors or ancestors.

    Args:
        graph: the graph that the parts are of.
        parts: what one list says about one matter.
        day: the day for which it is judged.
    """
    baseline = _found(parts[0].row.matter, day, _index_of(graph))
    if baseline is None:
        return None
    leads = baseline.split.leads
    own = tuple(part for part in parts if set(leads) & set(graph.body(part.body).families))
    return StatutoryLead(baseline, own or tuple(part for part in parts if holds_any(graph, part.body, leads)))


def holds_any(graph: DutyGraph, body: str, families: Iterable[str]) -> bool:
    """Say whether a body has the function of one of the families, before a reform, after it, or as a unit of it."""
    lines = _lines_of(graph)
    own = graph.body(body).families
    return any(_one_line(one, family, lines) for one in own for family in families)


def related(one: str, other: str, known: Knowledge, place: str = "") -> bool:
    """Say whether two families are one function at two times (安监, 应急管理), or one is a unit of the other.

    Example:
        >>> from data.knowledge import national
        >>> [related(*pair, national()) for pair in (("应急管理", "安监"), ("交警", "公安"), ("工商", "质监"))]
        [True, True, False]
    """
    return _one_line(one, other, _lines(known.successions, place))


def followed(family: str, day: datetime.date, known: Knowledge, place: str = "") -> tuple[str, ...]:
    """Return the families that hold the function of a family on a day, itself where no reform up to then moved it.

    Example:
        >>> from data.knowledge import national
        >>> followed("安监", datetime.date(2026, 1, 1), national())
        ('应急管理',)
    """
    lines = _lines([step for step in known.successions if step.date <= day], place)
    return tuple(one for one in (family, *lines.get(family, ())) if one not in lines) or (family,)


@lru_cache(maxsize=2)  # one graph is judged after the other
def _lines_of(graph: DutyGraph) -> Lines:
    return _lines(graph.known.successions, graph.jurisdiction)


def _lines(steps: Sequence[Succession], place: str) -> Lines:
    """Return for each family that gave all its functions away where they went, the nearest first."""
    moves: dict[str, list[str]] = {}
    for step in steps:
        if not step.functions and step.place in ("", place):
            moves.setdefault(step.old, []).extend(step.new)
    return {family: _reached(family, moves) for family in moves}


def _reached(family: str, moves: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    reached: dict[str, None] = {}
    open_ = [family]
    while open_:
        fresh = [new for new in moves.get(open_.pop(0), ()) if new not in reached]
        reached.update(dict.fromkeys(fresh))
        open_ += fresh
    return tuple(reached)


def _one_line(one: str, other: str, lines: Lines) -> bool:
    with_department = (one, family_table().get(one, {}).get("under", one))
    return any(own == other or other in lines.get(own, ()) or own in lines.get(other, ()) for own in with_department)


@lru_cache(maxsize=2)  # one graph is judged after the other
def _index_of(graph: DutyGraph) -> Index:
    return _index(graph.known.statutory)


def _index(splits: Sequence[StatutorySplit]) -> Index:
    """Return each word of a first group with the splits that it may lead to, and their places in the table."""
    index: Index = {}
    for place, split in enumerate(splits):
        for word in split.words[0]:
            index.setdefault(word, []).append((place, split))
    return index


def _found(name: str, day: datetime.date, index: Index) -> Baseline | None:
    plain = squeeze(tidy(name))
    ends = range(len(plain) + 1)
    words = (plain[start:end] for end in ends for start in range(end))
    near = dict(pair for word in words for pair in index.get(word, ()))
    held = (near[place] for place in sorted(near) if near[place].holds(day))
    found = [one for split in held if (one := _fits(plain, split))]
    return max(found, key=lambda one: len(one.reason), default=None)


def _fits(name: str, split: StatutorySplit) -> Baseline | None:
    if not all(any(word in name for word in group) for group in split.words):
        return None
    if any(word in name for word in split.unlike):
        return None
    met = (max((word for word in group if word in name), key=len) for group in split.words)
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
