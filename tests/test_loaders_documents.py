"""Small documents in the three flattened shapes, damaged as such files are in life, against the rows they hold."""

from __future__ import annotations

from data.rows import DutyList
from loaders.lists.read import read_lists
from loaders.readers.text.textfile import read

HEADER = "\t序号\n\t管理\n\n事项\n\t相关部门\n\t职责分工\n\t相关依据\n\t案例\n\n"
DUTIES = "青岗县民政局责任清单\n\n1、 部门职责\n\n\t序号\n\t主要职责\n\t具体工作事项\n\t备注\n\n"


def lists(text: str, folder: str = "") -> tuple[DutyList, ...]:
    found, _ = read_lists(read(text.encode(), "清单.txt"), folder)
    return found


def rows(one: DutyList) -> list[tuple[str | None, str, str, str]]:
    return [(row.seq, row.matter, row.department, row.duty) for row in one.boundaries]


def test_merged_cells_are_carried_down_and_paragraphs_joined() -> None:
    text = DUTIES + "\t1\n\t负责救助\n\t受理申请，\n核对家庭状况\n\t\n\n\t\n\t\n\t发放救助金\n\t\n\n\n"
    (one,) = lists(text)
    assert [(duty.seq, duty.main_duty, duty.item) for duty in one.duties] == [
        ("1", "负责救助", "受理申请，\n核对家庭状况"),
        ("1", "负责救助", "发放救助金"),
    ]


def test_a_row_glued_to_the_cell_before_it_is_its_own_row() -> None:
    text = (
        "二、与相关部门的职责边界\n\n"
        + HEADER
        + "\t1\n\t殡葬管理\n\t县民政局\n\t负责殡葬管理\n\t《殡葬管理条例》\n\t某村案\n\n"
        + "\t\n\t\n\t县林业局\n\t治理乱埋乱葬\n"
        + " \t社会救助\n\t县民政局\n\t统筹救助\n\t办法\n\t某户案\n\n"
        + "\t\n\t\n\t县教育局\n\t负责教育救助\n\t\n\t\n\n"
    )
    (one,) = lists(text)
    assert rows(one) == [
        ("1", "殡葬管理", "县民政局", "负责殡葬管理"),
        ("1", "殡葬管理", "县林业局", "治理乱埋乱葬"),
        (None, "社会救助", "县民政局", "统筹救助"),
        (None, "社会救助", "县教育局", "负责教育救助"),
    ]
    assert one.boundaries[2].flags == ("glued", "number-lost")
    assert (one.boundaries[2].basis, one.boundaries[2].case) == ("办法", "某户案")


def test_rows_that_slid_left_keep_their_cells_and_lose_no_name_to_their_neighbour() -> None:
    text = (
        "二、与相关部门的职责边界\n\n"
        + HEADER
        + "\t1\n\t校车管理\n\t县教育局\n\t牵头校车管理\n\t条例\n\t某校案\n\n"
        + "\t\n\t县交通运输局\n\t负责超限治理\n\t办法\n\t某站案\n\t\n\n"
    )
    (one,) = lists(text)
    lost = one.boundaries[1]
    assert (lost.matter, lost.department, lost.duty, lost.basis) == ("", "县交通运输局", "负责超限治理", "办法")
    assert {"shifted", "matter-lost"} <= set(lost.flags)


def test_a_row_that_slid_left_belongs_to_the_matter_whose_case_it_repeats() -> None:
    text = (
        "二、与相关部门的职责边界\n\n"
        + HEADER
        + "\t1\n\t校车管理\n\t县教育局\n\t牵头校车管理\n\t条例\n\t某校案\n\n"
        + "\t\n\t县公安局\n\t查处超员\n\t条例\n\t某校案\n\t\n\n"
    )
    (one,) = lists(text)
    assert one.boundaries[1].matter == "校车管理"


def test_empty_rows_are_skipped_with_their_matter() -> None:
    text = (
        "二、与相关部门的职责边界\n\n"
        + HEADER
        + "\t1\n\t校车管理\n\t县教育局\n\t牵头\n\t条例\n\t某案\n\n\t\n\t\n\t\n\t\n\t\n\t\n\n"
    )
    (one,) = lists(text)
    assert [(piece.reason, piece.matter, piece.section) for piece in one.skipped] == [
        ("empty-row", "校车管理", "boundaries")
    ]


def test_rows_cut_by_a_page_are_joined_and_complete_rows_are_not() -> None:
    head = "县民政局责任清单\n\n一、部门职责\n\n序号\t主要职责\t具体工作事项\t责任股室\t备注\n"
    text = (
        head + "1\t负责救助\t拟定救助规范，并监督\t救助股（信访\t\n\n\t\t实施。\t室）\t\n\t\t编制计划\t办公室\t\n"
        "\n\t\t发放救助金\t救助股\t\n"
    )
    (one,) = lists(text)
    assert [(duty.item, duty.office) for duty in one.duties] == [
        ("拟定救助规范，并监督实施。", "救助股（信访室）"),
        ("编制计划", "办公室"),
        ("发放救助金", "救助股"),
    ]
    assert [place.first for place in one.duties[0].source] == [6, 8]


