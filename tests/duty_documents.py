"""Duty lists written in the three flattened shapes, and their reading with every line accounted for."""

from __future__ import annotations

import html
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from data.document import Document, Source, Unit
from data.rows import DutyList, Skipped
from loaders.account import left_over, uses
from loaders.lists.read import read_lists
from loaders.readers.text.textfile import read as read_text

BOUNDARY = ("序号", "管理事项", "相关部门", "职责分工", "相关依据", "案例")
# What parts cells, and what converters leave in them.
_PARTED = re.compile(r"\t|\||</?[a-z]{1,6}\s*/?>|\[bookmark: [^\]]*\]")
DUTY = ("序号", "主要职责", "具体工作事项", "备注")
SERVICE = ("序号", "服务事项", "主要内容", "承办机构", "联系电话")


class Grid(NamedTuple):
    """A table as it would be printed: merged cells are blank below the first."""

    header: Sequence[str]
    rows: Sequence[Sequence[str]]


def flattened(grid: Grid) -> str:
    """Return the table as a converter flattens Word tables: a cell a line, paragraphs of a cell without a tab."""
    rows = ["".join(f"\t{cell}\n" for cell in row) for row in (grid.header, *grid.rows)]
    return "\n".join(rows) + "\n\n"


def tabbed(grid: Grid) -> str:
    """Return the table as text of a PDF: a row a line."""
    rows = ["\t".join(cell.replace("\n", " ") for cell in row) for row in (grid.header, *grid.rows)]
    return "\n".join(rows) + "\n"


def marked(grid: Grid) -> str:
    """Return the table as a model reads it from pages: HTML in the cells, the header again on every page."""
    pages = [grid.rows[first : first + 3] for first in range(0, len(grid.rows), 3)] or [[]]
    return "\n".join(tabbed(Grid(grid.header, [[_html(cell) for cell in row] for row in page])) for page in pages)


def piped(grid: Grid) -> str:
    """Return the table in Markdown."""
    rule = ["---"] * len(grid.header)
    lines = [f"| {' | '.join(cell.replace(chr(10), ' ') for cell in row)} |" for row in (grid.header, rule, *grid.rows)]
    return "\n".join(lines) + "\n"


def _html(cell: str) -> str:
    return " ".join(f"<p>{line}</p>" for line in cell.split("\n")) if len(cell) > 12 else cell.replace("\n", " ")


SHAPES: dict[str, Callable[[Grid], str]] = {
    "flattened": flattened,
    "tabbed": tabbed,
    "marked": marked,
    "piped": piped,
}


def document(shape: str, *parts: str | Grid) -> str:
    """Return a text of paragraphs and tables in one of the shapes."""
    return "\n\n".join(part if isinstance(part, str) else SHAPES[shape](part) for part in parts) + "\n"


def read(text: str, folder: str = "") -> tuple[DutyList, ...]:
    """Return the lists of a text, after a check that every visible line of it was used, and none by two rows."""
    return read_document(read_text(text.encode(), "清单.txt"), folder)


def read_document(found: Document, folder: str = "") -> tuple[DutyList, ...]:
    """Return the lists of a document, checked as `read` does."""
    lists, outside = read_lists(found, folder)
    check_conserved(found, lists, outside)
    return lists


def check_conserved(found: Document, lists: Sequence[DutyList], outside: Sequence[Skipped]) -> None:
    """Fail where a line of the document is used by nothing, by two rows, or by a row and as skipped."""
    used = uses(found, lists, outside)
    assert left_over(found, used) == []
    assert set(used) == set(found.units)
    rows = Counter(unit for places in _rows(lists) for unit in _units(places))
    skipped = Counter(unit for piece in _skipped(lists, outside) for unit in _units((piece.source,)))
    headings = {unit for one in lists for part in one.sections for unit in _units(part.source)}
    known = set(found.units)
    assert {unit for unit, count in rows.items() if count > 1 and unit in known} == set()
    assert {unit for unit, count in skipped.items() if count > 1 and unit in known} == set()
    assert known & set(rows) & (set(skipped) | headings) == set()


def check_words(text: str, lists: Sequence[DutyList]) -> None:
    """Fail where a cell of a line that became a row says something that no row says."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = [row for one in lists for row in (*one.boundaries, *one.duties, *one.services)]
    said = "".join(_squeezed(str(getattr(row, name) or "")) for row in rows for name in row.__slots__)
    pages = {piece.source.first for one in lists for piece in one.skipped if piece.reason == "page"}
    for row in rows:
        for _, _, number in _units(row.source):
            pieces = _PARTED.split(lines[number - 1]) if number not in pages else ()
            missing = [piece for piece in pieces if _squeezed(piece) not in said]
            assert not missing, (number, missing)


def _squeezed(text: str) -> str:
    return "".join(html.unescape(text).split()).strip("·")


def _rows(lists: Sequence[DutyList]) -> Iterator[tuple[Source, ...]]:
    for one in lists:
        yield from (row.source for row in one.services)
        # The sides of one matter share the row that they stand in.
        yield from (source for source, *_ in dict.fromkeys((row.source, row.seq, row.matter) for row in one.boundaries))
        # The items of one cell share its lines.
        yield from dict.fromkeys(row.source for row in one.duties)


def _skipped(lists: Sequence[DutyList], outside: Sequence[Skipped]) -> Iterator[Skipped]:
    return itertools.chain(outside, *(one.skipped for one in lists))


def _units(places: Sequence[Source]) -> Iterator[Unit]:
    return ((place.part, place.unit, number) for place in places for number in range(place.first, place.last + 1))
