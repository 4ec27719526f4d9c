"""Put text that is set in two columns into reading order: the left column, then the right one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from loaders.readers.pdf.lines import Line

# Two columns are told by a white gap near the middle of the text that most of the lines leave open, with words on both
# sides of it, wide ones: a table of contents has its page numbers at the right.
_LEAST_LINES = 6
_MIDDLE = (0.25, 0.75)
_OPEN, _SIDES, _WIDE = 0.8, 0.4, 0.2
# Half the width of the gap, in sizes of the text.
_HALF = 0.5


def in_reading_order(lines: Sequence[Line], left: float, right: float) -> list[list[Line]]:
    """Return lines in groups that are read one after the other; text in one column is one group.

    Args:
        lines: lines from the top.
        left: where the text begins, in points.
        right: where it ends.
    """
    usual = median([line.size for line in lines] or [0.0])
    title = list(itertools.takewhile(lambda line: line.size > usual or _is_centred(line, left, right), lines))
    body = lines[len(title) :]
    gap = _gap(body, left, right)
    if gap is None:
        return [list(lines)]
    groups: list[list[Line]] = [title]
    open_lines: list[Line] = []
    for line in body:
        if _crosses(line, gap):
            groups += [*_parted(open_lines, gap), [line]]
            open_lines = []
        else:
            open_lines.append(line)
    return [group for group in [*groups, *_parted(open_lines, gap)] if group]


def _is_centred(line: Line, left: float, right: float) -> bool:
    return len(line.runs) == 1 and abs(line.x0 + line.x1 - left - right) < 2 * line.size


def _gap(lines: Sequence[Line], left: float, right: float) -> float | None:
    """Return where the gap between two columns of text lies; None where there is one column."""
    if len(lines) < _LEAST_LINES:
        return None
    first, last = (left + share * (right - left) for share in _MIDDLE)
    ends = sorted({run.x1 for line in lines for run in line.runs if first <= run.x1 <= last})
    places = (end + _HALF * lines[0].size for end in ends)
    return next((at for at in places if _parts(lines, at, _WIDE * (right - left))), None)


def _parts(lines: Sequence[Line], at: float, wide: float) -> bool:
    """Say whether a place parts most of the lines in two columns, each of which holds wide pieces of text."""
    free = [line for line in lines if not _crosses(line, at)]
    sides = list(_parted(free, at))
    filled = all(len(side) >= _SIDES * len(lines) for side in sides)
    return (
        len(free) >= _OPEN * len(lines)
        and filled
        and all(median(line.x1 - line.x0 for line in side) > wide for side in sides)
    )


def _crosses(line: Line, at: float) -> bool:
    margin = _HALF * line.size - 0.1
    return any(run.x0 < at + margin and run.x1 > at - margin for run in line.runs)


def _parted(lines: Sequence[Line], at: float) -> Iterator[list[Line]]:
    """Yield the parts of lines to the left of a place, and those to the right."""
    for right in (False, True):
        sides = [(line, tuple(run for run in line.runs if (run.x0 >= at) == right)) for line in lines]
        yield [replace(line, runs=runs) for line, runs in sides if runs]
