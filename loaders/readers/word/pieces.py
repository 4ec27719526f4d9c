"""What the readers of Word, OpenDocument and RTF make of a text before it becomes blocks: paragraphs, raw tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

Merge = Literal["", "first", "further"]


@dataclass(slots=True)
class Spoken:
    """What one paragraph says: its text, the automatic number before it, and whether a section ends with it."""

    text: str = ""
    label: str = ""
    ends_section: bool = False

    def lines(self) -> list[str]:
        """Return the visible lines, the number before the first; of a paragraph without words the number alone.

        Example:
            >>> Spoken("主要职责\\n（共3项）", "一、").lines(), Spoken("", "1. ").lines()
            (['一、主要职责', '（共3项）'], ['1.'])
        """
        lines = [line.strip() for line in self.text.split("\n") if line.strip()] if self.text else []
        if lines:
            return [self.label + lines[0], *lines[1:]]
        return [self.label.strip()] if self.label else []


@dataclass(slots=True)
class RawCell:
    """A cell as it stands in the file.

    `content` gives what stands in it and is asked once; `span` is how many columns of the table's grid it covers,
    `width` its width in twentieths of a point (0: not told), `merge` whether it is the first of several cells merged
    downwards or goes on with the one above; `hides` says that one that goes on has words of its own, which no one sees.
    """

    content: Callable[[], Iterator[Piece]]
    span: int = 1
    width: int = 0
    merge: Merge = ""
    hides: bool = False


@dataclass(slots=True)
class RawRow:
    """A row as it stands, and how much of the grid, and of the width, lies before its first cell."""

    cells: list[RawCell] = field(default_factory=list)
    before: int = 0
    width_before: int = 0

    @property
    def total(self) -> int:
        """How many columns of the grid the row reaches over."""
        return self.before + sum(cell.span for cell in self.cells)


@dataclass(slots=True)
class RawTable:
    """A table as it stands; `widths` are those of the columns of its grid, in twentieths of a point."""

    rows: list[RawRow] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Headed:
    """From here on the pages are headed by these lines."""

    lines: tuple[str, ...]


Piece = Spoken | RawTable | Headed
