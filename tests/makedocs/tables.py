"""The usual tables of a duty list as layouts: duties, boundaries, services."""

from __future__ import annotations

from collections.abc import Sequence

from makedocs.content import MainDuty, Matter, Service
from makedocs.layout import Row, Spot

BOUNDARIES = ("序号", "管理事项", "相关部门", "职责分工", "相关依据", "案例")
DUTIES = ("序号", "主要职责", "具体工作事项", "责任科室")
SERVICES = ("序号", "服务事项", "主要内容", "承办机构", "联系电话")


def boundaries(matters: Sequence[Matter], header: Sequence[str] = BOUNDARIES) -> list[Row]:
    """Return a row a party, number, matter, basis and case merged over the rows of a matter."""
    return [header, *(row for matter in matters for row in parties(matter))]


def parties(matter: Matter) -> list[Row]:
    """Return the rows of one matter."""
    high = len(matter.parties)
    rows: list[Row] = [list(party) for party in matter.parties]
    before, behind = (matter.seq, matter.name), (matter.basis, matter.case)
    rows[0] = [*(Spot(text, high) for text in before), *rows[0], *(Spot(text, high) for text in behind)]
    return rows


def duties(mains: Sequence[MainDuty], header: Sequence[str] = DUTIES) -> list[Row]:
    """Return a row an item, number and main duty merged over its items."""
    rows: list[Row] = [header]
    for main in mains:
        first, *others = (list(item) for item in main.items)
        rows.append([Spot(main.seq, len(main.items)), Spot(main.name, len(main.items)), *first])
        rows += others
    return rows


def services(all_services: Sequence[Service], header: Sequence[str] = SERVICES) -> list[Row]:
    """Return a row a service."""
    return [header, *([one.seq, one.name, one.content, one.agency, one.phone] for one in all_services)]
