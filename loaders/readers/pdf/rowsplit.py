"""Part the lines of a table without lines between its rows into those rows.

What tells a row, from the surest to the least sure: horizontal rules; wider gaps between rows than inside them; the
numbers in the first column, beside the first line of their row or beside its middle; a text that begins in a column
other than the widest.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from statistics import median

from loaders.numbers import is_number
from loaders.readers.pdf.flow import begins
from loaders.readers.pdf.lines import Line
from loaders.readers.pdf.strokes import Rule
from loaders.tables.columns import is_header_word

# One line of the table: its words by column.
Parts = Mapping[int, Line]
# Rows stand further apart than lines by more than this (Word and reportlab: 1.3 times and more, where at all).
_WIDER = 1.25
_LEAST_RULES = 2
_ENDS = tuple("。；;")


def rows_of(lines: Sequence[Parts], edges: Sequence[float], rules: Sequence[Rule], headed: bool) -> list[range]:
    """Return the rows as ranges of lines.

    Args:
        lines: the lines of the table from the top, each cut at the columns.
        edges: the borders of the columns.
        rules: horizontal rules that run through the table.
        headed: whether the first line heads the columns.
    """
    head = _head(lines, rules) if headed else 0
    body = lines[head:]
    starts = _by_rules(body, rules) or _by_gaps(body) or _by_numbers(body, edges)
    cuts = [*([0] if head else []), *(head + start for start in starts), len(lines)]
    return [range(first, last) for first, last in itertools.pairwise(dict.fromkeys(cuts))]


def _head(lines: Sequence[Parts], rules: Sequence[Rule]) -> int:
    """Return how many lines the header has: more than one where the words of a head go on below."""
    count = 1
    while count < len(lines) and not _rule_between(lines[count - 1], lines[count], rules):
        words = {
            column: "".join(line[column].text for line in lines[: count + 1] if column in line)
            for column in lines[count]
        }
        if not all(map(is_header_word, words.values())):
            break
        count += 1
    return count


def _y(line: Parts) -> float:
    return median(part.y for part in line.values())


def _rule_between(before: Parts, after: Parts, rules: Sequence[Rule]) -> bool:
    return any(_y(before) < rule.at < _y(after) for rule in rules)


def _by_rules(body: Sequence[Parts], rules: Sequence[Rule]) -> list[int]:
    starts = [index for index in range(1, len(body)) if _rule_between(body[index - 1], body[index], rules)]
    return [0, *starts] if len(starts) >= _LEAST_RULES else []


def _by_gaps(body: Sequence[Parts]) -> list[int]:
    """Return the lines that stand further below the line before; none where a row would hold two numbers."""
    gaps = [_y(after) - _y(before) for before, after in itertools.pairwise(body)]
    if not gaps:
        return [0]
    starts = [0, *(index for index, gap in enumerate(gaps, 1) if gap > _WIDER * min(gaps))]
    numbers = [_numbered(line) for line in body]
    most = max(sum(numbers[first:last]) for first, last in itertools.pairwise([*starts, len(body)]))
    return starts if len(starts) > 1 and most <= 1 else []


def _numbered(line: Parts) -> bool:
    return 0 in line and is_number(line[0].text)


def _by_numbers(body: Sequence[Parts], edges: Sequence[float]) -> list[int]:
    numbers = [index for index, line in enumerate(body) if _numbered(line)]
    if numbers and numbers[0] > 0 and len(numbers) > 1:
        return _around(body, numbers)
    widest = max(range(len(edges) - 1), key=lambda column: edges[column + 1] - edges[column])
    right = {
        column: max((line[column].x1 for line in body if column in line), default=0.0)
        for column in range(len(edges) - 1)
    }
    starts = [
        index for index in range(1, len(body)) if _numbered(body[index]) or _starts(body, index, widest, edges, right)
    ]
    return [0, *starts]


def _around(body: Sequence[Parts], numbers: Sequence[int]) -> list[int]:
    """Return the first lines of rows whose numbers stand beside their middle: as many lines above it as below."""
    starts = [0]
    for number, following in itertools.pairwise(numbers):
        last = min(2 * number - starts[-1], following - 1)
        starts.append(max(last, number) + 1)
    return starts


def _starts(body: Sequence[Parts], index: int, widest: int, edges: Sequence[float], right: Mapping[int, float]) -> bool:
    """Say whether a text begins on a line in a column beside the widest, and none goes on in the widest."""
    line, before = body[index], body[index - 1]
    if widest in line and widest in before:
        text = before[widest]
        goes_on = not begins(line[widest], text, [text], edges[widest], right[widest])
        if goes_on and not text.text.endswith(_ENDS):
            return False
    return any(
        column not in before or begins(part, before[column], [before[column]], edges[column], right[column])
        for column, part in line.items()
        if column != widest
    )
