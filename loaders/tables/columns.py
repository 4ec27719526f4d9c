"""Recognise the columns of a table by its header words, and by its columns the kind of the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from data.reference import load_yaml
from data.rows import SectionKind
from data.spacing import squeeze
from loaders.numbers import is_number
from loaders.wording import number_value

KINDS: dict[SectionKind, frozenset[str]] = {
    "duties": frozenset({"seq", "main_duty", "item", "office", "remark", "accountability", "code", "basis"}),
    "boundaries": frozenset({"seq", "matter", "department", "duty", "basis", "case", "remark"}),
    "services": frozenset({"seq", "name", "content", "agency", "phone", "remark"}),
}
# A word of a header is short: a cell that ends with 依据 may be a text.
_LONGEST_WORD = 12
# So many words of a header must be known: one alone (公共服务) may be a cell of a row.
_LEAST_KNOWN = 2
_EXPLANATION = re.compile(r"[（(][^（）()]*[)）]$")
_Known = tuple[SectionKind, tuple[str, ...]]


def is_header_word(text: str) -> bool:
    """Say whether a cell text is the head of a column (序号, 管理\\n事项).

    Example:
        >>> is_header_word("管理\\n事项")
        True
    """
    if len(text) > 2 * _LONGEST_WORD:
        return False
    word = _word(text)
    return word in _general() or word in _within_words()


def is_number_head(text: str) -> bool:
    """Say whether a cell text is the head of the column of numbers (序号): no row but a header begins with it."""
    return len(text) <= 2 * _LONGEST_WORD and "seq" in _general().get(_word(text), ())


def table_kind(header: Sequence[str], expected: SectionKind | None = None) -> _Known | None:
    """Return the kind of the table under a header row, and the program's name for each of its columns.

    Args:
        header: the texts of the header cells.
        expected: the part of the list that the table stands in, where one is known: under its heading general words
            (事项, 内容) name columns too.

    Returns:
        The kind and one name a column ("" for a column that is not known, or named already); None where this is no
        header of a table of a duty list.

    Example:
        >>> table_kind(["序号", "管理事项", "相关部门", "职责分工"])
        ('boundaries', ('seq', 'matter', 'department', 'duty'))
    """
    words = tuple(_word(text) if len(text) <= 2 * _LONGEST_WORD else "" for text in header)
    known = _kind(words, expected)
    return known if known and sum(map(bool, known[1])) >= _LEAST_KNOWN else None


def usual_columns(row: Sequence[str], part: SectionKind | None) -> tuple[str, ...] | None:
    """Return the columns of a table that has lost its header, by the part it stands in and its first row.

    Args:
        row: the texts of the first row; it has to begin with the number one.
        part: the part of the list, where one is known.

    Example:
        >>> usual_columns(["1", "负责救助", "受理申请"], "duties")
        ('seq', 'main_duty', 'item')
    """
    if not row or not is_number(row[0]) or number_value(row[0]) != 1:
        return None
    forms = load_yaml("headers.yml")["forms"].get(part, ())
    return next((tuple(form) for form in forms if len(form) == len(row)), None)


@lru_cache(maxsize=4096)
def _kind(words: tuple[str, ...], expected: SectionKind | None) -> _Known | None:
    best: tuple[int, _Known] | None = None
    for kind, signatures in load_yaml("headers.yml")["kinds"].items():
        columns = _columns(words, kind, kind == expected)
        known = 2 * sum(map(bool, columns)) + (kind == expected)
        if any(set(signature) <= set(columns) for signature in signatures) and (best is None or known > best[0]):
            best = known, (kind, _columns(words, kind, under_heading=True))
    return best[1] if best else None


def _columns(words: Sequence[str], kind: SectionKind, under_heading: bool) -> tuple[str, ...]:
    options = [_options(word, kind, under_heading) for word in words]
    if sum(map(bool, options)) >= _LEAST_KNOWN:
        options = [found or _by_ending(word, kind) for found, word in zip(options, words, strict=True)]
        # The head of the numbers may be left blank.
        options[0] = options[0] or ([] if words[0] else ["seq"])
    columns: list[str] = []
    for found in options:
        columns.append(next((name for name in found if name not in columns), ""))
    return tuple(columns)


def _options(word: str, kind: SectionKind, under_heading: bool) -> list[str]:
    general = [name for name in _general().get(word, ()) if name in KINDS[kind]]
    return general + [name for name in _within(kind).get(word, ()) if under_heading]


def _by_ending(word: str, kind: SectionKind) -> list[str]:
    endings: dict[str, list[str]] = load_yaml("headers.yml")["endings"]
    fitting = [name for name, ends in endings.items() if name in KINDS[kind] and word.endswith(tuple(ends))]
    return fitting if 0 < len(word) <= _LONGEST_WORD else []


def _word(text: str) -> str:
    """Return a header cell as the tables write it: no white space, no explanation in brackets, no colon."""
    words = squeeze(text).rstrip("：:*")
    return _EXPLANATION.sub("", words) or words


@cache
def _general() -> dict[str, tuple[str, ...]]:
    return _inverted(load_yaml("headers.yml")["columns"].items())


@cache
def _within(kind: SectionKind) -> dict[str, tuple[str, ...]]:
    return _inverted(load_yaml("headers.yml")["within"].get(kind, {}).items())


@cache
def _within_words() -> frozenset[str]:
    return frozenset(word for kind in KINDS for word in _within(kind))


def _inverted(columns: Iterable[tuple[str, list[str]]]) -> dict[str, tuple[str, ...]]:
    """Header word → the columns it may name."""
    found: dict[str, tuple[str, ...]] = {}
    for column, words in columns:
        for word in words:
            found[squeeze(word)] = (*found.get(squeeze(word), ()), column)
    return found
