"""Duty items of one list that say the same thing again: wholly, one inside the other, or twice within one text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from analysis.wording import fragments, sentences
from data.rows import Duty
from data.spacing import squeeze
from graph.text import canonical, similarity

Kind = Literal["same", "inside"]

_EDGE = "，,；;。、：:"
_NUMBER = re.compile(r"^(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）、.．]\s*)+")
# A piece that begins so speaks of what stands before it.
_DEPENDENT = ("并", "且", "及", "等")


@dataclass(frozen=True, slots=True)
class Repeat:
    """Rows that say the same: wholly, or as a part of each other."""

    kind: Kind
    rows: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """From what on texts are the same: see the thresholds and terms of rule F9."""

    alike: float
    shortest: int
    piece: int
    light: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Item:
    """What is compared of a row: its canonical form, its weighty characters, its words, its sentences and pieces."""

    row: Duty
    canon: str
    weighty: str
    bare: str
    sentences: frozenset[str]
    pieces: frozenset[str]


def repeats(rows: Sequence[Duty], limits: Limits) -> Iterator[Repeat]:
    """Yield the repeats among the items of a list, in the order of their first rows.

    Two items are the same where their canonical forms are alike from `limits.alike` on and equal but for characters of
    `limits.light`: a swapped object or another role is never light. Items of less than
    `limits.shortest` characters say what they mean only under their main duty, and are compared within it. One item
    is inside another where the other holds it between punctuation, where both share a whole sentence, or a piece
    between punctuation of `limits.piece` characters.
    """
    pairs = [
        ((one.row, other.row), kind)
        for one, other in combinations([_item(row, limits) for row in rows], 2)
        if (kind := _repeat(one, other, limits))
    ]
    for group in _joined(pair for pair, _ in pairs):
        kinds = {kind for pair, kind in pairs if pair[0] in group}
        yield Repeat("same" if kinds == {"same"} else "inside", tuple(row for row in rows if row in group))


def twice_within(text: str, shortest: int) -> bool:
    """Return whether one clause of at least `shortest` characters of content stands in a text twice.

    Example:
        >>> twice_within("参与拟订国有资产管理制度，收取国有资本收益，参与拟订国有资产管理制度。", 10)
        True
    """
    clauses = [canonical(piece) for piece in fragments(text) if len(canonical(piece)) >= shortest]
    return len(clauses) > len(set(clauses))


def _item(row: Duty, limits: Limits) -> _Item:
    bare = _NUMBER.sub("", squeeze(row.item)).strip(_EDGE)
    pieces = [piece for piece in re.split(f"[{_EDGE}]", bare) if not piece.startswith(_DEPENDENT)]
    long = _long(sentences(row.item), limits.shortest)
    canon = canonical(row.item)
    weighty = "".join(char for char in canon if char not in limits.light)
    return _Item(row, canon, weighty, bare, long, _long(pieces, limits.piece))


def _repeat(one: _Item, other: _Item, limits: Limits) -> Kind | None:
    if one.weighty == other.weighty and _comparable(one, other, limits):
        return "same"
    if one.sentences & other.sentences or one.pieces & other.pieces:
        return "inside"
    short, long = sorted((one.bare, other.bare), key=len)
    return "inside" if len(short) >= limits.shortest and _holds(long, short) else None


def _comparable(one: _Item, other: _Item, limits: Limits) -> bool:
    telling = min(len(one.canon), len(other.canon)) >= limits.shortest
    near = telling or squeeze(one.row.main_duty) == squeeze(other.row.main_duty)
    return near and similarity(one.row.item, other.row.item) >= limits.alike


def _holds(long: str, short: str) -> bool:
    """Say whether the longer text holds the shorter between punctuation."""
    at = long.find(short)
    before, after = long[at - 1 : at], long[at + len(short) :][:1]
    return at >= 0 and (not before or before in _EDGE) and (not after or after in _EDGE)


def _long(pieces: Iterable[str], shortest: int) -> frozenset[str]:
    return frozenset(form for piece in pieces if len(form := canonical(piece)) >= shortest)


def _joined(pairs: Iterable[tuple[Duty, Duty]]) -> list[set[Duty]]:
    groups: list[set[Duty]] = []
    for pair in pairs:
        near = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in near] + [set(pair).union(*near)]
    return groups
