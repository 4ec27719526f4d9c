"""Rows of drawn tables: merged cells, groups, notes, sums, column numbers, numbers that count departments."""

from __future__ import annotations

import pytest
from drawn import Row, Spot, boundaries, lists, said, table
from hypothesis import given
from hypothesis import strategies as st

HEAD = ("序号", "管理事项", "相关部门", "职责分工", "依据")
FIRST: Row = ("1", "殡葬管理", "县民政局", "审批殡葬设施", "《殡葬管理条例》")


def reasons(*rows: Row) -> list[tuple[str, str]]:
    (one,) = lists("望溪县民政局责任清单", "二、职责边界", table(*rows))
    return [(piece.reason, piece.text) for piece in one.skipped]


def test_one_duty_of_two_departments() -> None:
    rows = boundaries(
        HEAD,
        [Spot("1", 3), Spot("厕所革命", 3), "县农业农村局", "组织实施", Spot("《条例》", 3)],
        ["县财政局", Spot("做好资金保障和验收", 2)],
        ["县水利局"],
    )
    assert said(rows, "matter", "department", "duty", "basis", "flags") == [
        ("厕所革命", "县农业农村局", "组织实施", "《条例》", ()),
        ("厕所革命", "县财政局", "做好资金保障和验收", "", ()),
        ("厕所革命", "县水利局", "做好资金保障和验收", "", ("merged",)),
    ]


def test_one_department_of_two_duties() -> None:
    rows = boundaries(
        HEAD, [Spot("1", 2), Spot("殡葬管理", 2), Spot("县民政局", 2), "审批设施", "《条例》"], ["监督服务", "《办法》"]
    )
    assert said(rows, "department", "duty", "basis", "flags") == [
        ("县民政局", "审批设施", "《条例》", ()),
        ("", "监督服务", "《办法》", ("merged",)),
    ]


def test_a_blank_department_that_is_not_merged_is_blank() -> None:
    rows = boundaries(HEAD, [Spot("1", 2), Spot("殡葬管理", 2), "县民政局", "审批设施", ""], ["", "查处毁林", ""])
    assert said(rows, "department", "flags") == [("县民政局", ()), ("", ("department-blank",))]


def test_cells_merged_over_two_matters_are_printed_beside_both() -> None:
    rows = boundaries(
        HEAD, ["1", "殡葬管理", Spot("县民政局", 2), "审批设施", Spot("《条例》", 2)], ["2", "养老服务", "登记机构"]
    )
    assert said(rows, "matter", "department", "basis", "flags") == [
        ("殡葬管理", "县民政局", "《条例》", ()),
        ("养老服务", "县民政局", "《条例》", ("merged",)),
    ]


def test_what_stands_beside_a_merged_side_belongs_to_it() -> None:
    (row,) = boundaries(
        HEAD,
        [Spot("1", 2), Spot("殡葬管理", 2), Spot("县民政局", 2), Spot("审批设施", 2), "《条例》"],
        ["《办法》"],
    )
    assert (row.basis, len(row.source)) == ("《条例》\n《办法》", 2)


def test_numbers_that_count_departments() -> None:
    rows = boundaries(
        HEAD,
        ["1", Spot("殡葬管理", 2), "县民政局", "审批设施", ""],
        ["2", "县林业局", "查处毁林", ""],
        ["1", Spot("养老服务", 2), "县民政局", "登记机构", ""],
        ["2", "县卫健局", "医养结合", ""],
    )
    assert said(rows, "seq", "matter", "department") == [
        ("1", "殡葬管理", "县民政局"),
        ("2", "殡葬管理", "县林业局"),
        ("1", "养老服务", "县民政局"),
        ("2", "养老服务", "县卫健局"),
    ]


def test_no_numbers() -> None:
    rows = boundaries(HEAD[1:], [Spot("殡葬管理", 2), "县民政局", "审批设施", ""], ["县林业局", "查处毁林", ""])
    assert said(rows, "seq", "matter", "flags") == [(None, "殡葬管理", ()), (None, "殡葬管理", ())]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("不涉及", ("不涉及", "")),
        ("无", ("无", "")),
        ("由乡镇自行组织实施并报县里备案", ("", "由乡镇自行组织实施并报县里备案")),
    ],
)
def test_one_cell_over_department_and_duty(text: str, side: tuple[str, str]) -> None:
    (row,) = boundaries(HEAD, ["1", "殡葬管理", Spot(text, columns=2), "《条例》"])
    assert (row.department, row.duty, row.basis) == (*side, "《条例》")


ODD: dict[str, tuple[Row, tuple[str, str]]] = {
    "group": ([Spot("一、社会事务类", columns=5)], ("group", "一、社会事务类")),
    "group without a merged cell": (["二、社会救助类（1项）", "", "", "", ""], ("group", "二、社会救助类（1项）")),
    "note": ([Spot("注：本表一式两份。", columns=5)], ("note", "注：本表一式两份。")),
    "explanation": ([Spot("填表说明：1.事项名称应当规范。", columns=5)], ("note", "填表说明：1.事项名称应当规范。")),
    "who fills in": (
        ["填表人：张某", "", "审核人：李某", "", "联系电话：555"],
        ("note", "填表人：张某 审核人：李某 联系电话：555"),
    ),
    "total": (["合计", "23项", "", "", ""], ("total", "合计 23项")),
    "total of all": ([Spot("共计：23项", columns=5)], ("total", "共计：23项")),
    "numbers": (["1", "2", "3", "4", "5"], ("column-numbers", "1 2 3 4 5")),
    "numbers in brackets": (
        ["（1）", "（2）", "（3）", "（4）", "（5）"],
        ("column-numbers", "（1） （2） （3） （4） （5）"),
    ),
    "letters": (["A", "B", "C", "D", "E"], ("column-numbers", "A B C D E")),
    "stems and numbers": (["甲", "乙", "1", "2", "3"], ("column-numbers", "甲 乙 1 2 3")),
    "nothing": (["2", "无", "", "", ""], ("nothing", "2 无")),
}


