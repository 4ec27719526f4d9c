"""Compare what was read in a test document with the answer beside it: row by row, white space apart."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from data.rows import DutyList
from data.spacing import squeeze

FOLDER = Path(__file__).parent / "documents"
SUFFIX = ".expected.json"
TABLES = ("boundaries", "duties", "services", "regimes")
Row = tuple[tuple[str, str], ...]


class Score(NamedTuple):
    """Rows that are equal, rows that should be there, rows that are there."""

    hits: int
    expected: int
    found: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing and nothing was found."""
        return 2 * self.hits / (self.expected + self.found) if self.expected + self.found else 1.0


def answers() -> dict[str, dict[str, Any]]:
    """Return the answers by the names of their documents below `FOLDER`."""
    found = sorted(FOLDER.rglob(f"*{SUFFIX}"))
    return {
        path.relative_to(FOLDER).as_posix().removesuffix(SUFFIX): json.loads(path.read_text(encoding="utf-8"))
        for path in found
    }


def score(expected: Iterable[Row], found: Iterable[Row]) -> Score:
    """Return how many rows agree, each counted once."""
    wanted, got = Counter(expected), Counter(found)
    return Score((wanted & got).total(), wanted.total(), got.total())


def differences(expected: Sequence[Row], found: Sequence[Row]) -> list[str]:
    """Return a line for each row that is missed or invented."""
    wanted, got = Counter(expected), Counter(found)
    missed = [f"missed   {_shown(row)}" for row in (wanted - got).elements()]
    return [*missed, *(f"invented {_shown(row)}" for row in (got - wanted).elements())]


def rows(told: dict[str, Any], table: str, fields: Sequence[str]) -> list[Row]:
    """Return the rows of one table of a list as pairs of field and text without white space."""
    return [tuple((field, _text(row.get(field))) for field in fields) for row in told.get(table, ())]


def fields(told: dict[str, Any], table: str) -> list[str]:
    """Return the fields that the answer gives for a table, or those that tell a row where it gives none."""
    named = dict.fromkeys(field for row in told.get(table, ()) for field in row)
    return list(named) or ["matter", "department", "duty", "main_duty", "item", "name", "title"]


def as_told(one: DutyList) -> dict[str, Any]:
    """Return a list that was read in the form of the answers."""
    return asdict(one)


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "｜".join(_text(part["heading"]) + "：" + _text(part["text"]) for part in value)
    return squeeze(value or "")


def _shown(row: Row) -> str:
    return " | ".join(f"{field}={text}" for field, text in row if text)
