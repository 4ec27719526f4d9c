"""Row ids are made of what a row says, and of nothing else."""

from __future__ import annotations

from dataclasses import replace

from corpora import duty_list

from data.document import Source
from data.ids import with_ids
from data.rows import DutyList

LIST = duty_list(
    {
        "owner": "甲县卫生局",
        "boundaries": """
            seq | matter | department | duty | basis | case
            1 | 饮用水卫生 | 县卫生局 | 负责监测 | 条例 | 例
            1 | 饮用水卫生 | 县水利局 | 负责水源 | |
            1 | 饮用水卫生 | 县水利局 | 负责水源 | |
        """,
        "duties": "seq | main_duty | item\n1 | 管水 | 管水",
        "services": "seq | name | content\n1 | 管水 | 管水",
    }
)


def ids(one: DutyList) -> list[str]:
    (done,) = with_ids([one])
    return [row.id for row in (*done.boundaries, *done.duties, *done.services)]


def test_every_row_has_an_id_of_its_own_even_where_rows_are_equal() -> None:
    assert len(set(ids(LIST))) == 5
    assert all(len(identity) == 16 for identity in ids(LIST))


def test_white_space_place_and_flags_change_no_id() -> None:
    rows = tuple(
        replace(
            row,
            duty=f" {row.duty[:2]}\n\u3000{row.duty[2:]} ",
            flags=("shifted",),
            source=(Source("other.txt", "表9", "row", 7, 9),),
            id="old",
        )
        for row in LIST.boundaries
    )
    assert ids(replace(LIST, boundaries=rows)) == ids(LIST)


def test_a_lost_number_is_a_blank_cell() -> None:
    lost = tuple(replace(row, seq=None) for row in LIST.duties)
    blank = tuple(replace(row, seq="") for row in LIST.duties)
    assert ids(replace(LIST, duties=lost)) == ids(replace(LIST, duties=blank)) != ids(LIST)


def test_every_cell_owner_and_jurisdiction_enter() -> None:
    (row, *_) = LIST.boundaries
    fields = ("jurisdiction", "owner", "seq", "matter", "department", "duty", "basis", "case", "remark")
    changed = [replace(row, **{name: "另"}) for name in fields]
    made = {ids(replace(LIST, boundaries=(one,), duties=(), services=()))[0] for one in [row, *changed]}
    assert len(made) == 1 + len(fields)


def test_text_moved_to_the_next_cell_is_another_row() -> None:
    (row, *_) = LIST.boundaries
    moved = replace(row, basis="", case=row.basis + row.case)
    assert with_ids([replace(LIST, boundaries=(row,))]) != with_ids([replace(LIST, boundaries=(moved,))])
    assert ids(replace(LIST, boundaries=(row,)))[0] != ids(replace(LIST, boundaries=(moved,)))[0]


def test_equal_rows_of_two_lists_of_one_owner_are_counted_on() -> None:
    done = with_ids([LIST, LIST])
    assert not {row.id for row in done[0].boundaries} & {row.id for row in done[1].boundaries}


def test_ids_do_not_change_between_versions() -> None:
    assert ids(LIST)[0] == "7361c94ce429c9de"
