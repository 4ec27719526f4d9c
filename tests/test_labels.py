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


def test_a_frame_of_one_column_is_running_text() -> None:
    blocks = parted([table("表1", ["一、部门职责\n负责救助。"])])
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["一、部门职责", "负责救助。"]
