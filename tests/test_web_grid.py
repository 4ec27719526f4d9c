"""Spans of rows and columns in HTML tables: what the standard says, what pages do, and what nobody should do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from webpages import only_grid, read_page, tables

SPANS = st.one_of(st.none(), st.integers(0, 4), st.sampled_from(["", "x", "-1", "9999999999", "2abc", " 3 "]))
CELLS = st.tuples(SPANS, SPANS)
ROWS = st.lists(st.lists(CELLS, max_size=4), min_size=1, max_size=6)


def html_of(rows: list[list[tuple[object, object]]]) -> str:
    number = 0
    text = "<table role='table'><tr><td>序号<td>管理事项</tr>"
    for row in rows:
        text += "<tr>"
        for down, across in row:
            number += 1
            attributes = "".join(
                f' {name}="{value}"' for name, value in (("rowspan", down), ("colspan", across)) if value is not None
            )
            text += f"<td{attributes}>{number}</td>"
        text += "</tr>"
    return text + "</table>"


def span(said: object, most: int, zero: int) -> int:
    digits = ""
    for char in str(said if said is not None else "").strip():
        if not char.isdigit():
            break
        digits += char
    return min(int(digits), most) or zero if digits else 1


def by_the_standard(rows: list[list[tuple[object, object]]]) -> dict[str, tuple[int, int]]:
    """Where each cell begins: the standard's algorithm over a full grid, columns in which none begins taken out."""
    whole = [[(None, None), (None, None)], *rows]
    taken: set[tuple[int, int]] = set()
    at: dict[str, tuple[int, int]] = {}
    number = -1
    for y, row in enumerate(whole):
        x = 0
        for down, across in row:
            number += 1
            while (y, x) in taken:
                x += 1
            width, height = span(across, 1000, 1), min(span(down, 65534, len(whole)), len(whole) - y)
            at[str(number - 1)] = (y, x)
            for column in range(x, x + width):
                if (y, column) in taken:
                    break
                taken.update((below, column) for below in range(y, y + height))
            x += 1
    columns = sorted({column for _, column in at.values()})
    return {name: (row, columns.index(column)) for name, (row, column) in at.items()}


@given(ROWS)
def test_every_cell_begins_where_the_standard_says_and_none_covers_another(
    rows: list[list[tuple[object, object]]],
) -> None:
    (table,) = tables(read_page(html_of(rows)))
    found = {cell.text: (cell.row, cell.column) for cell in table.cells if cell.text.isdigit()}
    wanted = by_the_standard(rows)
    assert found == {name: place for name, place in wanted.items() if int(name) > 0}
    covered = [
        (row, column)
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    ]
    assert len(covered) == len(set(covered))
    assert all(column < table.columns and row <= len(rows) for row, column in covered)


def test_head_and_foot_stand_where_a_browser_shows_them() -> None:
    foot, head = "<tfoot><tr><td>注<td></tfoot>", "<thead><tr><th>序号<th>事项</thead>"
    text = f"<table>{foot}<tbody><tr><td>1<td>救助</tbody>{head}</table>"
    assert only_grid(text) == [["序号", "事项"], ["1", "救助"], ["注", ""]]


def test_a_span_of_rows_ends_with_its_group() -> None:
    text = "<table><thead><tr><th rowspan=9>序号<th>事项</thead><tr><td>1<td>救助</table>"
    assert only_grid(text) == [["序号", "事项"], ["1", "救助"]]


def test_a_title_that_is_too_wide_spans_the_table() -> None:
    (table,) = tables(read_page("<table><tr><td colspan=99>标题<tr><td>序号<td>事项<tr><td>1<td>救助</table>"))
    assert table.columns == 2
    assert table.cells[0].column_span == 2


def test_rows_bear_their_number_and_hidden_rows_none() -> None:
    text = (
        "<table><tr><td>序号<td>事项<tr style='display:none'><td>x<td>y<tr><td>1<td>甲</table>"
        "<p>间</p><table><tr><td>序号<td>事项<tr><td>2<td>乙</table>"
    )
    places = [
        [(cell.source.part, cell.source.first) for cell in table.cells if cell.column == 0]
        for table in tables(read_page(text))
    ]
    assert places == [[("表1", 1), ("表1", 2)], [("表2", 1), ("表2", 2)]]


def test_cells_without_a_row_and_forms_between_are_kept() -> None:
    text = "<table><form><tr><td>序号<td>事项</tr></form><tr><td>1<td>救助</tr></table>"
    assert only_grid(text) == [["序号", "事项"], ["1", "救助"]]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr>" + '<td colspan="1000" rowspan="65534">a' * 3000 + "</table>",
        "<table>" + '<tr><td rowspan="65534" colspan="1000">a<td>b' * 3000 + "</table>",
        "<table>" + "<tr>" * 50000 + "<td>a<td>b</table>",
        "<table><tr><td>" * 5000,
        "<div>" * 100000 + "<table><tr><td>1<td>2<tr><td>3<td>4</table>",
        "<ol><li>" * 3000 + "x",
        "<b><i><font>" * 20000 + "x",
    ],
    ids=["wide row", "tall cells", "empty rows", "nested tables", "deep", "lists", "unclosed"],
)
def test_absurd_tables_end_soon(body: str) -> None:
    read_page(body)
