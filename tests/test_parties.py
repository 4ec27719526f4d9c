"""Departments named in running text: precise, with the end that an enumeration shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.bodies import families
from graph.parties import named_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会同区卫生局、公安机关，配合教育、民政等部门开展宣传", ("区卫生局", "公安机关", "教育部门", "民政部门")),
        ("由人社部门会同财政、卫生计生、发展改革等部门", ("人社部门", "财政部门", "卫生计生部门", "发展改革部门")),
        ("与公安、食品药品监督管理等有关部门配合", ("公安部门", "食品药品监督管理部门")),
        ("区教育局和区公安局联合", ("区教育局", "区公安局")),
        ("县人口计生局与卫生局", ("县人口计生局", "卫生局")),
        ("县卫生健康委员会、市场监管局", ("县卫生健康委员会", "市场监管局")),
        ("衡阳市蒸湘区卫生局负责", ("衡阳市蒸湘区卫生局",)),
        ("由市公安局美兰分局负责", ("市公安局美兰分局",)),
        ("国家发改委、省卫生厅", ("国家发改委", "省卫生厅")),
        ("向区纪委、组织部报告，报区编办审核办理", ("区纪委", "组织部", "区编办")),
        ("总工会和妇联", ("总工会", "妇联")),
        ("全区教育部门，由县发改局会同县林业、国土部门", ("教育部门", "县发改局", "县林业部门", "国土部门")),
        ("人口和计划生育局委托", ("人口和计划生育局",)),
    ],
)
def test_names_are_found(text: str, names: tuple[str, ...]) -> None:
    assert sorted(named_in(text)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "有关部门、相关单位、各成员单位协助",
        "移送司法机关，行政执法机关查处",
        "教育局域网、卫生局部、社区卫生服务中心、医疗卫生机构",
        "《公安部门条例》《卫生局工作规定》",
        "委托办理，委员审核，办公场所",
        "各乡镇人民政府、街道办事处、社区居委会",
        "区疾控中心、就业局以外的单位",
    ],
)
def test_words_that_name_no_department(text: str) -> None:
    assert [name for name in named_in(text) if name != "就业局"] == []


@given(st.text(alphabet="区县卫生公安教育局部门等、和，会同机关委办有", max_size=40))
def test_every_name_has_a_function_and_words_of_the_text(text: str) -> None:
    for name in named_in(text):
        assert families(name)
        assert set(name) <= set(text)
