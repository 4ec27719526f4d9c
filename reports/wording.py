"""The small words that every report shares: names joined, terms of other layers."""

from __future__ import annotations

from collections.abc import Iterable

from data.messages import say, texts


def joined(names: Iterable[str]) -> str:
    """Return names joined as the language joins them (、 in Chinese), each once, blanks left out."""
    return say("join").join(dict.fromkeys(name for name in names if name))


def some(names: Iterable[str], most: int = 6) -> str:
    """Return at most `most` names joined, and how many there are where that is not all of them."""
    given = tuple(dict.fromkeys(names))
    return joined(given) if len(given) <= most else say("report.some", names=joined(given[:most]), count=len(given))


def term(key: str) -> str:
    """Return the word for a name that other layers coin (a flag, a reason), or the name where it has no word.

    A corpus file written by hand or by a later version may hold names that this version has no word for: they are
    shown as they stand.

    Args:
        key: area and name as in the messages, e.g. "flag.shifted".
    """
    return say(key) if key in texts() else key.rpartition(".")[2]


def flags(names: Iterable[str]) -> str:
    """Return the flags of a row in words."""
    return joined(term(f"flag.{name}") for name in names)
