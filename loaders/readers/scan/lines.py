"""Put pieces of text together: to lines, and lines that only the width has broken to paragraphs."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.readers.scan.boxes import Box, around
from loaders.readers.scan.pieces import Piece
from loaders.readers.scan.widths import folded, length, solid

# Pieces are of one line where they share this much of the height of the lower one.
_SHARED = 0.5
# All below in widths of a Chinese character. A gap in a line that is seen as one.
_GAP = 1.2
# How much a measure may be off.
_SLACK = 0.4
# A line that begins so far to the right of the one above begins a paragraph (two characters, as is usual).
_INDENT = 1.4
# Text that is larger by this is no text of the same paragraph.
_BIGGER = 1.2
# The most that is left blank between text and the border of its cell.
_PADDING = 0.8
# What cannot be parted at the end of a line: opening brackets, a word or number or one character, closing marks, and a
# number behind them.
_HEAD = re.compile(
    r"[（《“‘〈【〔(\[]*(?:[\w.%]+|.)[，。、；：？！）》”’〉】〕,.;:?!)\]]*[\w.%]*", re.ASCII | re.DOTALL
)
# The ink of these stands in the left half of their square, that of opening brackets in the right half.
_LEFT_HALF, _RIGHT_HALF = "，。、；：）》”’〉】〕", "（《“‘〈【〔"
_ITEM = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.]|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条])")
# A text of fewer characters does not tell their width.
_TELLING = 3
_ENDS = "。；;：:！？."
_LETTER = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and how sure the engine is of its least sure letter, from 0 to 1."""

    box: Box
    text: str
    score: float

    @property
    def em(self) -> float:
        """The width of a Chinese character of it; for a line too short to tell, its height."""
        wide = length(self.text) - sum(_half_blank(self.text))
        return self.box.width / wide if wide >= _TELLING else self.box.height


def lines_of(pieces: Iterable[Piece]) -> list[Line]:
    """Return the lines that pieces make, from top to bottom, each from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.box.middle[1]):
        row = next((row for row in rows[-3:] if _beside(piece.box, row)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return [_line(sorted(row, key=lambda piece: piece.box.left)) for row in rows]


def _beside(box: Box, row: Sequence[Piece]) -> bool:
    """Say whether a box lies on the line of a row and beside all of its pieces, not below one."""
    whole = around(piece.box for piece in row)
    shared = min(box.bottom, whole.bottom) - max(box.top, whole.top)
    apart = all(box.left >= piece.box.middle[0] or box.right <= piece.box.middle[0] for piece in row)
    return apart and shared > _SHARED * min(box.height, whole.height)


def _line(pieces: Sequence[Piece]) -> Line:
    whole = Line(around(piece.box for piece in pieces), "".join(piece.text for piece in pieces), 0.0)
    em = statistics.median(Line(piece.box, piece.text, 0.0).em for piece in pieces)
    text = solid(pieces[0].text)
    for before, piece in itertools.pairwise(pieces):
        gap = piece.box.left - before.box.right > _GAP * em
        text += f" {solid(piece.text)}" if gap else solid(piece.text)
    return Line(whole.box, folded(text), min(piece.score for piece in pieces))


def paragraphs(lines: Sequence[Line], room: Box) -> list[list[Line]]:
    """Return the lines in groups of one paragraph each.

    A line goes on in the next one where what cannot be parted of that one had no room behind it, unless the next is
    indented or begins an item after the end of a sentence.

    Args:
        lines: lines from top to bottom.
        room: what they could fill: the cell, or the text of a page.
    """
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, _inner(lines, room)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def joined(lines: Sequence[Line]) -> str:
    """Return the text of the lines of a paragraph, with a space only between two words of Latin letters."""
    text = lines[0].text
    for line in lines[1:]:
        apart = _LETTER.match(text[-1]) and _LETTER.match(line.text[0])
        text += f" {line.text}" if apart else line.text
    return folded(text)


def _inner(lines: Sequence[Line], room: Box) -> Box:
    """Return the room without the padding, as seen on the left."""
    em = statistics.median(line.em for line in lines)
    padding = min(max(min(line.box.left for line in lines) - room.left, 0.0), _PADDING * em)
    return Box(room.left + padding, room.top, room.right - padding, room.bottom)


def _goes_on(line: Line, after: Line, room: Box) -> bool:
    em = max(line.em, after.em)
    if em > _BIGGER * min(line.em, after.em) and min(length(line.text), length(after.text)) >= _TELLING:
        return False
    if after.box.left - line.box.left > _INDENT * em and not _centred(after, room, em):
        return False
    if line.text[-1] in _ENDS and _ITEM.match(after.text):
        return False
    head = _HEAD.match(after.text)
    return _left_blank(line, room, em) < em * (length(head[0] if head else "") + _SLACK)


def _left_blank(line: Line, room: Box, em: float) -> float:
    left, right = _margins(line, room, em)
    return left + right if _centred(line, room, em) else right


def _centred(line: Line, room: Box, em: float) -> bool:
    left, right = _margins(line, room, em)
    return left > _SLACK * em and abs(left - right) < em


def _margins(line: Line, room: Box, em: float) -> tuple[float, float]:
    """Return what is blank to the left and to the right of a line, the squares of its characters taken as full."""
    before, after = _half_blank(line.text)
    return line.box.left - room.left - before * em, room.right - line.box.right - after * em


def _half_blank(text: str) -> tuple[float, float]:
    """Return what is blank at the start and at the end of a text inside the squares of its characters."""
    return 0.5 * (text[0] in _RIGHT_HALF), 0.5 * (text[-1] in _LEFT_HALF)
