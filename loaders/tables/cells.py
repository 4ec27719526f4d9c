"""The texts of a row by the names of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.bodies import looks_like_department
from data.rows import Recognised
from loaders.lists.headings import nothing_said
from loaders.tables.celltext import clean
from loaders.tables.grid import GridRow

# Recognised characters below this confidence are for a person to look at.
DOUBTFUL = 0.85
_SIDES = ("department", "duty")


def cells_of_row(row: GridRow, columns: Sequence[str]) -> dict[str, str]:
    """Return the texts by column; columns without a name are gathered as remark, a matter loses its stray dot."""
    cells: dict[str, str] = {}
    for index, text in enumerate(row.texts):
        name = columns[index] if index < len(columns) else ""
        name = "remark" if name in ("", "basis") and (not name or "main_duty" in columns) else name
        kept = clean(text)
        cells[name] = f"{cells[name]}\n{kept}".strip() if cells.get(name) else kept
        if name == "item":
            cells["item-as-printed"] = joined_lines(cells.get("item-as-printed", ""), text)
    if "matter" in cells:
        cells["matter"] = cells["matter"].strip("· ")
    return cells


def text_at(row: GridRow, columns: Iterable[int]) -> str:
    """Return the text of neighbouring columns under one head."""
    return joined_lines(*(clean(row.texts[at]) for at in columns if at < len(row.texts)))


def merged_text(row: GridRow, columns: Iterable[int]) -> str:
    """Return the text of the cells that reach into the row from above, "" where none does."""
    merged = dict(row.merged)
    return joined_lines(*(clean(merged.get(at, "")) for at in columns))


def joined_lines(*texts: str) -> str:
    """Return texts as the lines of one, without the blank ones."""
    return "\n".join(filter(None, texts))


def settled(row: GridRow, columns: Sequence[str]) -> GridRow:
    """Return the row with the text of a cell over department and duty in the column that it speaks of.

    A name, or a word for nothing (无), stands for the department, any other text for what is done.
    """
    for at, span in row.wide:
        names = columns[at : at + span]
        text = row.texts[at]
        if names[:1] == ("department",) and "duty" in names and text and not _is_side(text):
            to = at + list(names).index("duty")
            texts = tuple("" if n == at else text if n == to else kept for n, kept in enumerate(row.texts))
            row = replace(row, texts=texts)
    return row


def confidence_of(row: GridRow, columns: Sequence[str]) -> Recognised:
    """Return how sure the reader is of the recognised cells of a row, by column: the lowest where several share one."""
    found: dict[str, float] = {}
    for at, sure in row.sure:
        name = (columns[at] if at < len(columns) else "") or "remark"
        found[name] = round(min(sure, found.get(name, 1.0)), 2)
    return tuple(found.items())


def is_doubtful(confidence: Recognised) -> bool:
    """Say whether a recognised cell is so unsure that a person should look at it."""
    return any(sure < DOUBTFUL for _, sure in confidence)


def _is_side(text: str) -> bool:
    return looks_like_department(text) or nothing_said(text) is not None
