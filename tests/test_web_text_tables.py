"""Tables that stand as HTML in a text file, as converters of PDF write them into Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from duty_documents import read as read_lists
from hypothesis import given
from hypothesis import strategies as st
from webpages import grid, lines, tables

from data.document import Cell, Document, Table
from loaders.readers.text.textfile import read

HEAD = "<tr><td>序号</td><td>管理事项</td><td>相关部门</td><td>职责分工</td></tr>"
ROW = "<tr><td>1</td><td>校车</td><td>县教育局</td><td>牵头</td></tr>"
TITLE = "# 青岗县民政局责任清单\n\n## 一、职责边界\n\n"


def read_text(text: str) -> Document:
    return read(text.encode(), "清单.md")


def spans(text: str) -> list[tuple[str, str, list[tuple[int, int]]]]:
    """Return (matter, department, lines) of the rows of a text."""
    return [
        (row.matter, row.department, [(place.first, place.last) for place in row.source])
        for one in read_lists(text)
        for row in one.boundaries
    ]


def test_a_row_a_line() -> None:
    rows = '<tr><td rowspan="2">1</td><td rowspan="2">校车</td><td>县教育局</td><td>牵头</td></tr>\n'
    text = f"{TITLE}<table>\n{HEAD}\n{rows}<tr><td>县公安局</td><td>查处</td></tr>\n</table>\n\n## 二、公共服务\n\n无\n"
    assert spans(text) == [("校车", "县教育局", [(7, 7)]), ("校车", "县公安局", [(8, 9)])]


def test_a_cell_a_line_and_rows_without_a_table_around() -> None:
    row = "<tr>\n<td>1</td>\n<td>校车</td>\n<td>县教育局</td>\n<td>牵头<br>\n组织</td>\n</tr>"
    text = f"{TITLE}{HEAD}\n{row}\n\n尾注文字\n"
    assert spans(text) == [("校车", "县教育局", [(6, 12)])]
    assert lines(read_text(text))[-1] == "尾注文字"


def test_a_table_goes_on_on_the_next_page() -> None:
    second = "<table><tr><td>2</td><td>控烟</td><td>县卫生局</td><td>监督</td></tr></table>"
    text = f"{TITLE}<table>{HEAD}\n{ROW}</table>\n\n第 3 页\n\n{second}\n"
    assert [row[:2] for row in spans(text)] == [("校车", "县教育局"), ("控烟", "县卫生局")]


def test_a_whole_table_on_one_line() -> None:
    text = f"{TITLE}<html><body><table>{HEAD}{ROW}</table></body></html>\n"
    document = read_text(text)
    assert grid(tables(document)[0])[1] == ["1", "校车", "县教育局", "牵头"]
    assert {(cell.source.unit, cell.source.first, cell.source.last) for cell in tables(document)[0].cells} == {
        ("line", 5, 5)
    }


def test_a_table_that_never_ends_takes_no_more_than_its_rows() -> None:
    after = "\n".join(f"第{number}段" for number in range(100))
    text = f"{TITLE}<table>{HEAD}\n{ROW}\n{after}\n"
    assert lines(read_text(text))[-100:] == after.split("\n")


def test_words_about_tables_are_words() -> None:
    text = "一、部门职责\n网页中的 <table> 标签由县大数据局管理\n<td>\n"
    assert not tables(read_text("一、部门职责\n网页中的 <table> 标签由县大数据局管理\n"))
    assert "一、部门职责" in lines(read_text(text))


TAGS = ("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>")


@given(st.lists(st.sampled_from([*TAGS, "甲", "\n", "\n\n", "\t"]), max_size=60))
def test_torn_tables_lose_no_word(pieces: list[str]) -> None:
    words = iter(
        "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙"
    )
    text = "".join(next(words) if piece == "甲" else piece for piece in pieces)
    document = read_text(f"头\n{text}\n尾")
    said = "".join(lines(document)) + "".join(cell.text for table in tables(document) for cell in _cells(table))
    assert sorted(filter(_is_ideograph, said)) == sorted(filter(_is_ideograph, f"头{text}尾"))


def _is_ideograph(char: str) -> bool:
    return char >= "\u4e00"


def _cells(table: Table) -> Iterator[Cell]:
    for cell in table.cells:
        yield cell
        for inner in cell.inner:
            yield from _cells(inner)
