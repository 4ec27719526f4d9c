"""Boundaries written as running text: matters with departments, departments with duties, and text that is neither."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.document import Document
from data.messages import texts
from data.rows import DutyList
from loaders.account import left_over, uses
from loaders.lists.proselines import duty_parts, matter_name
from loaders.lists.read import read_lists
from loaders.readers.text.textfile import read as read_text

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
TITLE = "望溪县教育局责任清单"
HEAD = "二、与相关部门的职责边界"
Row = tuple[str, str, str]


def read(text: str) -> tuple[list[DutyList], Document]:
    """Return the lists of a text, after a check that every visible line of it became something."""
    document = read_text(text.strip().encode(), "清单.txt")
    lists, outside = read_lists(document)
    assert left_over(document, uses(document, lists, outside)) == []
    return list(lists), document


def rows(text: str, title: str = f"{TITLE}\n{HEAD}\n") -> list[Row]:
    """Return (matter, department, duty) of the boundaries in a part of a list, or in a document without `title`."""
    lists, _ = read(title + text.strip())
    found = [row for one in lists for row in one.boundaries]
    assert {row.flags for row in found} <= {("prose",)}
    return [(row.matter, row.department, row.duty) for row in found]


def document_rows(text: str) -> list[Row]:
    return rows(text, title="")


SCHOOL_BUS = [
    ("校车安全管理", "县教育局", "负责校车使用许可的审核。"),
    ("校车安全管理", "县公安局", "负责核发校车标牌。"),
]
TRAINING = [
    ("校外培训机构监管", "县教育局", "牵头负责学科类机构的监管。"),
    ("校外培训机构监管", "县市场监督管理局", "负责登记和广告监管。"),
]


@pytest.mark.parametrize(
    ("matter", "department"),
    [
        ("一、{}", "（一）{}{}"),
        ("（一）{}", "1.{}{}"),
        ("1.{}", "（1）{}{}"),
        ("1、{}职责分工", "①{}{}"),
        ("{}", "{}{}"),
        ("{}", "（一）{}{}"),
        ("## {}", "- {}{}"),
        ("一、关于{}的职责分工", "（一）{}：{}"),
        ("（一）{}方面", "{}：{}"),
        ("1.管理事项：{}", "{}——{}"),
        ("第一条 {}", "{}。{}"),
        ("一、{}：", "{}职责：{}"),
        ("一、{}。", "由{}{}"),
    ],
)
def test_matters_with_a_line_a_department(matter: str, department: str) -> None:
    lines = []
    for group in (SCHOOL_BUS, TRAINING):
        lines += [matter.format(group[0][0]), *(department.format(name, duty) for _, name, duty in group)]
    assert rows("\n".join(lines)) == [*SCHOOL_BUS, *TRAINING]


@pytest.mark.parametrize("head", ["一、{}", "（一）{}：", "第一条 {}职责", "{}"])
@pytest.mark.parametrize("duty", ["1.{}", "（1）{}", "{}"])
def test_matters_with_departments_as_headings(head: str, duty: str) -> None:
    both = f"{duty.format('审核校车许可；')}\n{duty.format('培训随车人员。')}"
    lines = ["校车安全管理职责分工", head.format("县教育局"), both, head.format("县公安局"), duty.format("核发标牌。")]
    wanted = [("校车安全管理", "县教育局", both), ("校车安全管理", "县公安局", duty.format("核发标牌。"))]
    assert rows("\n".join(lines)) == wanted


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("县教育局负责审核；县公安局负责核发标牌。", [("县教育局", "负责审核"), ("县公安局", "负责核发标牌。")]),
        ("县教育局牵头，县公安局、县交通运输局配合。", [("县教育局", "牵头"), ("县公安局、县交通运输局", "配合。")]),
        ("县委组织部组织评选，县委宣传部负责宣传。", [("县委组织部", "组织评选"), ("县委宣传部", "负责宣传。")]),
        ("县人力资源和社会保障局负责待遇落实。", [("县人力资源和社会保障局", "负责待遇落实。")]),
        ("县教育行政主管部门负责审批", [("县教育行政主管部门", "负责审批")]),
        ("县住房和城乡建设局会同县公安局负责验收", [("县住房和城乡建设局", "会同县公安局负责验收")]),
        ("县卫生健康局（县疾控局）监督检查", [("县卫生健康局（县疾控局）", "监督检查")]),
        ("乡镇人民政府（街道办事处）负责巡查", [("乡镇人民政府（街道办事处）", "负责巡查")]),
        ("县水利局负责巡查；涉嫌犯罪的，由县公安局侦查。", [("县水利局", "负责巡查；涉嫌犯罪的，由县公安局侦查。")]),
        (
            "县水利局指导有关部门开展检查，有关部门负责整改。",
            [("县水利局", "指导有关部门开展检查，有关部门负责整改。")],
        ),
        ("（1）县水利局负责许可。（2）县公安局打击犯罪。", [("县水利局", "负责许可。"), ("县公安局", "打击犯罪。")]),
        ("配合部门：县公安局、县民政局。", [("县公安局、县民政局", "配合部门")]),
        ("校车安全由县教育局负责。", []),
        ("为加强校车管理，县教育局牵头建立机制。", []),
        ("县教育局", []),
        ("各乡镇人民政府，县直各部门：", []),
        ("食品安全监督管理", []),
    ],
)
def test_a_sentence_is_cut_at_the_departments_that_it_gives_duties_to(line: str, parts: list[tuple[str, str]]) -> None:
    words = line.removeprefix("（1）")
    assert [(part.department, part.duty) for part in duty_parts(words)] == parts


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("校车安全管理的职责分工", "校车安全管理"),
        ("关于校车安全管理方面：", "校车安全管理"),
        ("与县公安局的职责边界", "与县公安局的职责边界"),
        ("职责分工", ""),
        ("工作要求", ""),
        ("校车", "校车"),
    ],
)
def test_the_name_of_a_matter_is_what_its_heading_speaks_of(heading: str, name: str) -> None:
    assert matter_name(heading) == name


def test_a_matter_and_its_departments_in_one_line() -> None:
    text = "1.校车安全管理：县教育局负责审核；县公安局核发标牌。\n2.控烟。县卫生健康局负责监督，县教育局负责校园控烟。"
    assert rows(text) == [
        ("校车安全管理", "县教育局", "负责审核"),
        ("校车安全管理", "县公安局", "核发标牌。"),
        ("控烟", "县卫生健康局", "负责监督"),
        ("控烟", "县教育局", "负责校园控烟。"),
    ]


def test_basis_and_case_belong_to_the_first_row_of_their_matter() -> None:
    text = """
