"""What a clause speaks of, measured against the name of the matter."""

from __future__ import annotations

import re

from graph.role_words import HIDDEN, pattern
from graph.text import plain


def share_of_matter(text: str, matter: str) -> float:
    """Return which share of what a clause speaks of is the matter: 1 where it speaks of nothing else.

    Characters of the clause that stand in a bigram of the matter's name, by all its characters; role words and words
    that say nothing of an object (data/roles.yml, `empty`) left out.

    Example:
        >>> share_of_matter("负责组织、协调危险化学品事故受伤人员的医疗卫生救援", "危险化学品监管") < 0.5
        True
    """
    pieces = _objects(text)
    known = {pair for piece in _objects(matter) for pair in _pairs(piece)} | _pairs(plain(matter))
    total = sum(map(len, pieces))
    return sum(_covered(piece, known) for piece in pieces) / total if total else 1.0


def touches(text: str, matter: str) -> bool:
    """Return whether a text speaks of any object of the matter, or of no object at all; always, where the name is lost.

    A word all of whose characters stand in the name of the matter is short for it (治超: 超限超载治理).

    Example:
        >>> touches("牵头农村电影放映", "校园周边治安综合治理"), touches("牵头农村电影放映", "")
        (False, True)
        >>> touches("牵头单位", "校园周边治安综合治理")
        True
    """
    known = {pair for piece in _objects(matter) for pair in _pairs(piece)}
    pieces = _objects(text)
    return not known or not pieces or any(known & _pairs(piece) or set(piece) <= set(matter) for piece in pieces)


def _objects(text: str) -> list[str]:
    pieces = re.split(rf"{pattern('empty')}|[^\w]|{HIDDEN}", text)
    return [word for word in map(plain, pieces) if len(word) > 1]


def _pairs(word: str) -> set[str]:
    return {word[n : n + 2] for n in range(len(word) - 1)}


def _covered(word: str, known: set[str]) -> int:
    """How many characters of a word stand in a bigram of `known`."""
    return len({n + k for n in range(len(word) - 1) if word[n : n + 2] in known for k in (0, 1)})
