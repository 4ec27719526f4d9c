"""Put what the pages hold into reading order: what belongs to the page, tables, paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from data.document import Block, Label, PageLine, Paragraph, Table
from loaders.readers.pdf.flow import paragraphs, reach, text_of
from loaders.readers.pdf.joining import Item
from loaders.readers.pdf.lines import Line
from loaders.readers.pdf.piece import Piece, moved_down
from loaders.readers.pdf.running import is_above, is_page_number, running_lines
from loaders.readers.pdf.sheet import Sheet
from loaders.readers.pdf.textcolumns import in_reading_order
from loaders.readers.pdf.unruled import Found, tables_among

# A scan tells no positions of columns: tables of as many columns get the same ones.
_ANY_WIDTH = 100.0
# Words stand this far from the border of a table that is as wide as the text.
_PADDING = 5.0


@dataclass
class _Room:
    """Where the lines of a text begin and end, in points."""

    left: float
    right: float


@dataclass
class _Told:
    """What the pages so far leave to the next one: their header, and the table without lines that they ended with."""

    header: list[str] = field(default_factory=list)
    table: Found | None = None


def arranged(sheets: Sequence[Sheet]) -> list[list[Item]]:
    """Return for each page what it holds, in reading order: the lines of the page around tables and paragraphs."""
    paged = running_lines(sheets)
    rooms = _rooms(sheets, paged)
    told = _Told()
    return [_page(sheet, running, rooms, told) for sheet, running in zip(sheets, paged, strict=True)]


def _rooms(sheets: Sequence[Sheet], paged: Sequence[frozenset[int]]) -> dict[tuple[int, int], _Room]:
    """Return the room of the text by the size of the paper: as far as lines reach, or tables as wide as they."""
    alike: dict[tuple[int, int], list[tuple[Sheet, frozenset[int]]]] = defaultdict(list)
    for sheet, running in zip(sheets, paged, strict=True):
        alike[_paper(sheet)].append((sheet, running))
    rooms: dict[tuple[int, int], _Room] = {}
    for paper, group in alike.items():
        lines = [line for sheet, running in group for index, line in enumerate(sheet.lines) if index not in running]
        xs = [piece.xs for sheet, _ in group for piece in sheet.pieces]
        left = min([*(line.x0 for line in lines), *(edges[0] + _PADDING for edges in xs)], default=0.0)
        right = max([*(line.x1 for line in lines), *(edges[-1] - _PADDING for edges in xs)], default=0.0)
        rooms[paper] = _Room(left, reach(lines, right))
    return rooms


def _paper(sheet: Sheet) -> tuple[int, int]:
    return round(sheet.width), round(sheet.height)


def _page(sheet: Sheet, running: frozenset[int], rooms: dict[tuple[int, int], _Room], told: _Told) -> list[Item]:
    if sheet.scanned:
        told.table = None
        return [_as_piece(block) if isinstance(block, Table) else block for block in sheet.scanned]
    numbers = {line.y: number for number, line in enumerate(sheet.lines, 1)}
    above, below = _page_lines(sheet, running, told)
    text = [line for index, line in enumerate(sheet.lines) if index not in running]
    items: list[Item] = []
    for stretch, inset in _stretches(text, _insets(sheet)):
        items += _stretch(stretch, sheet, rooms[_paper(sheet)], numbers, told)
        if inset:
            items += inset
            told.table = None
    return [*above, *_counted(items), *below, *_aside(sheet)]


def _insets(sheet: Sheet) -> list[tuple[float, list[Item]]]:
    """Return the heights of ruled tables and pictures, with what they hold, from the top."""
    insets: list[tuple[float, list[Item]]] = [(piece.middle, [piece]) for piece in sheet.pieces]
    lines = len(sheet.lines) + len(sheet.turned) + bool(sheet.watermark)
    for middle, blocks in sheet.pictures:
        insets.append((middle, [_placed(block, lines) for block in blocks]))
        lines += max((block.source.last for block in blocks if isinstance(block, Paragraph)), default=0)
    return sorted(insets, key=lambda inset: inset[0])


def _placed(block: Block, lines: int) -> Item:
    """Return a block of a picture with its lines numbered behind those of the page; rows are counted later."""
    if isinstance(block, Table):
        piece = _as_piece(block)
        return moved_down(piece, 1 - min(cell.source.first for cell in piece.cells))
    place = replace(block.source, first=block.source.first + lines, last=block.source.last + lines)
    return replace(block, source=place)


def _page_lines(sheet: Sheet, running: frozenset[int], told: _Told) -> tuple[list[Item], list[Item]]:
    """Return the lines of the page above and below its text; a header that has changed is a label too."""
    lines = [(number, line) for number, line in enumerate(sheet.lines, 1) if number - 1 in running]
    said = [PageLine(line.text, sheet.place.lines(number, number)) for number, line in lines]
    above: list[Item] = [one for one, (_, line) in zip(said, lines, strict=True) if is_above(sheet, line)]
    header = [one.text for one in above if isinstance(one, PageLine) and not is_page_number(one.text)]
    labels: list[Item] = []
    if header and header != told.header:
        told.header = header
        labels = [Label(one.text, one.source) for one in above if isinstance(one, PageLine) and one.text in header]
    return [*labels, *above], [one for one in said if one not in above]


def _stretches(
    lines: Sequence[Line], insets: Sequence[tuple[float, list[Item]]]
) -> Iterator[tuple[list[Line], list[Item]]]:
    """Yield the lines above each table or picture, with what that holds; last those below all of them."""
    left = list(lines)
    for middle, items in insets:
        yield [line for line in left if line.y < middle], items
        left = [line for line in left if line.y >= middle]
    yield left, []


def _stretch(lines: Sequence[Line], sheet: Sheet, room: _Room, numbers: dict[float, int], told: _Told) -> list[Item]:
    """Return the tables without lines and the paragraphs that lines between ruled tables make."""
    found = tables_among(lines, sheet.rules, sheet.place, told.table)
    items: list[Item] = []
    at = 0
    for table in found:
        items += _paragraphs(lines[at : table.first], sheet, room, numbers)
        items.append(table.piece)
        at = table.last
    items += _paragraphs(lines[at:], sheet, room, numbers)
    if lines:
        told.table = found[-1] if found and at == len(lines) else None
    return items


def _paragraphs(lines: Sequence[Line], sheet: Sheet, room: _Room, numbers: dict[float, int]) -> Iterator[Paragraph]:
    for column in in_reading_order(lines, room.left, room.right):
        # What is set in columns ends where its column ends.
        whole = len(column) == len(lines)
        left = room.left if whole else min(line.x0 for line in column)
        right = room.right if whole else max(line.x1 for line in column)
        for part in paragraphs(column, left, right):
            yield Paragraph(text_of(part), sheet.place.lines(numbers[part[0].y], numbers[part[-1].y]))


def _counted(items: Sequence[Item]) -> Iterator[Item]:
    """Yield what a page holds with the rows of its tables numbered through the page."""
    rows = 0
    for item in items:
        yield moved_down(item, rows) if isinstance(item, Piece) and rows else item
        rows += item.rows if isinstance(item, Piece) else 0


def _aside(sheet: Sheet) -> Iterator[Item]:
    """Yield what stands turned beside the text, and the watermark, which is no part of any text."""
    first = len(sheet.lines) + 1
    for number, line in enumerate(sheet.turned, first):
        yield Paragraph(line.text, sheet.place.lines(number, number))
    if sheet.watermark:
        last = first + len(sheet.turned)
        yield PageLine(sheet.watermark, sheet.place.lines(last, last))


def _as_piece(table: Table) -> Piece:
    rows = max(cell.row + cell.row_span for cell in table.cells)
    xs = tuple(_ANY_WIDTH * column for column in range(table.columns + 1))
    return Piece(table.cells, rows, xs, (0.0, 0.0, xs[-1], 0.0))