一、校车安全管理
依据：《校车安全管理条例》
（一）县教育局负责审核，
每学期不少于一次。
（二）县公安局负责核发标牌。
案例：
某校租用的车辆没有标牌。
县公安局依法查处并通报县教育局。
二、控烟
（一）县卫生健康局牵头。
（二）县教育局负责校园控烟。
【相关依据】
1.《公共场所卫生管理条例》
2.县政府办〔2019〕3号文件
"""
    lists, _ = read(f"{TITLE}\n{HEAD}{text}")
    found = lists[0].boundaries
    assert [(row.department, row.duty) for row in found] == [
        ("县教育局", "负责审核，\n每学期不少于一次。"),
        ("县公安局", "负责核发标牌。"),
        ("县卫生健康局", "牵头。"),
        ("县教育局", "负责校园控烟。"),
    ]
    assert [row.basis for row in found] == [
        "《校车安全管理条例》", "", "1.《公共场所卫生管理条例》\n2.县政府办〔2019〕3号文件", "",
    ]  # fmt: skip
    assert found[0].case == "某校租用的车辆没有标牌。\n县公安局依法查处并通报县教育局。"
    assert [[(place.first, place.last) for place in row.source] for row in found[:2]] == [[(4, 6), (8, 10)], [(7, 7)]]
    assert lists[0].sections[0].state == "rows"
    assert [place.first for place in lists[0].sections[0].source] == [2, 3, 11]


def test_categories_above_matters_and_labels_between_name_nothing() -> None:
    text = """