def test_a_row_cut_at_a_repeated_header_is_joined() -> None:
    header = "序号\t管理事项\t相关部门\t职责分工\t相关依据\t案例\n"
    text = (
        "县民政局责任清单\n二、与相关部门的职责边界\n" + header
        + "1\t殡葬管理\t民政局\t牵头殡葬管理，负责殡葬设施的审\t《殡葬管理条例》\t\n"
        + header + "\t\t\t批和监督检查\t\t\n\t\t公安局\t查处违法行为\t\t\n"
    )  # fmt: skip
    (one,) = lists(text)
    assert rows(one) == [
        ("1", "殡葬管理", "民政局", "牵头殡葬管理，负责殡葬设施的审批和监督检查"),
        ("1", "殡葬管理", "公安局", "查处违法行为"),
    ]


def test_a_merged_basis_that_floats_over_a_page_break_returns_to_its_matter() -> None:
    text = (
        "县民政局责任清单\n二、与相关部门的职责边界\n序号\t管理事项\t相关部门\t职责分工\t相关依据\t案例\n"
        "1\t殡葬管理\t民政局\t牵头殡葬管理\t1.《殡葬管理条例》；2.《关于印发<整治方案>的\t\n"
        "\t\t公安局\t查处违法行为\t\t\n\n\t\t\t\t通知》（民发〔2010〕1号）\t\n"
    )
    (one,) = lists(text)
    assert [row.department for row in one.boundaries] == ["民政局", "公安局"]
    assert one.boundaries[0].basis == "1.《殡葬管理条例》；2.《关于印发<整治方案>的通知》（民发〔2010〕1号）"


def test_html_cells_are_cleaned_and_ruled_items_parted() -> None:
    text = (
        "# 一、部门主要职责\n\n序号\t主要职责\t具体责任事项\t追责依据及追责情形\n"
        "1\t负责养老\t<p>编制规划</p> <hr/> <p>组织实施</p>\t<p>1、甲法</p> <p>2、乙法</p>\n\n"
        "序号\t主要职责\t具体责任事项\t追责依据及追责情形\n指导基层\t\t\t\n"
    )
    (one,) = lists(text)
    assert [duty.item for duty in one.duties] == ["编制规划", "组织实施", "指导基层"]
    assert one.duties[0].accountability == "1、甲法\n2、乙法"
    assert {duty.main_duty for duty in one.duties} == {"负责养老"}


def test_several_lists_in_one_file_with_titles_over_lines_and_second_names() -> None:
    part = "\n1、 部门职责\n\n\t序号\n\t主要职责\n\t具体工作事项\n\t备注\n\n\t1\n\t负责一\n\t做一\n\t\n\n\n"
    text = "青岗县农业农村局\n（青岗县林业局、青岗县扶贫办）责任清单\n" + part + "青岗县司法局\n" + part
    first, second = lists(text)
    assert (first.owner, first.aliases) == ("青岗县农业农村局", ("青岗县林业局", "青岗县扶贫办"))
    assert second.owner == "青岗县司法局"
    assert len(first.duties) == len(second.duties) == 1


def test_sections_say_what_state_they_are_in() -> None:
    text = (
        DUTIES + "\t1\n\t负责救助\n\t受理\n\t\n\n\n二、与相关部门的职责边界\n\n......\n\n"
        "2、 与相关部门的职责边界\n\n无\n\n三、事中事后监管制度\n\n（一）救助监管\n\n一、监督检查对象\n\n救助对象。\n"
    )
    (one,) = lists(text)
    states = [(part.kind, part.state) for part in one.sections]
    assert states == [
        ("duties", "rows"),
        ("boundaries", "dots"),
        ("boundaries", "none"),
        ("regimes", "text"),
        ("services", "missing"),
    ]
    assert [(regime.number, regime.title) for regime in one.regimes] == [("（一）", "救助监管")]
    assert [passage.heading for passage in one.regimes[0].sections] == ["一、监督检查对象"]


def test_a_table_of_contents_makes_no_parts() -> None:
    text = (
        "云岭市青岗县民政局\n责\n任\n清\n单\n二〇一五年七月\n"
        "# 目 录\n一、部门主要职责.....\t(1)\n三、事中事后监管制度\t\n"
        "(一)救助监管.....\t(3)\n# 一、部门主要职责\n序号\t主要职责\t具体责任事项\n1\t负责救助\t受理\n"
    )
    (one,) = lists(text)
    assert (one.jurisdiction, one.owner, one.year) == ("云岭市青岗县", "云岭市青岗县民政局", 2015)
    assert [part.kind for part in one.sections if part.state != "missing"] == ["duties"]


def test_the_folder_tells_the_jurisdiction_where_the_document_does_not() -> None:
    text = "一、部门职责\n序号\t主要职责\t具体工作事项\n1\t负责救助\t受理\n二、与相关部门的职责边界\n"
    text += "序号\t管理事项\t相关部门\t职责分工\n1\t救助\t县民政局\t牵头救助\n"
    (one,) = lists(text, folder="青岗县")
    assert (one.jurisdiction, one.owner) == ("青岗县", "青岗县民政局")
