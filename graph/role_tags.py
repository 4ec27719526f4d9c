"""Role tags: what stands in brackets after a department (区统计局（主办）), or before it as a label (牵头单位：…)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from data.reference import load_yaml
from data.rows import Role, RoleName
from data.spacing import squeeze
from graph.likeness import likely_same_body
from graph.text import any_of

_KINDS: tuple[RoleName, ...] = ("lead", "support")


def tagged_role(duty: str, department: str) -> Role | None:
    """Return the role that a tag gives the department; None without a tag, or where two tags contradict each other.

    Args:
        duty: the duty text, which may repeat the cell: 区统计局（主办）：…
        department: the department cell or the one name of it.

    Example:
        >>> tagged_role("加强培育", "区经贸局（协办）").words
        '协办'
    """
    cell = squeeze(department)
    words = _tags_of(cell) or list(_labels(squeeze(duty), cell))
    roles = {_role_of(word) for word in words}
    return Role(roles.pop(), "explicit", words[0]) if len(roles) == 1 else None


def _tags_of(cell: str) -> list[str]:
    return _bracketed().findall(cell) + _leading().findall(cell)


def _labels(duty: str, cell: str) -> Iterator[str]:
    """Tags of labels that head the duty text, or a sentence of it, and name the department (or nobody)."""
    for met in _labelled().finditer(duty):
        if not met["name"] or not cell or likely_same_body(met["name"], cell):
            yield met["tag"]


def _role_of(word: str) -> RoleName:
    return next(kind for kind in _KINDS if word in _table()[kind])


def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load_yaml("roles.yml")["tags"]
    return table


def _tag() -> str:
    table = _table()
    return f"(?P<tag>{any_of([*table['lead'], *table['support']])}){any_of(table['units'])}?"


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"[(（\[【]{_tag()}[)）\]】]")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"^{_tag()}[:：]")


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[。；;]))(?P<name>[^，。；：:,;（(]{{0,20}})[(（]{_tag()}[)）]")
