"""How pieces of recognised text become lines, paragraphs and cells; the widths of marks; the numbers of pages."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.spacing import squeeze
from loaders.readers.scan import pieces
from loaders.readers.scan.boxes import Box
from loaders.readers.scan.engine import Reading
from loaders.readers.scan.grid import Place
from loaders.readers.scan.lines import joined, lines_of, paragraphs
from loaders.readers.scan.numbers import is_page_number
from loaders.readers.scan.pieces import Piece, cut_at_cells, missed, parted, unstacked
from loaders.readers.scan.widths import folded, length, solid

EM = 20


def piece(text: str, left: float, line: float, score: float = 0.9) -> Piece:
    top = line * 30
    return Piece(Box(left, top, left + length(text) * EM, top + EM), text, score)


def cell_text(*texts: tuple[str, float], width: int) -> str:
    """The text of a cell so many characters wide, from its lines and how far each is indented."""
    found = [piece(text, 10 + indent * EM, number) for number, (text, indent) in enumerate(texts)]
    room = Box(0, 0, 20 + width * EM, 30 * len(texts))
    return "\n".join(joined(group) for group in paragraphs(lines_of(found), room))


def test_pieces_of_a_line_stand_from_left_to_right_whatever_order_they_were_found_in() -> None:
    found = [piece("管理", 210, 0.1), piece("二、", 0, 1), piece("县水利局", 100, 0), piece("职责", 60, 1.05)]
    assert [line.text for line in lines_of(found)] == ["县水利局 管理", "二、职责"]


def test_a_line_is_as_sure_as_its_least_sure_piece() -> None:
    (line,) = lines_of([piece("县水利局", 0, 0, 0.99), piece("管理", 80, 0, 0.6)])
    assert line.score == 0.6


def test_lines_broken_by_the_width_are_joined_without_a_space() -> None:
    assert cell_text(("负责饮水工程建设", 0), ("与管理。", 0), width=8) == "负责饮水工程建设与管理。"


def test_a_line_that_had_room_for_more_ends_a_paragraph() -> None:
    assert cell_text(("县水利局", 0), ("县公安局", 0), width=8) == "县水利局\n县公安局"


def test_centred_lines_are_measured_by_all_that_is_blank() -> None:
    assert cell_text(("出生人口性别比", 0.5), ("治理", 3), width=8) == "出生人口性别比治理"
    assert cell_text(("县水利局", 2), ("县公安局", 2), width=8) == "县水利局\n县公安局"


def test_an_item_after_the_end_of_a_sentence_begins_a_paragraph_even_after_a_full_line() -> None:
    assert cell_text(("1.发放采砂许可；", 0), ("2.监督采砂。", 0), width=7) == "1.发放采砂许可；\n2.监督采砂。"


def test_an_indented_line_begins_a_paragraph() -> None:
    assert cell_text(("发放河道采砂许可", 0), ("监督河道采砂", 2), width=8) == "发放河道采砂许可\n监督河道采砂"


def test_what_cannot_stand_at_the_end_or_start_of_a_line_takes_the_character_beside_it_along() -> None:
    assert cell_text(("开展宣传教育", 0), ("育）。每年一次", 0), width=8) == "开展宣传教育育）。每年一次"
    assert cell_text(("监测计划于每", 0), ("年12月报送", 0), width=8) == "监测计划于每年12月报送"


def test_words_of_latin_letters_keep_their_space_at_the_end_of_a_line() -> None:
    assert cell_text(("见ISO Guide", 0), ("Annex", 0), width=6) == "见ISO Guide Annex"


@given(st.text("负责管理监督、。；（）1a ", min_size=1, max_size=60), st.integers(4, 12))
def test_no_character_is_lost_in_joining(text: str, width: int) -> None:
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    found = [piece(line.strip(), 10, number) for number, line in enumerate(lines) if line.strip()]
    groups = paragraphs(lines_of(found), Box(0, 0, width * EM + 20, 2000)) if found else []
    assert squeeze("".join(joined(group) for group in groups)) == squeeze(text)


@pytest.mark.parametrize(
    ("recognised", "printed"),
    [
        ("负责监管,组织检查;会同公安:", "负责监管，组织检查；会同公安："),
        ("《职业病防治法》(2018年修正)第九条", "《职业病防治法》（2018年修正）第九条"),
        ("(一)县水利局", "（一）县水利局"),
        ("1.负责1,000人以上的单位", "1.负责1,000人以上的单位"),
        ("GB(2760),ISO:9001", "GB(2760),ISO:9001"),
        ("含流动人口)。", "含流动人口）。"),
        ("", ""),
    ],
)
def test_marks_in_chinese_text_have_full_width(recognised: str, printed: str) -> None:
    assert folded(recognised) == printed


@given(st.text())
def test_marks_change_their_width_and_nothing_else(text: str) -> None:
    assert folded(text).translate(str.maketrans("，；：？！（）", ",;:?!()")) == text.translate(
        str.maketrans("，；：？！（）", ",;:?!()")
    )
    assert folded(folded(text)) == folded(text)


def test_only_spaces_between_latin_words_are_real() -> None:
    assert solid("2018 年 12 月 ISO Guide 序 号") == "2018年12月ISO Guide序号"


@pytest.mark.parametrize("text", ["3", "-3-", "— 12 —", "第3页", "第 3 页 共 12 页", "3/12", "·7·", "一3一"])
def test_a_number_at_the_foot_is_that_of_the_page(text: str) -> None:
    page = Box(0, 0, 1654, 2339)
    assert is_page_number(text, Box(800, 2200, 850, 2230), page)
    assert not is_page_number(text, Box(800, 1200, 850, 1230), page)


@pytest.mark.parametrize("text", ["2018年", "一、主要职责", "县水利局", "0731-8822456", "1.负责"])
def test_other_lines_at_the_foot_are_text(text: str) -> None:
    assert not is_page_number(text, Box(800, 2200, 850, 2230), Box(0, 0, 1654, 2339))


def test_a_box_over_two_cells_and_beyond_the_table_is_cut_at_each_border() -> None:
    cells = [Box(100, 0, 200, 40), Box(200, 0, 300, 40), Box(100, 40, 300, 80)]
    cut = cut_at_cells([Box(40, 5, 280, 43)], cells, EM)
    assert sorted((box.left, box.right) for box in cut) == [(40, 100), (100, 200), (200, 280)]


def test_a_box_outside_of_all_cells_stays_as_it_is() -> None:
    assert cut_at_cells([Box(0, 0, 50, 20)], [Box(100, 0, 200, 40)], EM) == [Box(0, 0, 50, 20)]


def ink_with(*boxes: Box) -> np.ndarray:
    ink = np.zeros((300, 300), np.uint8)
    for box in boxes:
        ink[int(box.top) : int(box.bottom), int(box.left) : int(box.right)] = 1
    return ink


def test_a_digit_that_was_overlooked_is_looked_for_in_its_blank_cell() -> None:
    places = [Place(0, 0, 1, 1, Box(0, 0, 100, 100)), Place(0, 1, 1, 1, Box(100, 0, 200, 100))]
    digit, speck = Box(40, 40, 52, 58), Box(150, 50, 153, 53)
    assert missed(places, [], ink_with(digit, speck), EM) == [digit]
    assert missed(places, [Box(30, 30, 60, 60)], ink_with(digit, speck), EM) == []


def test_characters_one_below_the_other_are_read_one_by_one() -> None:
    characters = [Box(50, top, 70, top + 20) for top in (10, 36, 62)]
    assert unstacked(Box(50, 10, 70, 82), ink_with(*characters), EM) == characters
    assert len(unstacked(Box(50, 10, 70, 70), ink_with(Box(50, 10, 70, 70)), EM)) == 3


def test_what_cannot_be_read_is_counted_not_dropped_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = [Reading("县水利局 ", 0.98, 0.9), Reading("#一", 0.3, 0.1), Reading("", 0.0, 0.0)]
    monkeypatch.setattr(pieces, "recognise", lambda pictures: readings)
    boxes = [Box(10, 10, 90, 30), Box(10, 40, 60, 60), Box(10, 70, 60, 90)]
    found, illegible = pieces.recognised(boxes, np.zeros((100, 100, 3), np.uint8), EM)
    assert (found, illegible) == ([Piece(boxes[0], "县水利局", 0.9)], 1)


def test_a_box_is_parted_at_gaps_as_wide_as_between_columns() -> None:
    ink = ink_with(Box(10, 10, 60, 30), Box(80, 10, 120, 30), Box(126, 10, 150, 30))
    assert [(box.left, box.right) for box in parted([Box(0, 0, 200, 40)], ink, EM)] == [(10, 60), (80, 150)]
