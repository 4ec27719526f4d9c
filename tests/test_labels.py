"""Names of sheets and running headers tell whose list it is, and titles inside tables are titles."""

from __future__ import annotations

from duty_documents import check_conserved

from data.document import Block, Cell, Document, Label, Paragraph, Source, Table, units_of
from data.rows import DutyList
from loaders.lists.parted import parted
from loaders.lists.read import read_lists

DUTIES = ["序号", "主要职责", "具体工作事项", "责任股室"]
BOUNDARIES = ["序号", "管理事项", "相关部门", "职责分工"]


def table(part: str, *rows: list[str], first: int = 1) -> Table:
    cells: list[Cell] = []
    width = max(map(len, rows))
    for row, texts in enumerate(rows):
        place = Source("a.xlsx", part, "row", first + row, first + row)
        span = width if len(texts) == 1 else 1
        cells += [Cell(text, row, column, place, column_span=span) for column, text in enumerate(texts)]
    return Table(tuple(cells), width)


def label(text: str) -> Label:
    return Label(text, Source("a.xlsx", text, "row", 1, 1))


def line(text: str, number: int) -> Paragraph:
    return Paragraph(text, Source("a.xlsx", "", "paragraph", number, number))


def lists(*blocks: Block) -> tuple[DutyList, ...]:
    document = Document("a.xlsx", "xlsx", blocks, units_of(blocks))
    found, outside = read_lists(document)
    check_conserved(document, found, outside)
    return found


def test_a_sheet_a_department() -> None:
    found = lists(
        label("封面"),
        label("县民政局"),
        table("sheet 县民政局", DUTIES, ["1", "负责救助", "受理申请", "救助股"]),
        label("卫健局"),
        table("sheet 卫健局", DUTIES, ["1", "负责控烟", "开展监督检查", ""]),
    )
    assert [(one.owner_text, [row.item for row in one.duties]) for one in found] == [
        ("县民政局", ["受理申请"]), ("卫健局", ["开展监督检查"])
    ]  # fmt: skip


def test_a_title_in_the_sheet_goes_before_the_name_of_the_sheet() -> None:
    title = ["望溪县卫生健康局责任清单"]
    (found,) = lists(label("卫健局"), table("sheet 卫健局", title, DUTIES, ["1", "负责控烟", "开展监督检查", ""]))
    assert (found.owner, found.owner_text) == ("望溪县卫生健康局", "望溪县卫生健康局责任清单")
    assert [place.first for place in found.title_source] == [1]


def test_sheets_named_after_the_parts_of_one_list() -> None:
    (found,) = lists(
        label("民政局职责"),
        table("sheet 1", DUTIES, ["1", "负责救助", "受理申请", ""]),
        label("民政局-边界"),
        table("sheet 2", BOUNDARIES, ["1", "救助", "县民政局", "牵头"]),
        label("公共服务"),
        table("sheet 3", ["序号", "事项", "内容"], ["1", "低保申请", "受理"]),
    )
    assert (found.owner_text, len(found.duties), len(found.boundaries), len(found.services)) == ("民政局", 1, 1, 1)


def test_a_sheet_a_county() -> None:
    duty = ["1", "负责救助", "受理申请", ""]
    title = ["民政局责任清单"]
    found = lists(
        label("蒸湘区"), table("sheet 1", title, DUTIES, duty), label("石鼓区"), table("sheet 2", title, DUTIES, duty)
    )
    assert [one.jurisdiction for one in found] == ["衡阳市蒸湘区", "衡阳市石鼓区"]


def test_the_running_header_alone_names_the_department() -> None:
    (found,) = lists(
        label("望溪县民政局权责清单"), line("一、部门职责", 1), table("表1", DUTIES, ["1", "负责救助", "受理申请", ""])
    )
    assert found.owner == "望溪县民政局"


def test_headings_that_name_the_department_where_no_title_does() -> None:
    heading = ["岚川市望溪县民政局与相关部门职责边界一览表"]
    (found,) = lists(table("表1", heading, BOUNDARIES, ["1", "救助", "县民政局", "牵头"]))
    assert (found.jurisdiction, found.owner) == ("岚川市望溪县", "岚川市望溪县民政局")
    duty = ["1", "负责救助", "受理申请", ""]
    found = lists(
        line("县民政局主要职责", 1),
        table("表1", DUTIES, duty),
        line("县民政局职责边界", 2),
        table("表2", BOUNDARIES, ["1", "救助", "县民政局", "牵头"]),
        line("县教育局主要职责", 3),
        table("表3", DUTIES, duty),
    )
    assert [(one.owner_text, len(one.duties), len(one.boundaries)) for one in found] == [
        ("县民政局", 1, 1), ("县教育局", 1, 0)
    ]  # fmt: skip


def test_headings_and_headers_inside_one_table_part_it() -> None:
    (found,) = lists(
        table(
            "表1",
            ["望溪县民政局责任清单"],
            ["一、部门职责"],
            DUTIES,
            ["1", "负责救助", "受理申请", ""],
            ["二、与相关部门的职责边界"],
            BOUNDARIES,
            ["1", "救助", "县民政局", "牵头"],
        )
    )
    assert (found.owner, len(found.duties), len(found.boundaries)) == ("望溪县民政局", 1, 1)
    assert [part.title for part in found.sections if part.title] == ["一、部门职责", "二、与相关部门的职责边界"]


def test_one_table_of_many_lists() -> None:
    header = ["县区", "部门", "序号", "主要职责", "具体工作事项", "责任股室"]
    found = lists(
        table(
            "sheet 汇总",
            header,
            ["望溪县", "县民政局", "1", "负责救助", "受理申请", "救助股"],
            ["", "", "", "", "发放救助金", ""],
            ["", "教育局", "1", "负责校车", "审查许可", ""],
            ["柳塘县", "县民政局", "1", "负责救助", "受理申请", "救助股"],
            ["望溪县", "教育局", "2", "负责招生", "划定学区", ""],
        )
    )
    assert [(one.owner, [row.item for row in one.duties]) for one in found] == [
        ("望溪县民政局", ["受理申请", "发放救助金"]),
        ("望溪县教育局", ["审查许可", "划定学区"]),
        ("柳塘县民政局", ["受理申请"]),
    ]


def test_a_column_of_the_departments_in_a_matter_or_of_offices_is_no_column_of_lists() -> None:
    title = ["望溪县民政局责任清单"]
    shared = table(
        "表1",
        title,
        ["序号", "管理事项", "部门", "职责分工"],
        ["1", "救助", "县民政局", "牵头"],
        ["", "", "县财政局", "保障经费"],
    )
    (found,) = lists(shared)
    assert [row.department for row in found.boundaries] == ["县民政局", "县财政局"]
    (found,) = lists(table("表1", title, ["部门", "主要职责", "具体工作事项"], ["救助股", "负责救助", "受理申请"]))
    assert [row.office for row in found.duties] == ["救助股"]


def test_a_flat_table_of_boundaries() -> None:
    (one, other) = lists(
        table(
            "sheet 1",
            ["填报部门", "管理事项", "相关部门", "职责分工"],
            ["县民政局", "救助", "县民政局", "牵头"],
            ["", "", "县财政局", "保障经费"],
            ["县教育局", "校车", "县公安局", "查处违法"],
        )
    )
    assert [row.department for row in (*one.boundaries, *other.boundaries)] == ["县民政局", "县财政局", "县公安局"]


def test_a_frame_of_one_column_is_running_text() -> None:
    blocks = parted([table("表1", ["一、部门职责\n负责救助。"])])
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["一、部门职责", "负责救助。"]
