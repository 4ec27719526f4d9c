"""The lists of townships: what they do, help with, and what is taken back; the township as a body of its level."""

from __future__ import annotations

import pytest
from drawn import Row, Spot, lists, said, table
from duty_documents import read

from analysis.catalogue import CATALOGUE
from analysis.engine import analyse
from data.body_names import read_name
from data.ids import with_ids
from data.rows import Corpus, DutyList
from data.townships import township_name
from graph.build import build_graphs

TITLE = "望溪县城关镇履行职责事项清单"
OWN: list[Row] = [
    ["序号", "事项名称"],
    [Spot("一、党的建设（2项）", columns=2)],
    ["1", "落实党建工作责任制"],
    ["2", "负责党员教育管理"],
    [Spot("二、平安法治（1项）", columns=2)],
    ["3", "排查化解矛盾纠纷"],
]
HEAD = ("序号", "事项名称", "对应上级部门", "上级部门职责", "乡镇（街道）配合职责")
HELPS: list[Row] = [
    HEAD,
    [Spot("一、民生服务（2项）", columns=5)],
    ["1", "特困人员救助", "县民政局", "负责审核确认", "受理申请并初审"],
    ["2", "自建房安全", "县住房和城乡建设局\n县自然资源局", "鉴定房屋；审批用地", "开展日常巡查"],
]
BACK: list[Row] = [
    ["序号", "事项名称", "对应上级部门", "履职方式"],
    ["1", "对砍伐古树的处罚", "县林业局", "由县林业局查处"],
]


def township(title: str = TITLE, helps: list[Row] = HELPS, back: list[Row] = BACK) -> DutyList:
    (one,) = lists(
        title,
        "一、基本履职事项清单",
        table(*OWN, part="表1"),
        "二、配合履职事项清单",
        table(*helps, part="表2"),
        "三、上级部门收回事项清单",
        table(*back, part="表3"),
    )
    return one


def test_the_three_parts() -> None:
    one = township()
    assert (one.jurisdiction, one.owner) == ("望溪县", "望溪县城关镇")
    assert [(row.seq, row.main_duty, row.item) for row in one.duties] == [
        ("1", "一、党的建设（2项）", "落实党建工作责任制"),
        ("2", "一、党的建设（2项）", "负责党员教育管理"),
        ("3", "二、平安法治（1项）", "排查化解矛盾纠纷"),
    ]
    assert said(one.boundaries, "seq", "matter", "department", "duty", "column", "flags") == [
        ("1", "特困人员救助", "县民政局", "负责审核确认", "对应上级部门", ()),
        ("1", "特困人员救助", "城关镇", "受理申请并初审", "乡镇（街道）配合职责", ()),
        ("2", "自建房安全", "县住房和城乡建设局\n县自然资源局", "鉴定房屋；审批用地", "对应上级部门", ()),
        ("2", "自建房安全", "城关镇", "开展日常巡查", "乡镇（街道）配合职责", ()),
        ("1", "对砍伐古树的处罚", "县林业局", "由县林业局查处", "对应上级部门", ("taken-back",)),
    ]


def test_the_roles_and_the_level() -> None:
    (graph,) = build_graphs(Corpus(with_ids([township()]), (), ()))
    told = {(graph.body(part.body).name, part.role.name, part.role.confidence) for part in graph.parts()}
    assert told == {
        ("县民政局", "lead", "explicit"),
        ("城关镇", "support", "explicit"),
        ("县住房和城乡建设局", "lead", "order"),
        ("县自然资源局", "responsible", "order"),
        ("县林业局", "lead", "explicit"),
    }
    assert {body.level for body in graph.bodies() if body.name == "城关镇"} == {"township"}


def test_the_list_of_all_townships_names_them_by_the_head() -> None:
    one = township("望溪县乡镇（街道）履行职责事项清单")
    assert [row.department for row in one.boundaries if row.column.startswith("乡镇")] == ["乡镇（街道）"] * 2


@pytest.mark.parametrize(
    "head",
    [
        ("序号", "配合履职事项名称", "对应上级部门", "上级部门工作职责", "镇（街道）配合职责"),
        ("序号", "事项名称", "上级主管部门", "主管部门职责", "街道配合内容"),
        ("序号", "事项名称", "县级牵头部门", "县级部门职责", "乡镇配合职责任务"),
        ("序号", "事项名称", "对应县级部门", "对应上级部门职责", "乡镇（街道）配合履职内容"),
        ("序号", "事项名称", "对应上级部门", "上级部门职责", "配合职责"),
    ],
)
def test_heads_in_other_words(head: Row) -> None:
    one = township(helps=[head, *HELPS[1:]])
    assert said(one.boundaries[:2], "department", "duty") == [
        ("县民政局", "负责审核确认"),
        ("城关镇", "受理申请并初审"),
    ]


@pytest.mark.parametrize(
    "back",
    [
        [
            ["序号", "事项名称", "承接部门及工作方式"],
            ["1", "对砍伐古树的处罚", "承接部门：县林业局\n工作方式：由县林业局查处"],
        ],
        [["序号", "事项名称", "承接部门", "工作方式"], ["1", "对砍伐古树的处罚", "县林业局", "由县林业局查处"]],
        [["序号", "收回事项名称", "收回部门", "履行方式"], ["1", "对砍伐古树的处罚", "县林业局", "由县林业局查处"]],
    ],
)
def test_what_is_taken_back(back: list[Row]) -> None:
    (row,) = [row for row in township(back=back).boundaries if "taken-back" in row.flags]
    assert (row.matter, row.department, row.duty) == ("对砍伐古树的处罚", "县林业局", "由县林业局查处")
    (graph,) = build_graphs(Corpus(with_ids([township(back=back)]), (), ()))
    assert {part.role.name for part in graph.parts() if part.row.matter == row.matter} == {"lead"}


