"""A boundary diagram: one matter (or one department) and all that is tied to it, rung by rung.

Boxes on the left are tied to the spine of the root above by lines in the style of their role; beside each stand the
words. Several spines side by side show what several lists say of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from data.messages import say
from reports.diagrams import roles
from reports.diagrams.canvas import FAINT, HEAD, HEIGHT, INK, PAPER_WHITE, SOFT, WIDTH, Box, Label, Mark, Page, Stroke
from reports.diagrams.legend import Sign, close, foot
from reports.diagrams.roles import BADGE, RoleKey, Standing
from reports.diagrams.typeset import block, even, leading, wrap

NAMES, TIE = 36.0, 9.0
# A box is so many lines higher than its name.
MORE = 0.6
ROOT = "#e9edf2"
# How many lines the words may take, and the space above and below them in mm: the first of these that leaves the
# whole diagram on one page, else the last.
SETTINGS = ((16, 1.9), (12, 1.9), (9, 1.7), (7, 1.5), (5, 1.1), (4, 0.7), (6, 1.7))
Setting = tuple[int, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """The words beside a box; `tied` by a line of `role` to the spine, or else a remark that nothing is there."""

    paragraphs: tuple[str, ...]
    tied: bool = False
    role: RoleKey = None


@dataclass(frozen=True, slots=True)
class Lane:
    """One column of words, with or without a spine."""

    heading: str
    spine: bool = True


@dataclass(frozen=True, slots=True)
class Rung:
    """One box and its cells, one a lane."""

    name: str
    standing: Standing
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The whole diagram: the root, the word above the boxes, the lanes, the rungs, and the caption below."""

    root: str
    boxes: str
    lanes: tuple[Lane, ...]
    rungs: tuple[Rung, ...]
    caption: str

    @property
    def width(self) -> float:
        """The width of a lane."""
        return (WIDTH - NAMES) / len(self.lanes)

    def indent(self, lane: Lane) -> float:
        """Return how far from the left of its lane the words begin."""
        return TIE + BADGE / 2 + 1.8 if lane.spine else 3.0

    def lines(self, lane: Lane, cell: Cell, depth: int) -> list[str]:
        """Return the words of a cell in at most `depth` lines, shared fairly between the paragraphs."""
        lines: list[str] = []
        for number, text in enumerate(cell.paragraphs):
            share = (depth - len(lines)) // (len(cell.paragraphs) - number)
            lines += wrap(text, self.width - self.indent(lane) - 1.5, most=max(1, share))
        return lines

    def height(self, rung: Rung, setting: Setting) -> float:
        """Return the height of a rung."""
        words = [len(self.lines(lane, cell, setting[0])) for lane, cell in zip(self.lanes, rung.cells, strict=True)]
        return leading() * max(len(name_lines(rung)) + MORE, *words) + 2 * setting[1]

    @property
    def top(self) -> float:
        """The height of the root and the headings."""
        headings = max(len(wrap(lane.heading, self.width - self.indent(lane) - 1.5)) for lane in self.lanes)
        return root_height(self) + leading() * headings + 4.0


def name_lines(rung: Rung) -> list[str]:
    """Return the name in a box as it is set."""
    return even(rung.name, NAMES - 4.0, most=5)


def root_height(ladder: Ladder) -> float:
    """Return the height of the root's box."""
    return leading(HEAD) * len(_root_lines(ladder, 1)) + 3.0


def _root_lines(ladder: Ladder, number: int) -> list[str]:
    words = ladder.root if number == 1 else say("figure.continued", title=ladder.root)
    return even(words, WIDTH - NAMES - 6.0, HEAD, 3)


def pages(ladder: Ladder, signs: Sequence[Sign]) -> list[Page]:
    """Draw a ladder on as many pages as it needs; each has the root, the headings and the legend."""
    room = HEIGHT - ladder.top - foot(signs, [say("figure.page", page=1, pages=1)], caption=ladder.caption)
    heights = {one: sum(ladder.height(rung, one) for rung in ladder.rungs) for one in SETTINGS}
    setting = next((one for one, height in heights.items() if height <= room), SETTINGS[-1])
    parts = list(_parts(ladder, setting, room))
    return [_page(ladder, setting, part, number, parts, signs) for number, part in enumerate(parts, 1)]


