"""What a reader makes of one file: paragraphs and tables, each with the place it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What is counted when a document is accounted for: the part it stands in ("" where the file has none), the kind of
# unit (line, row, paragraph), and its number in that part, from 1.
Unit = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands in the documents.

    `file` is a POSIX path relative to the SOURCE argument; `part` is "表2", "sheet 卫健局", "page 3" or "" where the
    file has no parts; `unit` is one of line, row, paragraph, page; `first` and `last` count from 1 and include both
    ends.
    """

    file: str
    part: str
    unit: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; `text` keeps its paragraphs apart by newlines. A blank cell has a place too.

    `row` and `column` are those of its upper left corner, `row_span` and `column_span` how many it covers: what is
    covered has no cell of its own. `inner` are the tables inside the cell, whose words `text` does not repeat.
    `confidence` is how sure the reader is of the characters, from 0 to 1: below 1 where they were recognised in a
    picture.
    """

    text: str
    row: int
    column: int
    source: Source
    row_span: int = 1
    column_span: int = 1
    inner: tuple[Table, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells under a heading path.

    `after_gap` names the rows (0-based) before which the page, or the flow of the text, was interrupted:
    such a row may be the rest of the row above. `damage` names rows that the reader had to repair, with a flag. `loose`
    names rows that are a piece of text which has lost its column.
    """

    cells: tuple[Cell, ...]
    columns: int
    after_gap: frozenset[int] = frozenset()
    damage: tuple[tuple[int, str], ...] = ()
    loose: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text outside tables; `level` is its heading level where the format tells (0: it does not)."""

    text: str
    source: Source
    level: int = 0


@dataclass(frozen=True, slots=True)
class PageLine(Paragraph):
    """A page number, a running header, or a line that says that a table goes on: no part of any text."""


@dataclass(frozen=True, slots=True)
class Label(Paragraph):
    """Words that stand beside the text and may name whose it is: of a sheet's tab, of a running header.

    A label stands before the blocks that it is beside, and is no unit of the document.
    """


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A read file: blocks in reading order, the reader that made them, and what was odd about the file.

    `units` are the lines, rows or paragraphs that hold visible characters: every one of them must be accounted for
    later (see `loaders.account`). `warnings` are told to the user and change nothing; `unread` says of each part that
    could not be read why not. `sha256` is that of the file's bytes, in hexadecimal.
    """

    file: str
    reader: str
    blocks: tuple[Block, ...]
    units: tuple[Unit, ...]
    encoding: str = ""
    warnings: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    sha256: str = ""


def units_of(blocks: Iterable[Block]) -> tuple[Unit, ...]:
    """Return the units that hold visible characters, each once, in reading order: what a reader has to account for.

    Args:
        blocks: paragraphs and tables; labels are no units.

    Example:
        >>> units_of([Paragraph("职责", Source("a.docx", "", "paragraph", 2, 2))])
        (('', 'paragraph', 2),)
    """
    found: dict[Unit, None] = {}
    for place in _visible(blocks):
        found.update(dict.fromkeys((place.part, place.unit, number) for number in range(place.first, place.last + 1)))
    return tuple(found)


def _visible(blocks: Iterable[Block]) -> Iterator[Source]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _visible_cells(block)
        elif block.text.strip() and not isinstance(block, Label):
            yield block.source


def _visible_cells(table: Table) -> Iterator[Source]:
    for cell in sorted(table.cells, key=lambda cell: cell.row):
        if cell.text.strip():
            yield cell.source
        for inner in cell.inner:
            yield from _visible_cells(inner)
