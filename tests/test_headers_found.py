"""Headers of one level and of several, with spans and without, glued, vertical, with rows above them, and none."""

from __future__ import annotations

import pytest
from drawn import Row, Spot, table
from hypothesis import given
from hypothesis import strategies as st

from data.reference import load_yaml
from data.rows import SectionKind
from loaders.tables.header import Header, find_header
from loaders.tables.words import head_word, named_by

NAMES = ("1", "农村户厕改造", "县农业农村局", "县财政局")
TEXT = "负责救助对象的审核确认和动态管理"


def found(*rows: Row, expected: SectionKind | None = None) -> Header:
    header = find_header(table(*rows), expected)
    assert header is not None
    return header


def columns(*rows: Row) -> tuple[str, ...]:
    return found(*rows).columns


@pytest.mark.parametrize(
    ("heads", "wanted"),
    [
        ("序号 管理事项 相关部门 职责分工 相关依据 案例", "seq matter department duty basis case"),
        ("编号 职责边界事项 涉及部门 边界内容 法律法规依据 典型案例", "seq matter department duty basis case"),
        ("序\n号 管\n理\n事\n项 责任部门（单位） 职责分工* 依据： 备　注", "seq matter department duty basis remark"),
        ("1.序号 2.事权 3.责任部门 4.协调配合机制 5.依据", "seq matter department duty basis"),
        ("（必填）序号 管理事项（必填） 责任部门※ 职责划分（100字以内） 依据", "seq matter department duty basis"),
        ("①序号 ②跨部门事项 ③责任单位 ④具体分工", "seq matter department duty"),
        ("管理事项 涉及部门 职责分工", "matter department duty"),
        (
            "序号 管理事项 牵头部门 牵头部门职责 配合部门 配合部门职责 依据",
            "seq matter department duty department duty basis",
        ),
        ("序号 事项 主办单位 协办单位 职责分工", "seq matter department department duty"),
        ("序号 事项 职责分工 牵头部门 配合部门 依据 案例", "seq matter duty department department basis case"),
        ("序号 事项 主责部门 工作职责 协同部门 协同职责", "seq matter department duty department duty"),
        ("序号 配合履职事项 对应上级部门 上级部门履职内容 镇街配合任务", "seq matter department duty duty"),
        ("序号 主要职责 具体工作事项 责任科室 备注", "seq main_duty item office remark"),
        ("序号 公共服务事项 服务内容 承办机构 联系电话", "seq name content agency phone"),
    ],
)
def test_one_level(heads: str, wanted: str) -> None:
    assert " ".join(columns(heads.split(" "), ["1", "x"])) == wanted


TWO_LEVELS: dict[str, tuple[list[Row], str, tuple[str, ...]]] = {
    "county and township": (
        [
            [Spot("序号", 2), Spot("管理事项", 2), Spot("职责分工", columns=2), Spot("依据", 2)],
            ["县级部门", "乡镇（街道）"],
            ["1", "低保", TEXT, "受理申请", "条例"],
        ],
        "seq matter duty duty basis",
        ("职责分工/县级部门", "职责分工/乡镇（街道）"),
    ),
    "lead and support": (
        [
            [
                Spot("序号", 2),
                Spot("事项", 2),
                Spot("责任部门", columns=2),
                Spot("职责分工", 2),
                Spot("依据及案例", 1, 2),
            ],
            ["牵头", "配合", "依据", "案例"],
            [*NAMES, TEXT, "条例", "某案"],
        ],
        "seq matter department department duty basis case",
        ("责任部门/牵头", "责任部门/配合"),
    ),
    "names below 职责分工": (
        [[Spot("序号", 2), Spot("事项", 2), Spot("职责分工", columns=2)], ["牵头部门", "配合部门"], [*NAMES]],
        "seq matter department department",
        ("职责分工/牵头部门", "职责分工/配合部门"),
    ),
    "texts below 职责分工": (
        [
            [Spot("序号", 2), Spot("事项", 2), Spot("职责分工", columns=2)],
            ["牵头部门", "配合部门"],
            ["1", "低保", f"县民政局：{TEXT}", f"县财政局：{TEXT}"],
        ],
        "seq matter duty duty",
        ("职责分工/牵头部门", "职责分工/配合部门"),
    ),
    "words that no table knows below a known head": (
        [
            [
                Spot("序号", 2),
                Spot("管理事项", 2),
                Spot("涉及部门", 2),
                Spot("职责分工", 2),
                Spot("典型案例", columns=2),
            ],
            ["案例名称", "案情简介"],
            ["1", "低保", "县民政局", TEXT, "某案", "某年某月"],
        ],
        "seq matter department duty case case",
        ("典型案例/案例名称", "典型案例/案情简介"),
    ),
    "two sheets of law": (
        [
            [Spot("序号", 2), Spot("事项", 2), Spot("部门", 2), Spot("职责", 2), Spot("依据", columns=2)],
            ["法律法规", "政策文件"],
            ["1", "低保", "县民政局", TEXT, "条例", "意见"],
        ],
        "seq matter department duty basis basis",
        ("依据/法律法规",),
    ),
}