def _parts(ladder: Ladder, setting: Setting, room: float) -> Iterator[list[Rung]]:
    part: list[Rung] = []
    filled = 0.0
    for rung in ladder.rungs:
        height = ladder.height(rung, setting)
        if part and filled + height > room:
            yield part
            part, filled = [], 0.0
        part.append(rung)
        filled += height
    yield part


def _page(
    ladder: Ladder, setting: Setting, rungs: list[Rung], number: int, parts: list[list[Rung]], signs: Sequence[Sign]
) -> Page:
    page = Page()
    ys = list(accumulate((ladder.height(rung, setting) for rung in rungs), initial=ladder.top))
    page.extend(list(_frame(ladder, number)))
    for place, lane in enumerate(ladder.lanes):
        page.extend(list(_lane(ladder, lane, place, rungs, ys, last=number == len(parts))))
    for rung, (y, below) in zip(rungs, pairwise(ys), strict=True):
        page.extend(list(_rung(ladder, rung, setting[0], y, below)))
    counted = [say("figure.page", page=number, pages=len(parts))] if len(parts) > 1 else []
    close(page, ys[-1], signs, counted, caption=ladder.caption)
    return page


def _frame(ladder: Ladder, number: int) -> Iterator[Mark]:
    """The root above the lanes, and the word above the boxes."""
    height = root_height(ladder)
    yield Box(NAMES, 0, WIDTH - NAMES, height, ROOT, INK, 1.0)
    yield from block((NAMES + WIDTH) / 2, height / 2, _root_lines(ladder, number), HEAD, align="center")
    yield Label(NAMES / 2, ladder.top - 1.5 - leading() / 2, ladder.boxes, align="center", colour=SOFT)


def _lane(ladder: Ladder, lane: Lane, place: int, rungs: list[Rung], ys: list[float], *, last: bool) -> Iterator[Mark]:
    """The heading of a lane and its spine, down to the last box tied to it; it runs on to a page that follows."""
    left = NAMES + ladder.width * place
    heading = wrap(lane.heading, ladder.width - ladder.indent(lane) - 1.5)
    middle = ladder.top - 1.5 - leading() * len(heading) / 2
    yield from block(left + ladder.indent(lane), middle, heading, colour=SOFT)
    tied = [(y + below) / 2 for rung, (y, below) in zip(rungs, pairwise(ys), strict=True) if rung.cells[place].tied]
    if lane.spine:
        end = max(tied, default=ladder.top) if last else ys[-1]
        yield Stroke(((left + TIE, root_height(ladder)), (left + TIE, end)), 1.0)


def _rung(ladder: Ladder, rung: Rung, depth: int, y: float, below: float) -> Iterator[Mark]:
    middle = (y + below) / 2
    yield Stroke(((0, y), (WIDTH, y)), 0.3, FAINT)
    yield from _box(rung, middle)
    for place, (lane, cell) in enumerate(zip(ladder.lanes, rung.cells, strict=True)):
        left = NAMES + ladder.width * place
        if cell.tied:
            yield roles.line(cell.role, (left, middle), (left + TIE, middle))
            yield from roles.badge(cell.role, left + TIE, middle)
        colour = INK if cell.tied or not lane.spine else SOFT
        yield from block(left + ladder.indent(lane), middle, ladder.lines(lane, cell, depth), colour=colour)


def _box(rung: Rung, middle: float) -> Iterator[Mark]:
    lines = name_lines(rung)
    height = leading() * (len(lines) + MORE)
    yield Box(0, middle - height / 2, NAMES, height, PAPER_WHITE, INK, 0.7)
    yield from block(NAMES / 2, middle, lines, align="center")
    yield from roles.corner(rung.standing, NAMES, middle - height / 2, 1.8)
