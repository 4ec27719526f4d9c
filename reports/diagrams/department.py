"""The boundary diagram of one department: its matters, its role in each, and who else has a part in them."""

from __future__ import annotations

from pathlib import Path

from data.errors import NothingReadable
from data.messages import say
from graph.dutygraph import DutyGraph, Part
from reports.diagrams import ladder, roles
from reports.diagrams.ladder import Cell, Ladder, Lane, Rung
from reports.diagrams.legend import role_signs, standing_signs
from reports.diagrams.names import with_place, without_place
from reports.diagrams.render import write

Statements = dict[str, tuple[Part, ...]]


def draw_department(graph: DutyGraph, body: str, *paths: Path) -> list[Path]:
    """Draw one department: its matters on the left, those it leads first; beside each its part and the other parties.

    Args:
        graph: the jurisdiction.
        body: the id of the body.
        paths: .pdf, .png or .svg, one or several (see `render.write`).

    Returns:
        The files written.

    Raises:
        KeyError: the graph has no such body.
        NothingReadable: it has a part in no matter.
    """
    name = graph.body(body).name
    matters = list(dict.fromkeys(part.matter for part in graph.parts(body)))
    if not matters:
        raise NothingReadable("error.figure-empty", what=name)
    rungs = sorted((_rung(graph, body, matter) for matter in matters), key=_rank)
    lanes = (Lane(say("figure.head.own", count=len(matters))), Lane(say("figure.head.others"), spine=False))
    caption = say("figure.department", body=with_place(name, graph.jurisdiction))
    figure = Ladder(name, say("figure.head.matter"), lanes, tuple(rungs), caption)
    several = any(len(graph.matter(matter).owners) > 1 for matter in matters)
    signs = role_signs(lines=True) + (standing_signs() if several else [])
    return write(ladder.pages(figure, signs), paths, caption)


def _rank(rung: Rung) -> int:
    return roles.ROLES.index(rung.standing.role)


def _rung(graph: DutyGraph, body: str, matter: str) -> Rung:
    statements = graph.statements(matter)
    standing = roles.standing(body, statements)
    own = Cell(tuple(_own(body, statements, graph.jurisdiction)), True, standing.role)
    return Rung(
        graph.matter(matter).name or say("figure.nameless"),
        standing,
        (own, Cell(tuple(_others(graph, body, statements)))),
    )


def _own(body: str, statements: Statements, jurisdiction: str) -> list[str]:
    """The department's part, one paragraph a row; whose list says it where several lists state the matter."""
    told = [
        (owner, part.row.duty.strip() or say("figure.blank"))
        for owner, parts in statements.items()
        for part in parts
        if part.body == body
    ]
    if len(statements) == 1:
        return [words for _, words in told]
    return [say("figure.by-list", owner=without_place(owner, jurisdiction), text=words) for owner, words in told]


def _others(graph: DutyGraph, body: str, statements: Statements) -> list[str]:
    """The other parties, one paragraph a role."""
    others = dict.fromkeys(part.body for parts in statements.values() for part in parts if part.body != body)
    by_role: dict[roles.RoleKey, list[str]] = {}
    for other in others:
        by_role.setdefault(roles.standing(other, statements).role, []).append(graph.body(other).name)
    named = [(role, by_role[role]) for role in roles.ROLES if role in by_role]
    lines = [say("figure.by-role", role=roles.name(role), bodies=say("join").join(names)) for role, names in named]
    return lines or [say("figure.alone")]
