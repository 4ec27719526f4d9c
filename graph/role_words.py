"""The word table of roles, data/roles.yml, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from data.reference import load_yaml
from data.spacing import squeeze
from graph.text import any_of

HIDDEN = "□"
_UNDER = r"(?:在.{2,16}?下)?"


def words(block: str) -> Any:
    """Return a block of data/roles.yml."""
    return load_yaml("roles.yml")[block]


@cache
def pattern(block: str) -> str:
    """Return a pattern for the words of a block of data/roles.yml, the longest first."""
    return any_of(words(block))


def hide_compounds(duty: str) -> str:
    """Return the text, white space out, with words that merely hold a role word (公众参与) made unreadable.

    Example:
        >>> hide_compounds("公众参与 的组织")
        '□□□□的组织'
    """
    return re.sub(pattern("compounds"), lambda met: HIDDEN * len(met[0]), squeeze(duty))


def opens_with(word: str, text: str) -> re.Match[str] | None:
    """Return the match of a pattern that opens a clause, after adverbs and 在…领导下 at most.

    Example:
        >>> opens_with("配合", "按照职责分工积极配合公安机关") is not None
        True
    """
    return re.match(rf"{_UNDER}(?:{pattern('adverbs')}|、)*{word}", text)
