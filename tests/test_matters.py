"""Linking of matters inside a jurisdiction and between jurisdictions: cases, traps, gold lists, ids."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from corpora import corpus
from goldfiles import NAMES, gold_lists
from hypothesis import given
from hypothesis import strategies as st

from data.messages import texts
from data.rows import DutyList
from graph.build import build_graphs
from graph.counterparts import close_matters
from graph.dutygraph import Matter
from graph.matter_names import core, swapped, tidy
from graph.matters import link_matters
from graph.text import plain

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "matters.yml").read_text(encoding="utf-8")
)
# Names that look alike and are two matters, however alike their duty texts are.
TRAPS = [
    ("校车安全管理", "校园安全管理"),
    ("非煤矿山安全监督管理", "煤矿安全监督管理"),
    ("优抚对象医疗保障", "优抚对象住房保障"),
    ("食品安全监管", "校园食品安全监管"),
    ("动物防疫", "动物检疫工作"),
    ("流动人口管理", "流动人口计划生育服务管理"),
    ("殡葬管理", "殡葬服务收费管理"),
    ("精神卫生管理", "放射卫生管理"),
    ("社会救助体系建设", "弃婴救助管理"),
    ("医疗器械监管", "药品和医疗器械流通监管"),
    ("危险化学品安全监督管理", "食品安全工作"),
    ("病媒生物预防", "病媒生物预防控制管理"),
    ("道路旅客运输管理", "道路货物运输管理"),
]
SAME_DUTIES = "\n".join(
    [
        "matter | department | duty | basis",
        "{0} | 区教育局 | 负责宣传教育工作的组织，指导学校建立健全管理制度，落实安全责任 | 《{1}与{2}条例》",
        "{0} | 区公安局 | 依法查处违法犯罪行为，维护公共场所治安秩序 |",
    ]
)


def lists(entries: list[dict[str, Any]]) -> tuple[DutyList, ...]:
    return corpus(entries).lists


def two_lists(one: str, other: str) -> tuple[DutyList, ...]:
    return lists(
        [
            {"owner": "甲局", "boundaries": SAME_DUTIES.format(one, one, other)},
            {"owner": "乙局", "boundaries": SAME_DUTIES.format(other, one, other)},
        ]
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    matters = link_matters(lists(case["lists"])).all
    assert [list(matter.spellings) for matter in matters] == case["nodes"]
    if "reasons" in case:
        assert [link.reason for matter in matters for link in matter.links] == case["reasons"]
    if "named" in case:
        assert [matter.name for matter in matters] == [case["named"]]


@pytest.mark.parametrize(("one", "other"), TRAPS)
def test_traps_never_meet(one: str, other: str) -> None:
    assert len(link_matters(two_lists(one, other)).all) == 2


@pytest.mark.parametrize(
    ("one", "other"), [("危险化学品监管", "危险化学品安全监督管理"), ("职业病防治", "职业卫生监管")]
)
def test_the_same_duties_join_where_names_allow_it(one: str, other: str) -> None:
    """The traps are kept apart by their names: the duty texts alone would join them."""
    assert len(link_matters(two_lists(one, other)).all) == 1


NAMES_OF_LISTS = ["殡葬管理", "殡葬管理工作", "殡葬监管", "殡葬监督管理", "殡葬服务", "养老服务", "养老服务管理。", ""]


@given(st.lists(st.lists(st.sampled_from(NAMES_OF_LISTS), max_size=4), max_size=4))
def test_no_list_is_told_that_two_of_its_matters_are_one(names: list[list[str]]) -> None:
    rows = "matter | department | duty\n"
    entries = [
        {"owner": f"{n}局", "boundaries": rows + "\n".join(f"{name} | 区民政局 | 负责殡葬改革的推进" for name in one)}
        for n, one in enumerate(names)
    ]
    read = lists(entries)
    matters = link_matters(read)
    for one in read:
        ids = {(plain(row.matter), matters.of(row)) for row in one.boundaries if row.matter}
        assert len(ids) == len({name for name, _ in ids}) == len({identity for _, identity in ids})
    unnamed = [matter for matter in matters.all if not matter.name]
    assert all(matter.spellings == ("",) and len(matter.owners) == 1 for matter in unnamed)


def by_content(matters: tuple[Matter, ...]) -> dict[str, set[str]]:
    return {matter.id: set(matter.spellings) for matter in matters}


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_and_know_no_order_of_lists(name: str) -> None:
    read = list(gold_lists(name))
    matters = link_matters(read).all
    assert len({matter.id for matter in matters}) == len(matters)
    random.Random(7).shuffle(read)
    assert by_content(link_matters(read).all) == by_content(matters)


def test_ids_know_no_file_and_no_jurisdiction() -> None:
    read = two_lists("节能管理", "规划编制")
    moved = [replace(one, jurisdiction="东山市丙县") for one in read]
    assert link_matters(read).all == link_matters(moved).all


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_matter_and_every_link_a_reason_in_words(name: str) -> None:
    read = gold_lists(name)
    matters = link_matters(read)
    by_id = {matter.id: matter for matter in matters.all}
    for row in (row for one in read for row in one.boundaries):
        matter = by_id[matters.of(row)]
        assert row.matter in matter.spellings
        assert row.owner in matter.owners
    links = [link for matter in matters.all for link in matter.links]
    assert all(link.target in by_id and 0.5 <= link.score <= 1 and link.reason in texts() for link in links)


def test_gold_matters_of_one_district() -> None:
    """Read by hand: these four stand in two lists each, and nothing else does."""
    matters = link_matters(gold_lists("003_part2")).all
    shared = {matter.name: matter.spellings for matter in matters if len(matter.owners) > 1}
    assert shared == {
        "出生人口性别比治理": ("出生人口性别比治理",),
        "职业病防治": ("职业病防治", "职业卫生安全监督管理"),
        "危险化学品监管": ("危险化学品监管", "危险化学品安全监督管理"),
    }


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("流动人口 管理·", "流动人口管理"),
        ("动态管理（试行）", "动态管理（试行）"),
        ("质量监管。", "质量监管"),
        ("。", ""),
        ("", ""),
    ],
)
def test_tidy(name: str, wanted: str) -> None:
    assert tidy(name) == wanted


def test_core_keeps_what_is_half_of_the_object() -> None:
    assert (core("食品安全监管"), core("食品监管"), core("安全生产")) == ("食品安全", "食品", "安全生产")


@pytest.mark.parametrize(
    ("one", "other"),
    [("煤矿安全", "非煤矿山安全"), ("精神卫生", "放射卫生"), ("动物防疫", "动物检疫"), ("校园食品安全", "食品监管")],
)
def test_swapped_and_nested_objects(one: str, other: str) -> None:
    assert swapped(one, other)
    assert swapped(other, one)


@pytest.mark.parametrize(("one", "other"), [("危险化学品监管", "危险化学品安全监督管理"), ("节能管理", "节能管理")])
def test_generic_words_swap_nothing(one: str, other: str) -> None:
    assert not swapped(one, other)


COUNTIES = [
    {
        "jurisdiction": "东山市甲县",
        "owner": "甲县卫生局",
        "boundaries": "matter | department | duty\n{0} | 县公安局 | {1}",
    },
    {
        "jurisdiction": "东山市乙县",
        "owner": "乙县卫生局",
        "boundaries": "matter | department | duty\n{2} | 县公安局 | {3}",
    },
]


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        (("出生人口性别比治理", "依法打击"), ("出生人口性别比治理。", "负责落户登记"), True),
        (("烟花爆竹监管", "依法打击"), ("烟花爆竹监督管理工作", "负责登记"), True),
        (("流动人口管理", "办理暂住登记和居住证"), ("流动人口综合治理", "审查婚育证明，办理居住证和暂住登记"), True),
        (("流动人口管理", "办理暂住登记"), ("流动人口综合治理", "查处拐卖案件"), False),
        (("校车安全管理", "负责驾驶人资格审查"), ("校园安全管理", "负责驾驶人资格审查"), False),
        (("食品安全监管", "查处食品案件"), ("校园食品安全监管", "查处食品案件"), False),
        (("", "依法打击"), ("", "依法打击"), False),
    ],
)
def test_between_two_counties(one: tuple[str, str], other: tuple[str, str], met: bool) -> None:
    entries = [county | {"boundaries": county["boundaries"].format(*one, *other)} for county in COUNTIES]
    groups = close_matters(build_graphs(corpus(entries)))
    assert [[member.graph.jurisdiction for member in group.members] for group in groups] == (
        [["东山市甲县", "东山市乙县"]] if met else []
    )


def test_two_matters_of_one_county_stay_two_between_counties() -> None:
    rows = "matter | department | duty\n{0} | 县公安局 | 办理居住证\n{1} | 县公安局 | 办理居住证"
    entries = [
        {"jurisdiction": "东山市甲县", "owner": "甲县卫生局", "boundaries": rows.format("殡葬管理", "殡葬管理工作")},
        {"jurisdiction": "东山市乙县", "owner": "乙县卫生局", "boundaries": rows.format("殡葬管理", "殡葬监管")},
    ]
    groups = close_matters(build_graphs(corpus(entries)))
    assert all(len({member.graph.jurisdiction for member in group.members}) == len(group.members) for group in groups)
    assert [member.matter.name for member in groups[0].members] == ["殡葬管理", "殡葬管理"]


def test_gold_counterparts() -> None:
    """出生人口性别比治理 in all three, 流动人口管理 in two; the long name of 威县 is left for later."""
    read = [one for name in NAMES for one in gold_lists(name)]
    groups = close_matters(build_graphs(replace(corpus([]), lists=tuple(read))))
    assert {group.name: len(group.members) for group in groups} == {"出生人口性别比治理": 3, "流动人口管理": 2}
