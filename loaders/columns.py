"""Recognise the columns of a table by its header words, and by its columns the kind of the table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from data.reference import load_yaml
from data.rows import SectionKind
from loaders.wording import squeeze


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Header word → the columns it may name."""
    found: dict[str, tuple[str, ...]] = {}
    for column, words in load_yaml("headers.yml")["columns"].items():
        for word in words:
            found[squeeze(word)] = (*found.get(squeeze(word), ()), column)
    return found


def is_header_word(text: str) -> bool:
    """Say whether a cell text is the head of a column (序号, 管理\\n事项).

    Example:
        >>> is_header_word("管理\\n事项")
        True
    """
    return squeeze(text) in _names()


def table_kind(header: Sequence[str]) -> tuple[SectionKind, tuple[str, ...]] | None:
    """Return the kind of the table under a header row, and the program's name for each of its columns.

    Args:
        header: the texts of the header cells.

    Returns:
        The kind and one name a column ("" for a column that is not known); None where this is no header of a table
        of a duty list.

    Example:
        >>> table_kind(["序号", "管理事项", "相关部门", "职责分工"])
        ('boundaries', ('seq', 'matter', 'department', 'duty'))
    """
    options = [_names().get(squeeze(text), ()) for text in header]
    for kind, signatures in load_yaml("headers.yml")["kinds"].items():
        wanted = _columns_of(kind)
        columns = tuple(next((name for name in names if name in wanted), "") for names in options)
        if any(set(signature) <= set(columns) for signature in signatures):
            return kind, columns
    return None


def _columns_of(kind: str) -> frozenset[str]:
    return {
        "boundaries": frozenset({"seq", "matter", "department", "duty", "basis", "case", "remark"}),
        "duties": frozenset({"seq", "main_duty", "item", "office", "remark", "accountability", "code", "basis"}),
        "services": frozenset({"seq", "name", "content", "agency", "phone", "remark"}),
    }[kind]
