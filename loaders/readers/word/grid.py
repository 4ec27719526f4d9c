"""The rows and cells of a Word table as they stand in the file (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from loaders.readers.word.names import VAL, W, number, value
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
            properties = child.find(_ROW_PROPERTIES)
            if properties is None or not _is_gone(story, properties):
                table.rows.append(_raw_row(story, child, properties, reader))
    return table


def _raw_row(story: Story, element: etree._Element, properties: etree._Element | None, reader: Reader) -> RawRow:
    row = RawRow([], *_before(properties))
    for child in story.inside(element):
        if child.tag == _CELL:
            _add_cell(story, row.cells, child, reader)
    return row


def _before(properties: etree._Element | None) -> tuple[int, int]:
    if properties is None:
        return 0, 0
    return max(number(value(properties, _BEFORE)) or 0, 0), _dxa(properties.find(_WIDTH_BEFORE))


def _is_gone(story: Story, properties: etree._Element) -> bool:
    if properties.find(_REMOVED_ROW) is not None:
        story.notes.revised = True
        return True
    if properties.find(_HIDDEN_ROW) is not None:
        story.notes.hidden += 1
        return True
    return False


def _add_cell(story: Story, cells: list[RawCell], element: etree._Element, reader: Reader) -> None:
    """Add a cell to its row; one that is merged with the cell before it only makes that one wider."""

    def content() -> Iterator[Piece]:
        return reader(element)

    properties = element.find(_CELL_PROPERTIES)
    if properties is None:
        cells.append(RawCell(content))
        return
    if properties.find(_REMOVED_CELL) is not None:
        story.notes.revised = True
        return
    span = max(number(value(properties, _SPAN)) or 1, 1)
    width = _dxa(properties.find(_WIDTH))
    if cells and _merge(properties.find(_ACROSS)) == "further":
        cells[-1].span += span
        cells[-1].width += width
        story.notes.hidden += _has_words(element)
        return
    merge = _merge(properties.find(_DOWN))
    cells.append(RawCell(content, span, width, merge, merge == "further" and _has_words(element)))


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
