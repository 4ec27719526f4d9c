"""The reforms function by function: the table, the steps of a place, and what follows from them for D1 and D4."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st

from analysis.engine import analyse
from analysis.finding import Finding
from analysis.rule import Rule
from analysis.rules.d1_dept_abolished import dept_abolished
from analysis.rules.d4_ambiguous_successor import ambiguous_successor
from data.bodies import successor
from data.knowledge import national, with_local
from data.reference import load_yaml
from data.successions import Succession, known_families, succession_of, successions, successors
from graph.build import build_graphs
from graph.dates import Standpoint

TODAY = datetime.date(2026, 11, 22)
STEP = {"from": "粮食", "to": ["商务"], "date": datetime.date(2015, 6, 30), "kind": "merge", "source": "县机构改革方案"}
# Every line of the table of DOMAIN 1.6: a family, the words of a duty, and who has it in 2026.
TABLE = [
    ("卫生健康", "疾病预防控制", {"卫生健康"}),
    ("人口计生", "计划生育技术服务", {"卫生健康"}),
    ("人口计生", "编制人口发展规划", {"发展改革"}),
    ("工商", "企业登记", {"市场监管"}),
    ("质监", "特种设备安全监察", {"市场监管"}),
    ("食药监", "药品经营许可", {"市场监管"}),
    ("物价", "核定收费标准", {"发展改革"}),
    ("物价", "查处价格违法行为", {"市场监管"}),
    ("物价", "核定药品价格", {"医疗保障"}),
    ("知识产权", "专利纠纷调解", {"市场监管"}),
    ("安监", "烟花爆竹经营许可", {"应急管理"}),
    ("安监", "职业病危害因素检查", {"卫生健康"}),
    ("政府应急", "突发事件信息报送", {"应急管理"}),
    ("监察", "行政效能监察", {"纪检监察"}),
    ("检察院", "预防职务犯罪", {"纪检监察"}),
    ("国土资源", "建设用地审批", {"自然资源"}),
    ("国土资源", "监测地下水污染", {"生态环境"}),
    ("国土资源", "农田整治项目", {"农业农村"}),
    ("规划", "核发规划许可证", {"自然资源"}),
    ("住房城乡建设", "编制城乡规划", {"自然资源"}),
    ("住房城乡建设", "管理风景名胜区", {"林业草原"}),
    ("发展改革", "主体功能区规划", {"自然资源"}),
    ("林业草原", "组织造林", {"林业草原"}),
    ("生态环境", "污染源监测", {"生态环境"}),
    ("畜牧", "动物检疫", {"农业农村"}),
    ("农机", "农机推广", {"农业农村"}),
    ("水产", "渔业养殖", {"农业农村"}),
    ("农村工作", "农村改革", {"农业农村"}),
    ("扶贫", "贫困户识别", {"农业农村"}),
    ("文化", "文化市场管理", {"文化"}),
    ("旅游", "景区评定", {"文化"}),
    ("广电", "广播电视设施保护", {"文化"}),
    ("广电", "电影放映管理", {"宣传"}),
    ("新闻出版", "出版物市场", {"宣传"}),
    ("民政", "退役士兵接收", {"退役军人"}),
    ("民政", "自然灾害救灾", {"应急管理"}),
    ("民政", "城乡医疗救助", {"医疗保障"}),
    ("民政", "婚姻登记", {"民政"}),
    ("民政", "指导村民自治", {"社会工作"}),
    ("人力资源社会保障", "城镇居民医疗保险", {"医疗保障"}),
    ("人力资源社会保障", "军队转业干部安置", {"退役军人"}),
    ("人力资源社会保障", "公务员考核", {"组织"}),
    ("卫生健康", "新型农村合作医疗", {"医疗保障"}),
    ("法制", "规范性文件审查", {"司法行政"}),
    ("国税", "税款征收", {"税务"}),
    ("地税", "税款征收", {"税务"}),
    ("民族宗教", "宗教活动场所管理", {"统战"}),
    ("侨务", "归侨服务", {"统战"}),
    ("粮食", "储备粮管理", {"发展改革"}),
    ("科技", "引进国外智力", {"人力资源社会保障"}),
    ("科技", "专利资助", {"市场监管"}),
    ("科技", "社会发展科技项目", {"发展改革", "生态环境", "卫生健康"}),
    ("金融", "融资协调", {"财政", "政府办"}),
    ("工业信息化", "大数据产业", {"数据"}),
    ("信访", "办理来信来访", {"信访"}),
    ("信访", "人民建议征集", {"社会工作"}),
    ("公安", "消防监督检查", {"消防"}),
    ("公安", "消防设计审核", {"消防", "住房城乡建设"}),
    ("档案", "档案执法检查", {"党委办"}),
    ("移民", "移民后期扶持", {"水利"}),
    ("老龄", "老年人优待", {"民政"}),
]


@pytest.mark.parametrize(("family", "duty", "wanted"), TABLE)
def test_each_function_of_the_table_of_reforms(family: str, duty: str, wanted: set[str]) -> None:
    found = successors(successions(), family, TODAY, duty)
    assert {one.family for one in found} == wanted
    assert all(one.certain for one in found) == (len(wanted) == 1)


def test_every_step_has_a_source_and_a_function_and_stands_once() -> None:
    rows: list[dict[str, Any]] = load_yaml("bodies/successions.yml")
    assert all(row["source"].strip() for row in rows)
    keys = [(row["from"], *row["to"], *row.get("functions", ()), row.get("place", "")) for row in rows]
    assert len(keys) == len(set(keys))
    whole = [row["from"] for row in rows if not row.get("functions")]
    assert len(whole) == len(set(whole))


def test_no_family_comes_back_to_itself() -> None:
    onward: dict[str, set[str]] = {}
    for step in successions():
        onward.setdefault(step.old, set()).update(step.new)
    for family in onward:
        reached, open_ = set[str](), [family]
        while open_:
            new = onward.get(open_.pop(), set()) - reached
            reached |= new
            open_ += new
        assert family not in reached, family


@given(st.sampled_from(sorted(known_families())), st.dates(), st.text(max_size=20))
def test_without_functions_the_whole_family_goes_where_the_national_steps_say(
    family: str, day: datetime.date, text: str
) -> None:
    found = successors(successions(), family, day, text)
    assert found
    if not any(one.functions_matched or not one.certain for one in found):
        assert {one.family for one in found} == set(successor(family, day))


def test_each_sentence_is_followed_by_itself_and_several_are_shown() -> None:
    found = successors(successions(), "安监", TODAY, "检查矿山；检查职业卫生")
    assert [(one.family, one.certain) for one in found] == [("应急管理", True), ("卫生健康", True)]
    blank = successors(successions(), "安监", TODAY)
    assert {(one.family, one.certain) for one in blank} == {("应急管理", False), ("卫生健康", False)}


def test_before_its_day_a_step_counts_for_nothing() -> None:
    (held,) = successors(successions(), "安监", datetime.date(2018, 1, 1), "检查职业卫生")
    assert (held.family, held.steps, held.reason) == ("安监", (), "same")


def test_a_step_of_the_place_goes_before_the_national_one_and_only_there() -> None:
    local = succession_of({**STEP, "place": "甲县"})
    assert [one.family for one in successors((local, *successions()), "粮食", TODAY, "", "东山市甲县")] == ["商务"]
    assert [one.family for one in successors((local, *successions()), "粮食", TODAY, "", "东山市乙县")] == ["发展改革"]
    later = succession_of({**STEP, "place": "甲县", "date": "2030-01-01"})
    assert [one.family for one in successors((later, *successions()), "粮食", TODAY, "", "东山市甲县")] == ["粮食"]


def test_a_longer_name_that_ends_so_is_another_place() -> None:
    local = succession_of({**STEP, "place": "安县"})
    assert successors((local, *successions()), "粮食", TODAY, "", "杭州市淳安县")[0].family == "发展改革"


@pytest.mark.parametrize(
    ("place", "within"), [("衡阳市蒸湘区", True), ("湖南省", True), ("衡阳市", True), ("长沙市", False)]
)
def test_a_place_holds_for_all_that_lies_in_it(place: str, within: bool) -> None:
    local = succession_of({**STEP, "place": place})
    found = successors((local, *successions()), "粮食", TODAY, "", "衡阳市蒸湘区")
    assert (found[0].family == "商务") == within


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"to": ["商务局"]}, "to = 商务局"),
        ({"from": "粮食局"}, "from = 粮食局"),
        ({"date": "2015-13-01"}, "date = 2015-13-01"),
        ({"date": datetime.datetime(2015, 6, 30, tzinfo=datetime.UTC)}, "date = 2015-06-30"),
        ({"kind": "merged"}, "kind = merged"),
        ({"source": ""}, "source"),
        ({"until": "2016"}, "until"),
    ],
)
def test_what_is_wrong_with_an_entry_is_told(change: dict[str, Any], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        succession_of({**STEP, **change})


def audited(rule: Rule, lists: list[dict[str, Any]], more: Sequence[Succession] = ()) -> tuple[Finding, ...]:
    return analyse(build_graphs(corpus(lists), Standpoint(TODAY), with_local(national(), more)), [rule])


def test_a_new_row_changes_who_is_named_for_an_abolished_department() -> None:
    rows = "seq | matter | department | duty\n1 | 储备粮 | 县粮食局 | 管理储备\n1 | 储备粮 | 县财政局 | 拨款"
    lists = [{"owner": "甲县财政局", "boundaries": rows}]
    (national_default,) = audited(dept_abolished, lists)
    assert "现由县发展和改革局承担" in national_default.message
    (local,) = audited(dept_abolished, lists, [succession_of({**STEP, "place": "甲县"})])
    assert "2015年6月改革，现由县商务局承担" in local.message
    assert audited(dept_abolished, lists, [succession_of({**STEP, "place": "甲县", "date": "2030-01-01"})]) == ()


def test_a_step_of_the_place_settles_who_of_several_has_a_function() -> None:
    lists = [{"owner": "甲县金融办", "duties": "seq | main_duty | item\n1 | 风险防范 | 排查风险"}]
    assert len(audited(ambiguous_successor, lists)) == 1
    told = succession_of({**STEP, "from": "金融", "to": ["财政"], "date": "2024-06-30", "place": "甲县"})
    assert audited(ambiguous_successor, lists, [told]) == ()
