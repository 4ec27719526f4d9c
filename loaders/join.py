"""Join what page breaks have torn: rows, merged cells that float between rows, pieces that lost their column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.grid import GridRow

# Columns whose cell is printed once for a whole matter or main duty; their text may run on beside any later row.
_MERGED = ("basis", "case", "accountability")
_KEYS = ("seq", "matter", "main_duty", "name")
_PAIRS = ("（）", "()", "《》", "“”", "〔〕", "【】", "[]", "<>")
_ENDS = "。；;！？.．"
_ENUMERATED = re.compile(r"(?:^|[\s；;。])(\d{1,2})\s*[、.．](?!\d)")
_CLOSING = "，。；、）)》”〕】]：:"


def joined(rows: Sequence[GridRow], columns: Sequence[str]) -> list[GridRow]:
    """Return the rows with every torn piece put back where it belongs, flagged `cut` where one was.

    Args:
        rows: aligned rows in order; `gap` marks those after an interruption.
        columns: the program's names of the columns, in order.
    """
    whole: list[GridRow] = []
    pending: list[GridRow] = []
    for row in rows:
        if row.loose:
            pending.append(row)
        elif whole and not row.empty and _is_rest(row, whole[-1], columns):
            _put_back(row, whole, columns, pending)
        else:
            whole.append(_without_floating(row, whole, columns))
    for piece in pending:
        _append_loose(piece, whole, columns)
    return whole


def runs_on(before: str, after: str) -> bool:
    """Say whether `after` is the rest of `before`: a sentence, bracket or enumeration is still open.

    Example:
        >>> runs_on("发展规划与统计信息股（技术", "服务站)")
        True
        >>> runs_on("负责再生资源经营者备案。", "负责市场监督。")
        False
    """
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


def _is_rest(row: GridRow, before: GridRow, columns: Sequence[str]) -> bool:
    """Say whether a row after a gap is the rest of the row before it, not a row of its own."""
    cells, former = _cells(row, columns), _cells(before, columns)
    if not row.gap or any(cells.get(key) for key in _KEYS):
        return False
    if "department" in cells:
        return not cells["department"]
    plain = [name for name in cells if name not in _MERGED and cells[name]]
    torn = any(runs_on(former[name], cells[name]) for name in plain)
    beside = [name for name in ("office", "agency", "phone") if former.get(name)]
    return torn or (bool(beside) and not any(cells[name] for name in beside))


def _put_back(row: GridRow, whole: list[GridRow], columns: Sequence[str], pending: list[GridRow]) -> None:
    """Give each text of a rest to the cell that it continues; pieces waiting for their column go before it."""
    place_given = False
    for name, text in _cells(row, columns).items():
        if not text:
            continue
        target = _holder(whole, columns, name) if name in _MERGED else len(whole) - 1
        if name in _MERGED and pending:
            for piece in pending:
                whole[target] = _extended(whole[target], columns, name, piece.texts[0], piece)
            pending.clear()
        whole[target] = _extended(whole[target], columns, name, text, None if place_given else row)
        place_given = True


def _without_floating(row: GridRow, whole: list[GridRow], columns: Sequence[str]) -> GridRow:
    """Take from a row of its own the pieces of a merged cell that began above a gap, and add them to that cell."""
    cells = _cells(row, columns)
    if not whole or any(cells.get(key) for key in _KEYS):
        return row
    for name in _MERGED:
        text = cells.get(name, "")
        holder = _holder(whole, columns, name)
        torn = row.gap or any(later.gap for later in whole[holder + 1 :])
        if text and torn and runs_on(_cells(whole[holder], columns)[name], text):
            whole[holder] = _extended(whole[holder], columns, name, text, None)
            row = _with_text(row, columns.index(name), "")
    return row


def _holder(whole: Sequence[GridRow], columns: Sequence[str], name: str) -> int:
    """Return the row that holds a merged cell: the last with text in the column, up to the start of its matter."""
    for index in range(len(whole) - 1, -1, -1):
        cells = _cells(whole[index], columns)
        if cells.get(name) or any(cells.get(key) for key in _KEYS):
            return index
    return len(whole) - 1


def _extended(row: GridRow, columns: Sequence[str], name: str, text: str, piece: GridRow | None) -> GridRow:
    column = columns.index(name)
    longer = _with_text(row, column, row.texts[column] + text)
    return replace(longer, places=(*longer.places, *piece.places)).flagged("cut") if piece else longer


def _append_loose(piece: GridRow, whole: list[GridRow], columns: Sequence[str]) -> None:
    if whole:
        last = max(index for index, text in enumerate(whole[-1].texts[: len(columns)]) if text or not index)
        whole[-1] = _extended(whole[-1], columns, columns[last], piece.texts[0], piece)


def _with_text(row: GridRow, column: int, text: str) -> GridRow:
    return replace(row, texts=(*row.texts[:column], text, *row.texts[column + 1 :]))


def _cells(row: GridRow, columns: Sequence[str]) -> dict[str, str]:
    return {name: text for name, text in zip(columns, row.texts, strict=False) if name}
