"""How far two matters give the same department the same duty: the evidence that tells equal from neighbouring."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.text import canonical, similarity

# Two clauses say the same: above this no labelled pair of different real duties was found.
SAME_CLAUSE = 0.8
# A clause of fewer characters (负责登记) says too little to be evidence.
_SHORTEST = 5
_CLAUSE = re.compile(r"[，。；;：:,]|\.(?!\d)")
_LAW = re.compile(r"《(?:中华人民共和国)?([^《》]*?(?:法|条例))(?:[（(][^《》]*)?》")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a matter gives one department: its name (or function families), and the duty text."""

    department: str
    families: tuple[str, ...]
    duty: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many departments have clauses in common; for the best of them how many, and which share of its text."""

    departments: int
    clauses: int
    share: float


def shared_duties(
    one: Sequence[Statement], other: Sequence[Statement], same: Callable[[Statement, Statement], bool]
) -> Evidence:
    """Return the evidence that two matters divide the same work.

    Args:
        one, other: the statements of each matter.
        same: whether two statements are about one department.
    """
    met = [(a, b, *_meeting(a.duty, b.duty)) for a in one for b in other if same(a, b)]
    found = [(a, b, share, clauses) for a, b, share, clauses in met if clauses]
    share, clauses = max(((share, clauses) for _, _, share, clauses in found), default=(0.0, 0))
    departments = min(len({id(pair[side]) for pair in found}) for side in (0, 1))
    return Evidence(departments, clauses, share)


def topic_share(one: str, other: str, known: str) -> float:
    """Return which share of the shorter text's bigrams stands in the other too, those of `known` (the name) left out.

    Example:
        >>> topic_share("精神疾病患者的救治", "加强精神疾病患者管理", "精神卫生") > 0.3
        True
    """
    name = _pairs(known)
    a, b = _pairs(one) - name, _pairs(other) - name
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def laws(bases: Iterable[str]) -> frozenset[str]:
    """Return the titles of the laws and regulations (法, 条例) that the bases cite, without 中华人民共和国.

    Example:
        >>> sorted(laws(["1、《中华人民共和国职业病防治法》；2、《关于印发方案的通知》"]))
        ['职业病防治法']
    """
    return frozenset(title for basis in bases for title in _LAW.findall(basis))


@lru_cache(maxsize=1 << 14)
def _meeting(one: str, other: str) -> tuple[float, int]:
    """Share of the better covered text that stands in clauses the other has too, and how many clauses these are."""
    a, b = _clauses(one), _clauses(other)
    sides = [_covered(a, b), _covered(b, a)]
    return max(sides) if a and b else (0.0, 0)


def _covered(these: tuple[str, ...], those: tuple[str, ...]) -> tuple[float, int]:
    met = [clause for clause in these if any(similarity(clause, each) >= SAME_CLAUSE for each in those)]
    return sum(map(len, met)) / max(1, sum(map(len, these))), len(met)


@lru_cache(maxsize=1 << 14)
def _clauses(duty: str) -> tuple[str, ...]:
    return tuple(_long_enough(_CLAUSE.split(duty)))


def _long_enough(parts: Iterable[str]) -> Iterator[str]:
    return (form for form in map(canonical, parts) if len(form) >= _SHORTEST)


@lru_cache(maxsize=1 << 14)
def _pairs(text: str) -> frozenset[str]:
    form = canonical(text)
    return frozenset(form[n : n + 2] for n in range(len(form) - 1))
