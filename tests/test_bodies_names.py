"""Names of bodies: what is one, its full form, its families, its successors; and the tables behind them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from data.bodies import expand, families, looks_like_department, nature, successor
from data.body_names import read_name
from data.body_terms import family_table, named_bodies
from data.reference import load_yaml

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "departments.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", [*CASES["departments"], "区纪委\n（区监察局）", "区公安  分局", "县教育局 县公安局"])
def test_cells_that_name_departments(text: str) -> None:
    assert looks_like_department(text)


@pytest.mark.parametrize("text", [*CASES["others"], "", " \n"])
def test_cells_that_do_not(text: str) -> None:
    assert not looks_like_department(text)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("区卫健委", "区卫生健康委员会"),
        ("县人口计生局", "县人口和计划生育局"),
        ("区住建局", "区住房和城乡建设局"),
        ("区编办", "区机构编制委员会办公室"),
        ("区教文体局", "区教育文化体育局"),
        ("区卫计局", "区卫生和计划生育局"),
        ("区药监局", "区食品药品监督管理局"),
        ("区食品药品监管局", "区食品药品监督管理局"),
        ("衡阳市蒸湘区安监局", "衡阳市蒸湘区安全生产监督管理局"),
        ("县委编办", "县机构编制委员会办公室"),
        ("县宣传部", "县委宣传部"),
        ("宣传部", "宣传部"),
        ("区残联", "区残疾人联合会"),
        ("区纪委", "区纪律检查委员会"),
        ("区金融办", "区金融办"),
        ("区人民防空办公室", "区人民防空办公室"),
        ("市市场监管局", "市市场监督管理局"),
        ("市场监管局", "市场监督管理局"),
        ("县政府办", "县人民政府办公室"),
        ("县发改和经济信息化局", "县发展改革和经济信息化局"),
        ("县文旅体局", "县文化旅游体育局"),
        ("县商粮局", "县商务粮食局"),
        ("团县委", "县团委"),
        ("县环卫局", "县环境卫生局"),
        ("区城市管理和综合执法局", "区城市管理和综合执法局"),
        ("民政厅", "民政厅"),
        ("县政府督查室", "县政府督查室"),
        ("其他有关部门", "其他有关部门"),
        ("校车安全管理", "校车安全管理"),
    ],
)
def test_expand(short: str, full: str) -> None:
    assert expand(short) == full


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("区卫生局", ("卫生健康",)),
        ("区卫计委", ("卫生健康", "人口计生")),
        ("区人口计生局", ("人口计生",)),
        ("区教育文化体育局", ("教育", "文化", "体育")),
        ("区文广新局", ("文化", "广电", "新闻出版")),
        ("区发展改革和科学技术局", ("发展改革", "科技")),
        ("区经贸局", ("工业信息化", "商务")),
        ("市公安局蒸湘分局", ("公安",)),
        ("县环保局", ("生态环境",)),
        ("县自然资源和规划局", ("自然资源", "规划")),
        ("建设行政主管部门", ("住房城乡建设",)),
        ("卫生计生部门", ("卫生健康", "人口计生")),
        ("公路建设养护中心", ("公路",)),
        ("农机推广中心", ("农机",)),
        ("高新区管委会", ("园区管理",)),
        ("药品监督管理部门", ("食药监",)),
        ("负有安全生产监督管理职责的部门", ()),
        ("施工单位", ()),
        ("有关部门", ()),
    ],
)
def test_families(name: str, wanted: tuple[str, ...]) -> None:
    assert families(name) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("区卫生局", "government"),
        ("区委宣传部", "party"),
        ("区公安分局", "vertical"),
        ("县国税局", "vertical"),
        ("区残联", "mass"),
        ("区食安办", "group"),
        ("区疾控中心", "unit"),
        ("交警大队", "unit"),
        ("供电公司", "company"),
        ("相关单位", "generic"),
        ("某某", "unknown"),
    ],
)
def test_nature(name: str, wanted: str) -> None:
    assert nature(name) == wanted


def test_successors_follow_the_date() -> None:
    before, after = datetime.date(2014, 1, 1), datetime.date(2026, 1, 1)
    assert successor("人口计生", before) == ("人口计生",)
    assert successor("人口计生", after) == ("卫生健康",)
    assert successor("扶贫", after) == ("农业农村",)
    assert {successor(old, after) for old in ("工商", "质监", "食药监")} == {("市场监管",)}
    assert successor("安监", after) == ("应急管理",)
    assert successor("监察", after) == ("纪检监察",)
    assert successor("民政", after) == ("民政",)


def test_every_official_name_reads_as_its_family() -> None:
    wrong = [
        (official["name"], family)
        for family, entry in family_table().items()
        for official in entry.get("official", ())
        if family not in families("县" + official["name"]) or expand("县" + official["name"]) != "县" + official["name"]
    ]
    assert wrong == []


def test_no_word_belongs_to_two_families_and_short_forms_expand_to_words() -> None:
    taken: dict[str, str] = {}
    for family, entry in family_table().items():
        for word in (*entry["words"], *entry.get("short", {})):
            assert taken.setdefault(word, family) == family, word


def test_succession_and_units_name_known_families() -> None:
    known = {*family_table(), *(family for body in named_bodies().values() for family in body.families)}
    named = [family for entry in load_yaml("bodies/successions.yml") for family in (entry["from"], *entry["to"])]
    named += [entry["under"] for entry in family_table().values() if "under" in entry]
    named += [family for entry in load_yaml("bodies/compounds.yml").values() for family in entry["families"]]
    assert [family for family in named if family not in known] == []


@given(st.sampled_from(sorted(named_bodies())), st.sampled_from(["", "区", "县", "市"]))
def test_expanding_twice_changes_nothing_more(name: str, level: str) -> None:
    assert expand(expand(level + name)) == expand(level + name)


@given(st.text(max_size=30))
def test_any_text_is_taken(text: str) -> None:
    looks_like_department(text)
    assert "".join(text.split()).endswith(read_name(text).rest) or read_name(text).rest


@pytest.mark.parametrize("name", ["应急管理局", "应急局", "对外经济贸易局", "云岭市望溪县应急管理局"])
def test_a_family_that_begins_like_a_verb_is_a_department_all_the_same(name: str) -> None:
    assert looks_like_department(name)
