"""Setting Chinese text in lines: widths, line breaking, shortening, and names written downwards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

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
    lines = _lines(text, room, size, most + 1)
    if len(lines) <= most:
        return list(lines)
    kept = text[: sum(len(line) for line in lines[:most])]
    while len(_lines(kept + ELLIPSIS, room, size, most + 1)) > most:
        kept = kept[:-1]
    return list(_lines(_at_clause(kept) + ELLIPSIS, room, size, most))


def even(text: str, room: float, size: float = BODY, most: int = 99) -> list[str]:
    """Break a text as `wrap` does, with lines as equal as can be: no last line of a single character."""
    lines = wrap(text, room, size, most)
    longest = max((span(token.rstrip(), size) for token in _TOKEN.findall("".join(lines))), default=0.0)
    while len(lines) > 1 and (room := room - size * MM / 2) >= longest:
        closer = wrap(text, room, size, most + 1)
        if len(closer) != len(lines):
            break
        lines = closer
    return lines


def _at_clause(text: str) -> str:
    """Cut back to the end of a clause where little is lost by it."""
    end = max(text.rfind(mark) for mark in "。；;")
    return text[: end + 1] if end > 0.6 * len(text) else text.rstrip("，、：（《“")


@lru_cache(maxsize=8192)
def _lines(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """The first `most` lines."""
    lines, filled = [""], 0.0
    for token in _tokens(text, room, size):
        if lines[-1] and filled + span(token.rstrip(), size) > room:
            if len(lines) == most:
                break
            lines.append("")
            filled = 0.0
        lines[-1] += token
        filled += span(token, size)
    return tuple(line.rstrip() for line in lines)


def _tokens(text: str, room: float, size: float) -> Iterator[str]:
    """What must stand in one line; a token wider than the line falls apart into characters."""
    for found in _TOKEN.finditer(text):
        token = found[0]
        yield from [token] if span(token.rstrip(), size) <= room else token


def block(
    x: float, middle: float, lines: list[str], size: float = BODY, *, align: Align = "left", colour: str = INK
) -> list[Label]:
    """Set lines one under the other, the whole centred on the height `middle`."""
    step = leading(size)
    top = middle - step * (len(lines) - 1) / 2
    return [Label(x, top + step * number, line, size, align, colour) for number, line in enumerate(lines)]
