"""Part the lines of a table without lines between its rows into those rows.

First each column is parted into its cells, then the cells are put beside each other. What parts two cells, from the
surest to the least sure: a horizontal rule; a wider gap than between lines; the next number in the first column. Where
cells stand without any space between them, the numbers, and texts that begin beside the widest column, part the rows.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from loaders.numbers import is_number
from loaders.readers.pdf.blocks import Block, blocks_of, pitch_of, side_by_side
from loaders.readers.pdf.flow import begins, paragraphs, reach
from loaders.readers.pdf.lines import Line
from loaders.readers.pdf.strokes import Rule
from loaders.tables.columns import is_header_word

# One line of the table, and one row of it: the words by column.
Parts = Mapping[int, Line]
Row = dict[int, list[Line]]
_ENDS = tuple("。；;")


def rows_of(lines: Sequence[Parts], edges: Sequence[float], rules: Sequence[Rule], headed: bool) -> list[Row]:
    """Return the rows of a table: of each the lines of every column.

    Args:
        lines: the lines of the table from the top, each cut at the columns.
        edges: the borders of the columns.
        rules: the horizontal rules of the page.
        headed: whether the first line heads the columns.
    """
    head = _head(lines, rules) if headed else 0
    body = lines[head:]
    rows = [_gathered(lines[:head])] if head else []
    pitch = pitch_of(body)
    columns = [blocks_of(body, column, rules, pitch) for column in range(len(edges) - 1)]
    beside = side_by_side(columns, pitch) if _clear(columns) else []
    starts = [] if beside else _by_numbers(body)
    return [*rows, *beside, *(_gathered(body[first:last]) for first, last in itertools.pairwise(starts))]


def _head(lines: Sequence[Parts], rules: Sequence[Rule]) -> int:
    """Return how many lines the header has: more than one where the words of a head go on below."""
    count = 1
    while count < len(lines) and not _rule_between(lines[count - 1], lines[count], rules):
        inside = lines[: count + 1]
        words = ("".join(line[column].text for line in inside if column in line) for column in lines[count])
        if not all(map(is_header_word, words)):
            break
        count += 1
    return count


def _rule_between(before: Parts, after: Parts, rules: Sequence[Rule]) -> bool:
    above, below = max(part.y for part in before.values()), min(part.y for part in after.values())
    return any(above < rule.at < below for rule in rules)


def _gathered(lines: Sequence[Parts]) -> Row:
    row: Row = {}
    for line in lines:
        for column, part in line.items():
            row.setdefault(column, []).append(part)
    return row


def rooms_of(columns: Mapping[int, Sequence[Line]]) -> dict[int, tuple[float, float]]:
    """Return for each column where its lines can begin and end: up to the next column, but for a blank."""
    rooms: dict[int, tuple[float, float]] = {}
    for column, lines in columns.items():
        beside = [line.x0 for other, inside in columns.items() if other > column for line in inside]
        margin = min(beside) - lines[0].size if beside else max(line.x1 for line in lines)
        rooms[column] = min(line.x0 for line in lines), reach(lines, margin)
    return rooms


def _clear(columns: Sequence[Sequence[Block]]) -> bool:
    """Say whether the cells of the columns can be told apart: several of them, and no two in one.

    Two are in one where a cell holds two numbers, or a line that begins a paragraph beside the beginning of a cell.
    """
    numbers = [sum(is_number(line.text) for line in block.lines) for block in columns[0]]
    tops = {block.top for blocks in columns for block in blocks}
    rooms = rooms_of(
        {at: [line for block in blocks for line in block.lines] for at, blocks in enumerate(columns) if blocks}
    )
    begun = [
        part[0].y
        for column, blocks in enumerate(columns)
        for block in blocks
        for part in paragraphs(block.lines, *rooms[column])[1:]
    ]
    return max(map(len, columns)) > 1 and max(numbers, default=0) <= 1 and tops.isdisjoint(begun)


def _by_numbers(body: Sequence[Parts]) -> list[int]:
    """Return the first lines of the rows, and the line behind the last one."""
    numbers = [index for index, line in enumerate(body) if 0 in line and is_number(line[0].text)]
    if len(numbers) > 1 and numbers[0] > 0:
        return [*_around(numbers), len(body)]
    rooms = rooms_of(_gathered(body))
    starts = (at for at in range(1, len(body)) if at in numbers or _starts(body[at - 1], body[at], rooms))
    return [0, *starts, len(body)]


def _around(numbers: Sequence[int]) -> list[int]:
    """Return the first lines of rows whose numbers stand beside their middle: as many lines above it as below."""
    starts = [0]
    for number, following in itertools.pairwise(numbers):
        last = min(2 * number - starts[-1], following - 1)
        starts.append(max(last, number) + 1)
    return starts


def _starts(before: Parts, line: Parts, rooms: Mapping[int, tuple[float, float]]) -> bool:
    """Say whether several texts begin on a line, and none goes on there."""
    fresh = (
        column not in before
        or before[column].text.endswith(_ENDS)
        or begins(part, before[column], [before[column]], *rooms[column])
        for column, part in line.items()
    )
    return len(line) > 1 and all(fresh)
