"""The small words that every report shares: places, rows counted, names joined."""

from __future__ import annotations

from collections.abc import Iterable

from data.document import Source
from data.messages import say, texts
from data.rows import Sources

_PARTS = ("sheet", "page", "picture")


def place(source: Source) -> str:
    """Return where something stands, as a reader would say it: file, part, and lines (rows, paragraphs, pages).

    Example:
        >>> place(Source("003.txt", "", "line", 8748, 8751))
        '003.txt 第 8748–8751 行'
        >>> place(Source("清单.pdf", "page 3", "row", 2, 2))
        '清单.pdf · 第 3 页 表格第 2 行'
    """
    head = f"{source.file} · {_part(source.part)}" if source.part else source.file
    return f"{head} {_span(source)}"


def places(sources: Sources) -> str:
    """Return all places of a row joined from several; a file is named again only where it changes."""
    said: list[str] = []
    before: tuple[str, str] | None = None
    for source in sources:
        here = (source.file, source.part)
        said.append(_span(source) if here == before else place(source))
        before = here
    return say("report.and").join(said)


def _part(part: str) -> str:
    """Return the name of a part in words: the readers write "sheet 卫健局", "page 3" and "picture 1" (DESIGN 4)."""
    kind, _, name = part.partition(" ")
    return say(f"report.part.{kind}", name=name) if name and kind in _PARTS else part


def _span(source: Source) -> str:
    form = "one" if source.first == source.last else "many"
    return say(f"report.place.{source.unit}.{form}", first=source.first, last=source.last)


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
