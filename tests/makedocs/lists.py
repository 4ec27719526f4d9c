"""A whole duty list, part by part, for any writer that can write a title, a heading, a line and a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from makedocs import tables
from makedocs.content import Regime, Source
from makedocs.layout import Row

Kind = Literal["title", "heading", "line", "table"]
PARTS = ("部门主要职责", "与相关部门的职责边界", "事中事后监管制度", "公共服务事项")
NUMBERS = "一二三四五六七八九十"


class Piece(NamedTuple):
    """A piece of a document: what it is, its text, and the rows of a table."""

    kind: Kind
    text: str
    rows: Sequence[Row] = ()


def whole(source: Source, title: bool = True) -> Iterator[Piece]:
    """Yield the pieces of a list with its four parts."""
    if title:
        yield Piece("title", source.title)
    yield Piece("heading", f"一、{PARTS[0]}")
    yield Piece("table", "", tables.duties(source.duties))
    yield Piece("heading", f"二、{PARTS[1]}")
    yield Piece("table", "", tables.boundaries(source.matters))
    yield Piece("heading", f"三、{PARTS[2]}")
    yield from regimes(source.regimes)
    yield Piece("heading", f"四、{PARTS[3]}")
    yield Piece("table", "", tables.services(source.services))


def boundaries(source: Source, header: Sequence[str] = tables.BOUNDARIES) -> Iterator[Piece]:
    """Yield the pieces of a document that holds the boundaries alone."""
    yield Piece("title", source.title.replace("责任清单", "职责边界清单"))
    yield Piece("table", "", tables.boundaries(source.matters, header))


def regimes(found: Sequence[Regime]) -> Iterator[Piece]:
    """Yield numbered regimes, or the word for none."""
    for number, regime in zip(NUMBERS, found, strict=False):
        yield Piece("line", f"（{number}）{regime.title}")
        for heading, text in regime.passages:
            yield Piece("line", heading)
            yield Piece("line", text)
    if not found:
        yield Piece("line", "无")
