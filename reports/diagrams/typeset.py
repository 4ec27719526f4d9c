"""Setting Chinese text in lines: widths, line breaking, shortening, and names written downwards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from data import fonts, segment
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


def wrap(text: str, room: float, size: float = BODY, most: int = 99, *, by_word: bool = False) -> list[str]:
    """Break a text into lines no wider than `room` mm; what does not fit into `most` lines ends in an ellipsis.

    Running text may break after any character, as Chinese does; `by_word` keeps the words of a name whole.

    Example:
        >>> wrap("负责出生人口性别比治理。", 6 * BODY * MM)
        ['负责出生人口', '性别比治理。']
    """
    text = plain(text)
    lines = _lines(text, room, size, most + 1, by_word)
    if len(lines) <= most:
        return list(lines)
    kept = text[: sum(len(line) for line in lines[:most])]
    while len(_lines(kept + ELLIPSIS, room, size, most + 1, by_word)) > most:
        kept = kept[:-1]
    return list(_lines(_at_clause(kept) + ELLIPSIS, room, size, most, by_word))


def even(text: str, room: float, size: float = BODY, most: int = 99) -> list[str]:
    """Break a name between words, with lines as equal as can be: no last line of a single character."""
    lines = wrap(text, room, size, most, by_word=True)
    longest = max((span(token.rstrip(), size) for token in _TOKEN.findall("".join(lines))), default=0.0)
    while len(lines) > 1 and (room := room - size * MM / 2) >= longest:
        closer = wrap(text, room, size, most + 1, by_word=True)
        if len(closer) != len(lines):
            break
        lines = closer
    return lines


def _at_clause(text: str) -> str:
    """Cut back to the end of a clause where little is lost by it."""
    end = max(text.rfind(mark) for mark in "。；;")
    return text[: end + 1] if end > 0.6 * len(text) else text.rstrip("，、：（《“")


@lru_cache(maxsize=8192)
def _lines(text: str, room: float, size: float, most: int, by_word: bool) -> tuple[str, ...]:
    """The first `most` lines."""
    lines, filled = [""], 0.0
    for token in _tokens(text, room, size, by_word):
        if lines[-1] and filled + span(token.rstrip(), size) > room:
            if len(lines) == most:
                break
            lines.append("")
            filled = 0.0
        lines[-1] += token
        filled += span(token, size)
    return tuple(line.rstrip() for line in lines)


def _tokens(text: str, room: float, size: float, by_word: bool) -> Iterator[str]:
    """What must stand in one line; what is wider than the line falls apart, at last into characters."""
    for chunk in _chunks(text) if by_word else _TOKEN.findall(text):
        if span(chunk.rstrip(), size) <= room:
            yield chunk
        elif by_word:
            yield from _tokens(chunk, room, size, by_word=False)
        else:
            yield from chunk


def _chunks(text: str) -> list[str]:
    """The words of a text, each with the marks that may not be parted from it."""
    starts, at = set(), 0
    for word in segment.words(text):
        starts.add(at)
        at += len(word)
    chunks: list[str] = []
    for found in _TOKEN.finditer(text):
        if found.start() in starts or not chunks:
            chunks.append(found[0])
        else:
            chunks[-1] += found[0]
    return chunks


def block(
    x: float, middle: float, lines: list[str], size: float = BODY, *, align: Align = "left", colour: str = INK
) -> list[Label]:
    """Set lines one under the other, the whole centred on the height `middle`."""
    step = leading(size)
    top = middle - step * (len(lines) - 1) / 2
    return [Label(x, top + step * number, line, size, align, colour) for number, line in enumerate(lines)]
