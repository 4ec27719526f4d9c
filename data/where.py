"""Say where something stands in the documents, as a reader would: file, part, and lines, rows, paragraphs or pages."""

from __future__ import annotations

from data.document import Source
from data.messages import say
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
