"""Make a Document of the sheets of a workbook, and say what of it was not read, or is odd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.document import Block, Document, Label, Source, Table, units_of
from data.errors import UnreadableDocument
from data.messages import say
from loaders.readers import pulse
from loaders.readers.sheets.blocks import blocks_of
from loaders.readers.sheets.grid import Book, Sheet, TooLarge, column_name, place_name
from loaders.readers.sheets.merges import Merges, merges_of, uncover

# So many places are named, then only counted.
_NAMED = 5


def document_of(book: Book, file: str, reader: str, encoding: str = "") -> Document:
    """Return the Document of a workbook: each sheet a label with its name, then its paragraphs and tables.

    Args:
        book: the sheets that are shown.
        file: the name that sources carry.
        reader: the name of the reader.
        encoding: that of the file, where it is one of characters.

    Raises:
        UnreadableDocument: a table is too large, or every sheet is damaged.
    """
    blocks: list[Block] = []
    warnings: list[str] = [say("sheets.hidden", sheets="、".join(book.hidden))] if book.hidden else []
    unread = [say("sheets.damaged", sheet=name) for name in book.damaged]
    if book.damaged and not book.sheets:
        raise UnreadableDocument("error.damaged", file=file)
    for number, sheet in enumerate(book.sheets, 1):
        merges = merges_of(sheet)
        uncover(sheet, merges)
        found = _labelled(sheet, merges, file)
        blocks += found
        warnings += _oddities(sheet, merges)
        if sheet.pictures and not any(isinstance(block, Table) for block in found):
            unread.append(say("sheets.pictures", sheet=sheet.name))
        pulse.beat(number, len(book.sheets))
    return Document(
        file, reader, tuple(blocks), units_of(blocks), encoding, warnings=tuple(warnings), unread=tuple(unread)
    )


def _labelled(sheet: Sheet, merges: Merges, file: str) -> list[Block]:
    if not sheet.texts:
        return []
    part = f"sheet {sheet.name}"
    labels = [Label(text, Source(file, part, "page", 1, 1)) for text in (sheet.name, *sheet.beside) if text.strip()]
    try:
        return [*labels, *blocks_of(sheet, merges, lambda row: Source(file, part, "row", row + 1, row + 1))]
    except TooLarge as error:
        raise UnreadableDocument("sheets.error.large", file=file, sheet=sheet.name) from error


def _oddities(sheet: Sheet, merges: Merges) -> Iterator[str]:
    """Yield what the user should know of a sheet."""
    hidden = [*_rows(sheet), *_columns(sheet)]
    if hidden:
        yield say("sheets.hidden-inside", sheet=sheet.name, places=_some(hidden))
    if sheet.uncomputed:
        names = [f"{sheet.name}!{place_name(*place)}" for place in sheet.uncomputed]
        yield say("sheets.uncomputed", count=len(names), cells=_some(names))
    if merges.hiding:
        names = [f"{sheet.name}!{place_name(*place)}" for place in dict.fromkeys(merges.hiding)]
        yield say("sheets.covered", cells=_some(names))
    if merges.overlapping:
        yield say("sheets.overlapping", sheet=sheet.name, count=merges.overlapping)


def _rows(sheet: Sheet) -> Iterator[str]:
    """Yield the names of the hidden rows that hold text, those side by side as one."""
    for first, last in _runs(sorted({row for row in sheet.hidden_rows if row in sheet.texts})):
        yield say("sheets.rows" if first < last else "sheets.row", first=first + 1, last=last + 1)


def _columns(sheet: Sheet) -> Iterator[str]:
    """Yield the names of the hidden columns that hold text, those side by side as one."""
    ranges, at, reach = sorted(sheet.hidden_columns), 0, -1
    hidden: list[int] = []
    for column in sorted({column for texts in sheet.texts.values() for column in texts}):
        while at < len(ranges) and ranges[at][0] <= column:
            reach, at = max(reach, ranges[at][1]), at + 1
        if column <= reach:
            hidden.append(column)
    for first, last in _runs(hidden):
        key = "sheets.columns" if first < last else "sheets.column"
        yield say(key, first=column_name(first), last=column_name(last))


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of numbers that follow each other.

    Example:
        >>> list(_runs([1, 2, 3, 7]))
        [(1, 3), (7, 7)]
    """
    first: int | None = None
    for at, number in enumerate(numbers):
        first = number if first is None else first
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            yield first, number
            first = None


def _some(names: Sequence[str]) -> str:
    named = say("sheets.and").join(names[:_NAMED])
    return named if len(names) <= _NAMED else say("sheets.some", names=named, count=len(names))
