"""Part the lines of a table without lines between its rows into those rows.

First each column is parted into its cells, then the cells are put beside each other. What parts two cells, from the
surest to the least sure: a horizontal rule; a wider gap than between lines; the next number in the first column. Where
cells stand without any space between them, the numbers, and texts that begin beside the widest column, part the rows.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

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
    starts = [] if beside else _by_numbers(body, edges)
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


def _clear(columns: Sequence[Sequence[Block]]) -> bool:
    """Say whether the cells of the columns can be told apart: several of them, and no two in one.

    Two are in one where a cell holds two numbers, or a line that begins a paragraph beside the beginning of a cell.
    """
    numbers = [sum(is_number(line.text) for line in block.lines) for block in columns[0]]
    tops = {block.top for blocks in columns for block in blocks}
    glued = (line.y in tops for blocks in columns for line in _beginnings(blocks))
    return max(map(len, columns)) > 1 and max(numbers, default=0) <= 1 and not any(glued)


def _beginnings(blocks: Sequence[Block]) -> Iterator[Line]:
    """Yield the lines inside the cells of a column that begin a paragraph."""
    lines = [line for block in blocks for line in block.lines]
    left, right = min((line.x0 for line in lines), default=0.0), max((line.x1 for line in lines), default=0.0)
    for block in blocks:
        yield from (part[0] for part in paragraphs(block.lines, left, reach(lines, right))[1:])


def _by_numbers(body: Sequence[Parts], edges: Sequence[float]) -> list[int]:
    """Return the first lines of the rows, and the line behind the last one."""
    numbers = [index for index, line in enumerate(body) if 0 in line and is_number(line[0].text)]
    if len(numbers) > 1 and numbers[0] > 0:
        return [*_around(numbers), len(body)]
    right = {column: reach(lines, max(line.x1 for line in lines)) for column, lines in _gathered(body).items()}
    starts = (index for index in range(1, len(body)) if index in numbers or _starts(body, index, edges, right))
    return [0, *starts, len(body)]


def _around(numbers: Sequence[int]) -> list[int]:
    """Return the first lines of rows whose numbers stand beside their middle: as many lines above it as below."""
    starts = [0]
    for number, following in itertools.pairwise(numbers):
        last = min(2 * number - starts[-1], following - 1)
        starts.append(max(last, number) + 1)
    return starts


def _starts(body: Sequence[Parts], index: int, edges: Sequence[float], right: Mapping[int, float]) -> bool:
    """Say whether several texts begin on a line, and none goes on there."""
    before, line = body[index - 1], body[index]
    fresh = (
        column not in before
        or before[column].text.endswith(_ENDS)
        or begins(part, before[column], [before[column]], edges[column], right[column])
        for column, part in line.items()
    )
    return len(line) > 1 and all(fresh)
