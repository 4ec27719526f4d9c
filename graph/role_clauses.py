"""The clauses of a duty text, as far as they speak of the department of the row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.role_doers import is_self, without_own_name
from graph.role_words import hide_compounds, pattern

_SENTENCE = re.compile(r"[。；;：:！!]|(?<=[^\d.])(?=\d{1,2}[、．](?!\d))")
_CLAUSE = re.compile(r"[，,]")
_NUMBER = re.compile(r"^[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．]+")
_TAG = r"(?:[(（][^)）]{1,6}[)）])?"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its words (compounds hidden, own name out) and its sentence.

    `opens`: it is the first that says what is done; `named`: the department's own name stood at its beginning.
    """

    text: str
    sentence: str
    opens: bool
    named: bool


def clauses(duty: str, department: str) -> tuple[Clause, ...]:
    """Return the clauses of a duty text in order; exactly one opens it, unless the text is empty.

    A clause that only says when, how or under whom (按照职责分工，配合…) does not open. Where a cell states the parts
    of several departments, each under its name (区教育局：…；区公安局：…), only the row's own part is read.

    Example:
        >>> [clause.opens for clause in clauses("根据需要，安排资金。", "区财政局")]
        [False, True]
    """
    found: list[Clause] = []
    for sentence in filter(None, (_NUMBER.sub("", part) for part in _SENTENCE.split(_own_part(duty, department)))):
        parts = [part for part in _CLAUSE.split(sentence) if part]
        first = next((n for n, part in enumerate(parts) if not _circumstance(part)), len(parts) - 1)
        opened = any(clause.opens for clause in found)
        bare = [without_own_name(part, department) for part in parts]
        told = without_own_name(sentence, department)
        found += [Clause(bare[n], told, not opened and n == first, bare[n] != parts[n]) for n in range(len(parts))]
    return tuple(found)


def _own_part(duty: str, department: str) -> str:
    text = hide_compounds(duty)
    label = rf"(?:^|(?<=[。；;]))([^，。；：:,;]{{0,16}}?{pattern('bodies')}){_TAG}[:：]"
    _, *labelled = re.split(label, text)
    parts = zip(labelled[::2], labelled[1::2], strict=True)
    return "。".join(said for name, said in parts if is_self(name, department)) or text


def _circumstance(part: str) -> bool:
    bare = re.sub(rf"^{pattern('adverbs')}+", "", part)
    return not bare or re.match(pattern("circumstances"), part) is not None
