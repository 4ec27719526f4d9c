"""Flattened rows damaged as such files are in life: glued, shifted, cut, and cells with lines of their own."""

from __future__ import annotations

import pytest
from duty_documents import BOUNDARY, DUTY, Grid, document, read, tabbed

from data.rows import Assignment

HEAD = "青岗县民政局责任清单\n\n二、与相关部门的职责边界\n\n"
OWN = "青岗县民政局责任清单\n\n一、部门职责\n\n"


def cells(*texts: str) -> str:
    return "".join(f"\t{text}\n" for text in texts)


HEADER = cells(*BOUNDARY) + "\n"
FIRST = cells("1", "殡葬管理", "县民政局", "牵头殡葬管理", "《条例》", "某案") + "\n"
SECOND = cells("", "", "县林业局", "查处毁林造坟", "", "") + "\n"
GLUED = " \t社会救助\n" + cells("县民政局", "统筹救助", "《办法》", "某户") + "\n"
SHIFTED = cells("", "县交通局", "负责超限治理", "《办法》", "某站", "") + "\n"


def rows(body: str, header: str = HEADER) -> list[Assignment]:
    (one,) = read(HEAD + header + body)
    return list(one.boundaries)


def told(found: list[Assignment]) -> list[tuple[str | None, str, str, str]]:
    return [(row.seq, row.matter, row.department, row.duty) for row in found]


def test_a_row_glued_to_the_header_is_the_first_row() -> None:
    found = rows(GLUED + SECOND, HEADER.rstrip("\n") + "\n")
    assert told(found) == [
        (None, "社会救助", "县民政局", "统筹救助"),
        (None, "社会救助", "县林业局", "查处毁林造坟"),
    ]
    assert "glued" in found[0].flags


def test_a_glued_row_may_be_the_last() -> None:
    found = rows(FIRST + cells("", "", "县林业局", "查处") + GLUED.rstrip("\n"))
    assert told(found)[1:] == [("1", "殡葬管理", "县林业局", "查处"), (None, "社会救助", "县民政局", "统筹救助")]
    assert (found[-1].basis, found[-1].case) == ("《办法》", "某户")


def test_two_glued_rows_after_each_other() -> None:
    cut = " \t养老服务\n" + cells("县民政局", "统筹养老")
    found = rows(FIRST + cells("", "", "县林业局", "查处") + cut + GLUED + SECOND)
    assert told(found)[2:] == [
        (None, "养老服务", "县民政局", "统筹养老"),
        (None, "社会救助", "县民政局", "统筹救助"),
        (None, "社会救助", "县林业局", "查处毁林造坟"),
    ]
    assert [row.flags for row in found[2:4]] == [("glued", "number-lost")] * 2


@pytest.mark.parametrize("glue", [" \t", "　\t", "  \t", "\u00a0\t"])
def test_the_glue_may_be_any_space(glue: str) -> None:
    found = rows(FIRST + cells("", "", "县林业局", "查处") + glue + GLUED[2:])
    assert told(found)[-1] == (None, "社会救助", "县民政局", "统筹救助")


def test_shifted_rows_at_the_start_of_a_table_have_no_matter() -> None:
    found = rows(SHIFTED + SHIFTED.replace("交通局", "公安局") + FIRST)
    assert told(found) == [
        (None, "", "县交通局", "负责超限治理"),
        (None, "", "县公安局", "负责超限治理"),
        ("1", "殡葬管理", "县民政局", "牵头殡葬管理"),
    ]
    assert all({"shifted", "matter-lost"} <= set(row.flags) for row in found[:2])


def test_rows_shifted_by_both_merged_cells_have_a_matter_only_below_one() -> None:
    both = cells("县交通局", "负责超限治理", "《办法》", "某站", "", "") + "\n"
    first, _, second = rows(both + FIRST + both)
    assert (first.matter, second.matter) == ("", "殡葬管理")
    assert "matter-lost" in first.flags
    assert "matter-lost" not in second.flags


