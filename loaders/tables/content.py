"""Choose the rows of a table that say something: not its headers, rules, notes and empty rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.document import Source, Unit
from data.spacing import squeeze
from loaders.lists.headings import nothing_said
from loaders.lists.outline import RawTable
from loaders.numbers import is_number
from loaders.tables.celltext import clean
from loaders.tables.columns import is_header_word
from loaders.tables.grid import GridRow, grid_rows, without_units

_LEAST_WORDS = 2
_SEPARATOR = re.compile(r"^:?[-—–_=*→>\s]+:?$")
_NOTE = re.compile(r"^(?:<p>)?\s*(?:注|备注|附注|说明)\s*[\d一二三四五]?\s*[：:]")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A row and what it is: "row", "header", or the reason why it becomes none."""

    row: GridRow
    what: str


def chosen(tables: Sequence[RawTable], holes: frozenset[Unit] = frozenset()) -> Iterator[Chosen]:
    """Yield the rows of tables that go on with each other, each with what it is.

    Args:
        tables: tables of the same columns in order; the first row of each later one stands after a page.
        holes: units that stand between the lines of rows and belong to none (page numbers).
    """
    for number, table in enumerate(tables):
        rows = grid_rows(table.table)
        for index, row in enumerate(rows):
            whole = replace(row, places=_punched(row.places, holes), gap=row.gap or bool(number and index < 2))
            headed = table.header.above <= index < table.header.rows
            yield Chosen(whole, "header" if headed or _is_header_again(row, rows[0]) else _what(whole))


def _what(row: GridRow) -> str:
    said = [text for text in row.texts if text and not is_number(text)]
    if any(row.texts) and all(_SEPARATOR.match(text) for text in row.texts if text):
        return "separator"
    if said and all(nothing_said(clean(text)) for text in said):
        return "nothing"
    if _NOTE.match(row.texts[0]) and not any(row.texts[1:]):
        return "note"
    return "row"


def _is_header_again(row: GridRow, first: GridRow) -> bool:
    """Say whether a row is the header once more: the words of the first row, or several words of columns alone."""
    words = [squeeze(text) for text in row.texts if text]
    if len(words) < _LEAST_WORDS or not all(map(is_header_word, words)):
        return row is not first and len(words) > 1 and words == [squeeze(text) for text in first.texts if text]
    return True


def _punched(places: tuple[Source, ...], holes: frozenset[Unit]) -> tuple[Source, ...]:
    return without_units(places, holes) if holes else places
