"""Who does what a clause says: the department of the row, or someone else whom the clause names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.likeness import likely_same_body
from graph.role_words import HIDDEN, pattern, words

_SELF = re.compile(r"[本我该](?:局|委|办|部门|单位|机关)$")


def without_own_name(clause: str, department: str) -> str:
    """Return a clause without the department's own name at its beginning (区卫生局配合… → 配合…).

    Example:
        >>> without_own_name("我局配合做好防治", "区卫生局"), without_own_name("区公安局牵头", "区卫生局")
        ('配合做好防治', '区公安局牵头')
    """
    doing = rf"{pattern('deeds')}|{pattern('by_others')}|{pattern('adverbs')}"
    met = re.match(rf"(?!{doing})[^{HIDDEN}]{{1,16}}?{pattern('bodies')}", clause)
    return clause[met.end() :] if met and is_self(met[0], department) else clause


def is_self(name: str, department: str) -> bool:
    """Return whether a name in the text is the row's department: by its name, or as 本局, 我局."""
    return _SELF.search(name) is not None or likely_same_body(name, department)


def done_by_other(before: str, department: str) -> bool:
    """Return whether the doer named before a role word is someone else than the row's department.

    Names that name nobody (有关部门) are no doers.

    Args:
        before: the clause up to the role word.
        department: the department cell or name.

    Example:
        >>> done_by_other("报区发改局", "区住建局"), done_by_other("区交通局为治超活动", "区交通局")
        (True, False)
    """
    names = (re.sub(rf"^{pattern('by_others')}", "", name) for name in _doers(before))
    return any(not re.search(pattern("nobody") + "$", name) and not is_self(name, department) for name in names)


def _doers(before: str) -> Iterator[str]:
    """Names that stand as a doer: right before the word, brought in by 由, or at the beginning before 为, 是, 负责."""
    near = re.search(
        rf"[^、{HIDDEN}]*?(?P<kind>{_bodies()}|(?P<person>{pattern('leaders')}))(?:共同|统一|联合)*$", before
    )
    if near and (near["person"] or not _is_object(before)):
        yield before[near.start() : near.end("kind")]
    yield from re.findall(rf"由(.{{1,16}}?{pattern('bodies')})", before)
    yield from re.findall(rf"^(.{{1,16}}?{pattern('bodies')})(?:为|是|作为|负责)", before)


def _is_object(before: str) -> bool:
    """负责机关的…: a body after the department's own verb is an object, unless 由, 报 and the like bring it in."""
    own = re.match(rf"(?:{pattern('adverbs')}|对|加强)", before)
    return own is not None and not re.search(rf"{pattern('by_others')}.{{1,16}}?$", before[own.end() :])


@cache
def _bodies() -> str:
    return "(?:" + "|".join(sorted(words("bodies"), key=len, reverse=True)) + ")"
