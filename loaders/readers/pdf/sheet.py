"""Read one page: the lines of its text, the tables its lines draw, or what a scan of it says."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from data.document import Block
from loaders.readers.pdf.borders import TooFine, bundles, edges_of, whole
from loaders.readers.pdf.cells import filled
from loaders.readers.pdf.characters import MOST_GLYPHS, TooMuchText, characters_of
from loaders.readers.pdf.frame import Paper
from loaders.readers.pdf.glyphs import Glyph, Printed, Written, upright
from loaders.readers.pdf.grid import grid_of
from loaders.readers.pdf.lines import Line, lines_of
from loaders.readers.pdf.opened import Opened
from loaders.readers.pdf.piece import Piece, Place
from loaders.readers.pdf.scanned import Box, has_layer, is_scan, pictures_beside, read_scan, readable
from loaders.readers.pdf.signs import means_nothing
from loaders.readers.pdf.strokes import Drawn, Rule, drawn_on

# PDF 1.7 allows 200 inches; a page of a mile has nothing to read.
_LARGEST = 20_000.0
# PDFium takes seconds to put more pieces of text in order; a full page has some hundreds.
_MOST_TEXTS = 20_000
# A rule between rows of a table is not shorter than this share of the page.
_LONG = 0.1
# Shaded cells without lines: fewer areas are a background.
_LEAST_AREAS = 4


@dataclass(frozen=True)
class Sheet:
    """What one page holds: lines of text, tables, lines that stand turned, a text that slants; or the blocks of a scan.

    `pictures` are the heights of pictures beside the text, with their blocks; `rules` the long horizontal rules. `told`
    and `unread` are keys of messages: warnings of the page, and why it was not read; `said` are warnings of the
    recognition of text. `work` counts the characters and drawn objects.
    """

    number: int
    place: Place
    width: float = 0.0
    height: float = 0.0
    lines: tuple[Line, ...] = ()
    pieces: tuple[Piece, ...] = ()
    turned: tuple[Line, ...] = ()
    watermark: str = ""
    rules: tuple[Rule, ...] = ()
    scanned: tuple[Block, ...] = ()
    pictures: tuple[tuple[float, tuple[Block, ...]], ...] = ()
    told: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    work: int = 0


def read_sheet(pdf: Opened, index: int, file: str) -> Sheet:
    """Return what a page of an open document holds.

    Args:
        pdf: the open document.
        index: the page, from 0.
        file: the name that sources carry.
    """
    from pypdfium2 import PdfiumError

    number, place = index + 1, Place(file, f"page {index + 1}")
    try:
        with closing(pdf.page(index)) as page:
            return _sheet(pdf, page, number, place)
    except TooMuchText:
        return Sheet(number, place, unread=("pdf.too-much-text",), work=MOST_GLYPHS)
    except PdfiumError:
        return Sheet(number, place, unread=("pdf.page-damaged",))


def _sheet(pdf: Opened, page: Any, number: int, place: Place) -> Sheet:
    paper = _paper(page)
    if not all(0 < side < _LARGEST for side in paper.size(0)):
        return Sheet(number, place, unread=("pdf.page-size",))
    written, drawn = _content(pdf, page, number - 1, paper)
    size = paper.size(written.turn)
    strange = means_nothing(glyph.text for glyph in written.glyphs)
    work = len(written.glyphs) + drawn.objects + drawn.segments
    sheet = Sheet(number, place, *size, told=_told(drawn, strange), work=work)
    if not is_scan(written.glyphs, drawn, size, strange):
        boxes = pictures_beside(written.glyphs, drawn, size) if written.turn == page.get_rotation() // 90 else []
        return _pictured(_digital(sheet, written.glyphs, drawn), page, boxes)
    if not readable():
        return replace(sheet, unread=("pdf.scan",))
    blocks, said, unread = read_scan(page, place)
    return replace(sheet, scanned=blocks, said=(*said, *unread))


def _pictured(sheet: Sheet, page: Any, boxes: Sequence[Box]) -> Sheet:
    """Return the page with what can be read in its pictures; a picture without text is none to tell of."""
    if not boxes:
        return sheet
    if not readable():
        return replace(sheet, unread=("pdf.picture",))
    found = [(box, read_scan(page, sheet.place, box)) for box in boxes]
    pictures = tuple(((box[1] + box[3]) / 2, blocks) for box, (blocks, _, _) in found if blocks)
    said = tuple(text for _, (blocks, told, unread) in found for text in (*(told if blocks else ()), *unread))
    return replace(sheet, pictures=pictures, said=said)


def _paper(page: Any) -> Paper:
    """Return the part of the paper that is shown: none where the boxes of the page do not overlap."""
    media, crop = page.get_mediabox(), page.get_cropbox()
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    return Paper(left, bottom, min(media[2], crop[2]), min(media[3], crop[3]))


def _content(pdf: Opened, page: Any, index: int, paper: Paper) -> tuple[Written, Drawn]:
    """Return the characters of a page and what is drawn on it, both as its text is read."""
    turn = page.get_rotation() // 90
    drawn = drawn_on(page.raw, paper.upright(turn))
    if drawn.hidden + drawn.shown > _MOST_TEXTS:
        raise TooMuchText
    with closing(page.get_textpage()) as text:
        printed = characters_of(text.raw, some_hidden=bool(drawn.hidden))
    if drawn.lost:
        printed = max(pdf.second.characters(index), printed, key=_visible)
    written = upright(printed, paper, turn)
    return written, drawn if written.turn == turn else drawn_on(page.raw, paper.upright(written.turn))


def _visible(printed: Sequence[Printed]) -> int:
    return sum(not one.text.isspace() for one in printed)


def _told(drawn: Drawn, strange: bool) -> tuple[str, ...]:
    said = {
        "pdf.too-many-lines": drawn.cut,
        "pdf.fonts": strange,
        "pdf.text-layer": has_layer(drawn),
    }
    return tuple(key for key, true in said.items() if true)


def _digital(sheet: Sheet, glyphs: Sequence[Glyph], drawn: Drawn) -> Sheet:
    """Return the page with its tables, its lines, and what stands askew."""
    across, down = _rules(drawn)
    straight = [glyph for glyph in glyphs if glyph.turn >= 0 and glyph.text >= " "]
    try:
        grids = [grid for grid in map(grid_of, bundles(across, down)) if grid]
    except TooFine:
        return _digital(replace(sheet, told=(*sheet.told, "pdf.too-many-lines")), glyphs, Drawn())
    pieces, rest = filled(grids, straight, sheet.place)
    turns = range(1, 4)
    return replace(
        sheet,
        lines=tuple(lines_of(glyph for glyph in rest if not glyph.turn)),
        pieces=tuple(pieces),
        turned=tuple(line for turn in turns for line in lines_of(glyph for glyph in rest if glyph.turn == turn)),
        watermark="".join(glyph.text for glyph in glyphs if glyph.turn < 0).strip(),
        rules=tuple(rule for rule in across if rule.last - rule.first > _LONG * sheet.width),
    )


def _rules(drawn: Drawn) -> tuple[list[Rule], list[Rule]]:
    """Return the rules of a page, horizontal and vertical; the edges of filled areas where no rule is vertical."""
    across, down = whole(drawn.across), whole(drawn.down)
    if down or len(drawn.areas) < _LEAST_AREAS:
        return across, down
    edges = edges_of(drawn.areas)
    return whole(edges[0]), whole(edges[1])
