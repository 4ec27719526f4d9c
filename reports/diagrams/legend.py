"""What stands around a figure: its title, the explanation of its signs, its notes and the number of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from data.messages import say
from reports.diagrams import roles
from reports.diagrams.canvas import BODY, NOTE, SOFT, TITLE, WIDTH, Label, Mark, Page
from reports.diagrams.roles import BADGE, ROLES, RoleKey, Standing
from reports.diagrams.typeset import block, leading, span, wrap

GAP, ROW = 5.0, 5.6


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of the legend: how wide it is, how it is drawn from x on at the height y, and what it means."""

    width: float
    draw: Callable[[float, float], Sequence[Mark]]
    meaning: str


def role_signs(*, lines: bool = False) -> list[Sign]:
    """Return the signs of the four roles, with their lines where the figure has lines."""
    return [_role_sign(role, 9.0 if lines else 0.0) for role in ROLES]


def standing_signs() -> list[Sign]:
    """Return the signs of what the lists say differently of one department in one matter."""
    return [
        _corner_sign(Standing(None, differs=True, partial=False), say("figure.legend.differs")),
        _corner_sign(Standing(None, differs=False, partial=True), say("figure.legend.partial")),
    ]


def head(text: str, top: float) -> tuple[Sequence[Mark], float]:
    """Return the centred title below `top`, and where it ends."""
    lines = wrap(text, WIDTH, TITLE, 3)
    end = top + leading(TITLE) * len(lines)
    return block(WIDTH / 2, (top + end) / 2, lines, TITLE, align="center"), end


def close(page: Page, top: float, signs: Sequence[Sign], notes: Iterable[str], *, caption: str = "") -> None:
    """End a page below `top` with legend, caption and notes; its height is then what it took."""
    marks, end = _flow(signs, top + 2.5)
    page.extend(marks)
    if caption:
        marks, end = head(caption, end + 1.5)
        page.extend(marks)
    for line in [line for note in notes for line in wrap(note, WIDTH, NOTE)]:
        end += leading(NOTE)
        page.add(Label(WIDTH / 2, end - leading(NOTE) / 2, line, NOTE, "center", SOFT))
    page.height = end


def foot(signs: Sequence[Sign], notes: Iterable[str], *, caption: str = "") -> float:
    """Return how much of a page `close` will take."""
    page = Page()
    close(page, 0.0, signs, notes, caption=caption)
    return page.height


def _role_sign(role: RoleKey, line: float) -> Sign:
    def draw(x: float, y: float) -> list[Mark]:
        stroke = [roles.line(role, (x, y), (x + line, y))] if line else []
        return [*stroke, *roles.badge(role, x + line + BADGE / 2, y)]

    return Sign(line + BADGE, draw, roles.name(role))


def _corner_sign(standing: Standing, meaning: str) -> Sign:
    return Sign(2.0, lambda x, y: roles.corner(standing, x + 2.0, y - 1.0, 2.0), meaning)


def _flow(signs: Sequence[Sign], top: float) -> tuple[Sequence[Mark], float]:
    """Set the signs in centred rows below `top`; return them and where they end."""
    marks: list[Mark] = []
    for row in _rows(signs):
        x = (WIDTH - sum(map(_extent, row)) + GAP) / 2
        for sign in row:
            marks += [*sign.draw(x, top + ROW / 2), Label(x + sign.width + 1.2, top + ROW / 2, sign.meaning, BODY)]
            x += _extent(sign)
        top += ROW
    return marks, top


def _rows(signs: Sequence[Sign]) -> list[list[Sign]]:
    rows: list[list[Sign]] = []
    for sign in signs:
        if not rows or sum(map(_extent, rows[-1])) + _extent(sign) > WIDTH + GAP:
            rows.append([])
        rows[-1].append(sign)
    return rows


def _extent(sign: Sign) -> float:
    return sign.width + 1.2 + span(sign.meaning, BODY) + GAP
