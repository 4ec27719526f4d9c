"""The clauses of a duty text, and what a role word inside one stands for: whose doing it is, and of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.reference import load_yaml
from graph.likeness import likely_same_body
from graph.text import any_of, plain, squeeze

_SENTENCE = re.compile(r"[。；;：:！!]|(?<=[^\d.])(?=\d{1,2}[、．](?!\d))")
_CLAUSE = re.compile(r"[，,]")
_NUMBER = re.compile(r"^[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．]+")
_UNDER = r"(?:在.{2,16}?下)?"
_HIDDEN = "□"
_SELF = re.compile(r"[本我该](?:局|委|办|部门|单位|机关)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its words (compounds hidden), its whole sentence, and whether it opens the text."""

    text: str
    sentence: str
    opens: bool


def words(block: str) -> Any:
    """Return a block of data/roles.yml."""
    return load_yaml("roles.yml")[block]


@cache
def pattern(block: str) -> str:
    """Return a pattern for the words of a block of data/roles.yml, the longest first."""
    return any_of(words(block))


def clauses(duty: str) -> tuple[Clause, ...]:
    """Return the clauses of a duty text in order; exactly one opens it, unless the text is empty.

    The opening clause is the first that does more than say when, how or under whom (按照职责分工，配合…).

    Example:
        >>> [clause.opens for clause in clauses("根据需要，安排资金。")]
        [False, True]
    """
    hidden = re.sub(pattern("compounds"), lambda met: _HIDDEN * len(met[0]), squeeze(duty))
    found: list[Clause] = []
    for sentence in filter(None, (_NUMBER.sub("", part) for part in _SENTENCE.split(hidden))):
        parts = [part for part in _CLAUSE.split(sentence) if part]
        first = next((n for n, part in enumerate(parts) if not _circumstance(part)), len(parts) - 1)
        opened = any(clause.opens for clause in found)
        found += [Clause(part, sentence, not opened and n == first) for n, part in enumerate(parts)]
    return tuple(found)


def _circumstance(part: str) -> bool:
    bare = re.sub(rf"^{pattern('adverbs')}+", "", part)
    return not bare or re.match(pattern("circumstances"), part) is not None


def opens_with(block_pattern: str, text: str) -> re.Match[str] | None:
    """Return the match of a word that opens a clause, after adverbs and 在…领导下 at most; its group is `word`."""
    return re.match(rf"{_UNDER}(?:{pattern('adverbs')}|、)*(?P<word>{block_pattern})", text)


def done_by_other(before: str, department: str) -> bool:
    """Return whether the doer named before a role word is someone else than the row's department.

    Args:
        before: the clause up to the role word.
        department: the department cell or name.

    Example:
        >>> done_by_other("报区发改局", "区住建局"), done_by_other("区交通局为治超活动", "区交通局")
        (True, False)
    """
    return any(not _is_self(name, department) for name in _doers(before))


def _doers(before: str) -> Iterator[str]:
    """Names that stand as a doer: right before the word, brought in by 由, or at the beginning before 为, 是, 负责."""
    near = re.search(rf"(?P<name>[^、□]*?(?:{pattern('bodies')}|{pattern('leaders')}))(?:共同|统一|联合|总)*$", before)
    if near and not (_object_of_own(before) and not re.search(pattern("leaders") + "$", near["name"])):
        yield near["name"]
    yield from re.findall(rf"由(.{{1,16}}?{pattern('bodies')})", before)
    yield from re.findall(rf"^(.{{1,16}}?{pattern('bodies')})(?:为|是|作为|负责)", before)


def _object_of_own(before: str) -> bool:
    """负责机关的…: a body that follows the department's own verb is an object, unless it is brought in as the doer."""
    own = re.match(rf"(?:{pattern('adverbs')}|对|加强)", before)
    return own is not None and not re.search(rf"{pattern('by_others')}.{{1,16}}?$", before[own.end() :])


def _is_self(name: str, department: str) -> bool:
    bare = re.sub(rf"^{pattern('by_others')}", "", name)
    nobody = re.search(pattern("nobody") + "$", bare) is not None
    return nobody or _SELF.search(bare) is not None or likely_same_body(bare, department)


def share_of_matter(text: str, matter: str) -> float:
    """Return which share of what a clause speaks of is the matter: 1 where it speaks of nothing else.

    Characters of the clause that stand in a bigram of the matter's name, by all its characters; role words and words
    that say nothing of an object (data/roles.yml, `empty`) left out.

    Example:
        >>> share_of_matter("负责组织、协调危险化学品事故受伤人员的医疗卫生救援", "危险化学品监管") < 0.5
        True
    """
    pieces = _objects(text)
    known = {pair for piece in _objects(matter) for pair in _pairs(piece)} | _pairs(plain(matter))
    total = sum(map(len, pieces))
    return sum(_covered(piece, known) for piece in pieces) / total if total else 1.0


def touches(text: str, matter: str) -> bool:
    """Return whether a text speaks of any object of the matter at all; always, where the name is lost."""
    known = {pair for piece in _objects(matter) for pair in _pairs(piece)}
    return not known or any(known & _pairs(piece) for piece in _objects(text))


def _objects(text: str) -> list[str]:
    pieces = re.split(pattern("empty") + "|[^\\w]|" + _HIDDEN, text)
    return [word for word in map(plain, pieces) if len(word) > 1]


def _pairs(word: str) -> set[str]:
    return {word[n : n + 2] for n in range(len(word) - 1)}


def _covered(word: str, known: set[str]) -> int:
    """How many characters of a word stand in a bigram of `known`."""
    inside = {n + k for n in range(len(word) - 1) if word[n : n + 2] in known for k in (0, 1)}
    return len(inside)
