"""Find tables that have no lines, or only horizontal ones: under a line of header words, columns parted by white gaps.

A table begins at a line with several words that head columns of duty lists, or at the top of a page where the page
before ended with a table; it goes down as long as the white gaps between the columns stay open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.document import Cell
from data.spacing import squeeze
from loaders.lists.headings import part_of
from loaders.readers.pdf.flow import paragraphs, text_of
from loaders.readers.pdf.gutters import Gutters, cut, heads_of, segments
from loaders.readers.pdf.lines import Line, Run
from loaders.readers.pdf.piece import Ends, Piece, Place
from loaders.readers.pdf.rowsplit import Row, rooms_of, rows_of
from loaders.readers.pdf.strokes import Rule
from loaders.tables.columns import is_header_word

# A line of heads has two words that are known, and no more unknown ones than known ones.
_LEAST_HEADS = 2
# What stands so many times further below than the lines above it is no part of the table; nor are larger words.
_FAR = 3.0
_OTHER_SIZE = 1.15


@dataclass(frozen=True)
class Found:
    """A table among lines: the first of its lines, the first behind it, what it holds, and the gaps of its columns."""

    first: int
    last: int
    piece: Piece
    gutters: Gutters


def tables_among(lines: Sequence[Line], rules: Sequence[Rule], place: Place, before: Found | None) -> list[Found]:
    """Return the tables without lines among lines that stand one below the other.

    Args:
        lines: lines of a page that stand in no ruled table, from the top.
        rules: the horizontal rules of the page.
        place: the file and the page.
        before: the table that the page before ended with, which may go on at the first line.
    """
    found: list[Found] = []
    at = 0
    while at < len(lines):
        heads = _heads(lines[at])
        rest = before if before and not at and _goes_on(heads, before) else None
        table = _table(lines, at, rules, place, heads, rest) if heads or rest else None
        found += [table] if table else []
        at = table.last if table else at + 1
    return found


def _heads(line: Line) -> list[Run]:
    """Return the heads of columns that a line consists of; none where it is another line."""
    found = heads_of(line)
    known = sum(is_header_word(head.text) for head in found)
    return found if known >= _LEAST_HEADS and 2 * known >= len(found) else []


def _goes_on(heads: Sequence[Run], before: Found) -> bool:
    """Say whether a page's first line may go on with a table: it repeats its header, or heads nothing."""
    header = [squeeze(cell.text) for cell in before.piece.cells if not cell.row and cell.text]
    words = [squeeze(head.text) for head in heads]
    # The words of a narrow column go on below.
    same = len(words) == len(header) and all(map(str.startswith, header, words))
    return not heads or same


def _table(
    lines: Sequence[Line], first: int, rules: Sequence[Rule], place: Place, heads: Sequence[Run], before: Found | None
) -> Found | None:
    """Return the table that begins at a line; None where nothing below stands in its columns."""
    last, gutters = _extent(lines, first, before.gutters if before else Gutters.between(heads))
    inside = lines[first:last]
    edges = _edges(inside, gutters, before)
    parts = [cut(line, edges) for line in inside]
    if sum(len(part) > 1 for part in parts) <= bool(heads):
        return None
    rows = rows_of(parts, edges, rules, headed=bool(heads))
    box = (edges[0], inside[0].y - inside[0].size, edges[-1], inside[-1].y)
    cells = list(_cells(rows, place, box[3]))
    piece = Piece(tuple(cell for cell, _ in cells), len(rows), tuple(edges), box, tuple(ends for _, ends in cells))
    return Found(first, last, piece, gutters)


def _extent(lines: Sequence[Line], first: int, gutters: Gutters) -> tuple[int, Gutters]:
    """Return the first line behind a table, and the gaps between its columns as its lines leave them."""
    size = lines[first].size
    last = first
    while last < len(lines):
        narrowed = gutters.narrowed(lines[last])
        if last > first and _ends(lines[last], lines[last - 1], size):
            break
        if narrowed is None and not _spans(lines, last, gutters):
            break
        gutters = narrowed or gutters
        last += 1
    return last, gutters


def _ends(line: Line, before: Line, size: float) -> bool:
    far = line.y - before.y > _FAR * size
    return part_of(line.text) is not None or (far and len(segments(line)) == 1) or line.size > _OTHER_SIZE * size


def _spans(lines: Sequence[Line], index: int, gutters: Gutters) -> bool:
    """Say whether a line that crosses the gaps stands in the table all the same: the one below has its columns."""
    following = lines[index + 1 : index + 2]
    return any(len(segments(line)) > 1 and gutters.narrowed(line) is not None for line in following)


def _edges(lines: Sequence[Line], gutters: Gutters, before: Found | None) -> list[float]:
    """Return the borders of the columns; those of the page before where they still stand in white."""
    if before and all(gutters.holds(index, at) for index, at in enumerate(before.piece.xs[1:-1])):
        return list(before.piece.xs)
    return [min(line.x0 for line in lines), *gutters.edges(), max(line.x1 for line in lines)]


def _cells(rows: Sequence[Row], place: Place, bottom: float) -> Iterator[tuple[Cell, Ends | None]]:
    columns: dict[int, list[Line]] = {}
    for row in rows:
        for column, lines in row.items():
            columns.setdefault(column, []).extend(lines)
    rooms = rooms_of(columns)
    for number, row in enumerate(rows):
        for column, (left, right) in sorted(rooms.items()):
            lines = row.get(column, [])
            text = "\n".join(text_of(part) for part in paragraphs(lines, left, right))
            low = bool(lines) and bottom - lines[-1].y < lines[-1].size
            ends = Ends(lines[0], lines[-1], len(lines), left, right, True, low) if lines else None
            yield Cell(text, number, column, place.row(number + 1)), ends
