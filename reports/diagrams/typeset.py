"""Setting Chinese text in lines: widths, line breaking, shortening, and names written downwards."""

from __future__ import annotations

import re
import unicodedata

from data import fonts
from reports.diagrams.canvas import BODY, INK, Align, Label

MM = 25.4 / 72
LEADING = 1.4
ELLIPSIS = "……"

# Chinese composition (CY/T 154, JIS X 4051 alike): no closing mark begins a line and no opening mark ends one.
_OPENING = "（《〈“‘「『【〔(\\["
_CLOSING = "，。、；：！？）》〉”’」』】〕…,.;:!?)\\]"
_TOKEN = re.compile(rf"[{_OPENING}]*(?:[A-Za-z0-9%°/_.-]+|.)[{_CLOSING}]*\s*")


def plain(text: str) -> str:
    """Return the text as one line: invisible characters dropped, white space folded, and none between Chinese."""
    folded = " ".join("".join(one for one in text if unicodedata.category(one) != "Cf").split())
    return re.sub(r"(?<=[^ -~]) (?=[^ -~])", "", folded)


def span(text: str, size: float = BODY) -> float:
    """Return the width of a line in mm."""
    return fonts.width(text) * size * MM


def leading(size: float = BODY) -> float:
    """Return the distance of two lines in mm."""
    return size * LEADING * MM


def wrap(text: str, room: float, size: float = BODY, most: int = 99) -> list[str]:
    """Break a text into lines no wider than `room` mm; what does not fit into `most` lines ends in an ellipsis.

    Example:
        >>> wrap("负责出生人口性别比治理。", 6 * BODY * MM)
        ['负责出生人口', '性别比治理。']
    """
    text = plain(text)
    lines = _lines(text, room, size)
    if len(lines) <= most:
        return lines
    kept = text[: sum(len(line) for line in lines[:most])]
    while len(lines := _lines(kept + ELLIPSIS, room, size)) > most:
        kept = kept[:-1]
    return _lines(_at_clause(kept) + ELLIPSIS, room, size)


def even(text: str, room: float, size: float = BODY, most: int = 99) -> list[str]:
    """Break a text as `wrap` does, with lines as equal as can be: no last line of a single character."""
    lines = wrap(text, room, size, most)
    step, longest = (
        size * MM / 2,
        max((span(token.rstrip(), size) for token in _TOKEN.findall(plain(text))), default=0.0),
    )
    while len(lines) > 1 and (room := room - step) >= longest and len(closer := wrap(text, room, size)) == len(lines):
        lines = closer
    return lines


def _at_clause(text: str) -> str:
    """Cut back to the end of a clause where little is lost by it."""
    end = max(text.rfind(mark) for mark in "。；;")
    return text[: end + 1] if end > 0.6 * len(text) else text.rstrip("，、：（《“")


def _lines(text: str, room: float, size: float) -> list[str]:
    lines = [""]
    for token in _tokens(text, room, size):
        if lines[-1] and span((lines[-1] + token).rstrip(), size) > room:
            lines.append("")
        lines[-1] += token
    return [line.rstrip() for line in lines]


def _tokens(text: str, room: float, size: float) -> list[str]:
    """What must stand in one line; a token wider than the line falls apart into characters."""
    tokens = _TOKEN.findall(text)
    return [piece for token in tokens for piece in ([token] if span(token.rstrip(), size) <= room else list(token))]


def block(
    x: float, middle: float, lines: list[str], size: float = BODY, *, align: Align = "left", colour: str = INK
) -> list[Label]:
    """Set lines one under the other, the whole centred on the height `middle`."""
    step = leading(size)
    top = middle - step * (len(lines) - 1) / 2
    return [Label(x, top + step * number, line, size, align, colour) for number, line in enumerate(lines)]
