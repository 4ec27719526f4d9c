"""What a page of a figure is made of, before any library draws it.

Places and lengths are in millimetres from the top left corner of the type area, x to the right and y down; type
sizes and line widths are in points. The type area is that of an official document on A4 (GB/T 9704-2012).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

PAPER = (210.0, 297.0)
MARGIN_LEFT, MARGIN_TOP = 28.0, 37.0
WIDTH, HEIGHT = 156.0, 225.0

# Chinese type sizes: 五号, 小五, 六号, 小六. Nothing is set smaller than 小六.
TITLE, HEAD, BODY, NOTE = 10.5, 9.0, 7.5, 6.5

INK, SOFT, FAINT, PAPER_WHITE = "#1a1a1a", "#5c5c5c", "#d4d4d4", "#ffffff"
Align = Literal["left", "center", "right"]
Dash = tuple[float, ...]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `x` is its left end, centre or right end (`align`), `y` the middle of the line.

    `angle` is 0, 90 (upwards: `y` is then the place that `align` speaks of) or 270 (downwards).
    """

    x: float
    y: float
    text: str
    size: float = BODY
    align: Align = "left"
    colour: str = INK
    angle: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; without `edge` it has no outline."""

    x: float
    y: float
    width: float
    height: float
    fill: str = PAPER_WHITE
    edge: str = ""
    line: float = 0.6
    dash: Dash = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from point to point."""

    points: tuple[Point, ...]
    width: float = 0.6
    colour: str = INK
    dash: Dash = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed polygon."""

    points: tuple[Point, ...]
    fill: str
    edge: str
    line: float = 0.4


Mark = Label | Box | Stroke | Shape


@dataclass(slots=True)
class Page:
    """One page: its marks, drawn in this order, and how much of the type area's height they take."""

    marks: list[Mark] = field(default_factory=list)
    height: float = HEIGHT

    def add(self, *marks: Mark) -> None:
        """Draw these marks over what is there."""
        self.marks.extend(marks)

    def extend(self, marks: Sequence[Mark]) -> None:
        """Draw a group of marks over what is there."""
        self.marks.extend(marks)
