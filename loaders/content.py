"""Choose the rows of a table that say something: not its headers, rules, notes and empty rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.document import Source
from loaders.celltext import clean
from loaders.columns import is_header_word, table_kind
from loaders.grid import GridRow, grid_rows, without_units
from loaders.headings import nothing_said
from loaders.numbers import is_number
from loaders.outline import RawTable
from loaders.wording import squeeze

_SEPARATOR = re.compile(r"^:?[-—–_=*→>\s]+:?$")
_NOTE = re.compile(r"^(?:<p>)?\s*(?:注|备注|附注|说明)\s*[\d一二三四五]?\s*[：:]")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A row and what it is: "row", "header", or the reason why it becomes none."""

    row: GridRow
    what: str


def chosen(tables: Sequence[RawTable], holes: frozenset[int] = frozenset()) -> Iterator[Chosen]:
    """Yield the rows of tables that go on with each other, each with what it is.

    Args:
        tables: tables of the same columns in order; the first row of each later one stands after a page.
        holes: units that stand between the lines of rows and belong to none (page numbers).
    """
    for number, table in enumerate(tables):
        rows = grid_rows(table.table)
        for index, row in enumerate(rows):
            whole = replace(row, places=_punched(row.places, holes), gap=row.gap or bool(number and index < 2))
            yield Chosen(whole, _what(whole, rows[0], index))


def _what(row: GridRow, header: GridRow, index: int) -> str:
    if _is_header(row, header, index):
        return "header"
    said = [text for text in row.texts if text and not is_number(text)]
    if any(row.texts) and all(_SEPARATOR.match(text) for text in row.texts if text):
        return "separator"
    if said and all(nothing_said(clean(text)) for text in said):
        return "nothing"
    if _NOTE.match(row.texts[0]) and not any(row.texts[1:]):
        return "note"
    return "row"


def _is_header(row: GridRow, header: GridRow, index: int) -> bool:
    words = [squeeze(text) for text in row.texts if text]
    if not index:
        return table_kind(row.texts) is not None or all(map(is_header_word, words))
    return bool(words) and (words == [squeeze(text) for text in header.texts if text] or _all_heads(words))


def _all_heads(words: Sequence[str]) -> bool:
    return len(words) > 1 and all(map(is_header_word, words))


def _punched(places: tuple[Source, ...], holes: frozenset[int]) -> tuple[Source, ...]:
    return without_units(places, holes) if holes else places
