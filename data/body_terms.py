"""The words that names of government bodies are made of, with the function families they stand for.

The tables in data/bodies are edited by people; this module reads them and cuts names into their words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.reference import load_yaml


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a name: as printed, in full words, its families; a filler has none, an unknown character neither."""

    text: str
    full: str
    families: tuple[str, ...]
    known: bool = True


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body with a name of its own (names.yml): the full name, its families and nature; `kept` as in the table."""

    full: str
    families: tuple[str, ...]
    nature: str
    kept: bool


def cut(core: str) -> tuple[Term, ...]:
    """Cut the core of a name into terms, with as few words and unknown characters as can be.

    The cheapest cut is found by dynamic programming over the characters: a word costs 1 (of one character 1.6, so that
    abbreviations made of them count only where no longer word fits), a filler 0.5, an unknown character 3.

    Example:
        >>> [term.full for term in cut("教文体")]
        ['教育', '文化体育']
    """
    best: list[tuple[float, tuple[Term, ...]]] = [(0.0, ())]
    for end in range(1, len(core) + 1):
        ways = [(best[start][0] + cost, (*best[start][1], term)) for start, term, cost in _last_terms(core, end)]
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _last_terms(core: str, end: int) -> Iterator[tuple[int, Term, float]]:
    yield end - 1, Term(core[end - 1], core[end - 1], (), known=False), 3.0
    table, longest = terms()
    for start in range(max(0, end - longest), end):
        if term := table.get(core[start:end]):
            yield start, term, _cost(term)


def _cost(term: Term) -> float:
    if not term.families:
        return 0.5
    return 1.6 if len(term.text) == 1 else 1.0


@cache
def terms() -> tuple[dict[str, Term], int]:
    """Return every word of the tables with its term, and the length of the longest."""
    found = {word: Term(word, word, ()) for word in words()["fillers"]}
    for family, entry in family_table().items():
        found |= {word: Term(word, word, (family,)) for word in entry["words"]}
        found |= {short: Term(short, full, (family,)) for short, full in entry.get("short", {}).items()}
    for text, entry in load_yaml("bodies/compounds.yml").items():
        found[text] = Term(text, entry["full"], tuple(entry["families"]))
        found[entry["full"]] = Term(entry["full"], entry["full"], tuple(entry["families"]))
    return found, max(map(len, found))


@cache
def named_bodies() -> dict[str, NamedBody]:
    """Return the bodies of names.yml by every form of their names."""
    found: dict[str, NamedBody] = {}
    for full, entry in load_yaml("bodies/names.yml").items():
        body = NamedBody(full, tuple(entry["families"]), entry["nature"], entry.get("kept", False))
        found |= dict.fromkeys((full, *entry.get("also", ())), body)
    return found


def family_table() -> dict[str, Any]:
    """Return families.yml: family → its words, short forms, nature, official names."""
    table: dict[str, Any] = load_yaml("bodies/families.yml")
    return table


def words() -> dict[str, Any]:
    """Return words.yml: ends of names, fillers, generic words, tags, verbs."""
    table: dict[str, Any] = load_yaml("bodies/words.yml")
    return table
