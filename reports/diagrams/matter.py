"""The boundary diagram of one matter: who does what in it, in the words of each list that states it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from data.errors import NothingReadable
from data.messages import say
from graph.dutygraph import DutyGraph, Part
from reports.diagrams import ladder, roles
from reports.diagrams.canvas import Page
from reports.diagrams.ladder import Cell, Ladder, Lane, Rung
from reports.diagrams.legend import role_signs, standing_signs
from reports.diagrams.names import without_place
from reports.diagrams.render import write

ABREAST = 3


def draw_matter(graph: DutyGraph, matter: str, *paths: Path) -> list[Path]:
    """Draw one matter: its departments on the left, those that lead first, and beside each its duty text.

    Where several lists state the matter, their words stand side by side, at most three lists on a page, so that
    what they say differently is seen.

    Args:
        graph: the jurisdiction.
        matter: the id of the matter.
        paths: .pdf, .png or .svg, one or several (see `render.write`).

    Returns:
        The files written.

    Raises:
        KeyError: the graph has no such matter.
        NothingReadable: no department has a part in it.
    """
    name = graph.matter(matter).name or say("figure.nameless")
    statements = list(graph.statements(matter).items())
    if not statements:
        raise NothingReadable("error.figure-empty", what=name)
    caption = say("figure.matter", place=graph.jurisdiction, matter=name)
    abreast = [statements[first : first + ABREAST] for first in range(0, len(statements), ABREAST)]
    drawn = [page for some in abreast for page in _pages(graph, name, some, dict(statements), caption)]
    return write(drawn, paths, caption)


def _pages(
    graph: DutyGraph,
    name: str,
    shown: Sequence[tuple[str, tuple[Part, ...]]],
    statements: dict[str, tuple[Part, ...]],
    caption: str,
) -> list[Page]:
    """The pages of some lists; standing and order of the departments are those of all lists."""
    standings = {part.body: roles.standing(part.body, statements) for parts in statements.values() for part in parts}
    order = sorted(standings, key=lambda body: roles.ROLES.index(standings[body].role))
    rungs = [
        Rung(graph.body(body).name, standings[body], tuple(_cell(graph, body, parts) for _, parts in shown))
        for body in order
    ]
    lanes = [
        Lane(
            say(
                "figure.head.list",
                owner=without_place(owner, graph.jurisdiction),
                count=len({one.body for one in parts}),
            )
        )
        for owner, parts in shown
    ]
    figure = Ladder(name, say("figure.head.department"), tuple(lanes), tuple(rungs), caption)
    return ladder.pages(figure, role_signs(lines=True) + (standing_signs() if len(statements) > 1 else []))


def _cell(graph: DutyGraph, body: str, parts: Sequence[Part]) -> Cell:
    """What one list says of one department in the matter."""
    own = [part for part in parts if part.body == body]
    if not own:
        return Cell((say("figure.absent"),))
    return Cell(tuple(_words(graph, part, parts) for part in own), True, roles.strongest(own))


def _words(graph: DutyGraph, part: Part, parts: Sequence[Part]) -> str:
    words = part.row.duty.strip() or say("figure.blank")
    if not part.shared:
        return words
    others = [graph.body(one.body).name for one in parts if one.row.id == part.row.id and one.body != part.body]
    return say("figure.joint", others=say("join").join(others)) + words
