"""Tables inside cells become rows and columns of the table around them."""

from __future__ import annotations

from dataclasses import replace

from data.document import Cell, Source, Table
from loaders.tables.unfold import unfolded


def source(row: int) -> Source:
    return Source("a.docx", "表1", "row", row + 1, row + 1)


def table(*rows: list[str]) -> Table:
    cells = [
        Cell(text, row, column, source(row)) for row, texts in enumerate(rows) for column, text in enumerate(texts)
    ]
    return Table(tuple(cells), max(map(len, rows)))


def nested(outer: Table, at: tuple[int, int], *inner: Table) -> Table:
    cells = [replace(cell, inner=inner) if (cell.row, cell.column) == at else cell for cell in outer.cells]
    return replace(outer, cells=tuple(cells))


def shown(found: Table) -> list[tuple[str, int, int, int, int]]:
    return [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in found.cells]


def test_a_table_without_inner_tables_stays_as_it_is() -> None:
    plain = table(["序号", "管理事项"], ["1", "控烟"])
    assert unfolded(plain) is plain


def test_a_row_a_department_with_the_other_cells_merged_downwards() -> None:
    outer = table(["序号", "管理事项", "部门及分工", "依据"], ["1", "控烟", "", "条例"])
    found = unfolded(nested(outer, (1, 2), table(["县卫健局", "牵头"], ["县教育局", "校园控烟"])))
    assert found.columns == 5
    assert shown(found) == [
        ("序号", 0, 0, 1, 1), ("管理事项", 0, 1, 1, 1), ("部门及分工", 0, 2, 1, 2), ("依据", 0, 4, 1, 1),
        ("1", 1, 0, 2, 1), ("控烟", 1, 1, 2, 1), ("县卫健局", 1, 2, 1, 1), ("牵头", 1, 3, 1, 1), ("条例", 1, 4, 2, 1),
        ("县教育局", 2, 2, 1, 1), ("校园控烟", 2, 3, 1, 1),
    ]  # fmt: skip
    assert {cell.source.first for cell in found.cells if cell.row} == {2}


def test_the_header_of_inner_tables_names_the_columns_once() -> None:
    outer = table(["序号", "管理事项", "分工"], ["1", "控烟", ""], ["2", "救助", ""])
    inner = table(["相关部门", "职责分工"], ["县卫健局", "牵头"])
    found = unfolded(nested(nested(outer, (1, 2), inner), (2, 2), inner))
    texts = [cell.text for cell in found.cells]
    assert texts == [
        "序号",
        "管理事项",
        "相关部门",
        "职责分工",
        "1",
        "控烟",
        "县卫健局",
        "牵头",
        "2",
        "救助",
        "县卫健局",
        "牵头",
    ]


def test_words_before_an_inner_table_and_a_second_inner_table_are_kept() -> None:
    outer = table(["序号", "分工"], ["1", "分工如下："])
    found = unfolded(
        nested(outer, (1, 1), table(["县卫健局", "牵头"]), table(["县教育局", "配合"], ["县公安局", "配合"]))
    )
    assert [cell.text for cell in found.cells if cell.row] == [
        "1", "分工如下：", "县卫健局", "牵头", "县教育局", "配合", "县公安局", "配合"
    ]  # fmt: skip
    assert max(cell.row + cell.row_span for cell in found.cells) == 5


def test_deep_nesting_ends_as_text() -> None:
    inner = table(["底"])
    for _ in range(2000):
        inner = nested(table(["外", ""]), (0, 1), inner)
    found = unfolded(inner)
    assert len(found.cells) < 10
    assert "".join(cell.text for cell in found.cells).replace("\n", "") == 2000 * "外" + "底"
