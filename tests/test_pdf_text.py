"""Text of PDF files: lines joined that only the room broke, paragraphs kept, characters as they are seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_files import LEADING, SIZE, Pen, page_texts, pdf, rows_of, tables, texts

from data.document import Document, Paragraph
from loaders.readers.pdf.document import read
from loaders.readers.pdf.flow import paragraphs, reach, text_of
from loaders.readers.pdf.glyphs import Glyph
from loaders.readers.pdf.lines import Line, lines_of
from loaders.readers.pdf.signs import as_seen

WIDE = 40
LONG = "本清单所称部门，是指县人民政府工作部门以及依照法律、法规授权具有管理公共事务职能的组织，包括其派出机构"


def document(*pages: Callable[[Pen], object]) -> Document:
    return read(pdf(*pages), "清单.pdf")


def cell_text(*lines: str, width: float = 110) -> str:
    """Return the text of a cell that holds the lines, in a column where other lines are full."""

    def draw(pen: Pen) -> None:
        pen.rules((60, 100, 100 + width), (60, 80, 300))
        pen.text(65, 74, "部门")
        pen.text(105, 74, "职责")
        pen.text(65, 95, "甲")
        pen.lines(105, 95, *lines)

    (table,) = tables(document(draw))
    return rows_of(table)[1][1]


def test_lines_broken_by_the_width_of_a_cell_are_joined() -> None:
    assert (
        cell_text("负责渡口安全监督管", "理工作，依法查处违", "法行为。")
        == "负责渡口安全监督管理工作，依法查处违法行为。"
    )


def test_a_line_that_ends_early_ends_a_paragraph() -> None:
    assert cell_text("县公安局", "县应急管理局", "县卫生健康局") == "县公安局\n县应急管理局\n县卫生健康局"


def test_a_mark_that_may_not_begin_a_line_goes_down_with_its_character() -> None:
    assert cell_text("负责渡口的监督管", "理，依法查处违法行", "为。") == "负责渡口的监督管理，依法查处违法行为。"
    assert cell_text("会同公安机关按照", "《治安管理处罚法》", "处理。") == "会同公安机关按照《治安管理处罚法》处理。"


def test_numbers_begin_paragraphs_behind_the_end_of_a_sentence() -> None:
    read_in = cell_text("1.负责渡口监督检查", "2.查处违法行为等；", "3.通报")
    assert read_in == "1.负责渡口监督检查\n2.查处违法行为等；\n3.通报"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the standard", "for documents", "the standard for documents"),
        ("电话0739-48", "245731", "电话0739-48245731"),
        ("不少于 ", "10 分", "不少于 10 分"),
        ("执行", "GB/T 9704", "执行GB/T 9704"),
    ],
)
def test_words_part_between_lines_and_numbers_do_not(first: str, second: str, joined: str) -> None:
    assert text_of([*lines(first, 20), *lines(second, 20)]) == joined


def test_characters_above_each_other_are_one_word() -> None:
    assert cell_text("安", "全", "监", "管", width=20) == "安全监管"


def test_the_text_of_a_turned_cell_is_read_its_own_way() -> None:
    def draw(pen: Pen) -> None:
        pen.rules((60, 90, 300), (60, 160))
        pen.turned(78, 140, "安全监管", 90)
        pen.text(100, 100, "县应急管理局")

    (table,) = tables(document(draw))
    assert rows_of(table) == [["安全监管", "县应急管理局"]]


def test_paragraphs_outside_of_tables_name_all_their_lines() -> None:
    def draw(pen: Pen) -> None:
        pen.centred(297, 60, "望溪县交通运输局", 18)
        pen.centred(297, 85, "责任清单", 18)
        pen.text(60 + 2 * SIZE, 120, LONG[: WIDE - 2])
        pen.lines(60, 134, LONG[WIDE - 2 :] + "。", "一、主要职责")
        pen.lines(60, 180, (LONG + LONG)[:WIDE], "二、服务事项。")

    found = [block for block in document(draw).blocks if isinstance(block, Paragraph)]
    assert [(one.text, one.source.first, one.source.last) for one in found] == [
        ("望溪县交通运输局", 1, 1),
        ("责任清单", 2, 2),
        (LONG + "。", 3, 4),
        ("一、主要职责", 5, 5),
        ((LONG + LONG)[:WIDE], 6, 6),
        ("二、服务事项。", 7, 7),
    ]


@pytest.mark.parametrize("lower", [0, 5])
def test_two_columns_of_text_are_read_one_after_the_other(lower: float) -> None:
    left = [
        "负责本行政区域内道路运输监督管理工作，依",
        "法查处非法营运行为。会同公安机关开展联合",
        "执法，维护运输市场秩序，及时通报情况，提",
        "出改进意见。指导乡镇落实管理责任，建立健",
        "全管理制度，组织开展安全教育和培训，完善",
        "应急预案。",
    ]
    right = [line.replace("道路", "水路") for line in left]

    def draw(pen: Pen) -> None:
        pen.centred(297, 60, "工作简报", 18)
        pen.lines(60, 100, *left)
        pen.lines(325, 100 + lower, *right)

    assert texts(document(draw).blocks) == ["工作简报", "".join(left), "".join(right)]


def test_lines_go_by_their_places_not_by_the_order_they_were_drawn_in() -> None:
    def draw(pen: Pen) -> None:
        pen.text(60 + 4 * SIZE, 100, "监督管理")
        pen.text(60, 130, "第二行")
        pen.text(60, 100, "负责渡口")

    assert texts(document(draw).blocks) == ["负责渡口监督管理", "第二行"]


def test_what_is_drawn_twice_to_look_bold_is_read_once() -> None:
    def draw(pen: Pen) -> None:
        pen.text(60, 100, "责任清单")
        pen.text(60.4, 100, "责任清单")

    assert texts(document(draw).blocks) == ["责任清单"]


def test_a_watermark_belongs_to_the_page() -> None:
    def draw(pen: Pen) -> None:
        pen.text(60, 100, "责任清单")
        pen.turned(150, 600, "内部资料", 45, 60)
        pen.turned(30, 400, "装订线", 90)

    read_in = document(draw)
    assert texts(read_in.blocks) == ["责任清单", "装订线"]
    assert page_texts(read_in.blocks) == ["内部资料"]


def test_radicals_are_read_as_the_characters_they_look_like() -> None:
    assert "".join(map(as_seen, "⼈⺠政府⻓⻢⼭")) == "人民政府长马山"


def lines(text: str, each: int) -> list[Line]:
    """Return a text set in lines of so many characters."""
    glyphs = [
        Glyph(char, at % each * SIZE, (at % each + 1) * SIZE, at // each * LEADING, SIZE, (0.0, 0.0))
        for at, char in enumerate(text)
    ]
    return lines_of(glyphs)


@given(st.text(st.sampled_from("负责监督管理渡口安全"), min_size=1, max_size=80), st.integers(2, 12))
def test_a_text_set_in_full_lines_is_read_back_whole(text: str, each: int) -> None:
    set_in = lines(text, each)
    parts = paragraphs(set_in, 0.0, reach(set_in, each * SIZE))
    assert [text_of(part) for part in parts] == [text]


@given(st.lists(st.text(st.sampled_from("负责监督管理渡口安全"), min_size=1, max_size=7), min_size=1, max_size=6))
def test_short_lines_stay_apart(words: list[str]) -> None:
    set_in = [line for number, word in enumerate(words) for line in lines(" " * 8 * number + word, 8)[-1:]]
    parts = paragraphs(set_in, 0.0, 20 * SIZE)
    stacked = len(words) > 2 and all(len(word) == 1 for word in words)
    assert [text_of(part) for part in parts] == (["".join(words)] if stacked else words)