@pytest.mark.parametrize("name", TWO_LEVELS)
def test_two_levels(name: str) -> None:
    rows, wanted, words = TWO_LEVELS[name]
    header = found(*rows)
    assert (" ".join(header.columns), header.rows, header.above) == (wanted, 2, 0)
    assert set(words) <= set(header.words)
    assert (words[0], header.columns[header.words.index(words[0])]) in header.reason


def test_three_levels() -> None:
    header = found(
        [Spot("序号", 3), Spot("事项", 3), Spot("部门分工", columns=4)],
        [Spot("牵头部门", columns=2), Spot("配合部门", columns=2)],
        ["名称", "职责", "名称", "职责"],
        ["1", "低保", "县民政局", TEXT, "县财政局", "拨付资金"],
    )
    assert header.columns == ("seq", "matter", "department", "duty", "department", "duty")
    assert header.rows == 3


def test_two_levels_without_any_merged_cell() -> None:
    header = found(
        ["序号", "事项", "职责分工", "", "依据"],
        ["", "", "县级部门", "乡镇（街道）", ""],
        ["1", "低保", TEXT, "受理申请", "条例"],
    )
    assert header.words[2:4] == ("职责分工/县级部门", "职责分工/乡镇（街道）")
    assert header.rows == 2


def test_one_head_over_two_columns_is_read_by_what_stands_below() -> None:
    heads: Row = ["序号", "事项", Spot("相关部门及职责分工", columns=2), "依据"]
    assert columns(heads, ["1", "低保", "县民政局", TEXT, "条例"])[2:4] == ("department", "duty")
    assert columns(["序号", "事项", "相关部门及职责分工", "依据"], ["1", "低保", f"县民政局：{TEXT}", ""])[2] == "duty"


@pytest.mark.parametrize(
    "above",
    [
        [[Spot("填报单位：县民政局", columns=3), Spot("填报时间：2024年", columns=2)]],
        [[Spot("望溪县职责边界登记表", columns=5)], ["单位（盖章）：", "", "", "", ""]],
        [["", "", "", "", ""], ["填报单位：县民政局", "", "", "", "单位：项"]],
    ],
)
def test_rows_above_the_header(above: list[Row]) -> None:
    body: list[Row] = [["序号", "管理事项", "相关部门", "职责分工", "依据"], ["1", "低保", "县民政局", TEXT, "条例"]]
    header = found(*above, *body)
    assert (header.above, header.rows) == (len(above), len(above) + 1)
    assert header.columns == ("seq", "matter", "department", "duty", "basis")


def test_a_row_of_the_table_does_not_stand_above_its_header() -> None:
    rows: list[Row] = [["1", "低保", "县民政局", TEXT], ["序号", "管理事项", "相关部门", "职责分工"]]
    assert find_header(table(*rows), "boundaries") is None


@pytest.mark.parametrize(
    "heads",
    [
        "序号 职权类型 职权名称 子项 实施依据 责任主体 责任事项 追责情形",
        "序号 权力名称 权力类别 实施依据 实施主体 追责情形",
        "序号 重点任务 具体措施 牵头单位 责任单位 完成时限 进展情况",
        "序号 事项 责任单位 完成时限",
        "序号 单位 联系人 职务 办公电话 手机",
        "序号 姓名 职务 电话",
        "科目 金额 备注",
    ],
)
def test_tables_of_other_kinds(heads: str) -> None:
    rows = (heads.split(" "), ["1", "x"])
    assert find_header(table(*rows)) is None
    assert find_header(table(*rows), "boundaries") is None


def test_general_words_need_the_heading_of_their_part() -> None:
    rows = (["序号", "事项名称"], ["1", "落实党建责任制"])
    assert find_header(table(*rows)) is None
    assert found(*rows, expected="duties").columns == ("seq", "item")


def test_the_score_is_the_share_of_heads_that_are_known() -> None:
    heads = ["序号", "管理事项", "相关部门", "职责分工", "所涉处所"]
    assert found(heads, ["1", "低保", "县民政局", TEXT, "全县"]).score == 0.8


@given(st.sampled_from(sorted(load_yaml("headers.yml")["columns"])), st.data())
def test_each_word_of_the_table_names_its_column_however_it_is_dressed(column: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(load_yaml("headers.yml")["columns"][column]))
    dress = data.draw(st.sampled_from(["{}", "{}*", "1.{}", "{}：", "（必填）{}", "{}（必填）", " {}　"]))
    kinds: list[SectionKind] = ["duties", "boundaries", "services"]
    dressed = head_word(dress.format(word))
    assert column in {name for kind in kinds for name in named_by(dressed, kind)}


@given(st.lists(st.lists(st.text(max_size=4), min_size=1, max_size=5), min_size=1, max_size=8))
def test_any_table_has_a_header_or_none(rows: list[list[str]]) -> None:
    header = find_header(table(*rows))
    assert header is None or 0 < header.rows <= len(rows)


def test_three_levels_merged_across_alone() -> None:
    header = found(
        ["序号", "管理事项", Spot("责任部门及职责", columns=2), Spot("责任部门及职责", columns=2)],
        ["", "", Spot("牵头部门", columns=2), Spot("配合部门", columns=2)],
        ["", "", "部门", "职责", "部门", "职责"],
        ["1", "低保", "县民政局", TEXT, "县财政局", "拨付资金"],
    )
    assert header.columns == ("seq", "matter", "department", "duty", "department", "duty")
