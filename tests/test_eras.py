"""Departments by their era: names of a time, departments that ended, and the variants that are never wrong."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from data.body_names import read_name
from data.body_terms import family_table, named_bodies
from data.places import find
from data.reference import load_yaml
from data.successions import known_families, succession_of, successions
from graph.dutygraph import Body, Nature
from graph.eras import Status, era_of, former_names, nature_of, official_name

SHARED = Path(__file__).parents[1].parent / "shared"


def body(name: str) -> Body:
    read = read_name(name)
    nature: Nature = "government" if read.nature == "unknown" else read.nature  # type: ignore[assignment]
    return Body("body:" + name, name, "county", nature, read.families, (name,))


def day(year: int) -> datetime.date:
    return datetime.date(year, 6, 1)


@pytest.mark.parametrize(
    ("name", "year", "status", "official"),
    [
        ("县卫生局", 2012, "current", "县卫生局"),
        ("县卫生局", 2018, "old-name", "卫生健康局"),
        ("县卫生和计划生育局", 2017, "current", "县卫生和计划生育局"),
        ("县卫计委", 2012, "future", "卫生局"),
        ("县卫计局", 2022, "old-name", "卫生健康局"),
        ("县人口计生局", 2013, "current", "县人口计生局"),
        ("县人口计生局", 2022, "abolished", "卫生健康局"),
        ("县卫生健康委员会", 2014, "future", "卫生和计划生育局"),
        ("县应急管理局", 2015, "future", ""),
        ("县市场和质量监督管理局", 2016, "current", "县市场和质量监督管理局"),
        ("县工商局", 2022, "abolished", "市场监督管理局"),
        ("县环保局", 2022, "old-name", "生态环境局"),
        ("县农业委员会", 2022, "old-name", "农业农村局"),
        ("县扶贫办", 2022, "abolished", "乡村振兴局"),
        ("县扶贫办", 2026, "abolished", "农业农村局"),
        ("县畜牧水产局", 2022, "abolished", "农业农村局"),
        ("县水利农机局", 2022, "current", "县水利农机局"),
        ("县文化旅游体育局", 2022, "current", "县文化旅游体育局"),
        ("县教育文化体育局", 2022, "current", "县教育文化体育局"),
        ("县粮食和物资储备局", 2022, "current", "县粮食和物资储备局"),
        ("县粮食局", 2022, "abolished", "发展和改革局"),
        ("县纪委", 2022, "current", "县纪委"),
        ("县监察局", 2022, "abolished", "监察委员会"),
        ("县老龄办", 2022, "current", "县老龄办"),
        ("县医保中心", 2022, "current", "县医保中心"),
        ("价格主管部门", 2022, "current", "价格主管部门"),
        ("县茶叶局", 2022, "current", "县茶叶局"),
    ],
)
def test_a_department_at_a_day(name: str, year: int, status: Status, official: str) -> None:
    era = era_of(body(name), day(year))
    assert (era.status, era.name) == (status, official)


def test_what_a_reform_did_is_told_with_its_day_and_source() -> None:
    era = era_of(body("县工商局"), day(2022))
    assert (era.families, era.since) == (("市场监管",), datetime.date(2019, 3, 31))
    assert "国家市场监督管理总局" in era.source


def test_a_department_whose_successor_is_left_open_has_them_all() -> None:
    assert era_of(body("县金融办"), day(2026)).families == ("财政", "政府办")


def test_the_reform_of_the_place_counts() -> None:
    entry = {"from": "粮食", "to": ["商务"], "date": "2015-06-30", "kind": "merge", "place": "甲县", "source": "方案"}
    steps = (succession_of(entry), *successions())
    assert era_of(body("县粮食局"), day(2016), steps, "东山市甲县").status == "abolished"
    assert era_of(body("县粮食局"), day(2016), steps, "东山市乙县").status == "current"


@pytest.mark.parametrize(
    ("family", "year", "nature"),
    [("纪检监察", 2022, "party"), ("统战", 2022, "party"), ("税务", 2022, "vertical"), ("消防", 2022, "vertical"),
     ("生态环境", 2016, "government"), ("生态环境", 2022, "vertical"), ("教育", 2022, "government"),
     ("社会工作", 2025, "party"), ("党委办", 2022, "party")],
)  # fmt: skip
def test_the_nature_of_who_has_a_function(family: str, year: int, nature: str) -> None:
    assert nature_of(family, day(year)) == nature


def test_names_with_years_are_of_one_time_after_the_other() -> None:
    for family, entry in family_table().items():
        for name in entry.get("official", ()):
            assert name.get("first", 0) <= name.get("last", 9999), (family, name)


def test_families_that_take_over_have_a_name_or_are_called_by_their_function() -> None:
    takers = {family for step in successions() for family in step.new}
    assert {family for family in takers if not official_name(family, day(2026))} == {"海关", "乡村振兴"}


def test_words_of_other_provinces_name_known_families_and_places() -> None:
    for word, entry in load_yaml("bodies/usages.yml").items():
        assert entry["family"] in known_families(), word
        assert entry["provinces"]
        assert all(find(province) for province in entry["provinces"]), word
        assert entry["source"]


@pytest.mark.parametrize(
    ("name", "made", "old", "other"),
    [
        ("县卫生健康局", None, {"卫生局", "卫计委", "卫生计生局", "人口计生局"}, {"卫健局", "民政局"}),
        ("县市场监管局", day(2021), {"工商局", "质监局", "食药监局"}, {"市监局"}),
        ("县市场监管局", day(2016), {"药品监督管理局"}, {"工商局"}),
        ("县自然资源局", None, {"国土局", "规划局"}, {"林业局"}),
        ("县住建局", None, {"建设局"}, {"住建局"}),
        ("县卫生局", None, set(), {"卫计委"}),
        ("县民政局", None, set(), {"民政局"}),
    ],
)
def test_former_names_are_those_before_the_present_one(
    name: str, made: datetime.date | None, old: set[str], other: set[str]
) -> None:
    former = former_names(body(name), made)
    assert old <= former
    assert not other & former
    assert bool(old) == bool(former)


@pytest.mark.skipif(not SHARED.exists(), reason="the facts of the field stand beside the project only where it is made")
def test_the_table_of_the_domain_is_known() -> None:
    told = (SHARED / "DOMAIN.md").read_text(encoding="utf-8")
    section = told[told.index("## 1.6") : told.index("Timing facts")]
    names = ("卫生健康局", "市场监督管理局", "应急管理局", "自然资源局", "生态环境局", "农业农村局", "乡村振兴局",
             "文化和旅游局", "退役军人事务局", "医疗保障局", "行政审批服务局", "大数据局")  # fmt: skip
    known = {one["name"] for entry in family_table().values() for one in entry.get("official", ())}
    assert [name for name in names if name in section and name not in known | named_bodies().keys()] == []
