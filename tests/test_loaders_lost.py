"""Documents that have lost a header, a heading, a blank line; text indented by tabs; tables of no known kind."""

from __future__ import annotations

import pytest
from duty_documents import BOUNDARY, DUTY, SHAPES, Grid, document, flattened, read
from test_loaders_variants import BOUNDARIES, DUTIES, SERVICES, TITLE, printed, said

PLAIN_SHAPES = ["flattened", "tabbed"]


def same(text: str, shape: str) -> None:
    (one,), (plain,) = read(text), read(printed(shape))
    assert said(one) == said(plain)


def headless(grid: Grid) -> Grid:
    """Return the table without its header: the first row stands where it stood."""
    return Grid(grid.rows[0], grid.rows[1:])


@pytest.mark.parametrize("shape", PLAIN_SHAPES)
def test_a_table_without_a_header_has_the_usual_columns_of_its_part(shape: str) -> None:
    tables = {"own": headless(DUTIES), "shared": headless(BOUNDARIES), "offered": headless(SERVICES)}
    same(printed(shape, **tables), shape)


@pytest.mark.parametrize("shape", PLAIN_SHAPES)
def test_a_table_without_a_header_goes_on_with_the_one_before(shape: str) -> None:
    rest = SHAPES[shape](headless(Grid(DUTY, [["", "", "审核救助对象", ""], *DUTIES.rows[2:]])))
    own = SHAPES[shape](Grid(DUTY, DUTIES.rows[:1]))
    same(printed(shape, own=f"{own}\n\n（续表）\n\n{rest}"), shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_head_of_the_numbers_may_be_blank(shape: str) -> None:
    blank = {"own": DUTIES._replace(header=["", *DUTY[1:]]), "shared": BOUNDARIES._replace(header=["", *BOUNDARY[1:]])}
    same(printed(shape, **blank), shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_tab_may_stand_behind_the_number_of_a_heading(shape: str) -> None:
    same(printed(shape, duties="一、\t部门职责", boundaries="二、\t职责边界\t", services="三、\t公共服务事项"), shape)


@pytest.mark.parametrize("blank", ["\n", "\n\n", "\n\n\n"])
def test_a_next_list_may_begin_right_below_a_table(blank: str) -> None:
    text = document("flattened", "青岗县民政局", "一、部门职责", DUTIES).rstrip("\n")
    assert text.endswith("\n\t")
    (first, second) = read(f"{text}\n{blank}青岗县林业局\n\n{document('flattened', '一、部门职责', DUTIES)}")
    assert (first.owner, second.owner) == ("青岗县民政局", "青岗县林业局")
    assert len(first.duties) == len(second.duties) == len(DUTIES.rows)


def test_a_heading_without_a_number_may_stand_right_below_a_table() -> None:
    text = f"{TITLE}\n\n{flattened(DUTIES).rstrip()}\n\t\n公共服务事项\n\n{flattened(SERVICES)}"
    (one,) = read(text)
    assert (len(one.duties), len(one.services)) == (len(DUTIES.rows), len(SERVICES.rows))


def test_text_indented_by_tabs_is_no_table() -> None:
    text = document(
        "flattened", TITLE, "一、部门职责", DUTIES, "\t二、与相关部门的职责边界", BOUNDARIES, "三、事中事后监管制度",
        "（一）殡葬监管", "\t为加强监管，制定本制度。", "\t一、监督检查对象", "\t殡葬服务单位。",
        "\t二、监督检查内容", "\t（一）收费情况；\n\t（二）安全情况。", "四、公共服务事项", SERVICES,
    )  # fmt: skip
    same(text, "flattened")
    (one,) = read(text)
    assert [(passage.heading, passage.text) for passage in one.regimes[0].sections] == [
        ("", "为加强监管，制定本制度。"),
        ("一、监督检查对象", "殡葬服务单位。"),
        ("二、监督检查内容", "（一）收费情况；\n（二）安全情况。"),
    ]


@pytest.mark.parametrize("shape", PLAIN_SHAPES)
def test_a_part_that_holds_only_a_table_of_another_kind_is_not_empty(shape: str) -> None:
    table = Grid(["序号", "监管环节", "监管措施"], [["1", "殡葬", "检查"]])
    (one,) = read(document(shape, TITLE, "一、部门职责", DUTIES, "三、事中事后监管制度", table))
    assert {part.kind: part.state for part in one.sections}["regimes"] == "text"
    assert [(piece.reason, piece.section) for piece in one.skipped] == [("foreign-table", "regimes")]


def test_a_small_table_of_rows_that_begin_with_blank_cells_is_not_flattened() -> None:
    (one,) = read("一、部门职责\n序号\t主要职责\t具体工作事项\t备注\n1\t负责救助\t受理\t\n\t\t审核\t\n\t\t公示\t\n")
    assert [row.item for row in one.duties] == ["受理", "审核", "公示"]


def test_what_a_service_says_in_other_columns_is_kept() -> None:
    (one,) = read(
        "四、公共服务事项\n序号\t服务事项\t主要内容\t承办机构\t联系电话\t备注\n1\t登记\t办理\t登记处\t555\t需预约\n"
    )
    assert (one.services[0].phone, one.services[0].remark) == ("555", "需预约")


def test_a_remark_does_not_stand_for_a_missing_phone() -> None:
    (one,) = read("四、公共服务事项\n序号\t服务事项\t主要内容\t联系电话\t备注\n1\t登记\t办理\t\t需预约\n")
    assert (one.services[0].phone, one.services[0].remark) == ("", "需预约")
