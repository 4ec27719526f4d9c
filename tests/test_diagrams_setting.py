"""The parts that figures are made of: lines of text, the order of a matrix, boxes pushed apart, roles of a body."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from diagram_samples import graph, two_lists
from hypothesis import given, settings
from hypothesis import strategies as st

from data import fonts
from graph.projection import project
from reports.diagrams import roles
from reports.diagrams.canvas import BODY
from reports.diagrams.layout import push_apart, seriate, spread
from reports.diagrams.names import with_place, without_place
from reports.diagrams.typeset import MM, even, plain, span, wrap

TEXTS = st.text(alphabet="负责监督管理，。；（）《》“”AB c12%.-、", max_size=120)
ROOMS = st.floats(min_value=8.0, max_value=90.0)


@given(TEXTS, ROOMS)
def test_wrapped_lines_fit_and_lose_nothing(text: str, room: float) -> None:
    lines = wrap(text, room)
    assert all(span(line) <= room + 1e-6 for line in lines)
    assert "".join(lines).replace(" ", "") == plain(text).replace(" ", "")


@given(TEXTS, ROOMS, st.integers(min_value=1, max_value=4))
def test_shortened_text_fits_and_begins_like_the_whole(text: str, room: float, most: int) -> None:
    lines = wrap(text, room, most=most)
    assert len(lines) <= most
    assert all(span(line) <= room + 1e-6 for line in lines)
    kept = "".join(lines).removesuffix("……").replace(" ", "")
    assert plain(text).replace(" ", "").startswith(kept)


@given(TEXTS, ROOMS)
def test_even_lines_are_as_many_and_no_wider(text: str, room: float) -> None:
    assert len(even(text, room)) == len(wrap(text, room, by_word=True))
    assert all(span(line) <= room + 1e-6 for line in even(text, room))


def test_names_break_between_words() -> None:
    assert even("自主就业退役士兵职业教育和技能培训", 10 * BODY * MM) == ["自主就业退役士兵", "职业教育和技能培训"]


def test_no_closing_mark_begins_a_line() -> None:
    lines = wrap("负责监督，检查；管理（执法）工作。" * 5, 9 * BODY * MM)
    assert not [line for line in lines if line[0] in "，；）。"]
    assert not [line for line in lines if line[-1] == "（"]


def test_a_last_line_of_one_character_is_avoided() -> None:
    assert even("社会组织日常监管", 7 * BODY * MM) == ["社会组织", "日常监管"]


def test_white_space_between_chinese_is_a_broken_line() -> None:
    assert plain("区公安  分局\n（挂牌） List of 卫生局\u200b") == "区公安分局（挂牌） List of 卫生局"


@given(st.sets(st.tuples(st.sampled_from("abcdef"), st.sampled_from("uvwxyz")), max_size=20))
def test_seriation_keeps_every_row_and_column_and_every_block_together(pairs: set[tuple[str, str]]) -> None:
    rows, columns = seriate(list("abcdef"), list("uvwxyz"), sorted(pairs))
    assert (sorted(rows), sorted(columns)) == (list("abcdef"), list("uvwxyz"))
    assert (rows, columns) == seriate(list("abcdef"), list("uvwxyz"), sorted(pairs))


def test_seriation_finds_a_band_that_was_shuffled() -> None:
    band = [(f"r{row}", f"c{column}") for row in range(6) for column in (row, row + 1)]
    shuffled = [f"c{column}" for column in (3, 0, 6, 2, 5, 1, 4)]
    rows, columns = seriate([f"r{row}" for row in (4, 1, 5, 0, 3, 2)], shuffled, band)
    assert columns in ([f"c{one}" for one in range(7)], [f"c{one}" for one in reversed(range(7))])
    assert rows in ([f"r{one}" for one in range(6)], [f"r{one}" for one in reversed(range(6))])


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(-5, 5)), min_size=1, max_size=40), st.integers(0, 5))
def test_boxes_are_pushed_apart_within_the_frame(points: list[tuple[float, float]], ties: int) -> None:
    frame = (156.0, min(50.0 + 3.6 * len(points), 186.0))
    sizes = np.array([(14.0 + number % 3 * 7, 9.0 + number % 2 * 4) for number in range(len(points))])
    pairs = [(number, number + 1) for number in range(min(ties, len(points) - 1))]
    placed = push_apart(spread(np.array(points), frame), sizes, frame, pairs)
    assert (placed >= sizes / 2 - 1e-6).all()
    assert (placed <= np.array(frame) - sizes / 2 + 1e-6).all()
    for one, other in combinations(range(len(points)), 2):
        assert (np.abs(placed[one] - placed[other]) >= (sizes[one] + sizes[other]) / 2).any()


def test_standing_tells_lists_that_disagree_from_lists_that_are_silent() -> None:
    statements = two_lists().statements("出生人口性别比治理")
    assert roles.standing("县卫生局", statements) == roles.Standing("lead", differs=True, partial=False)
    assert roles.standing("县公安局", statements) == roles.Standing("responsible", differs=False, partial=True)


def test_projection_shares_a_matter_among_its_pairs() -> None:
    stated = [("", "甲事", body, None, "") for body in "abc"] + [("", "乙事", body, None, "") for body in "ab"]
    network = project(graph([*stated, ("", "乙事", "a", "lead", "again"), ("", "丙事", "d", None, "")], generic="c"))
    assert network.get_edge_data("a", "b") == {"weight": 2.0, "matters": 2}
    assert network.nodes["d"] == {"matters": 1}
    assert set(network) == {"a", "b", "d"}


@given(st.integers(2, 9))
def test_ties_of_a_department_add_up_to_the_matters_it_shares(parties: int) -> None:
    network = project(graph([("", "甲事", f"b{number}", None, "") for number in range(parties)]))
    assert abs(network.degree("b0", weight="weight") - 1) < 1e-9


def test_places_are_said_once() -> None:
    assert without_place("衡阳市蒸湘区卫生局", "衡阳市蒸湘区") == "卫生局"
    assert without_place("蒸湘区", "衡阳市蒸湘区") == "蒸湘区"
    assert with_place("市公安局分局", "衡阳市蒸湘区") == "衡阳市蒸湘区市公安局分局"


def test_fonts_measure_what_they_draw() -> None:
    assert fonts.width("区卫生局") == 4.0
    assert fonts.drawable("县\ue000局") == "县〓局"
    assert [piece for _, piece in fonts.runs("甲\u4db6乙")] == ["甲", "\u4db6", "乙"]
