"""What is known of a page before any character is: its skew, its lines, its grid, its columns, its seals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("cv2")

from scan_files import Drawn, Picture, Style, degraded, drawn_page

from loaders.readers.scan.boxes import Box
from loaders.readers.scan.columns import find_columns
from loaders.readers.scan.grid import Grid, find_grids
from loaders.readers.scan.rules import find_rules
from loaders.readers.scan.seals import without_seals
from loaders.readers.scan.straighten import rotated, skew_of

EM = Style().em
HEADER = {(0, 0): "序号", (0, 1): "管理事项", (0, 2): "相关部门", (0, 3): "职责分工"}
TABLE = Drawn(
    {**HEADER, (1, 0): "1", (1, 1): "河道采砂", (1, 2): "县水利局", (1, 3): "发放采砂许可证。" * 5}
    | {(2, 2): "县公安局", (2, 3): "查处非法采砂中的治安案件。", (3, 0): "一、合并的类别行"},
    (1, 2, 2, 5),
    {(1, 0): (2, 1), (1, 1): (2, 1), (3, 0): (1, 4)},
)
PLACES = sorted((row, column, *TABLE.span((row, column))) for row, column in TABLE.texts)


def places(grid: Grid) -> list[tuple[int, int, int, int]]:
    return sorted((one.row, one.column, one.row_span, one.column_span) for one in grid.places)


def grids_of(page: Picture, text: Sequence[Box] = ()) -> list[Grid]:
    level = rotated(page, skew_of(page))
    rules = find_rules(level, text, EM)
    return find_grids(rules.level, rules.upright, EM)


@pytest.mark.parametrize("skew", [-5.0, -1.0, -0.3, 0.0, 0.2, 1.0, 2.5, 5.0])
def test_skew_is_measured_to_a_twentieth_of_a_degree(skew: float) -> None:
    page = degraded(drawn_page(TABLE), seed=1, skew=skew)
    assert skew_of(page) == pytest.approx(skew, abs=0.05)


def test_a_page_without_anything_on_it_has_no_skew() -> None:
    assert skew_of(np.full((300, 200, 3), 255, np.uint8)) == 0.0


@pytest.mark.parametrize(
    "style",
    [Style(), Style(grey=170, line=1), Style(line=5), Style(landscape=True, size=12), Style(centred=True, serif=False)],
)
def test_the_grid_of_a_scan_has_its_merged_cells(style: Style) -> None:
    (grid,) = grids_of(degraded(drawn_page(TABLE, style=style), seed=2, skew=1.0))
    assert places(grid) == PLACES


def test_broken_lines_are_lines() -> None:
    page = drawn_page(TABLE).copy()
    holes = np.random.default_rng(3)
    for y, x in zip(holes.integers(0, page.shape[0], 500), holes.integers(0, page.shape[1], 500), strict=True):
        page[y : y + 6, x : x + 6] = 255
    (grid,) = grids_of(page)
    assert places(grid) == PLACES


def test_text_alone_and_underlined_makes_no_grid() -> None:
    page = drawn_page(Drawn({(0, 0): "无"}, (1,)), title=["三工王丰三工王丰三工王丰"] * 8).copy()
    page[700:703, 200:1200] = 0
    assert grids_of(page) == []


def test_strokes_of_text_that_touch_a_table_are_no_lines_of_it() -> None:
    page = drawn_page(TABLE, title=["三工王丰三工王丰三工王丰"]).copy()
    page[198:232] = page[183:217]
    title = Box(400, 190, 1250, 235)
    (grid,) = grids_of(page, [title])
    assert places(grid) == PLACES


def test_a_frame_around_the_page_is_no_table() -> None:
    page = drawn_page(TABLE).copy()
    for edge in (40, -43):
        page[edge : edge + 3, 40:-40] = 0
        page[40:-40, edge : edge + 3] = 0
    (grid,) = grids_of(page)
    assert places(grid) == PLACES


def test_a_table_without_lines_at_its_sides_has_its_outer_columns() -> None:
    level = [Box(0, y, 300, y + 2) for y in (0, 40, 80)]
    (grid,) = find_grids(level, [Box(x, 0, x + 2, 80) for x in (100, 200)], em=20)
    assert (grid.rows, grid.columns) == (2, 3)


def test_two_tables_on_a_page_stand_in_order() -> None:
    tables = [
        ([Box(0, top + y, 100, top + y + 2) for y in (0, 30)], [Box(x, top, x + 2, top + 30) for x in (0, 50, 98)])
        for top in (200, 0)
    ]
    level, upright = [[line for lines in tables for line in lines[kind]] for kind in (0, 1)]
    assert [grid.box.top for grid in find_grids(level, upright, em=10)] == [0, 200]


@st.composite
def merged(draw: st.DrawFn) -> tuple[int, int, list[tuple[int, int, int, int]]]:
    """Rows, columns, and cells that fill them: from left to right each as wide and high as there is room."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(2, 5))
    free = np.ones((rows, columns), bool)
    cells = []
    for row, column in np.ndindex(rows, columns):
        if free[row, column]:
            down = draw(st.integers(1, rows - row))
            right = draw(st.integers(1, columns - column))
            while not free[row : row + down, column : column + right].all():
                down, right = (down - 1, right) if down > 1 else (1, right - 1)
            free[row : row + down, column : column + right] = False
            cells.append((row, column, down, right))
    return rows, columns, cells


