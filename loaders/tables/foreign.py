"""Know by its heads a table that belongs to no duty list: powers, tasks with deadlines, telephone numbers, staffing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.reference import load_yaml
from data.spacing import squeeze
from loaders.tables.columns import MOST_COLUMNS

# A head that tells a kind by itself, and one of duty lists, count as many as these others.
_SURE, _OWN = 3, 4
# Heads so short are compared whole: 职务 is no 职务分工.
_SHORT = 2


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """What a table is, and the heads that tell."""

    kind: str
    words: tuple[str, ...]


def is_foreign_table(heads: Sequence[str]) -> ForeignTable | None:
    """Return what a table with these heads is that belongs to no duty list, None for any other.

    A head that only one kind has counts three, another one, a head of duty lists four against it. The kind that counts
    most is it where there are two heads of it, one of them sure, or `least` others.

    Args:
        heads: the texts of the header's cells; levels of one head may be joined by "/".

    Example:
        >>> is_foreign_table(["序号", "职权名称", "实施依据", "追责情形"]).kind
        'power'
        >>> is_foreign_table(["序号", "管理事项", "相关部门", "职责分工"])
    """
    if len(heads) > MOST_COLUMNS:
        return None
    words = [squeeze(word) for head in heads for word in head.split("/")]
    own = _OWN * len(list_heads(words))
    best: tuple[int, ForeignTable] | None = None
    for kind, told in _kinds().items():
        sure, other = _among(words, told["sure"]), _among(words, told["heads"])
        score = _SURE * len(sure) + len(other)
        enough = score >= told["least"] if not sure else score > _SURE
        if enough and score > max(own, best[0] if best else 0):
            best = score, ForeignTable(kind, (*sure, *other))
    return best[1] if best else None


def list_heads(words: Sequence[str]) -> list[str]:
    """Return the words that only tables of duty lists have as heads.

    Example:
        >>> list_heads(["序号", "管理事项"])
        ['管理事项']
    """
    return _among([squeeze(word) for word in words], load_yaml("doctypes.yml")["list_heads"])


def _among(words: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the words that are known heads, or hold one of more than two characters."""
    longer = tuple(head for head in known if len(head) > _SHORT)
    return [word for word in words if word in known or any(head in word for head in longer)]


def _kinds() -> dict[str, Any]:
    kinds: dict[str, Any] = load_yaml("doctypes.yml")["tables"]
    return kinds
