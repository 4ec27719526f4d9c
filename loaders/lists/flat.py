"""Part one table of many lists: columns that tell the jurisdiction and the department of each row.

Offices that collect the lists of all departments keep them in one sheet, one row an item, with a column 县区 or 部门
(or both) in front. Its rows are sorted by these, and each list becomes a label and a table of the other columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from data.bodies import looks_like_department
from data.column_roles import column_role
from data.document import Block, Cell, Label, Source, Table
from data.reference import load_yaml
from data.spacing import squeeze
from loaders.tables.columns import table_kind

Row = list[Cell]
# So many of the cells below a weak head must name departments: of offices (股室) hardly one does.
_MOSTLY = 0.8
# What a row is about: whose row it is stands before that.
_CONTENT = ("matter", "main_duty", "item", "name")
_LEVEL = re.compile("^[县区市旗](?=..)")


def lists_of(table: Table) -> list[Block] | None:
    """Return a label and a table for each list that the table holds; None where it is no table of many lists.

    Args:
        table: a table whose first row is its header.

    Example: the columns 县区, 部门, 主要职责, 具体工作事项 with rows of two departments give two labels and two tables.
    """
    rows = _rows(table)
    first, *body = rows.values()
    columns = _columns_of(first, body)
    others = [cell.text for cell in first if cell.column not in columns.values()]
    if not columns or not body or table_kind(others) is None:
        return None
    groups: dict[tuple[str, ...], list[Row]] = {}
    for names, row in _named(body, columns):
        groups.setdefault(names, []).append(row)
    return [block for names, group in groups.items() for block in _list(names, [first, *group], table, columns)]


def _rows(table: Table) -> Mapping[int, Row]:
    rows: dict[int, Row] = {}
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _columns_of(first: Row, body: list[Row]) -> dict[str, int]:
    """Return the columns that name the jurisdiction and the owner, as far as there are any."""
    words = load_yaml("flat.yml")
    heads = {cell.column: squeeze(cell.text) for cell in first}
    found = {name: at for name in ("jurisdiction", "owner") for at, head in heads.items() if head in words[name]}
    for at, head in heads.items():
        beside = head in words["owner_beside"] and column_role(head) is None
        if "owner" not in found and beside and _is_owner(at, heads, found, body):
            found["owner"] = at
    return found


def _is_owner(at: int, heads: Mapping[int, str], found: Mapping[str, int], body: list[Row]) -> bool:
    """Say whether a column headed 部门 names the department of the list: not one in a matter, and no office."""
    others = {column: head for column, head in heads.items() if column not in (at, found.get("jurisdiction"))}
    known = table_kind(list(others.values()))
    if known is None:
        return False
    kind, columns = known
    content = [column for column, name in zip(others, columns, strict=True) if name in _CONTENT]
    texts = [cell.text for row in body for cell in row if cell.column == at and cell.text.strip()]
    # Without a column of places, only the very first column may name the owner: 序号 | 部门 | 内容 is a matter's table.
    leads = at < (min(content, default=0) if "jurisdiction" in found else 1) and (
        kind != "boundaries" or "department" in columns
    )
    return leads and sum(map(looks_like_department, texts)) >= max(_MOSTLY * len(texts), 1)


def _named(body: list[Row], columns: Mapping[str, int]) -> Iterator[tuple[tuple[str, ...], Row]]:
    """Yield each row with its names; those of a merged cell are carried down, a new jurisdiction drops the owner."""
    names: dict[str, str] = {}
    for row in body:
        told = {name: cell.text.strip() for name, at in columns.items() for cell in row if cell.column == at}
        if told.get("jurisdiction", "") not in ("", names.get("jurisdiction", "")):
            names = {}
        names |= {name: text for name, text in told.items() if text}
        yield tuple(names.get(name, "") for name in ("jurisdiction", "owner")), row


def _list(names: tuple[str, ...], rows: list[Row], table: Table, columns: Mapping[str, int]) -> Iterator[Block]:
    place = rows[1][0].source
    yield Label(_whose(*names), Source(place.file, place.part, "page", 1, 1))
    taken = sorted(columns.values())
    kept = [_moved(cell, taken) for row in rows for cell in row if cell.column not in taken]
    yield replace(table, cells=tuple(kept), columns=table.columns - len(taken))


def _whose(jurisdiction: str, owner: str) -> str:
    if not jurisdiction or owner.startswith(jurisdiction):
        return owner
    return f"{jurisdiction}{_LEVEL.sub('', owner)}"


def _moved(cell: Cell, taken: list[int]) -> Cell:
    return replace(cell, column=cell.column - sum(column < cell.column for column in taken))