一、安全监管类
（一）校车安全管理
牵头部门：县教育局
配合部门：县公安局、县交通运输局
职责分工：县教育局负责审核；县公安局负责核发标牌。
（二）校园食品安全
县市场监督管理局：食堂许可
县教育局：督促学校
"""
    assert [row[:2] for row in rows(text)] == [
        ("校车安全管理", "县教育局"),
        ("校车安全管理", "县公安局、县交通运输局"),
        ("校车安全管理", "县教育局"),
        ("校车安全管理", "县公安局"),
        ("校园食品安全", "县市场监督管理局"),
        ("校园食品安全", "县教育局"),
    ]


NOTICE = """
望溪县机构编制委员会关于明确校外培训机构监管职责分工的通知
各乡镇人民政府，县直各部门：
为理顺监管体制，现将有关部门职责分工明确如下：
{}
本通知自印发之日起施行。
望溪县机构编制委员会
2021年9月10日
"""


def test_a_notice_that_settles_one_matter_is_a_list_of_who_issued_it() -> None:
    text = NOTICE.format(
        "一、县教育局\n（一）审批学科类机构。\n二、县市场监督管理局\n负责登记。\n三、县民政局\n负责登记非营利性机构。"
    )
    lists, _ = read(text)
    assert [(one.jurisdiction, one.owner) for one in lists] == [("望溪县", "望溪县机构编制委员会")]
    assert [(row.matter, row.department, row.duty) for row in lists[0].boundaries] == [
        ("校外培训机构监管", "县教育局", "（一）审批学科类机构。"),
        ("校外培训机构监管", "县市场监督管理局", "负责登记。"),
        ("校外培训机构监管", "县民政局", "负责登记非营利性机构。"),
    ]


def test_an_opinion_on_several_matters() -> None:
    text = """
