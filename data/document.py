"""What a reader makes of one file: paragraphs and tables, each with the place it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """Where something stands in the documents.

    `file` is a POSIX path relative to the SOURCE argument, `unit` one of line, row, paragraph, page;
    `first` and `last` count from 1 and include both ends.
    """

    file: str
    part: str
    unit: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell; `text` keeps its paragraphs apart by newlines. A blank cell has a place too."""

    text: str
    row: int
    column: int
    source: Source
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells under a heading path.

    `after_gap` names the rows (0-based) before which the page, or the flow of the text, was interrupted:
    such a row may be the rest of the row above. `damage` names rows that the reader had to repair, with a flag.
    """

    cells: tuple[Cell, ...]
    columns: int
    after_gap: frozenset[int] = frozenset()
    damage: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text outside tables; `level` is its heading level where the format tells (0: it does not)."""

    text: str
    source: Source
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A read file: blocks in reading order, the reader that made them, and what was odd about the file.

    `units` counts the lines, rows or paragraphs that hold visible characters: every one of them must be
    accounted for later (see `loaders.account`).
    """

    file: str
    sha256: str
    reader: str
    blocks: tuple[Paragraph | Table, ...]
    units: tuple[tuple[str, int], ...]
    encoding: str = ""
    warnings: tuple[str, ...] = field(default_factory=tuple)
