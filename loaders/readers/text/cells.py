"""Cut a line of text into the cells of a table row, and know the rows that head a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.rows import SectionKind
from loaders.tables.columns import is_number_head, table_kind
from loaders.wording import unmarked

_PIPES = re.compile(r"^\|.*\|$|^[^|]+(?:\|[^|]*){2,}$")
_LONGEST_HEAD = 8
_NO_HEAD = re.compile(r"[\d，。；：、]")


def cells_of(text: str) -> list[str]:
    """Return the cells of a line: parted by tabs, or by the pipes of a Markdown table; one cell for plain text.

    Example:
        >>> cells_of("| 1 | 负责救助 |"), cells_of("1\\t负责救助")
        (['1', '负责救助'], ['1', '负责救助'])
    """
    if "\t" in text:
        return text.split("\t")
    plain = text.strip()
    if "|" not in plain or not _PIPES.match(plain):
        return [text]
    return [cell.strip() for cell in plain.removeprefix("|").removesuffix("|").split("|")]


def trimmed(cells: Sequence[str]) -> list[str]:
    """Return the cells without white space and markup around them, and without empty cells at the end."""
    texts = [unmarked(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def is_header(cells: Sequence[str], part: SectionKind | None) -> bool:
    """Say whether the cells are the header of a table of a duty list, in a part of the list where that is known."""
    return table_kind(trimmed(cells), part) is not None


def is_foreign_header(cells: Sequence[str], columns: int) -> bool:
    """Say whether the cells head another table than the open one, of no known kind (姓名, 职务, 电话).

    They begin with 序号, or are short words in a row of another width than the open table's.

    Args:
        cells: the cells of a row that equals no known header.
        columns: the width of the open table.
    """
    texts = trimmed(cells)
    if len(texts) < 2 or not all(texts):
        return False
    return is_number_head(texts[0]) or (len(cells) != columns and reads_like_header(texts))


def reads_like_header(texts: Sequence[str]) -> bool:
    """Say whether every cell holds a short word, and none a number or a mark of punctuation."""
    return all(0 < len(text) <= _LONGEST_HEAD and not _NO_HEAD.search(text) for text in texts)