中共望溪县委机构编制委员会办公室
关于明确部分事项部门职责分工的意见
县直各部门：
现就有关事项职责分工提出如下意见。
一、城市共享单车管理
县城市管理局负责停放秩序，县交通运输局负责行业管理。
二、河道采砂
（一）县水利局：负责许可。
（二）县公安局：打击非法采砂犯罪。
三、工作要求
（一）县委编办负责督促落实。
（二）县财政局负责保障经费。
中共望溪县委机构编制委员会办公室
二〇二〇年三月一日
"""
    assert document_rows(text) == [
        ("城市共享单车管理", "县城市管理局", "负责停放秩序"),
        ("城市共享单车管理", "县交通运输局", "负责行业管理。"),
        ("河道采砂", "县水利局", "负责许可。"),
        ("河道采砂", "县公安局", "打击非法采砂犯罪。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "按照有关规定，现将我局与相关部门的职责边界明确如下：",
        "县教育局负责牵头协调职责边界，县委编办负责审核。\n各部门按照职责做好工作。",
        "我局与县公安局、县市场监督管理局在校车管理方面存在职责交叉，按照县政府规定执行。",
        "一、校车安全管理\n县教育局负责校车许可的审核。",
        "一、县教育局\n1.审批学校。\n二、县公安局\n1.核发标牌。",
        "一、校车安全管理\n二、控烟\n三、消防",
        "一、校车安全管理\n各部门负责本行业校车管理。\n有关单位配合。",
        "县教育局\n县公安局\n县民政局",
        "三、工作要求\n（一）县委编办负责审核。\n（二）县财政局负责保障经费。",
        "详见附件。",
    ],
)
def test_text_that_divides_nothing_surely_gives_no_rows(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "望溪县消防安全整治工作方案\n一、整治分工\n（一）县消防救援大队负责牵头。\n（二）县公安局负责配合。",
        "关于印发望溪县重点工作职责分工方案的通知\n一、项目建设\n县发展和改革局负责立项；县财政局负责资金。",
        "望溪县教育局职能配置、内设机构和人员编制规定\n一、职责分工\n（一）校车\n县教育局负责审核；县公安局负责标牌。",
        "我县召开校车安全会议\n会议指出：\n县教育局负责审核；县公安局负责标牌。",
        "关于明确职责分工的通知\n一、校车\n各部门负责本行业校车；各单位配合。",
        "望溪县教育局责任清单\n三、事中事后监管制度\n（一）校车监管\n一、监督检查对象\n校车。\n县教育局负责检查。\n县公安局负责查处。",
    ],
)
def test_documents_of_another_purpose_give_no_rows(text: str) -> None:
    assert document_rows(text) == []


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed lists are not here")
def test_lists_with_tables_give_no_rows_of_text() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        lists, _ = read_lists(read_text(path.read_bytes(), path.name))
        assert [row for one in lists for row in one.boundaries if "prose" in row.flags] == []


def test_the_flag_is_said_in_both_languages() -> None:
    assert set(texts()["flag.prose"]) == {"zh", "en"}


DEPARTMENTS = [
    "县教育局",
    "县公安局",
    "县市场监督管理局",
    "县委宣传部",
    "县住房和城乡建设局",
    "县消防救援大队",
    "县总工会",
    "各乡镇人民政府",
]
MATTERS = ["校车安全", "电动自行车管理", "餐饮油烟治理", "养犬管理", "房屋租赁", "烟花爆竹安全管理"]
DUTIES = [
    "负责日常监管。",
    "牵头建立机制，会同有关部门检查。",
    "配合做好执法工作；",
    "依法查处违法行为。",
    "负责登记，负责统计",
]
STYLES = [("一、", "（一）"), ("（一）", "1."), ("1.", "（1）"), ("一、", "1、"), ("（一）", ""), ("", "①")]
NUMBERS = {"一、": "{}、", "（一）": "（{}）", "1.": "{}.", "（1）": "（{}）", "1、": "{}、", "①": "", "": ""}


def numbered(style: str, at: int) -> str:
    chinese, circled = "一二三四五六七八", "①②③④⑤⑥⑦⑧"
    return circled[at] if style == "①" else NUMBERS[style].format(chinese[at] if "一" in style else at + 1)


@given(
    st.lists(st.sampled_from(MATTERS), min_size=1, max_size=4, unique=True),
    st.sampled_from(STYLES),
    st.sampled_from(["{}{}", "{}：{}"]),
    st.data(),
)
def test_any_matters_and_departments_are_read_as_written(
    matters: list[str], styles: tuple[str, str], form: str, data: st.DataObject
) -> None:
    lines, wanted = [], []
    for at, matter in enumerate(matters):
        names = data.draw(st.lists(st.sampled_from(DEPARTMENTS[:-1]), min_size=2, max_size=5, unique=True))
        lines.append(numbered(styles[0], at) + matter)
        for number, name in enumerate(names):
            duty = data.draw(st.sampled_from(DUTIES))
            lines.append(numbered(styles[1], number) + form.format(name, duty))
            wanted.append((matter, name, duty))
    assert rows("\n".join(lines)) == wanted


@given(
    st.lists(
        st.sampled_from(
            [*DEPARTMENTS, *MATTERS, *DUTIES, "一、", "（一）", "1.", "：", "；", "。", "\n", "依据：", "案例：", "由"]
        ),
        max_size=30,
    )
)
def test_any_text_is_accounted_for(pieces: list[str]) -> None:
    rows("".join(pieces) or "无")
