"""Read separated values (.csv, and text that surely is): cells parted by a comma, tab, semicolon or bar."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from data.document import Document, Source, units_of
from data.errors import UnreadableDocument
from data.messages import say
from loaders.readers.sheets.blocks import blocks_of
from loaders.readers.sheets.grid import Sheet, TooLarge
from loaders.readers.sheets.merges import Merges
from loaders.readers.text.cells import is_header
from loaders.readers.text.encoding import decode

SUFFIXES = (".csv", ".tsv")
_DELIMITERS = ",;|\t"
# Tabbed text without the suffix has a reader of its own, which knows pages; bars are the tables of Markdown.
_SURE = ",;"
_SAMPLE = 200
# A cell of more lines is a quote that was never closed.
_MOST_LINES = 200
_LEAST_COLUMNS = 3
_MOST_TITLES = 10
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its cells, its first and last line from 1, and whether its quotes match."""

    cells: list[str]
    first: int
    last: int
    whole: bool = True


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a file of separated values.

    Sources name the lines of the file that a record stands on.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: the file is empty, its bytes are no text, or it is larger than any list.
    """
    if not raw.strip():
        raise UnreadableDocument("error.empty", file=file)
    text, encoding = decode(raw, file)
    lines = _lines(text)
    found = list(records(lines, delimiter_of(lines)))
    sheet = Sheet()
    try:
        for number, record in enumerate(found):
            for column, cell in enumerate(record.cells):
                sheet.put(number, column, cell)
        blocks = tuple(
            blocks_of(sheet, Merges(), lambda row: Source(file, "", "line", found[row].first, found[row].last))
        )
    except TooLarge as error:
        raise UnreadableDocument("sheets.error.large", file=file, sheet=file) from error
    torn = [record.first for record in found if not record.whole]
    warnings = (say("sheets.quotes", line=torn[0], count=len(torn)),) if torn else ()
    return Document(file, "csv", blocks, units_of(blocks), encoding, warnings)


def is_separated(raw: bytes, file: str) -> bool:
    """Say whether a text is one of separated values: by its suffix, or surely by its content.

    It is where most of its records have the same number of cells, three or more, and one of the first is the header
    of a table that is known.

    Args:
        raw: the whole file, known to be text.
        file: its name.

    Example:
        >>> rows = "序号,管理事项,相关部门,职责分工\\n1,校车管理,县教育局,牵头\\n2,养老服务,县民政局,主管\\n"
        >>> is_separated(rows.encode(), "a.txt"), is_separated("一、职责，分工，依据".encode(), "a.txt")
        (True, False)
    """
    if PurePosixPath(file.lower()).suffix in SUFFIXES:
        return True
    lines = _lines(decode(raw, file)[0])
    delimiter = delimiter_of(lines, _SURE)
    rows = [record.cells for record in islice(records(lines, delimiter), _SAMPLE) if any(record.cells)]
    width, share = _usual_width(rows)
    headed = any(is_header(row, None) for row in rows[:_MOST_TITLES])
    return width >= _LEAST_COLUMNS and share >= _MOST and headed


def delimiter_of(lines: Sequence[str], among: str = _DELIMITERS) -> str:
    """Return the character that parts the cells: the one that gives most records the same number of cells.

    Args:
        lines: the lines of the file, each with its end.
        among: the characters that may be it; the first of equals is taken.
    """
    sample = lines[:_SAMPLE]

    def fitness(delimiter: str) -> float:
        width, share = _usual_width([record.cells for record in records(sample, delimiter)])
        return share * min(width - 1, _LEAST_COLUMNS) if width > 1 else 0.0

    return max(among, key=fitness)


def records(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    """Yield the records of lines; a quoted cell may go on over several.

    Where quotes do not match, the line is cut at its delimiters and stands as it is.

    Args:
        lines: the lines of the file, each with its end.
        delimiter: the character between cells.

    Example:
        >>> [record.cells for record in records(['1,"民政局\\n', '教育局"\\n', '2,"x\\n'], ",")]
        [['1', '民政局\\n教育局'], ['2', '"x']]
    """
    at = 0
    while at < len(lines):
        reader = csv.reader(lines[at : at + _MOST_LINES], delimiter=delimiter, strict=True)
        try:
            cells, count, whole = next(reader), reader.line_num, True
        except csv.Error:
            cells, count, whole = lines[at].rstrip("\n").split(delimiter), 1, False
        yield Record(cells, at + 1, at + count, whole)
        at += count


def _lines(text: str) -> list[str]:
    """Return the lines of a text, numbered as editors number them (see `text.lines.split_lines`), each with its end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [f"{line}\n" for line in (lines if lines[-1] else lines[:-1])]


def _usual_width(rows: Sequence[Sequence[str]]) -> tuple[int, float]:
    """Return how many cells most records have, and the share of these among the records with text."""
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    if not widths:
        return 0, 0.0
    width, count = widths.most_common(1)[0]
    return width, count / widths.total()
