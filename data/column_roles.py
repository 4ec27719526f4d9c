"""What the head of a column says of the role of the departments in it: 牵头部门 leads, 配合单位 supports."""

from __future__ import annotations

from functools import lru_cache

from data.reference import load_yaml
from data.rows import RoleName
from data.spacing import squeeze

_KINDS: tuple[RoleName, ...] = ("lead", "support")


@lru_cache(maxsize=1024)
def column_role(head: str) -> tuple[RoleName, str] | None:
    """Return the role that a head tells and the word that tells it; None for a head that tells none, or both.

    Args:
        head: the printed words of the head, those of two levels joined by "/".

    Example:
        >>> column_role("责任部门/牵头"), column_role("责任部门")
        (('lead', '牵头'), None)
    """
    text = squeeze(head)
    table: dict[str, list[str]] = load_yaml("roles.yml")["columns"]
    found: list[tuple[RoleName, str]] = []
    for kind in _KINDS:
        met = [word for word in table[kind] if word in text]
        found += [(kind, max(met, key=len))] if met else []
    return found[0] if len(found) == 1 else None


def helper_word(head: str) -> str:
    """Return the word by which a head names townships and streets, who help where another column leads; "" for others.

    Example:
        >>> helper_word("职责边界划分/乡镇（街道）"), helper_word("县级部门")
        ('乡镇', '')
    """
    helpers: list[str] = load_yaml("roles.yml")["helpers"]
    return next((word for word in helpers if word in head), "")
