"""Citations of laws and documents in running text: names in 《》 and without, file numbers, articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileNumber:
    """A file number (石政办发〔2011〕62号), or the number of an order (国务院令第629号).

    `code` is its issuer code (石政办发; 国务院令), `year` None where it has none (orders), `number` the count.
    """

    code: str
    year: int | None
    number: str
    printed: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One instrument as one text cites it.

    Args:
        name: its title without marks, "" where only a number is given.
        number: its file number, where one is printed with it.
        articles: the articles, verbatim (第三十五条第二款).
        quoted: whether the title stands in 《》 or 〈〉; else it was known by its form or from the tables.
        printed: the words of the text, from the first of the citation to the last.
        start: where they begin in the text (characters).
    """

    name: str
    number: FileNumber | None
    articles: tuple[str, ...]
    quoted: bool
    printed: str
    start: int


def citations_in(text: str) -> tuple[Citation, ...]:
    """Return the citations of a text in order."""
    return ()
