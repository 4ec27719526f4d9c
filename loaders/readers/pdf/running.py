"""Find what belongs to the pages and not to the text: page numbers, headers and footers that come again and again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from data.spacing import squeeze
from loaders.lists.headings import part_of
from loaders.readers.pdf.lines import Line
from loaders.readers.pdf.sheet import Sheet
from loaders.readers.text.lines import Line as TextLine
from loaders.readers.text.pages import page_lines
from loaders.tables.columns import is_header_word

# A header stands in the upper or lower part of the page, among the first or last lines.
_ZONE, _LINES = 0.15, 2
# Above, and below, the margin of the text (2.54 cm) stands no heading of it.
_MARGIN = 0.075
# It comes again at the same height (points), on half the pages between its first and its last.
_SAME_HEIGHT, _OFTEN = 6.0, 0.5
_LONGEST = 60
# A title is larger than what stands below it, a header is not.
_TITLE = 1.15
# A single number is that of a page where it stands apart from the text by so many times its size.
_APART = 2.0
_NUMBER = re.compile(r"\d{1,4}")
_Spot = tuple[int, int]


def running_lines(sheets: Sequence[Sheet]) -> list[frozenset[int]]:
    """Return for each page the numbers (from 0) of its lines that belong to the page."""
    edges = [(at, index) for at, sheet in enumerate(sheets) for index in _edges(sheet)]
    found = {spot for spot in edges if page_lines([TextLine(1, _line(sheets, spot).text)])}
    found |= _bare(sheets, edges) | _repeated(sheets, edges)
    return [frozenset(index for at, index in found if at == number) for number in range(len(sheets))]


def is_page_number(text: str) -> bool:
    """Say whether a line of a page is its number: dressed (— 3 —) or bare, or says that a table goes on."""
    return bool(_NUMBER.fullmatch(squeeze(text))) or bool(page_lines([TextLine(1, text)]))


def is_above(sheet: Sheet, line: Line) -> bool:
    """Say whether a line stands in the upper half of its page."""
    return line.y < sheet.height / 2


def _line(sheets: Sequence[Sheet], spot: _Spot) -> Line:
    return sheets[spot[0]].lines[spot[1]]


def _edges(sheet: Sheet) -> Iterator[int]:
    """Yield the lines at the upper and lower end of a page, outside of its tables, with lines or without."""
    top = min((piece.box[1] for piece in sheet.pieces), default=sheet.height)
    bottom = max((piece.box[3] for piece in sheet.pieces), default=0.0)
    last = len(sheet.lines)
    headed = next((index for index, line in enumerate(sheet.lines) if _heads_columns(line)), last)
    for index, line in enumerate(sheet.lines):
        upper = index < min(_LINES, headed) and line.y < min(top, _ZONE * sheet.height)
        lower = index >= last - _LINES and line.y > max(bottom, (1 - _ZONE) * sheet.height)
        if upper or lower:
            yield index


def _bare(sheets: Sequence[Sheet], edges: Sequence[_Spot]) -> set[_Spot]:
    """Return the lines that are a number alone: those that count with the pages, or that stand apart."""
    alone = {spot: int(text) for spot in edges if _NUMBER.fullmatch(text := squeeze(_line(sheets, spot).text))}
    starts = Counter(value - sheets[spot[0]].number for spot, value in alone.items())
    usual = {start for start, count in starts.items() if count > 1}
    return {
        spot
        for spot, value in alone.items()
        if value - sheets[spot[0]].number in usual or _stands_apart(sheets[spot[0]], spot[1])
    }


def _stands_apart(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    others = [other.y for at, other in enumerate(sheet.lines) if at != index]
    others += [edge for piece in sheet.pieces for edge in (piece.box[1], piece.box[3])]
    return all(abs(other - line.y) > _APART * line.size for other in others)


def _repeated(sheets: Sequence[Sheet], edges: Sequence[_Spot]) -> set[_Spot]:
    """Return the lines that come again at the same height, page after page."""
    alike: dict[str, list[_Spot]] = defaultdict(list)
    ends = (end for sheet in sheets for piece in sheet.pieces for end in piece.ends if end)
    body = median(
        [*(line.size for sheet in sheets for line in sheet.lines), *(end.first.size for end in ends)] or [0.0]
    )
    for spot in edges:
        sheet, line = sheets[spot[0]], _line(sheets, spot)
        if line.size <= _TITLE * body and _may_run(sheet, line):
            alike[re.sub(rf"(?<!\d){sheet.number}(?!\d)", "#", squeeze(line.text))].append(spot)
    return {spot for spots in alike.values() for spot in _steady(sheets, spots)}


def _may_run(sheet: Sheet, line: Line) -> bool:
    """Say whether a line may be a header or footer: short, no heads of columns, no heading but in the very margin."""
    in_margin = not _MARGIN < line.y / sheet.height < 1 - _MARGIN
    return len(line.text) <= _LONGEST and not _heads_columns(line) and (in_margin or part_of(line.text) is None)


def _heads_columns(line: Line) -> bool:
    return sum(is_header_word(run.text) for run in line.runs) > 1


def _steady(sheets: Sequence[Sheet], spots: Sequence[_Spot]) -> list[_Spot]:
    usual = median(_line(sheets, spot).y for spot in spots)
    level = [spot for spot in spots if abs(_line(sheets, spot).y - usual) < _SAME_HEIGHT]
    pages = sorted({at for at, _ in level})
    often = len(pages) > 1 and len(pages) >= _OFTEN * (pages[-1] - pages[0] + 1)
    return level if often else []
