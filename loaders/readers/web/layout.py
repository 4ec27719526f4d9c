"""Tell the tables that only lay out a page (its frame, columns, boxes) from the tables that say something."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from loaders.readers.web.measure import Measure
from loaders.tables.columns import is_header_word

# The header of a table may stand below a title and a line of notes.
_HEADER_REACH = 3
_LEAST_HEADS = 2
_LONGEST_HEAD = 40
# The one cell that holds nearly all of a table's text is the column of the page in which the text stands.
_MAIN = 0.6
_MANY_LINES = 5
_HEADINGS = ("h1", "h2", "h3", "h4")
_LINES = ("p", "div", "br", "li", *_HEADINGS)
Rows = Sequence[Sequence[HtmlElement]]


def is_layout(table: HtmlElement, rows: Rows, measures: dict[HtmlElement, Measure]) -> bool:
    """Say whether a table only places what stands in it: its cells are to be read as text.

    A table is no layout where heads of columns stand in its first rows. Else it is one where it has one column, where
    nothing but links stands beside the tables inside its cells, or where one cell holds the text of the page.

    Args:
        table: the table.
        rows: its rows, each the cells that begin in it.
        measures: the measures of the page's elements; what is not read has none.
    """
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    if is_headed(rows):
        return False
    if max(map(len, rows), default=0) <= 1:
        return True
    framing = [row for row in rows if any(_tables_in(cell) for cell in row)]
    if framing:
        return _frames(framing, measures) or _holds_list(table, framing, measures)
    return _is_column_of_page(table, rows, measures)


def is_headed(rows: Rows) -> bool:
    """Say whether one of the first rows of a table holds heads of columns."""
    return any(sum(map(_is_head, row)) >= _LEAST_HEADS for row in rows[:_HEADER_REACH])


def _is_head(cell: HtmlElement) -> bool:
    text = "".join(cell.itertext()).strip() if not _tables_in(cell) else ""
    return 0 < len(text) <= _LONGEST_HEAD and is_header_word(text)


def _tables_in(cell: HtmlElement) -> bool:
    return next(cell.iter("table"), None) is not None


def _frames(framing: Rows, measures: dict[HtmlElement, Measure]) -> bool:
    """Say whether only links and blanks stand beside the cells that hold tables."""
    return not any(_plain(cell, measures) for row in framing for cell in row if not _tables_in(cell))


def _holds_list(table: HtmlElement, framing: Rows, measures: dict[HtmlElement, Measure]) -> bool:
    """Say whether one row holds nearly all of the page in a cell, a table with a header among it."""
    main = max(framing[0], key=lambda cell: _text(cell, measures))
    if len(framing) > 1 or _text(main, measures) < _MAIN * _text(table, measures):
        return False
    return any(is_headed([list(row.iter("td", "th")) for row in inner.iter("tr")]) for inner in main.iter("table"))


def _is_column_of_page(table: HtmlElement, rows: Rows, measures: dict[HtmlElement, Measure]) -> bool:
    """Say whether one cell of a table without inner tables holds the running text of a page."""
    row = max(filter(None, rows), key=lambda row: max(_text(cell, measures) for cell in row))
    main = max(row, key=lambda cell: _text(cell, measures))
    if _text(main, measures) < _MAIN * _text(table, measures):
        return False
    beside = sum(_plain(cell, measures) for cell in row if cell is not main)
    headed = next(main.iter(*_HEADINGS), None) is not None
    return not beside and (headed or sum(1 for _ in main.iter(*_LINES)) >= _MANY_LINES)


def _text(element: HtmlElement, measures: dict[HtmlElement, Measure]) -> int:
    return measures[element].text if element in measures else 0


def _plain(element: HtmlElement, measures: dict[HtmlElement, Measure]) -> int:
    return measures[element].plain if element in measures else 0
