"""Cutting a stream of cells into rows: whole rows, blank lines inside cells, glued rows, short rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.text.rowcut import Piece, cut_rows

PLAIN, FIRST, GLUED = Piece(False, False), Piece(True, False), Piece(False, True)


def row(*pieces: Piece) -> list[Piece]:
    return list(pieces)


def test_blank_lines_inside_cells_do_not_cut_a_row() -> None:
    broken = row(FIRST, PLAIN, FIRST, PLAIN)
    assert cut_rows(broken + row(FIRST, PLAIN, PLAIN, PLAIN), 4) == [(0, 4), (4, 8)]


def test_a_glued_row_starts_where_it_is_glued() -> None:
    short = row(FIRST, PLAIN, PLAIN, PLAIN)
    glued = row(GLUED, PLAIN, PLAIN, PLAIN, PLAIN)
    whole = row(FIRST, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN)
    assert cut_rows(short + glued + whole, 6) == [(0, 4), (4, 9), (9, 15)]


def test_a_row_that_lost_a_cell_stays_alone() -> None:
    whole = row(FIRST, PLAIN, PLAIN)
    assert cut_rows(whole + row(FIRST, PLAIN) + whole, 3) == [(0, 3), (3, 5), (5, 8)]


@given(st.lists(st.builds(Piece, st.booleans(), st.booleans()), min_size=1, max_size=60), st.integers(1, 8))
def test_rows_cover_every_cell_once_and_start_only_where_they_may(pieces: list[Piece], columns: int) -> None:
    rows = cut_rows(pieces, columns)
    assert [cell for first, last in rows for cell in range(first, last)] == list(range(len(pieces)))
    marked = [not index or piece.after_blank or piece.glued for index, piece in enumerate(pieces)]
    if 2 * sum(marked) * columns >= len(pieces):
        assert all(marked[first] for first, _ in rows)


@given(st.integers(2, 7), st.integers(3, 30))
def test_rows_without_blank_lines_between_them_are_cut_by_their_length(columns: int, count: int) -> None:
    pieces = row(*[PLAIN] * columns) * count
    assert cut_rows(pieces, columns) == [(number * columns, (number + 1) * columns) for number in range(count)]


@given(st.integers(1, 7), st.integers(1, 30))
def test_whole_rows_are_cut_as_they_stand(columns: int, count: int) -> None:
    pieces = row(FIRST, *[PLAIN] * (columns - 1)) * count
    assert cut_rows(pieces, columns) == [(number * columns, (number + 1) * columns) for number in range(count)]
