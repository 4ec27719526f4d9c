"""Graphs made by hand for the tests of diagrams, and the figures that a run draws."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from data.document import Source
from data.rows import Assignment, Role, RoleName
from graph.dutygraph import Body, DutyGraph, Matter, Part

PLACE = "东山市甲县"
KINDS = (
    "公安",
    "民政",
    "财政",
    "人力资源和社会保障",
    "卫生健康",
    "市场监督管理",
    "应急管理",
    "农业农村",
    "文化广电旅游体育",
)
WORDS = "负责组织协调监督检查执法管理审批备案登记处罚指导宣传培训统计信息共享应急处置风险防控资金保障、，；。（）"

Stated = tuple[str, str, str, RoleName | None, str]


def graph(stated: Iterable[Stated], generic: Sequence[str] = ()) -> DutyGraph:
    """Make a graph of (owner of the list, matter, department, role, duty text)."""
    parts = [_part(number, *one) for number, one in enumerate(stated, 1)]
    owners: dict[str, dict[str, None]] = {}
    for part in parts:
        owners.setdefault(part.matter, {})[part.row.owner] = None
    names = dict.fromkeys(part.body for part in parts)
    bodies = [Body(one, one, "county", "generic" if one in generic else "government", (), (one,)) for one in names]
    return DutyGraph(PLACE, (), bodies, [Matter(one, one, (one,), tuple(who)) for one, who in owners.items()], parts)


def _part(number: int, owner: str, matter: str, department: str, role: RoleName | None, duty: str) -> Part:
    source = (Source("a.txt", "", "line", number, number),)
    row = Assignment(f"r{number}", PLACE, owner, None, matter, department, duty, "", "", (), source)
    return Part(f"r{number}#1", department, matter, row, Role(role, "explicit", ""), department, shared=False)


def two_lists() -> DutyGraph:
    """Two lists that state one matter and disagree on who leads it and who is in it; one matter besides."""
    return graph(
        [
            ("东山市甲县卫生局", "出生人口性别比治理", "县卫生局", "lead", "牵头组织综合治理工作；负责B超管理"),
            ("东山市甲县卫生局", "出生人口性别比治理", "县公安局", "responsible", "负责查处违法犯罪行为"),
            ("东山市甲县计生局", "出生人口性别比治理", "县计生局", "lead", "牵头组织综合治理工作"),
            ("东山市甲县计生局", "出生人口性别比治理", "县卫生局", "support", "配合县计生局管理B超"),
            ("东山市甲县计生局", "流动人口管理", "县计生局", "responsible", "负责流动人口计划生育服务"),
            ("东山市甲县计生局", "流动人口管理", "其他有关部门", None, ""),
        ],
        generic=("其他有关部门",),
    )


def large(bodies: int = 48, matters: int = 40, seed: int = 3) -> DutyGraph:
    """A whole city: long names, one matter that everybody shares, two lists for every seventh matter, long duties."""
    dice = random.Random(seed)
    names = [f"县{KINDS[one % len(KINDS)]}{'局' if one % 4 else '局综合行政执法大队第'}{one}" for one in range(bodies)]
    stated: list[Stated] = []
    for number in range(matters):
        matter = f"{_words(dice, 4, 34)}{number}"
        who = names if number == 0 else dice.sample(names, dice.randint(1, 9))
        for owner in names[: 2 if number % 7 == 0 else 1]:
            stated += [(PLACE + owner, matter, one, _role(dice), _words(dice, 0, 260)) for one in who]
    return graph(stated)


def _role(dice: random.Random) -> RoleName | None:
    roles: tuple[RoleName | None, ...] = ("lead", "responsible", "responsible", "support", None)
    return dice.choice(roles)


def _words(dice: random.Random, least: int, most: int) -> str:
    return "".join(dice.choices(WORDS, k=dice.randint(least, most)))