def test_boundaries_of_the_county_with_its_townships() -> None:
    (one,) = lists(
        "望溪县乡镇（街道）配合事项清单",
        table(
            [
                Spot("序号", 2),
                Spot("牵头部门", 2),
                Spot("事项名称", 2),
                Spot("实施依据", 2),
                Spot("职责边界划分", 1, 2),
            ],
            ["县级部门", "乡镇(街道)"],
            ["1", "县水利局", "河道采砂", "《水法》", "查处非法采砂", "日常巡河，制止并上报"],
        ),
    )
    assert said(one.boundaries, "matter", "department", "duty", "basis", "column") == [
        ("河道采砂", "县水利局", "查处非法采砂", "《水法》", "牵头部门"),
        ("河道采砂", "乡镇(街道)", "日常巡河，制止并上报", "", "职责边界划分/乡镇(街道)"),
    ]


def test_the_county_and_the_township_side_by_side() -> None:
    (one,) = lists(
        "望溪县城关镇职责边界清单",
        table(
            [Spot("序号", 2), Spot("事项", 2), Spot("职责分工", columns=2)],
            ["县级部门", "乡镇（街道）"],
            ["1", "低保", "县民政局：审核确认\n县财政局：落实资金", "受理申请"],
            ["2", "养犬", "查处违法养犬", "无"],
        ),
    )
    assert said(one.boundaries, "matter", "department", "duty") == [
        ("低保", "县民政局", "审核确认"),
        ("低保", "县财政局", "落实资金"),
        ("低保", "城关镇", "受理申请"),
        ("养犬", "县级部门", "查处违法养犬"),
    ]


def _line(row: Row) -> str:
    return "\t".join(one.text if isinstance(one, Spot) else one.replace("\n", "、") for one in row)


def _piped(rows: list[Row]) -> str:
    lines = [f"| {_line(row).replace(chr(9), ' | ')} |" for row in rows if len(row) > 1]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


@pytest.mark.parametrize("shape", ["tabbed", "piped"])
def test_text(shape: str) -> None:
    tables = [_piped(rows) if shape == "piped" else "\n".join(map(_line, rows)) for rows in (OWN, HELPS, BACK)]
    heads = ("一、基本履职事项清单", "二、配合履职事项清单", "三、上级部门收回事项清单")
    pieces = [TITLE, *(piece for pair in zip(heads, tables, strict=True) for piece in pair)]
    (one,) = read("\n\n".join(pieces) + "\n")
    drawn = township()
    # Pipes cannot hold a row across all columns.
    assert [row.item for row in one.duties] == [row.item for row in drawn.duties]
    assert [row.department for row in one.boundaries] == [
        row.department.replace("\n", "、") for row in drawn.boundaries
    ]
    assert said(one.boundaries, "matter", "duty", "column", "flags") == said(
        drawn.boundaries, "matter", "duty", "column", "flags"
    )


def test_no_rule_takes_the_form_of_townships_for_a_fault() -> None:
    one, other = township(), township("望溪县云岭乡履行职责事项清单")
    found = analyse(build_graphs(Corpus(with_ids([one, other]), (), ())), CATALOGUE)
    assert {finding.rule for finding in found} <= {"A1", "A12"}
    assert all(finding.severity in ("L", "M") for finding in found)


def test_townships_are_bodies_of_their_own() -> None:
    (graph,) = build_graphs(Corpus(with_ids([township(), township("望溪县云岭乡履行职责事项清单")]), (), ()))
    towns = [body for body in graph.bodies() if body.level == "township"]
    assert [(body.name, body.nature) for body in towns] == [("城关镇", "government"), ("云岭乡", "government")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("石桥镇", "石桥镇"),
        ("望溪县石桥镇人民政府", "石桥镇"),
        ("岚川市望溪县城南街道办事处", "城南街道"),
        ("云岭回族乡", "云岭回族乡"),
        ("乡镇", ""),
        ("各乡镇（街道）", ""),
        ("特色小镇", ""),
        ("农民工返乡", ""),
        ("县城镇管理局", ""),
        ("", ""),
    ],
)
def test_names_of_townships(text: str, name: str) -> None:
    assert township_name(text) == name
    assert not name or read_name(text).full == name


def test_three_titles_are_three_lists_of_one_township() -> None:
    kinds = ("基本履职事项清单", "配合履职事项清单", "上级部门收回事项清单")
    blocks = [
        (f"望溪县城关镇{kind}", table(*rows, part=kind)) for kind, rows in zip(kinds, (OWN, HELPS, BACK), strict=True)
    ]
    found = lists(*(block for pair in blocks for block in pair))
    assert [one.owner for one in found] == ["望溪县城关镇"] * 3
    assert [(len(one.duties), len(one.boundaries)) for one in found] == [(3, 0), (0, 4), (0, 1)]
    assert [row.flags for row in found[2].boundaries] == [("taken-back",)]
