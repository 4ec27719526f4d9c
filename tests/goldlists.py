"""The rows of the gold files as lists to be printed in any format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from makedocs.layout import Row, Spot
from makedocs.lists import NUMBERS, Piece

Told = dict[str, Any]
_BOUNDARIES = {
    "seq": "序号",
    "matter": "管理事项",
    "department": "相关部门",
    "duty": "职责分工",
    "basis": "相关依据",
    "case": "案例",
}
_DUTIES = {"seq": "序号", "main_duty": "主要职责", "item": "具体工作事项", "office": "责任科室", "remark": "备注"}
_SERVICES = {"seq": "序号", "name": "服务事项", "content": "主要内容", "agency": "承办机构", "phone": "联系电话"}
_HEADED = {
    "duties": "主要职责",
    "boundaries": "与相关部门的职责边界",
    "regimes": "事中事后监管制度",
    "services": "公共服务事项",
}


def pieces(told: Told) -> Iterator[Piece]:
    """Yield the pieces of one list of a gold file: its title and the parts that hold rows."""
    yield Piece("title", f"{told['owner']}责任清单")
    tables = {
        "duties": _merged(told["duties"], _DUTIES, ("seq", "main_duty")),
        "boundaries": _merged(told["boundaries"], _BOUNDARIES, ("seq", "matter"), ("basis", "case")),
        "services": _merged(told["services"], _SERVICES, ("seq", "name")),
    }
    parts = [kind for kind in _HEADED if told[kind]]
    for number, kind in zip(NUMBERS, parts, strict=False):
        yield Piece("heading", f"{number}、{_HEADED[kind]}")
        if kind == "regimes":
            yield from _regimes(told["regimes"])
        else:
            yield Piece("table", "", tables[kind])


def _regimes(regimes: Sequence[Told]) -> Iterator[Piece]:
    for number, regime in zip(NUMBERS, regimes, strict=False):
        printed = regime["title"]
        yield Piece("line", printed if printed[0] in "（(" else f"（{number}）{printed}")
        yield Piece("line", "一、监督检查对象")
        yield Piece("line", "依法取得许可的单位和个人。")


def _merged(rows: Sequence[Told], heads: dict[str, str], keys: Sequence[str], beside: Sequence[str] = ()) -> list[Row]:
    """Return a table whose key cells are merged over the rows that share them, and so those printed once beside."""
    names = [name for name in heads if any(row.get(name) for row in rows)]
    printed: list[Row] = [[heads[name] for name in names]]
    for group in _groups(rows, keys):
        once = [*keys, *(name for name in beside if not any(row[name] for row in group[1:]))]
        for index, row in enumerate(group):
            shown = [name for name in names if not index or name not in once]
            high = {name: len(group) if name in once else 1 for name in names}
            printed.append([Spot(row.get(name) or "", high[name]) for name in shown])
    return printed


def _groups(rows: Sequence[Told], keys: Sequence[str]) -> list[list[Told]]:
    """Return the rows that stand below one number and one name: the gold tells the number on the first row alone."""
    number, name = keys
    groups: list[list[Told]] = []
    for row in rows:
        first = groups[-1][0] if groups else {}
        if row[name] == first.get(name) and row.get(number) in (None, first.get(number)):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups
