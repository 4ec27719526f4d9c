"""The matrix of matters and departments, with a role letter in each cell.

Above some twenty nodes people read a matrix better than a drawing of nodes and lines (Ghoniem, Fekete, Castagliola,
Information Visualization 4, 2005), and reordering is what makes it speak (Bertin, Sémiologie graphique, 1967).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from data.errors import NothingReadable
from data.messages import say
from graph.dutygraph import DutyGraph
from reports.diagrams import roles
from reports.diagrams.canvas import BODY, FAINT, HEIGHT, NOTE, SOFT, WIDTH, Box, Label, Mark, Page, Stroke
from reports.diagrams.layout import seriate
from reports.diagrams.legend import Sign, close, foot, head, role_signs, standing_signs
from reports.diagrams.render import write
from reports.diagrams.sheets import COUNT, GAP, Column, Row, Sheet, column, pages
from reports.diagrams.typeset import block, leading

BAND = "#f6f6f6"
# Signs that lie on their side in a line set downwards.
LYING = frozenset("（）()《》〈〉【】〔〕—－-…～")


def draw_matrix(
    graph: DutyGraph, *paths: Path, matters: Collection[str] | None = None, bodies: Collection[str] | None = None
) -> list[Path]:
    """Draw the matrix of a jurisdiction; where one page is too small, further pages repeat the head.

    Args:
        graph: the jurisdiction.
        paths: .pdf, .png or .svg, one or several (see `render.write`).
        matters: ids of the matters to show, all unless told otherwise.
        bodies: ids of the bodies to show, all unless told otherwise.

    Returns:
        The files written.

    Raises:
        NothingReadable: none of the matters has one of the bodies.

    Example:
        >>> draw_matrix(graph, Path("matrix.pdf"))  # doctest: +SKIP
        [PosixPath('matrix.pdf')]
    """
    rows, columns = _table(graph, matters, bodies)
    if not rows:
        raise NothingReadable("error.figure-empty", what=graph.jurisdiction)
    title = say("figure.matrix", place=graph.jurisdiction, matters=len(rows), bodies=len(columns))
    laid = list(pages(rows, columns, HEIGHT - head(title, 0)[1] - foot(_signs(rows), _notes(1, 2))))
    return write(
        [_page(sheets, number, len(laid), title, _signs(rows)) for number, sheets in enumerate(laid, 1)], paths, title
    )


def _table(
    graph: DutyGraph, matters: Collection[str] | None, bodies: Collection[str] | None
) -> tuple[list[Row], list[Column]]:
    """The rows and columns in the order that shows the structure."""
    stated = {one.id: graph.statements(one.id) for one in graph.matters() if matters is None or one.id in matters}
    parties = {
        matter: {part.body: None for parts in said.values() for part in parts} for matter, said in stated.items()
    }
    pairs = [(matter, body) for matter, who in parties.items() for body in who if bodies is None or body in bodies]
    order, across = seriate(list(dict(pairs)), list(dict.fromkeys(body for _, body in pairs)), pairs)
    rows = []
    for matter in order:
        standings = {body: roles.standing(body, stated[matter]) for body in across if body in parties[matter]}
        rows.append(Row(graph.matter(matter).name or say("figure.nameless"), standings, len(parties[matter])))
    return rows, [column(body, graph.body(body).name) for body in across]


def _page(sheets: Sequence[Sheet], number: int, of: int, title: str, signs: Sequence[Sign]) -> Page:
    page = Page()
    marks, end = head(title if number == 1 else say("figure.continued", title=title), 0)
    page.extend(marks)
    for sheet in sheets:
        marks, end = _sheet(sheet, end + GAP)
        page.extend(marks)
    close(page, end, signs, _notes(number, of))
    return page


def _signs(rows: Sequence[Row]) -> list[Sign]:
    """The signs of the roles, and those of what the lists say differently where they do."""
    apart = any(standing.differs or standing.partial for row in rows for standing in row.standings.values())
    return role_signs() + (standing_signs() if apart else [])


def _notes(number: int, of: int) -> list[str]:
    return [say("figure.note.order"), *([say("figure.page", page=number, pages=of)] if of > 1 else [])]


def _sheet(sheet: Sheet, top: float) -> tuple[Sequence[Mark], float]:
    """Draw one head and its rows below `top`; return the marks and where they end."""
    left = (WIDTH - sheet.label - COUNT - sum(sheet.widths)) / 2
    xs = list(accumulate(sheet.widths, initial=left + sheet.label))
    ys = list(accumulate(map(sheet.height, sheet.rows), initial=top + sheet.depth))
    marks = [*_bands(left, xs, ys), *_grid(left, xs, ys, top), *_names(sheet, left, xs, ys[0])]
    for row, y, below in zip(sheet.rows, ys, ys[1:], strict=False):
        marks += _row(sheet, row, left, xs, y, below)
    return marks, ys[-1]


def _bands(left: float, xs: list[float], ys: list[float]) -> Iterator[Mark]:
    """Every second row stands on a pale band, to lead the eye across."""
    for y, below in list(pairwise(ys))[1::2]:
        yield Box(left, y, xs[-1] + COUNT - left, below - y, BAND)


def _grid(left: float, xs: list[float], ys: list[float], top: float) -> Iterator[Mark]:
    """Hairlines between columns; the three lines of an official table above, below the head and at the end."""
    for x in xs:
        yield Stroke(((x, top), (x, ys[-1])), 0.3, FAINT)
    for y, width in ((top, 1.1), (ys[0], 0.6), (ys[-1], 1.1)):
        yield Stroke(((left, y), (xs[-1] + COUNT, y)), width)


def _names(sheet: Sheet, left: float, xs: list[float], base: float) -> Iterator[Mark]:
    """The head: what the rows are, the departments downwards to the line, what the last column counts."""
    yield Label(left + 1, base - 3, say("figure.head.matter"))
    for one, x, after in zip(sheet.columns, xs, xs[1:], strict=False):
        yield from _name(sheet, one, (x + after) / 2, base - 1.2)
    yield Label(xs[-1] + COUNT / 2, base - 3, say("figure.head.count"), NOTE, "center", SOFT)


def _name(sheet: Sheet, one: Column, middle: float, base: float) -> Iterator[Label]:
    """A name set downwards, its lines from right to left; a turned one upwards, its lines from left to right."""
    step = leading(sheet.size) * (1 if one.turned else -1)
    for number, line in enumerate(one.lines):
        x = middle + step * (number - (len(one.lines) - 1) / 2)
        if one.turned:
            yield Label(x, base, line, sheet.size, angle=90)
            continue
        top = base - sheet.down * (max(map(len, one.lines)) - 0.5)
        for place, sign in enumerate(line):
            yield Label(x, top + sheet.down * place, sign, sheet.size, "center", angle=270 if sign in LYING else 0)


def _row(sheet: Sheet, row: Row, left: float, xs: list[float], y: float, below: float) -> Iterator[Mark]:
    middle = (y + below) / 2
    yield from block(left + 1, middle, sheet.lines(row))
    for one, x, after in zip(sheet.columns, xs, xs[1:], strict=False):
        if standing := row.standings.get(one.body):
            yield from roles.badge(
                standing.role, (x + after) / 2, middle, (after - x - 0.4, below - y - 0.5), sheet.size
            )
            yield from roles.corner(standing, after - 0.2, y + 0.25, 1.2, standing.role)
    yield Label(xs[-1] + COUNT / 2, middle, str(row.parties), BODY, "center", SOFT)
