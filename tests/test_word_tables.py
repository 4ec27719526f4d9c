"""Tables of Word documents keep their merges, their columns and the tables inside them, malformed ones too."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from word_files import DOWN, FURTHER, SPAN, docx, grid, p, run, shape, tables, tbl, tc, texts, the_cell, tr

from data.document import Document, Table
from loaders.readers.word.docx import read
from loaders.readers.word.lines import columns_of


def read_body(body: str) -> Document:
    return read(docx(body), "清单.docx")


def table(body: str) -> Table:
    return tables(read_body(body))[0]


def test_merges_are_spans() -> None:
    made = table(
        tbl(
            tr(tc("标题", SPAN(3))),
            tr(tc("1", DOWN), "甲局", "牵头"),
            tr(tc("", FURTHER), "乙局", "配合"),
            tr("2", tc("丙局", SPAN(2))),
            grid=(500, 2000, 3000),
        )
    )
    assert made.columns == 3
    assert shape(made) == [
        ("标题", 0, 0, 1, 3),
        ("1", 1, 0, 2, 1),
        ("甲局", 1, 1, 1, 1),
        ("牵头", 1, 2, 1, 1),
        ("乙局", 2, 1, 1, 1),
        ("配合", 2, 2, 1, 1),
        ("2", 3, 0, 1, 1),
        ("丙局", 3, 1, 1, 2),
    ]


def test_sources_are_the_rows_of_the_table() -> None:
    made = tables(read_body(tbl(tr("1")) + p("间") + tbl(tr("a"), tr(tc("b", DOWN)), tr(tc("", FURTHER)))))[1]
    places = [(cell.source.file, cell.source.part, cell.source.unit, cell.source.first) for cell in made.cells]
    assert places == [("清单.docx", "表2", "row", 1), ("清单.docx", "表2", "row", 2)]
    assert all(cell.source.first == cell.source.last for cell in made.cells)


def test_a_merge_that_goes_on_with_nothing_is_a_cell() -> None:
    made = table(tbl(tr(tc("甲", FURTHER), "1"), tr(tc("乙", FURTHER), "2"), grid=(1000, 1000)))
    assert shape(made)[0] == ("甲", 0, 0, 2, 1)
    below_plain = table(tbl(tr("甲", "1"), tr(tc("乙", FURTHER), "2"), grid=(1000, 1000)))
    assert grid(below_plain) == [["甲", "1"], ["乙", "2"]]


def test_a_merge_of_another_width_goes_on_with_nothing() -> None:
    made = table(tbl(tr(tc("甲", SPAN(2) + DOWN), "x"), tr(tc("", FURTHER), "y", "z"), grid=(900, 900, 900)))
    assert shape(made)[:3] == [("甲", 0, 0, 1, 2), ("x", 0, 2, 1, 1), ("", 1, 0, 1, 1)]


def test_words_in_cells_merged_away_are_not_shown_but_told() -> None:
    made = read_body(tbl(tr(tc("甲", DOWN)), tr(tc("藏", FURTHER))))
    assert [cell.text for cell in tables(made)[0].cells] == ["甲"]
    assert any("1 处隐藏文字" in warning for warning in made.warnings)


def test_cells_merged_across_in_the_old_way() -> None:
    first, further = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    made = table(tbl(tr(tc("甲", first), tc("", further), "乙"), tr("1", "2", "3"), grid=(900, 900, 900)))
    assert grid(made) == [["甲", "甲", "乙"], ["1", "2", "3"]]


def test_a_row_may_begin_further_right() -> None:
    made = table(tbl(tr("1", "2", "3"), tr("乙", properties='<w:gridBefore w:val="2"/>'), grid=(900, 900, 900)))
    assert the_cell(made, 1, 2).text == "乙"


def test_an_edge_dragged_a_little_makes_no_column() -> None:
    rows = tbl(
        tr(tc("序号"), tc("部门", SPAN(2)), tc("职责")),
        tr(tc("1", SPAN(2)), tc("甲局"), tc("牵头")),
        grid=(800, 60, 1500, 3000),
    )
    assert table(rows).columns == 3
    assert grid(table(rows)) == [["序号", "部门", "职责"], ["1", "甲局", "牵头"]]


def test_a_table_without_grid_is_read_by_widths() -> None:
    made = table(tbl(tr(tc("标题", width=6000)), tr(tc("1", width=1000), tc("甲", width=2000), tc("乙", width=3000))))
    assert grid(made) == [["标题", "标题", "标题"], ["1", "甲", "乙"]]


def test_a_row_that_does_not_fit_the_grid_is_read_by_widths() -> None:
    full = tr(*(tc(text, width=1000) for text in "1甲乙丙"))
    short = tr(tc("2", width=1000), tc("丁", width=3000))
    assert grid(table(tbl(full, full, short, grid=(1000, 1000, 1000, 1000))))[2] == ["2", "丁", "丁", "丁"]


def test_a_grid_that_lies_does_no_harm() -> None:
    rows = (tr("1", "甲", "乙"), tr("2", "丙", "丁"))
    for lie in ((), (9,), (0, 0, 0), (100,) * 40, (-5, 10**9, 3)):
        assert grid(table(tbl(*rows, grid=lie))) == [["1", "甲", "乙"], ["2", "丙", "丁"]]


def test_absurd_spans_cost_nothing() -> None:
    made = table(tbl(tr(tc("标题", SPAN(999_999_999))), tr("1", "甲")))
    assert made.columns <= 3
    assert "标题" in grid(made)[0]
    assert table(tbl(tr(tc("甲", '<w:gridSpan w:val="9e99"/>'), "乙"))).columns == 2


def test_a_table_inside_a_cell_stands_apart() -> None:
    inner = tbl(tr("县水利局", "牵头"), tr("县公安局", "配合"))
    made = table(tbl(tr("1", tc(p("分工如下") + inner + p("完"))), tr("2", "无")))
    cell = the_cell(made, 0, 1)
    assert cell.text == "分工如下\n完"
    assert grid(cell.inner[0]) == [["县水利局", "牵头"], ["县公安局", "配合"]]
    assert {place.source.first for place in cell.inner[0].cells} == {1}
    assert cell.inner[0].cells[0].source.part == "表1"


def test_controls_around_rows_cells_and_texts_are_looked_through() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    row = control(tr("2", control(tc("乙局")), tc(p(control(run("配合"))))))
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("单击输入") + "</w:sdtContent></w:sdt>"
    made = table(control(tbl(tr("1", "甲局", tc(p(prompt))), row, grid=(900, 900, 900))))
    assert grid(made) == [["1", "甲局", ""], ["2", "乙局", "配合"]]


def test_the_paragraphs_and_breaks_of_a_cell_are_lines() -> None:
    made = table(tbl(tr(tc(p("一、甲；") + p() + p(run("二、乙") + "<w:r><w:br/></w:r>" + run("丙"))))))
    assert made.cells[0].text == "一、甲；\n二、乙\n丙"


def test_a_table_of_hundreds_of_columns_is_said_to_be_unread() -> None:
    made = read_body(tbl(tr(*("x" for _ in range(300)))) + tbl(tr("1", "2")))
    assert len(tables(made)) == 1
    assert tables(made)[0].cells[0].source.part == "表1"
    assert any("256 列" in told for told in made.unread)


def test_two_tables_and_the_words_that_one_goes_on() -> None:
    made = read_body(tbl(tr("1", "2")) + p("续表") + tbl(tr("3", "4")))
    assert [type(block).__name__ for block in made.blocks] == ["Table", "PageLine", "Table"]
    assert texts(made) == ["续表"]


@given(st.lists(st.lists(st.integers(1, 3000), min_size=1, max_size=6), min_size=1, max_size=8))
def test_lines_keep_the_order_of_every_row(widths: list[list[int]]) -> None:
    """Edges of one row are different lines, in order, however rows disagree; equal places are one line."""
    rows = [tuple(accumulate(row, initial=0)) for row in widths]
    lines = columns_of(rows)
    for row in rows:
        placed = [lines[place] for place in row]
        assert placed == sorted(set(placed))
    assert set(lines.values()) == set(range(len(set(lines.values()))))


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["", DOWN, FURTHER])), min_size=1, max_size=5),
        min_size=1,
        max_size=8,
    )
)
def test_no_two_cells_share_a_place(rows: list[list[tuple[int, str]]]) -> None:
    """Whatever merges a file claims, the cells of a table do not overlap and none is lost."""
    body = tbl(*(tr(*(tc("x", SPAN(span) + merge) for span, merge in row)) for row in rows))
    made = table(body)
    grid(made)
    assert sum(cell.row_span for cell in made.cells) == sum(len(row) for row in rows)
