"""How a role looks, and which role a body has in a matter when several lists speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from data.messages import say
from data.rows import RoleName
from graph.dutygraph import Part
from reports.diagrams.canvas import BODY, INK, PAPER_WHITE, SOFT, Box, Dash, Label, Mark, Shape, Stroke

RoleKey = RoleName | None
ROLES: tuple[RoleKey, ...] = ("lead", "responsible", "support", None)
BADGE = 4.2


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and letter differ in lightness, lines in weight and dash: all three tell the roles apart without colour."""

    fill: str
    letter: str
    edge: str
    edge_dash: Dash
    line: float
    dash: Dash


LOOKS: dict[RoleKey, Look] = {
    "lead": Look("#16365c", PAPER_WHITE, "#16365c", (), 2.4, ()),
    "responsible": Look("#b3c7de", INK, "#5b7897", (), 0.8, ()),
    "support": Look("#f4f7fa", INK, "#5b7897", (), 0.8, (4.0, 2.4)),
    None: Look(PAPER_WHITE, INK, SOFT, (1.6, 1.6), 0.8, (1.0, 2.0)),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A body's place in one matter.

    `role` is the strongest any list gives it; `differs` where lists give it different roles; `partial` where not
    all lists that state the matter name it.
    """

    role: RoleKey
    differs: bool
    partial: bool


def strongest(parts: Iterable[Part]) -> RoleKey:
    """Return the strongest role among the parts (None for none stated)."""
    return min((part.role.name for part in parts), key=ROLES.index, default=None)


def standing(body: str, statements: Mapping[str, Sequence[Part]]) -> Standing:
    """Return the place of a body in a matter, from what each list states about the matter."""
    named = [[part for part in parts if part.body == body] for parts in statements.values()]
    roles = [strongest(parts) for parts in named if parts]
    stated = {role for role in roles if role}
    return Standing(min(roles, key=ROLES.index, default=None), len(stated) > 1, len(roles) < len(named))


def name(role: RoleKey) -> str:
    """Return the word for a role in the language of the run."""
    return say(f"role.{role or 'none'}")


def badge(
    role: RoleKey, x: float, y: float, size: tuple[float, float] = (BADGE, BADGE), letter: float = BODY
) -> list[Mark]:
    """Return the lettered field of a role, centred on (x, y); `size` in mm, the letter's in points."""
    look, (width, height) = LOOKS[role], size
    field = Box(x - width / 2, y - height / 2, width, height, look.fill, look.edge, 0.5, look.edge_dash)
    return [field, Label(x, y, say(f"role.letter.{role or 'none'}"), letter, "center", look.letter)]


def line(role: RoleKey, start: tuple[float, float], end: tuple[float, float]) -> Stroke:
    """Return a straight line in the style of a role."""
    return Stroke((start, end), LOOKS[role].line, INK, LOOKS[role].dash)


def corner(standing: Standing, right: float, top: float, side: float, on: RoleKey = None) -> list[Mark]:
    """Return the mark in a field's upper right corner: filled where lists differ, hollow where only some name it.

    `on` is the role whose field it stands on.
    """
    if not (standing.differs or standing.partial):
        return []
    points = ((right - side, top), (right, top), (right, top + side))
    return [Shape(points, INK if standing.differs else PAPER_WHITE, LOOKS[on].letter)]
