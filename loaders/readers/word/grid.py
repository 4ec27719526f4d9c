"""The rows and cells of a Word table as they stand in the file (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree

from loaders.readers.word.names import VAL, Properties, W, first, number, properties, switched_on, value
from loaders.readers.word.pieces import Merge, Piece, RawCell, RawRow, RawTable
from loaders.readers.word.story import Story

Reader = Callable[[etree._Element], Iterator[Piece]]
_ROW, _CELL, _TEXT = f"{W}tr", f"{W}tc", f"{W}t"
_ROW_PROPERTIES, _CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
_REMOVED_ROW, _HIDDEN_ROW, _REMOVED_CELL = f"{W}del", f"{W}hidden", f"{W}cellDel"
_SPAN, _DOWN, _ACROSS, _WIDTH = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge", f"{W}tcW"
_BEFORE, _WIDTH_BEFORE = f"{W}gridBefore", f"{W}wBefore"
_COLUMNS = f"{W}tblGrid/{W}gridCol"


def raw_table(story: Story, element: etree._Element, reader: Reader) -> RawTable:
    """Return a w:tbl as it stands, without the rows that a tracked change took away or that are hidden.

    Args:
        story: the part of the document that it stands in.
        element: the w:tbl.
        reader: reads what stands in a cell.
    """
    table = RawTable(widths=[number(column.get(f"{W}w")) or 0 for column in element.iterfind(_COLUMNS)])
    for child in story.inside(element):
        if child.tag == _ROW:
            given = properties(first(child, _ROW_PROPERTIES))
            if not _is_gone(story, given):
                table.rows.append(_raw_row(story, child, given, reader))
    return table


def _raw_row(story: Story, element: etree._Element, given: Properties, reader: Reader) -> RawRow:
    row = RawRow([], max(number(value(given, _BEFORE)) or 0, 0), _dxa(given.get(_WIDTH_BEFORE)))
    for child in story.inside(element):
        if child.tag == _CELL:
            _add_cell(story, row.cells, child, reader)
    return row


def _is_gone(story: Story, given: Properties) -> bool:
    story.notes.revised = story.notes.revised or _REMOVED_ROW in given
    hidden = _REMOVED_ROW not in given and bool(switched_on(given, _HIDDEN_ROW))
    story.notes.hidden += hidden
    return hidden or _REMOVED_ROW in given


def _add_cell(story: Story, cells: list[RawCell], element: etree._Element, reader: Reader) -> None:
    """Add a cell to its row; one that is merged with the cell before it only makes that one wider."""
    given = properties(first(element, _CELL_PROPERTIES))
    if _REMOVED_CELL in given:
        story.notes.revised = True
        return
    span, width = max(number(value(given, _SPAN)) or 1, 1), _dxa(given.get(_WIDTH))
    if cells and _merge(given.get(_ACROSS)) == "further":
        cells[-1].span += span
        cells[-1].width += width
        story.notes.hidden += _has_words(element)
        return
    merge = _merge(given.get(_DOWN))
    hides = merge == "further" and _has_words(element)
    cells.append(RawCell(partial(reader, element), span, width, merge, hides))


def _merge(element: etree._Element | None) -> Merge:
    """Return what a w:vMerge or w:hMerge says: one without a value goes on with the cell before."""
    if element is None:
        return ""
    return "first" if element.get(VAL) == "restart" else "further"


def _has_words(cell: etree._Element) -> bool:
    return any((text.text or "").strip() for text in cell.iter(_TEXT))


def _dxa(element: etree._Element | None) -> int:
    """Return a width in twentieths of a point, nought where it is given otherwise."""
    if element is None or element.get(f"{W}type", "dxa") != "dxa":
        return 0
    return max(number(element.get(f"{W}w")) or 0, 0)