@pytest.mark.parametrize("name", ODD)
def test_rows_that_say_nothing(name: str) -> None:
    row, reason = ODD[name]
    assert reason in reasons(HEAD, row, FIRST)
    assert said(boundaries(HEAD, FIRST, row, FIRST), "matter") == [("殡葬管理",)] * 2


def test_the_header_once_more_with_both_levels() -> None:
    head: list[Row] = [
        [Spot("序号", 2), Spot("事项", 2), Spot("部门及分工", columns=2)],
        ["相关部门", "职责分工"],
    ]
    body: list[Row] = [["1", "殡葬管理", "县民政局", "审批设施"]]
    (one,) = lists(
        "望溪县民政局责任清单",
        "二、职责边界",
        table(*head, *body),
        table(*head, ["2", "养老", "县民政局", "登记"], part="表2"),
    )
    assert said(one.boundaries, "seq", "matter") == [("1", "殡葬管理"), ("2", "养老")]
    inside = boundaries(*head, *body, *head, ["2", "养老", "县民政局", "登记"])
    assert said(inside, "seq", "matter") == [("1", "殡葬管理"), ("2", "养老")]


def test_groups_of_duties_are_main_duties_where_the_table_has_none() -> None:
    (one,) = lists(
        "望溪县民政局责任清单",
        "一、部门职责",
        table(
            ["序号", "具体工作事项"],
            [Spot("一、社会救助", columns=2)],
            ["1", "审核低保"],
            [Spot("二、殡葬", columns=2)],
            ["2", "编制规划"],
        ),
    )
    assert [(row.seq, row.main_duty, row.item) for row in one.duties] == [
        ("1", "一、社会救助", "审核低保"),
        ("2", "二、殡葬", "编制规划"),
    ]
    assert not one.skipped


def test_a_group_above_main_duties_is_left_out() -> None:
    (one,) = lists(
        "望溪县民政局责任清单",
        "一、部门职责",
        table(["序号", "主要职责", "具体工作事项"], [Spot("一、社会救助类", columns=3)], ["1", "负责救助", "审核低保"]),
    )
    assert [row.main_duty for row in one.duties] == ["负责救助"]
    assert [piece.reason for piece in one.skipped] == ["group"]


def test_offices_beside_one_merged_item_are_the_items() -> None:
    (one,) = lists(
        "望溪县民政局责任清单",
        "一、部门职责",
        table(
            ["序号", "主要职责", "具体工作事项", "责任科室"],
            [Spot("1", 2), Spot("负责救助", 2), Spot("审核低保", 2), "救助股"],
            ["核对中心"],
        ),
    )
    assert [(row.item, row.office) for row in one.duties] == [("审核低保", "救助股\n核对中心")]


_NAMES = ("县民政局", "县公安局", "县教育局", "县财政局", "县林业局")
_TEXTS = ("负责审批", "依法查处", "组织宣传", "落实资金", "编制规划")
parties = st.lists(st.tuples(st.sampled_from(_NAMES), st.sampled_from(_TEXTS)), min_size=1, max_size=4)


@given(st.lists(parties, min_size=1, max_size=4), st.booleans(), st.booleans())
def test_rows_drawn_with_merged_cells_read_back(found: list[list[tuple[str, str]]], numbered: bool, two: bool) -> None:
    """Number, matter and basis merged over the rows of a matter; equal duties that follow each other merged too."""
    head: list[Row] = (
        [[Spot("序号", 2), Spot("管理事项", 2), Spot("部门分工", columns=2), Spot("依据", 2)], ["责任部门", "职责分工"]]
        if two
        else [HEAD]
    )
    rows: list[Row] = []
    wanted = []
    for number, sides in enumerate(found, 1):
        high = len(sides)
        for index, (name, text) in enumerate(sides):
            run = 0 if index and sides[index - 1][1] == text else _run(text, sides[index:])
            duty = [Spot(text, run)] if run else []
            before = [Spot(str(number), high), Spot(f"事项{number}", high)] if not index else []
            rows.append([*before, name, *duty, *([Spot("《条例》", high)] if not index else [])])
            wanted.append((str(number), f"事项{number}", name, text, "" if index else "《条例》"))
    got = said(boundaries(*[row if numbered else _without_numbers(row, n) for n, row in enumerate((*head, *rows))]),
               "seq", "matter", "department", "duty", "basis")  # fmt: skip
    assert got == [(seq if numbered else None, *rest) for seq, *rest in wanted]


def _run(text: str, sides: list[tuple[str, str]]) -> int:
    return next((n for n, side in enumerate(sides) if side[1] != text), len(sides))


def _without_numbers(row: Row, _: int) -> Row:
    first = row[0]
    text = first.text if isinstance(first, Spot) else first
    return row[1:] if text == "序号" or text.isdigit() else row


def test_confidence_goes_to_the_columns_of_recognised_cells() -> None:
    clear, doubtful = boundaries(
        HEAD,
        ["1", "殡葬管理", Spot("县民政局", confidence=0.984), Spot("审批设施", confidence=0.9), ""],
        ["2", "养老服务", "县民政局", Spot("登记机构", confidence=0.613), ""],
    )
    assert (clear.confidence, clear.flags) == ((("department", 0.98), ("duty", 0.9)), ())
    assert (doubtful.confidence, doubtful.flags) == ((("duty", 0.61),), ("ocr-doubtful",))
