"""Personal data in a text: names of persons, mobile numbers, identity numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.rule import Words
from data.people import is_identity_number, may_be_name, name_pattern
from data.texts import Text

Kind = Literal["name", "mobile", "identity"]
_MOBILE = re.compile(r"(?<![\d.\-])1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}(?![\d\-])")
_IDENTITY = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_PHONE = r"(?:1[3-9]\d{9}|0\d{2,3}[-—－ ]?\d{7,8}|\d{7,8})(?!\d)"
_END = r"(?=$|[^一-龥]"
_CLAUSE = "，,；;。\n"


@dataclass(frozen=True, slots=True)
class Personal:
    """One piece of personal data: its kind, and the clause of the text that holds it, verbatim."""

    kind: Kind
    words: str
    text: Text


def personal_in(text: Text, words: Words) -> Iterator[Personal]:
    """Yield the personal data of a text, in the order of the kinds.

    Args:
        text: any text of a list.
        words: the rule's words: `labels`, `before_comrade`, `titles`, `persons`, `goes_on`, `not_after_persons`,
            `phones`.
    """
    plain = text.words
    for start in sorted(set(_names(text, words))):
        yield Personal("name", _clause(plain, start), text)
    for match in _MOBILE.finditer(plain):
        yield Personal("mobile", _clause(plain, match.start()), text)
    for match in _IDENTITY.finditer(plain):
        if is_identity_number(match.group()):
            yield Personal("identity", _clause(plain, match.start()), text)


def _names(text: Text, words: Words) -> Iterator[int]:
    for pattern in _patterns(words, text.field in words.terms("phones")):
        for match in pattern.finditer(text.words):
            if may_be_name(match["name"]):
                yield match.start("name")


def _patterns(words: Words, beside_phones: bool) -> tuple[re.Pattern[str], ...]:
    lists = tuple(
        words.terms(name) for name in ("labels", "before_comrade", "titles", "persons", "goes_on", "not_after_persons")
    )
    return _compiled(*lists)[: 4 if beside_phones else 3]


@cache
def _compiled(
    labels: tuple[str, ...],
    before_comrade: tuple[str, ...],
    titles: tuple[str, ...],
    persons: tuple[str, ...],
    goes_on: tuple[str, ...],
    not_after_persons: tuple[str, ...],
) -> tuple[re.Pattern[str], ...]:
    """After a label, before 同志, a private person of whom a case tells, and beside a telephone number."""
    name, long_name = f"(?P<name>{name_pattern()})", f"(?P<name>{name_pattern(longest=True)})"
    lead = "|".join((*before_comrade, "[^一-龥]", "^"))
    return (
        re.compile(rf"(?:{'|'.join(labels)})(?:[:：]\s*|为|是|\s+){name}{_END}|{'|'.join(titles)})"),
        re.compile(rf"(?:{lead}){name}(?=同志)"),
        re.compile(rf"(?:{'|'.join(persons)})(?!{'|'.join(not_after_persons)}){long_name}{_END}|{'|'.join(goes_on)})"),
        re.compile(rf"(?<![一-龥]){long_name}[\s:：（(]{{0,3}}(?={_PHONE})"),
    )


def _clause(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in _CLAUSE) + 1
    ends = [end for mark in _CLAUSE if (end := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))].strip()
