"""The rows of a sheet that are printed, and what they look like: titles that stand alone, headers, rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.readers.sheets.grid import Sheet
from loaders.readers.sheets.merges import Merges
from loaders.readers.text.cells import is_foreign_header, is_header
from loaders.tables.columns import is_number_head

# Longer words head no column (see loaders.tables.columns).
_LONGEST_HEAD = 24
_LEAST_HEAD = 2
_PAIR = 2
# A cell that was filled by chance far to the right makes no header.
WIDEST_HEAD = 100
# 填报单位：…, 单位：万元
_FORM = re.compile("[：:]")
_LABEL = re.compile(r"\s*[^：:\d]{1,8}[：:]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number on the sheet (from 0), its texts by column, and how far each reaches to the right.

    `covered` says that a range merged from above reaches into it, `apart` that a blank row stands before it.
    """

    number: int
    texts: dict[int, str]
    ends: dict[int, int]
    covered: bool = False
    apart: bool = False

    @property
    def left(self) -> int:
        """The column of the first text."""
        return min(self.texts, default=0)

    @property
    def right(self) -> int:
        """The column of the last text."""
        return max(self.texts, default=-1)

    @property
    def alone(self) -> bool:
        """Whether the row holds one text and nothing reaches into it from above."""
        return len(self.texts) == 1 and not self.covered

    def words(self, left: int | None = None) -> list[str]:
        """Return the texts from a column on, blank ones included, up to the last."""
        start = self.left if left is None else left
        return [self.texts.get(column, "") for column in range(start, self.right + 1)]

    def wide(self, left: int, right: int) -> bool:
        """Say whether the one text of the row stands at the left edge of a table, or reaches over half of it."""
        return self.left <= left or 2 * (self.ends[self.left] - self.left + 1) > right - left


def rows_of(sheet: Sheet, merges: Merges) -> list[Row]:
    """Return the rows of a sheet that hold text, and those that a merged range with text reaches into."""
    reached = _reached(sheet, merges)
    found: list[Row] = []
    for number in sorted({*sheet.texts, *reached}):
        texts = dict(sorted(sheet.texts.get(number, {}).items()))
        corners = {column: merges.corners.get((number, column)) for column in texts}
        ends = {column: merge.right if merge else column for column, merge in corners.items()}
        apart = bool(found) and number - found[-1].number > 1
        found.append(Row(number, texts, ends, number in reached, apart))
    return found


def _reached(sheet: Sheet, merges: Merges) -> set[int]:
    """Return the rows below the first of each range that holds text; a title merged downwards needs no further row."""
    found: set[int] = set()
    for (top, left), merge in merges.corners.items():
        beside = sheet.texts.get(top, {})
        if left in beside:
            below = range(top + 1, merge.bottom + 1)
            found.update(below if len(beside) > 1 else filter(sheet.texts.__contains__, below))
    return found


def heads_table(row: Row) -> bool:
    """Say whether the words of a row are the header of a table of a duty list, or begin with 序号."""
    if row.covered or len(row.texts) < _LEAST_HEAD or row.right - row.left > WIDEST_HEAD:
        return False
    if any(len(text) > _LONGEST_HEAD for text in row.texts.values()):
        return False
    words = row.words()
    return is_number_head(words[0]) or is_header(words, None)


def heads_other_table(row: Row, columns: int) -> bool:
    """Say whether the words of a row head a table of no known kind, of another width than the open one."""
    return not row.covered and row.right - row.left <= WIDEST_HEAD and is_foreign_header(row.words(), columns)


def is_form_line(row: Row, header: Row) -> bool:
    """Say whether a row above a header is a line of the form (填报单位：… 填报日期：…), not a row of a table."""
    if row.covered or not row.texts:
        return False
    labels = sum(bool(_FORM.search(text)) for text in row.texts.values())
    return row.alone or 2 * labels >= len(row.texts) or len(row.texts) == _PAIR <= len(header.texts) / _PAIR


def is_signature(row: Row) -> bool:
    """Say whether a row below a table says who filled it in (填表人：… 审核人：…): it begins with a short label."""
    labels = sum(bool(_LABEL.match(text)) for text in row.texts.values())
    return not row.covered and labels > 1 and 2 * labels >= len(row.texts) and bool(_LABEL.match(row.texts[row.left]))


def form_texts(row: Row) -> Iterator[str]:
    """Yield the texts of a line of the form; a label that ends with a colon stands before the words it labels."""
    said = ""
    for text in row.texts.values():
        said += text
        if not text.rstrip().endswith(("：", ":")):
            yield said
            said = ""
    if said:
        yield said


def edges(rows: Sequence[Row]) -> tuple[int, int]:
    """Return the first and the last column that hold text of some rows."""
    filled = [row for row in rows if row.texts]
    return min(row.left for row in filled), max(row.right for row in filled)
