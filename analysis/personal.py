"""Personal data in a text: names of persons, mobile numbers, identity numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.clauses import CLAUSE, around
from analysis.rule import Words
from data.people import is_identity_number, may_be_name, name_pattern
from data.texts import Text

Kind = Literal["name", "mobile", "identity"]
_MOBILE = re.compile(r"(?<![\d.\-])1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}(?![\d\-])")
_IDENTITY = re.compile(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])")
_PHONE = r"(?:1[3-9]\d{9}|0\d{2,3}[-—－ ]?\d{7,8}|\d{7,8})(?!\d)"
_END = r"(?=$|[^一-龥]"


@dataclass(frozen=True, slots=True)
class Personal:
    """One piece of personal data: its kind, and the clause of the text that holds it, verbatim."""

    kind: Kind
    words: str
    text: Text


def personal_in(texts: Sequence[Text], words: Words) -> Iterator[Personal]:
    """Yield the personal data of the texts of a list, text by text, then the columns that hold nothing but names.

    Args:
        texts: all texts of a list.
        words: the rule's words: `labels`, `before_comrade`, `titles`, `persons`, `goes_on`, `not_after_persons`,
            `phones`.
    """
    lists = ("labels", "before_comrade", "titles", "persons", "goes_on", "not_after_persons")
    everywhere, beside_phones = _compiled(*(words.terms(name) for name in lists))
    fields = words.terms("phones")
    for text in texts:
        yield from _names(text, (*everywhere, beside_phones) if text.field in fields else everywhere)
        yield from _numbers(text)
    yield from _name_columns(texts)


def _names(text: Text, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Personal]:
    met = (match for pattern in patterns for match in pattern.finditer(text.words) if may_be_name(match["name"]))
    for start in sorted({match.start("name") for match in met}):
        yield Personal("name", _clause(text.words, start), text)


def _numbers(text: Text) -> Iterator[Personal]:
    for match in _MOBILE.finditer(text.words):
        yield Personal("mobile", _clause(text.words, match.start()), text)
    for match in _IDENTITY.finditer(text.words):
        if is_identity_number(match.group()):
            yield Personal("identity", _clause(text.words, match.start()), text)


def _name_columns(texts: Sequence[Text]) -> Iterator[Personal]:
    """A column holds names where most of its cells do, and two different ones at least."""
    for field in ("office", "agency"):
        cells = [text for text in texts if text.field == field]
        names = [text for text in cells if _only_names(text.words)]
        if len({text.words for text in names}) > 1 and 2 * len(names) > len(cells):
            yield from (Personal("name", text.words.strip(), text) for text in names)


def _only_names(cell: str) -> bool:
    words = re.split(r"[、，,\s]+", cell.strip())
    return all(_whole_name().fullmatch(word) and may_be_name(word) for word in words)


@cache
def _whole_name() -> re.Pattern[str]:
    return re.compile(name_pattern())


@cache
def _compiled(
    labels: tuple[str, ...],
    before_comrade: tuple[str, ...],
    titles: tuple[str, ...],
    persons: tuple[str, ...],
    goes_on: tuple[str, ...],
    not_after_persons: tuple[str, ...],
) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """After a label, before 同志, beside a title, a private person of whom a case tells; and beside a telephone."""
    name, long_name = f"(?P<name>{name_pattern()})", f"(?P<name>{name_pattern(longest=True)})"
    lead = "|".join((*before_comrade, "[^一-龥]", "^"))
    everywhere = (
        re.compile(rf"(?:{'|'.join(labels)})(?:[:：]\s*|为|是|\s+){name}{_END}|{'|'.join(titles)})"),
        re.compile(rf"(?:{lead}){name}(?=同志)"),
        re.compile(rf"(?:{'|'.join(titles)}){long_name}{_END})"),
        re.compile(rf"(?<![一-龥]){long_name}(?={'|'.join(titles)})"),
        re.compile(
            rf"(?<![企行物产林农])(?:{'|'.join(persons)})(?!{'|'.join(not_after_persons)}){long_name}{_END}|{'|'.join(goes_on)})"
        ),
    )
    return everywhere, re.compile(rf"(?<![一-龥]){long_name}[\s:：（(]{{0,3}}(?={_PHONE})")


def _clause(text: str, at: int) -> str:
    return "".join(around(text, at, at, CLAUSE)).strip()
