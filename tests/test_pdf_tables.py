"""Ruled tables of PDF files: cells with their spans, whatever way the borders are drawn."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from pdf_files import HEADER, XS, Pen, pdf, rows_of, spans_of, tables, texts

from data.document import Document
from loaders.readers.pdf.document import read

DUTY = "负责组织制定渡口安全管理制度，指导乡镇人民政府落实渡口安全责任"
ROWS = (
    HEADER,
    ("1", "渡口安全管理", "县交通运输局", DUTY),
    (None, None, "县水利局", "负责渡口所在河段的水情通报"),
    ("2", "校车安全管理", "县教育局", "牵头负责校车安全管理"),
)
PLAIN = [[cell or "" for cell in row] for row in ROWS]


def document(*pages: Callable[[Pen], object], **how: object) -> Document:
    return read(pdf(*pages, **how), "清单.pdf")  # type: ignore[arg-type]


def test_merged_cells_keep_their_spans_and_rows_their_places() -> None:
    (table,) = tables(document(lambda pen: pen.table(100, ROWS)))
    assert rows_of(table) == PLAIN
    assert spans_of(table) == {"1": (2, 1), "渡口安全管理": (2, 1)}
    places = {cell.row: cell.source for cell in table.cells if cell.column == 3}
    assert [(place.part, place.unit, place.first, place.last) for place in places.values()] == [
        ("page 1", "row", row, row) for row in (1, 2, 3, 4)
    ]


def test_a_title_row_spans_all_columns_and_text_above_is_paragraphs() -> None:
    def draw(pen: Pen) -> None:
        pen.centred(297, 60, "望溪县交通运输局责任清单", 18)
        pen.text(60, 90, "二、与相关部门的职责边界")
        pen.rule(60, 100, 535, 100)
        pen.rule(60, 100, 60, 124)
        pen.rule(535, 100, 535, 124)
        pen.centred(297, 116, "部门职责边界表")
        pen.table(124, ROWS)

    read_in = document(draw)
    assert texts(read_in.blocks) == ["望溪县交通运输局责任清单", "二、与相关部门的职责边界"]
    (table,) = tables(read_in)
    assert spans_of(table)["部门职责边界表"] == (1, 4)
    assert rows_of(table)[1:] == PLAIN


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40, 300, 570, 830)])
def test_pages_that_are_turned_or_cropped(turn: int, crop: tuple[float, float, float, float] | None) -> None:
    (table,) = tables(document(lambda pen: pen.table(100, ROWS), rotate=turn, crop=crop))
    assert rows_of(table) == PLAIN


@pytest.mark.parametrize("turn", [0, 90])
def test_a_wide_table_drawn_turned_on_an_upright_page(turn: int) -> None:
    def draw(pen: Pen) -> None:
        pen.canvas.translate(595, 0)
        pen.canvas.rotate(90)
        Pen(pen.canvas, 595).table(60, ROWS)

    (table,) = tables(document(draw, rotate=turn))
    assert rows_of(table) == PLAIN


def _words(pen: Pen) -> None:
    for y, row in zip((60, 90, 120), (HEADER, ROWS[3], ("3", "禁渔管理", "县农业农村局", "牵头")), strict=True):
        for x, text in zip(XS, row, strict=False):
            pen.text(x + 5, y + 18, str(text))


def _open_sides(pen: Pen) -> None:
    for y in (60, 90, 120, 150):
        pen.rule(60, y, 535, y)
    for x in XS[1:-1]:
        pen.rule(x, 60, x, 150)


def _thin_areas(pen: Pen) -> None:
    for y in (60, 90, 120, 150):
        pen.area(60, y, 535, y + 0.7, 0)
    for x in XS:
        pen.area(x, 60, x + 0.7, 150, 0)


def _dots(pen: Pen) -> None:
    for y in (60, 90, 120, 150):
        for x in range(60, 535, 2):
            pen.area(x, y, x + 1, y + 0.5, 0)
    for x in XS:
        for y in range(60, 150, 2):
            pen.area(x, y, x + 0.5, y + 1, 0)


def _double(pen: Pen) -> None:
    for off in (0, 1.8):
        pen.rules([x + off for x in XS], [y + off for y in (60, 90, 120, 150)])


def _cell_by_cell(pen: Pen) -> None:
    for left, right in itertools.pairwise(XS):
        for top in (60, 90, 120):
            pen.rules((left + 0.8, right - 0.8), (top + 0.8, top + 29.2))


def _shades(pen: Pen) -> None:
    for left, right in itertools.pairwise(XS):
        for top in (60, 90, 120):
            pen.area(left, top, right - 1, top + 29, 0.9)


@pytest.mark.parametrize("draw", [_open_sides, _thin_areas, _dots, _double, _cell_by_cell, _shades])
def test_borders_however_they_are_drawn(draw: Callable[[Pen], None]) -> None:
    def page(pen: Pen) -> None:
        draw(pen)
        _words(pen)

    (table,) = tables(document(page))
    assert rows_of(table) == [list(HEADER), PLAIN[3], ["3", "禁渔管理", "县农业农村局", "牵头"]]
    assert not spans_of(table)


def test_a_row_whose_borders_stand_a_little_off_has_the_same_columns() -> None:
    def draw(pen: Pen) -> None:
        y = pen.table(60, [HEADER, ("1", "禁渔管理", "县农业农村局", "牵头负责禁渔")])
        y = pen.table(y, [("2", "校车安全", "县教育局", "牵头负责校车")], xs=(60, 95, 195, 275, 535))
        pen.table(y, [("3", "养老服务", "县民政局", "牵头负责养老")])

    (table,) = tables(document(draw))
    assert [row[1] for row in rows_of(table)] == ["管理事项", "禁渔管理", "校车安全", "养老服务"]
    assert table.columns == 4
    assert not spans_of(table)


def test_an_underline_in_a_cell_is_no_border() -> None:
    def draw(pen: Pen) -> None:
        pen.table(60, ROWS)
        pen.rule(275, 82, 330, 82)

    (table,) = tables(document(draw))
    assert rows_of(table) == PLAIN


def test_a_table_inside_a_cell_stands_in_the_cell() -> None:
    def draw(pen: Pen) -> None:
        pen.rules((60, 150, 535), (60, 90, 300))
        for x, y, text in ((65, 80, "事项"), (155, 80, "相关部门职责"), (65, 110, "校车安全管理")):
            pen.text(x, y, text)
        pen.table(110, [("部门", "职责"), ("县教育局", "牵头负责校车安全")], xs=(170, 300, 520))
        pen.text(155, 270, "以上部门分工负责")

    (table,) = tables(document(draw))
    assert rows_of(table) == [["事项", "相关部门职责"], ["校车安全管理", "以上部门分工负责"]]
    (inner,) = [one for cell in table.cells for one in cell.inner]
    assert rows_of(inner) == [["部门", "职责"], ["县教育局", "牵头负责校车安全"]]
    assert {cell.source.first for cell in inner.cells} == {2}


def test_a_box_around_text_is_no_table() -> None:
    def draw(pen: Pen) -> None:
        pen.rules((60, 535), (60, 120))
        pen.text(70, 85, "说明：本清单由县委编办负责解释。")

    read_in = document(draw)
    assert not tables(read_in)
    assert texts(read_in.blocks) == ["说明：本清单由县委编办负责解释。"]


def test_rows_of_two_tables_on_a_page_are_numbered_through() -> None:
    def draw(pen: Pen) -> None:
        y = pen.table(60, ROWS)
        pen.text(60, y + 30, "三、公共服务事项")
        pen.table(y + 40, [("序号", "服务事项"), ("1", "渡船检验")], xs=(60, 95, 300))

    first, second = tables(document(draw))
    assert [cell.source.first for cell in second.cells] == [5, 5, 6, 6]
    assert max(cell.source.first for cell in first.cells) == 4


def test_numbers_part_the_rows_where_only_the_columns_are_lined() -> None:
    def draw(pen: Pen) -> None:
        rows = [HEADER, ROWS[3], ("2", "禁渔管理", "县农业农村局", "牵头"), ("3", "养老服务", "县民政局", "牵头")]
        y = 60.0
        for row in rows:
            y = pen.row(y, row, ruled=False)
        pen.rules(XS, (60, 84))
        for x in XS:
            pen.rule(x, 84, x, y)
        pen.rule(60, y, 535, y)

    (table,) = tables(document(draw))
    assert [row[2] for row in rows_of(table)] == ["相关部门", "县教育局", "县农业农村局", "县民政局"]
