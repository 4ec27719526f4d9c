"""Titles that stand in running text without marks: before their number, behind 中华人民共和国, or known by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from data.laws import instruments
from graph.citation_numbers import Found
from graph.citation_text import Spans, is_title, title_words
from graph.citation_titles import Title
from graph.text import any_of

# 中华人民共和国…法: to the first 法 or 条例 that no other word goes on with.
_NATIONAL = re.compile("中华人民共和国[一-龥]{1,28}?(?:法法|法(?![律规院人制定官典治])|条例)")
_LEGAL = re.compile("法典?|条例|办法|规定|细则")
# What may stand behind a known name in running text: its articles, its number, punctuation.
_BEHIND = re.compile(r"第[一二三四五六七八九十百0-9]|[(,、;:。》]|$|和|及|的?规定")
_BEFORE = re.compile(r"[^一-龥]|^")
# (试行), (修订草案) and the like belong to a title; any other bracket ends what stands before it.
_STAGE = "(?:试行|暂行|修订|修正|草案|修订草案)"
_STOP = re.compile(
    rf"[。;,:《》〈〉]|\((?!{_STAGE}\))|(?<!行)(?<!订)(?<!正)(?<!案)\)|(?<![0-9])[0-9]{{1,2}}[、.]|条(?![例约件])"
)
_LONGEST = 60
_SHORTEST = 6


def names_in(words: str, taken: Spans, numbers: Sequence[Found]) -> Iterator[Title]:
    """Yield the titles without marks of a folded text, outside those in marks, in no certain order.

    Args:
        words: the folded text.
        taken: where its titles in marks stand; what is found is added.
        numbers: its file numbers and orders.
    """
    for found in (*_numbered(words, numbers), *_national(words), *_known(words)):
        if taken.free(found.start, found.end):
            taken.add(found.start, found.end)
            yield found


def _numbered(words: str, numbers: Sequence[Found]) -> Iterator[Title]:
    """What stands before a file number and ends as titles do: from the last punctuation or list number on."""
    for number in numbers:
        end = number.code_start - (words[number.code_start - 1 : number.code_start] == "(")
        window = words[max(0, end - _LONGEST) : end]
        begin = max((met.end() for met in _STOP.finditer(window)), default=0)
        name = _leading().sub("", window[begin:])
        if len(name) >= _SHORTEST and is_title(name) and (begin or end <= _LONGEST):
            yield Title(name, end - len(name), end)


def _national(words: str) -> Iterator[Title]:
    for met in _NATIONAL.finditer(words):
        yield Title(met[0], met.start(), met.end())


def _known(words: str) -> Iterator[Title]:
    """Names of the tables; one of few characters where nothing but punctuation, or a word that cites, is before it."""
    names, longest = _known_names()
    for met in _LEGAL.finditer(words) if names else ():
        if not _BEHIND.match(words, met.end()):
            continue
        begins = range(max(0, met.end() - longest), met.start())
        begin = next((place for place in begins if words[place : met.end()] in names), -1)
        if begin >= 0 and _stands_alone(words, begin, met.end()):
            yield Title(words[begin : met.end()], begin, met.end())


def _stands_alone(words: str, begin: int, end: int) -> bool:
    before = words[max(0, begin - 4) : begin]
    return not before or not re.match("[一-龥]", before[-1]) or before.endswith(title_words("before"))


@cache
def _known_names() -> tuple[frozenset[str], int]:
    full = {one.name for one in instruments()}
    names = frozenset(full | {name.removeprefix("中华人民共和国") for name in full})
    return names, max(map(len, names), default=0)


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(f"^(?:{any_of(title_words('before'))})+")
