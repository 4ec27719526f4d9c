"""PDF files of many pages: tables that go on, rows that a page cuts, page numbers, headers and footers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pdf_files import HEADER, SIZE, XS, Pen, page_texts, pdf, rows_of, tables, texts

from data.document import Document, Label, Table
from loaders.lists.read import read_lists
from loaders.readers.pdf.document import read

Row = Sequence[str | None]
DUTY = "负责组织制定渡口安全管理制度，指导乡镇人民政府落实渡口安全责任，依法查处违法行为"
# As many characters as fill a line of the column of duties.
FULL = int((XS[4] - XS[3] - 10) / SIZE)


def document(*pages: Callable[[Pen], object]) -> Document:
    return read(pdf(*pages), "清单.pdf")


def page(rows: Sequence[Row], number: int = 0, header: str = "", above: str = "") -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        if header:
            pen.text(60, 40, header)
        if above:
            pen.text(60, 68, above)
        pen.table(75, rows)
        if number:
            pen.centred(297, 815, f"— {number} —")

    return draw


def test_a_table_over_pages_is_one_with_gaps_at_the_pages() -> None:
    first = [HEADER, ("1", "渡口安全", "县交通运输局", "牵头负责。")]
    second = [HEADER, ("2", "校车安全", "县教育局", "牵头负责。")]
    third = [("3", "禁渔管理", "县农业农村局", DUTY)]
    (table,) = tables(document(page(first, 1), page(second, 2), page(third, 3)))
    assert [row[0] for row in rows_of(table)] == ["序号", "1", "序号", "2", "3"]
    assert {cell.source.part for cell in table.cells} == {"page 1", "page 2", "page 3"}
    assert table.after_gap == set()


def test_a_page_inside_a_table_says_that_the_rest_of_a_row_may_follow() -> None:
    # The duty above has ended, and so has that below begun; who has it stands nowhere: only the words can tell.
    first = [HEADER, ("1", "渡口安全", "县交通运输局", "牵头负责渡口安全。")]
    (table,) = tables(document(page(first), page([("", "", "", "会同公安机关查处。")])))
    assert table.after_gap == {2}


@pytest.mark.parametrize("above", ["三、事中事后监管制度", "以下为公共服务事项清单"])
def test_a_table_below_other_text_is_another(above: str) -> None:
    first = [HEADER, ("1", "渡口安全", "县交通运输局", "牵头负责")]
    read_in = document(page(first), page(first, above=above))
    assert [isinstance(block, Table) for block in read_in.blocks] == [True, False, True]


def test_a_table_with_another_header_or_other_columns_is_another() -> None:
    rows = [HEADER, ("1", "渡口安全", "县交通运输局", "牵头负责")]
    duties = [("序号", "主要职责", "具体工作事项", "责任股室"), ("1", "负责渡口", "检查渡口", "运输股")]
    assert len(tables(document(page(rows), page(duties)))) == 2
    narrow = (60.0, 150.0, 300.0, 400.0, 535.0)
    assert len(tables(document(page(rows), lambda pen: pen.table(75, rows, narrow)))) == 2


def test_the_table_may_stand_elsewhere_on_facing_pages() -> None:
    rows = [("2", "校车安全", "县教育局", "牵头负责")]
    moved = [x + 20 for x in XS]
    (table,) = tables(document(page([HEADER]), lambda pen: pen.table(75, rows, moved)))
    assert [row[1] for row in rows_of(table)] == ["管理事项", "校车安全"]


def cut(upper: Row, lower: Row, *more: Row) -> Table:
    """Return the table of a row whose cells are cut by a page."""
    (table,) = tables(document(page([HEADER, upper]), page([lower, *more])))
    return table


def test_a_row_cut_by_a_page_is_put_back_whole_and_stands_in_two_places() -> None:
    upper, lower = DUTY[:FULL], DUTY[FULL:]
    table = cut(("1", "渡口安全", "县交通运输局", upper), ("", "", "", lower), ("2", "校车安全", "县教育局", "牵头"))
    assert rows_of(table)[1:] == [["1", "渡口安全", "县交通运输局", DUTY], ["2", "校车安全", "县教育局", "牵头"]]
    assert {(cell.source.part, cell.source.first) for cell in table.cells if cell.row == 1} == {
        ("page 1", 2),
        ("page 2", 1),
    }
    assert not table.after_gap


def test_a_row_that_is_longer_than_a_page_is_put_back_whole() -> None:
    texts = (DUTY * 3)[: 3 * FULL - 5]
    parts = [texts[at : at + FULL] for at in range(0, len(texts), FULL)]
    upper = [HEADER, ("1", "渡口安全", "县交通运输局", parts[0])]
    middle, lower = (
        [HEADER, ("", "", "", parts[1])],
        [HEADER, ("", "", "", parts[2]), ("2", "校车", "县教育局", "牵头")],
    )
    (table,) = tables(document(page(upper), page(middle), page(lower)))
    assert [row for row in rows_of(table) if row[0] != "序号"] == [
        ["1", "渡口安全", "县交通运输局", texts],
        ["2", "校车", "县教育局", "牵头"],
    ]


def test_names_cut_by_a_page_are_no_new_rows() -> None:
    matter, department = "城市生活垃圾分类管理工作", "县住房和城乡建设局"
    upper, lower = ("1", matter[:7], department[:6], DUTY[:FULL]), ("", matter[7:], department[6:], DUTY[FULL:])
    assert rows_of(cut(upper, lower))[1:] == [["1", matter, department, DUTY]]


def test_a_merged_cell_cut_by_a_page_goes_on_beside_new_rows() -> None:
    matter = "城市生活垃圾分类管理工作"
    upper = ("1", matter[:7], "县城市管理局", "牵头负责垃圾分类工作。")
    table = cut(upper, ("", matter[7:], "县教育局", "负责学校垃圾分类。"), (None, None, "县民政局", "负责宣传。"))
    assert rows_of(table)[1:] == [
        ["1", matter, "县城市管理局", "牵头负责垃圾分类工作。"],
        ["", "", "县教育局", "负责学校垃圾分类。"],
        ["", "", "县民政局", "负责宣传。"],
    ]


def test_rows_that_end_with_a_page_stay_apart() -> None:
    upper = ("1", "渡口安全", "县交通运输局", "负责渡口安全。")
    new = rows_of(cut(upper, ("", "", "县水利局", "负责水情通报。")))
    assert new[1:] == [list(upper), ["", "", "县水利局", "负责水情通报。"]]
    numbered = rows_of(cut(("3", "渡口", "县交通运输局", DUTY[:FULL]), ("4", "校车", "县教育局", DUTY[:FULL])))
    assert [row[0] for row in numbered] == ["序号", "3", "4"]


def test_numbered_items_in_rows_of_their_own_are_not_one_text() -> None:
    rows = (("1", "渡口", "甲", "2.检查渡口"), ("", "", "", "3.查处违法行为"))
    assert len(rows_of(cut(*rows))) == 3


def test_an_open_end_tells_that_a_row_is_cut() -> None:
    def upper(pen: Pen) -> None:
        pen.row(pen.row(75, HEADER), ("1", "渡口安全", "县交通运输局", "牵头负责；"))

    def lower(pen: Pen) -> None:
        pen.table(75, [("", "", "", "会同检查。"), ("2", "校车", "县教育局", "牵头")])

    (table,) = tables(document(upper, lower))
    assert rows_of(table)[1:] == [
        ["1", "渡口安全", "县交通运输局", "牵头负责；\n会同检查。"],
        ["2", "校车", "县教育局", "牵头"],
    ]


def test_page_numbers_headers_and_footers_belong_to_the_pages() -> None:
    rows = [[("序号", "事项", "部门", "职责"), (str(number), "校车", "县教育局", "牵头")] for number in (1, 2, 3)]
    read_in = document(*(page(row, number, "望溪县教育局职责边界") for number, row in enumerate(rows, 1)))
    assert page_texts(read_in.blocks) == [
        text for number in (1, 2, 3) for text in ("望溪县教育局职责边界", f"— {number} —")
    ]
    assert not texts(read_in.blocks)
    assert [block.text for block in read_in.blocks if isinstance(block, Label)] == ["望溪县教育局职责边界"]
    assert len(tables(read_in)) == 1


def test_a_header_that_changes_is_told_again() -> None:
    names = ["望溪县教育局", "望溪县教育局", "望溪县民政局", "望溪县民政局"]
    read_in = document(*(page([HEADER, ("1", "校车", "甲", "牵头")], at, name) for at, name in enumerate(names, 1)))
    assert [block.text for block in read_in.blocks if isinstance(block, Label)] == ["望溪县教育局", "望溪县民政局"]


@pytest.mark.parametrize("start", [1, 17])
def test_bare_numbers_that_count_with_the_pages_are_page_numbers(start: int) -> None:
    def numbered(number: int) -> Callable[[Pen], None]:
        def draw(pen: Pen) -> None:
            pen.text(60, 80, f"{'渡口校车禁渔'[number - start]}管理制度由有关部门负责组织实施")
            pen.centred(297, 815, str(number))

        return draw

    assert page_texts(document(*map(numbered, range(start, start + 3))).blocks) == [
        str(number) for number in range(start, start + 3)
    ]


def test_titles_and_headings_that_come_again_are_no_headers() -> None:
    def listed(owner: str) -> Callable[[Pen], None]:
        def draw(pen: Pen) -> None:
            pen.centred(297, 70, owner, 18)
            pen.centred(297, 95, "责任清单", 18)
            pen.text(60, 118, "一、主要职责")
            pen.table(130, [("序号", "主要职责", "具体工作事项", "责任股室"), ("1", "负责校车", "检查校车", "安全股")])

        return draw

    read_in = document(listed("望溪县教育局"), listed("望溪县民政局"))
    assert not page_texts(read_in.blocks)
    assert texts(read_in.blocks).count("责任清单") == 2


def test_a_line_that_says_that_the_table_goes_on_does_not_part_it() -> None:
    rows = [("2", "校车安全", "县教育局", "牵头负责")]
    (table,) = tables(document(page([HEADER], 1), page(rows, 2, above="（续表）")))
    assert len(rows_of(table)) == 2


def test_the_owner_is_found_in_a_running_header() -> None:
    rows = [HEADER, *((str(number), f"第{number}类事项", "县教育局", "牵头负责") for number in range(1, 4))]
    (one,), _ = read_lists(document(page(rows, 1, "望溪县教育局"), page(rows[1:], 2, "望溪县教育局")))
    assert one.owner.endswith("望溪县教育局")


def test_blank_pages_are_nothing() -> None:
    rows = [("2", "校车安全", "县教育局", "牵头负责")]
    read_in = document(page([HEADER]), lambda pen: None, page(rows))
    assert not read_in.warnings
    assert not read_in.unread
    assert [row[1] for table in tables(read_in) for row in rows_of(table)] == ["管理事项", "校车安全"]


def test_lines_count_from_the_top_of_each_page() -> None:
    def draw(name: str) -> Callable[[Pen], object]:
        return lambda pen: pen.lines(60, 80, f"一、{name}局配合。", f"二、{name}局组织。", "三、其他")

    places = [block.source for block in document(draw("甲"), draw("乙")).blocks if not isinstance(block, Table)]
    assert [(place.part, place.first) for place in places] == [
        (f"page {number}", line) for number in (1, 2) for line in (1, 2, 3)
    ]
