"""Lines of a text file, and the places they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from data.document import Source


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, and its text without the line end."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether the line holds no visible character."""
        return not self.text.strip()


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text, numbered as editors number them (only line feeds end a line).

    Example:
        >>> split_lines("序号\\r\\n事项")
        [Line(number=1, text='序号'), Line(number=2, text='事项')]
    """
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [Line(number, row) for number, row in enumerate(rows, 1)]


def span(file: str, first: int, last: int) -> Source:
    """Return the Source of the lines `first` to `last` of a text file."""
    return Source(file, "", "line", first, last)
