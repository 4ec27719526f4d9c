"""Join what page breaks have torn: rows, merged cells that float between rows, pieces that lost their column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from loaders.tables.celltext import clean
from loaders.tables.grid import GridRow

# Columns whose cell is printed once for a whole matter or main duty; their text may run on beside any later row.
_MERGED = ("basis", "case", "accountability")
_ONE_LIST = ("accountability",)
_KEYS = ("seq", "matter", "main_duty", "name")
_BESIDE = ("office", "agency", "phone")
# Where a cell is merged over several rows, at most half of them show it.
_USUAL = 0.8
_PAIRS = ("（）", "()", "《》", "“”", "〔〕", "【】", "[]", "<>")
_ENDS = "。；;！？.．"
_ENUMERATED = re.compile(r"(?:^|[\s；;。])(\d{1,2})\s*[、.．](?!\d)")
_CLOSING = "，。；、）)》”〕】]：:"


def joined(rows: Sequence[GridRow], columns: Sequence[str]) -> list[GridRow]:
    """Return the rows with every torn piece put back where it belongs, flagged `cut` where one was.

    Pieces without any row to belong to come back as they are, `loose`.

    Args:
        rows: aligned rows in order; `gap` marks those after an interruption.
        columns: the program's names of the columns, in order.
    """
    whole: list[GridRow] = []
    pending: list[GridRow] = []
    beside = _usually_filled(rows, columns)
    for row in rows:
        if row.loose:
            pending.append(row)
        elif whole and not row.empty and _is_rest(row, whole[-1], columns, beside):
            _put_back(row, whole, columns, pending)
        else:
            whole.append(_without_floating(row, whole, columns))
    if not whole:
        return pending
    if pending:
        whole[-1] = _with_loose(whole[-1], pending, columns)
    return whole


def runs_on(before: str, after: str) -> bool:
    """Say whether `after` is the rest of `before`: a sentence, bracket or enumeration is still open.

    Example:
        >>> runs_on("发展规划与统计信息股（技术", "服务站)")
        True
        >>> runs_on("负责再生资源经营者备案。", "负责市场监督。")
        False
    """
    before, after = clean(before), clean(after)
    if not before or not after:
        return False
    if after[0] in _CLOSING or any(_open_pairs(before, *pair) > 0 for pair in _PAIRS):
        return True
    numbers, following = _ENUMERATED.findall(before), _ENUMERATED.match(after)
    if numbers and following:
        return int(following[1]) == int(numbers[-1]) + 1
    return bool(numbers) and before[-1] not in _ENDS


def _open_pairs(text: str, opening: str, closing: str) -> int:
    return text.count(opening) - text.count(closing)


def _usually_filled(rows: Sequence[GridRow], columns: Sequence[str]) -> list[str]:
    """Return the columns of offices and phones that hardly a row leaves blank, but where a page cuts it."""
    whole = [_cells(row, columns) for row in rows if not (row.gap or row.loose or row.empty)]
    filled = Counter(name for cells in whole for name in _BESIDE if cells.get(name))
    return [name for name in _BESIDE if filled[name] and filled[name] >= _USUAL * len(whole)]


def _is_rest(row: GridRow, before: GridRow, columns: Sequence[str], beside: Sequence[str]) -> bool:
    """Say whether a row after a gap is the rest of the row before it, not a row of its own.

    Args:
        row: the row after the gap.
        before: the row above it.
        columns: the names of the columns.
        beside: columns that a row of its own would fill.
    """
    cells, former = _cells(row, columns), _cells(before, columns)
    if not row.gap or any(cells.get(key) for key in _KEYS):
        return False
    if "department" in cells:
        return not cells["department"]
    plain = [name for name in cells if name not in _MERGED and cells[name]]
    torn = any(runs_on(former.get(name, ""), cells[name]) for name in plain)
    return torn or (bool(beside) and not any(cells[name] for name in beside))


def _put_back(row: GridRow, whole: list[GridRow], columns: Sequence[str], pending: list[GridRow]) -> None:
    """Give each text of a rest to the cell that it continues; pieces waiting for their column go before it."""
    piece: GridRow | None = row
    for column, text in enumerate(row.texts):
        if not text:
            continue
        name = columns[column] if column < len(columns) else ""
        target = _holder(whole, columns, name) if name in _MERGED else len(whole) - 1
        for waiting in pending if name in _MERGED else ():
            whole[target] = _extended(whole[target], column, waiting.texts[0], waiting)
        if name in _MERGED:
            pending.clear()
        whole[target] = _extended(whole[target], column, text, piece)
        # The place of the rest is told once, with its first text.
        piece = None


def _without_floating(row: GridRow, whole: list[GridRow], columns: Sequence[str]) -> GridRow:
    """Take from a row of its own the pieces of a merged cell that began above a gap, and add them to that cell."""
    cells = _cells(row, columns)
    if not whole or any(cells.get(key) for key in _KEYS):
        return row
    for name in _MERGED:
        text = cells.get(name, "")
        if text and _floats(row, whole, columns, name):
            holder = _holder(whole, columns, name)
            whole[holder] = _extended(whole[holder], columns.index(name), text, None)
            row = _with_text(row, columns.index(name), "")
    return row


def _floats(row: GridRow, whole: Sequence[GridRow], columns: Sequence[str], name: str) -> bool:
    """Say whether the row's text in a merged column is the rest of the cell above."""
    holder = _holder(whole, columns, name)
    before, text = _cells(whole[holder], columns).get(name, ""), _cells(row, columns)[name]
    # What a main duty is answered for is one list for all its items, wherever the converter has put its lines.
    torn = row.gap or name in _ONE_LIST or any(later.gap for later in whole[holder + 1 :])
    return torn and runs_on(before, text)


def _holder(whole: Sequence[GridRow], columns: Sequence[str], name: str) -> int:
    """Return the row that holds a merged cell: the last with text in the column, up to the start of its matter."""
    for index in range(len(whole) - 1, -1, -1):
        cells = _cells(whole[index], columns)
        if cells.get(name) or any(cells.get(key) for key in _KEYS):
            return index
    return len(whole) - 1


def _extended(row: GridRow, column: int, text: str, piece: GridRow | None) -> GridRow:
    longer = _with_text(row, column, "".join(row.texts[column : column + 1]) + text)
    return replace(longer, places=(*longer.places, *piece.places)).flagged("cut") if piece else longer


def _with_loose(row: GridRow, pieces: Sequence[GridRow], columns: Sequence[str]) -> GridRow:
    """Return the row with pieces that lost their column behind its last text."""
    last = max(index for index, text in enumerate(row.texts[: len(columns)]) if text or not index)
    longer = _with_text(row, last, "".join([row.texts[last], *(piece.texts[0] for piece in pieces)]))
    places = (*row.places, *(place for piece in pieces for place in piece.places))
    return replace(longer, places=places).flagged("cut")


def _with_text(row: GridRow, column: int, text: str) -> GridRow:
    texts = (*row.texts, *("",) * (column + 1 - len(row.texts)))
    return replace(row, texts=(*texts[:column], text, *texts[column + 1 :]))


def _cells(row: GridRow, columns: Sequence[str]) -> dict[str, str]:
    """Return the texts by column; of columns of one name the first that has any."""
    cells: dict[str, str] = {}
    for name, text in zip(columns, row.texts, strict=False):
        if name and not cells.get(name):
            cells[name] = text
    return cells
