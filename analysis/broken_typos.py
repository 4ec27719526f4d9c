"""Errors of typing, by the tables: wrong characters in common words, and sentences whose parts do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from analysis.broken_flow import Flow, Kind, Place
from data.messages import language, say
from data.reference import load_yaml


def typos(flow: Flow) -> Iterator[Place]:
    """Yield the sentences that hold a wrong form of data/text/typos.yml, none of its lawful words (`but`) aside.

    Source: each row of the table names its own.
    """
    for row in load_yaml("text/typos.yml"):
        for at in flow.find(row["wrong"]):
            if not _part_of(flow.words, at, row["wrong"], row.get("but", ())):
                note = say("broken.typo", wrong=row["wrong"], right=row["right"])
                yield flow.place("typos", at, at + len(row["wrong"]), note)


def sentences(flow: Flow) -> Iterator[Place]:
    """Yield the sentences that fit a pattern of data/text/broken.yml: broken ones, slips of grammar, doubled words.

    Source: each pattern of the table names its own.
    """
    for row in load_yaml("text/broken.yml")["sentences"]:
        if row["has"] in flow.words:
            for met in _pattern(row["pattern"]).finditer(flow.words):
                yield flow.place(_kind(row), met.start(), met.end(), row[language()].format(**met.groupdict()))


def _kind(row: dict[str, Any]) -> Kind:
    kind: Kind = row.get("kind", "sentence" if row.get("grade") == "M" else "typos")
    return kind


def _part_of(text: str, at: int, wrong: str, lawful: tuple[str, ...] | list[str]) -> bool:
    """Say whether the wrong form is just a part of a lawful word that stands there."""
    return any(text.startswith(word, at - word.find(wrong)) for word in lawful)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