@given(merged(), st.integers(0, 3))
def test_any_table_of_rectangles_comes_back_with_its_spans(
    table: tuple[int, int, list[tuple[int, int, int, int]]], shake: int
) -> None:
    rows, columns, cells = table
    starts = {row for row, *_ in cells}, {column for _, column, *_ in cells}
    if len(cells) == 1 or len(starts[0]) < rows or len(starts[1]) < columns:
        # A row in which no cell begins is none on paper.
        return
    level, upright = [], []
    for number, (row, column, down, right) in enumerate(cells):
        left, top, wide, high, off = column * 90, row * 50, right * 90, down * 50, (number % 2) * shake
        level += [Box(left, y + off, left + wide, y + off + 2) for y in (top, top + high)]
        upright += [Box(x + off, top, x + off + 2, top + high) for x in (left, left + wide)]
    (grid,) = find_grids(level, upright, em=20)
    assert (grid.rows, grid.columns, places(grid)) == (rows, columns, sorted(cells))


@given(st.lists(st.builds(lambda x, y, w: Box(x, y, x + w, y + 2), *[st.integers(1, 500)] * 3), max_size=12))
def test_any_lines_give_grids_that_leave_no_place_out(lines: list[Box]) -> None:
    upright = [Box(line.top, line.left, line.bottom, line.right) for line in lines]
    for grid in find_grids(lines, upright, em=15):
        covered = np.zeros((grid.rows, grid.columns), int)
        for one in grid.places:
            covered[one.row : one.row + one.row_span, one.column : one.column + one.column_span] += 1
        assert (covered == 1).all()


def text_lines(*rows: str, pitch: int = 30) -> list[Box]:
    """Boxes of words of 20 pixels a character; a dash is a blank of one character."""
    return [
        Box(20 * start, number * pitch, 20 * (start + len(word)), number * pitch + 22)
        for number, row in enumerate(rows)
        for start, word in words(row)
    ]


def words(row: str) -> list[tuple[int, str]]:
    starts = [at for at in range(len(row)) if row[at] != "—" and (at == 0 or row[at - 1] == "—")]
    return [(at, row[at:].split("—")[0]) for at in starts]


def test_columns_are_what_gaps_keep_apart() -> None:
    found = text_lines(
        "序号——事项——————部门——————职责",
        "1———饮水安全————县水利局————建设饮水工程和",
        "————————————————————管理",
        "————————————县生态局————监测水质公布结",
        "————————————————————果",
        "2———采砂——————县公安局————查处违法采砂",
    )
    (grid,) = find_columns(found, [], em=20)
    assert (grid.rows, grid.columns) == (4, 4)


def test_rows_of_one_line_each_begin_in_the_first_column() -> None:
    (grid,) = find_columns(text_lines(*["序号——事项——————部门", *["1———饮水安全————县水利局"] * 5]), [], em=20)
    assert (grid.rows, grid.columns) == (6, 3)


def test_a_level_line_parts_rows() -> None:
    found = text_lines("序号——事项——————部门", *["1———饮水安全————县水利局", "————保障工程"] * 2)
    (grid,) = find_columns(found, [Box(0, 88, 320, 90)], em=20)
    assert (grid.rows, grid.columns, len(grid.lines)) == (3, 3, 1)


def test_prose_has_no_columns() -> None:
    found = text_lines("一二三四五六七八九十一二三四", "一二三——五六七——九十一二三", "一二三四五六七八", "一二")
    assert find_columns(found, [], em=20) == []


def with_ink(page: Picture, mask: np.ndarray, colour: tuple[int, int, int]) -> Picture:
    stamped = page.copy()
    stamped[mask] = np.minimum(stamped[mask], colour)
    return stamped


def ring(shape: tuple[int, ...], middle: tuple[int, int], radius: int) -> np.ndarray:
    y, x = np.ogrid[: shape[0], : shape[1]]
    return np.abs(np.hypot(y - middle[0], x - middle[1]) - radius) < 5


def test_a_seal_goes_and_the_text_below_it_stays() -> None:
    page = drawn_page(TABLE)
    sealed = with_ink(page, ring(page.shape, (420, 900), 160), (225, 50, 50))
    assert np.abs(without_seals(sealed, EM).astype(int) - page).max() < 40


def test_red_text_and_red_lines_stay() -> None:
    page = drawn_page(TABLE, title=["望溪县人民政府文件"])
    red = with_ink(np.full_like(page, 255), page.min(axis=2) < 128, (200, 20, 20))
    assert without_seals(red, EM) is red