def test_a_shifted_row_with_a_number_keeps_it_and_gets_no_neighbours_name() -> None:
    found = rows(FIRST + cells("2", "县交通局", "负责超限治理", "《办法》", "某站", "") + "\n")
    assert told(found)[1] == ("2", "", "县交通局", "负责超限治理")
    assert "matter-lost" in found[1].flags


@pytest.mark.parametrize(("last", "kept"), [(("", "", "县林业局", "查处"), "查处"), (("2", "养老", "县民政局"), "")])
def test_a_last_row_cut_off_by_the_end_of_the_file_is_kept_and_flagged(last: tuple[str, ...], kept: str) -> None:
    found = rows(FIRST + cells(*last))
    assert (found[-1].duty, found[-1].flags) == (kept, ("cut",))


def test_cells_of_a_space_are_blank_and_wholly_blank_rows_are_none() -> None:
    (one,) = read(HEAD + HEADER + FIRST + cells(*[""] * 6) + "\n" + cells(" ", "　", "县林业局", "查处", " ", " "))
    assert told(list(one.boundaries))[1] == ("1", "殡葬管理", "县林业局", "查处")
    assert [(piece.reason, piece.matter) for piece in one.skipped] == [("empty-row", "殡葬管理")]


def test_a_tab_inside_a_text_is_text() -> None:
    assert rows(FIRST.replace("牵头殡葬", "牵头\t殡葬"))[0].duty == "牵头\t殡葬管理"


def test_a_paragraph_that_begins_with_a_tab_belongs_to_the_cell_above_it() -> None:
    row = rows(FIRST.replace("牵头殡葬管理", "1、牵头殡葬管理；\n\t2、审批殡葬设施"))[0]
    assert row.duty == "1、牵头殡葬管理；\n2、审批殡葬设施"
    assert (row.basis, row.case, row.flags) == ("《条例》", "某案", ("shifted",))


def test_a_tab_inside_a_tabbed_row_is_text_of_its_longest_cell() -> None:
    grid = Grid(BOUNDARY, [["1", "殡葬管理", "县民政局", "牵头殡葬\t管理", "《条例》", "某案"]])
    (one,) = read(HEAD + tabbed(grid))
    assert (one.boundaries[0].duty, one.boundaries[0].basis) == ("牵头殡葬\n管理", "《条例》")


@pytest.mark.parametrize("blank", ["\n\n", "\n\n\n", "\n\n\n\n"])
def test_headers_and_cells_may_hold_blank_paragraphs(blank: str) -> None:
    header = HEADER.replace("管理事项", f"管理{blank}事项").replace("案例", f"案{blank}例")
    found = rows(FIRST.replace("殡葬管理\n", f"殡葬{blank}管理\n", 1) + "\n\n" + SECOND, header)
    assert [row.matter for row in found] == ["殡葬\n管理"] * 2
    assert found[0].case == "某案"


def test_a_cell_may_be_very_long() -> None:
    duty = "依法负责殡葬设施的审批和监督检查。" * 4000
    assert rows(FIRST.replace("牵头殡葬管理", duty))[0].duty == duty


@pytest.mark.parametrize(
    "numbers",
    [
        ("（一）", "（二）"),
        ("1.", "2."),
        ("01", "02"),
        ("1.1", "1.2"),
        ("一", "二"),
        ("①", "②"),
        ("第一项", "第二项"),
        ("A1", "A2"),
    ],
)
@pytest.mark.parametrize("shape", ["flattened", "tabbed"])
def test_numbers_may_be_written_in_any_way(shape: str, numbers: tuple[str, str]) -> None:
    one, two = numbers
    grid = Grid(DUTY, [[one, "负责救助", "受理", ""], ["", "", "审核", ""], [two, "负责养老", "规划", ""]])
    (found,) = read(document(shape, "青岗县民政局责任清单", "一、部门职责", grid))
    assert [(row.seq, row.main_duty, row.item, row.flags) for row in found.duties] == [
        (one, "负责救助", "受理", ()),
        (one, "负责救助", "审核", ()),
        (two, "负责养老", "规划", ()),
    ]


@pytest.mark.parametrize("shape", ["flattened", "tabbed"])
def test_numbers_may_count_rows(shape: str) -> None:
    grid = Grid(BOUNDARY, [["1", "殡葬", "县民政局", "牵头", "", ""], ["2", "", "县林业局", "查处", "", ""]])
    (one,) = read(document(shape, "青岗县民政局责任清单", "二、职责边界", grid))
    assert told(list(one.boundaries)) == [("1", "殡葬", "县民政局", "牵头"), ("2", "殡葬", "县林业局", "查处")]


@pytest.mark.parametrize("shape", ["flattened", "tabbed"])
def test_there_may_be_no_column_of_numbers(shape: str) -> None:
    grid = Grid(BOUNDARY[1:], [["殡葬", "县民政局", "牵头", "《条例》", ""], ["", "县林业局", "查处", "", ""]])
    (one,) = read(document(shape, "青岗县民政局责任清单", "二、职责边界", grid))
    assert told(list(one.boundaries)) == [(None, "殡葬", "县民政局", "牵头"), (None, "殡葬", "县林业局", "查处")]
    assert [row.flags for row in one.boundaries] == [(), ()]


def test_items_alone_in_their_row_belong_to_the_duty_above() -> None:
    header = "序号\t主要职责\t具体工作事项\t责任股室\t备注\n"
    body = "1\t负责救助\t受理申请\t救助股\t\n发放救助金\t\t\t\t\n公示名单\t办公室\t\t\t\n"
    (one,) = read(OWN + header + body)
    assert [(row.main_duty, row.item, row.office) for row in one.duties] == [
        ("负责救助", "受理申请", "救助股"),
        ("负责救助", "发放救助金", ""),
        ("负责救助", "公示名单", "办公室"),
    ]


def test_an_office_merged_over_items_is_no_sign_of_a_torn_row() -> None:
    header = "序号\t主要职责\t具体工作事项\t责任股室\t备注\n"
    body = "1\t负责救助\t受理申请\t救助股\t\n\t\t审核申请\t\t\n\n\t\t发放救助金\t\t\n"
    (one,) = read(OWN + header + body)
    assert [row.item for row in one.duties] == ["受理申请", "审核申请", "发放救助金"]


def test_what_a_duty_is_answered_for_is_one_text_wherever_its_lines_stand() -> None:
    header = "序号\t主要职责\t具体工作事项\t追责依据及追责情形\n"
    body = "1\t负责救助\t受理\t<p>1、《甲法》第三条。</p>\n\t\t审核\t2、《乙条例》，不履行职责\n\n" + header
    (one,) = read(OWN + header + body + "\t\t发放\t的。 3、其他情形。\n2\t负责养老\t规划\t1、《丙法》。\n")
    assert [row.accountability for row in one.duties] == [
        "1、《甲法》第三条。2、《乙条例》，不履行职责的。 3、其他情形。", "", "", "1、《丙法》。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("<p>编制规划</p> <p>组织实施</p>", ["编制规划", "组织实施"]),
        ("<p>编制规划。</p> <hr/> <p>组织实施。</p>", ["编制规划。", "组织实施。"]),
        ("<p>编制规划；</p> <p>组织实施。</p>", ["编制规划；\n组织实施。"]),
        ("<p>1、编制规划</p> <p>2、组织实施</p>", ["1、编制规划\n2、组织实施"]),
        ("<p>负责下列工作：</p> <p>组织实施</p>", ["负责下列工作：\n组织实施"]),
    ],
)
def test_paragraphs_of_html_are_items_only_where_they_are_no_sentences_of_one(cell: str, items: list[str]) -> None:
    (one,) = read(OWN + f"序号\t主要职责\t具体工作事项\n1\t负责养老\t{cell}\n")
    assert [row.item for row in one.duties] == items
