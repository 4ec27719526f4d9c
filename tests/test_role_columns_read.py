"""Columns that tell roles: leads and supporters in every arrangement, a row a side, and the role the graph reads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from drawn import Row, Spot, boundaries, lists, said, table
from hypothesis import given
from hypothesis import strategies as st

from data.column_roles import column_role
from data.corpus.files import read_corpus, write_corpus
from data.ids import with_ids
from data.rows import Assignment, Corpus
from graph.build import build_graphs, readings
from loaders.tables.pieces import labelled, pieces_of, shared_out

LEAD, SUPPORT = "县发展和改革局", "县财政局、县交通运输局"
PLAN, MONEY = "制定预案并组织实施", "落实资金，保障运力"


def read_roles(rows: tuple[Assignment, ...]) -> list[tuple[str | None, str]]:
    """The role and the deciding words of each row."""
    (head,) = lists("望溪县民政局责任清单", "二、职责边界", table(HEADS["plain"][0], ["1", "x", "县民政局", "y"]))
    (one,) = with_ids([replace(head, boundaries=rows)])
    found = readings(build_graphs(Corpus((one,), (), ())))
    return [(found[row.id].role.name, found[row.id].role.words) for row in one.boundaries]


HEADS: dict[str, tuple[Row, Row]] = {
    "plain": (("序号", "事项", "相关部门", "职责分工"), ()),
    "seven": (
        ("序号", "管理事项", "牵头部门", "牵头部门职责", "配合部门", "配合部门职责", "依据"),
        ("1", "粮食保供", LEAD, PLAN, SUPPORT, MONEY, "《条例》"),
    ),
    "offices": (
        ("序号", "管理事项", "主办单位", "工作任务", "协办单位", "工作任务", "依据"),
        ("1", "粮食保供", LEAD, PLAN, SUPPORT, MONEY, "《条例》"),
    ),
    "duties behind": (
        ("序号", "管理事项", "牵头部门", "配合部门", "牵头部门职责", "配合部门职责", "依据"),
        ("1", "粮食保供", LEAD, SUPPORT, PLAN, MONEY, "《条例》"),
    ),
    "support first": (
        ("序号", "管理事项", "配合部门", "配合部门职责", "主责部门", "主责部门职责", "依据"),
        ("1", "粮食保供", SUPPORT, MONEY, LEAD, PLAN, "《条例》"),
    ),
}


@pytest.mark.parametrize("name", ["seven", "offices", "duties behind"])
def test_a_row_a_side(name: str) -> None:
    rows = boundaries(*HEADS[name])
    assert said(rows, "seq", "matter", "department", "duty", "basis", "flags") == [
        ("1", "粮食保供", LEAD, PLAN, "《条例》", ()),
        ("1", "粮食保供", SUPPORT, MONEY, "", ()),
    ]
    assert [role for role, _ in read_roles(rows)] == ["lead", "support"]


def test_sides_stand_in_the_order_of_their_columns() -> None:
    rows = boundaries(*HEADS["support first"])
    assert said(rows, "department", "column") == [(SUPPORT, "配合部门"), (LEAD, "主责部门")]
    assert read_roles(rows) == [("support", "配合"), ("lead", "主责")]


def test_two_levels() -> None:
    rows = boundaries(
        [Spot("序号", 2), Spot("事项", 2), Spot("责任部门", columns=2), Spot("职责分工", 2)],
        ["牵头", "配合"],
        ["1", "粮食保供", LEAD, "县财政局", "各自做好有关工作"],
    )
    assert said(rows, "department", "column", "duty", "flags") == [
        (LEAD, "责任部门/牵头", "各自做好有关工作", ("duty-shared",)),
        ("县财政局", "责任部门/配合", "各自做好有关工作", ("duty-shared",)),
    ]
    assert read_roles(rows) == [("lead", "牵头"), ("support", "配合")]


SHARED: Row = ("序号", "事项", "牵头部门", "配合部门", "职责分工", "依据", "案例")


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}：{PLAN}；县财政局：落实资金；县交通运输局：保障运力",
        f"1.{LEAD}{PLAN}。\n2.县财政局落实资金。\n3.县交通运输局保障运力。",
        f"发展和改革局：{PLAN}；财政局：落实资金；交通运输局：保障运力",
    ],
)
def test_one_text_that_names_each_department(text: str) -> None:
    lead, support = boundaries(SHARED, ["1", "粮食保供", LEAD, SUPPORT, text, "《条例》", "某案"])
    assert lead.duty.rstrip("；。") == PLAN
    assert "财政局" in support.duty
    assert "保障运力" in support.duty
    assert PLAN not in support.duty
    assert lead.flags == support.flags == ("split",)
    assert (lead.basis, lead.case, support.basis, support.case) == ("《条例》", "某案", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "制定预案，落实资金，定期会商",
        f"{LEAD}制定预案，县财政局落实资金",
        f"{LEAD}：制定预案；县水利局：调度水源",
    ],
)
def test_one_text_that_does_not_name_each_department(text: str) -> None:
    rows = boundaries(SHARED, ["1", "粮食保供", LEAD, SUPPORT, text, "", ""])
    assert said(rows, "duty", "flags") == [(text, ("duty-shared",))] * 2


@pytest.mark.parametrize("nobody", ["", "无", "/", "—", "——", "不涉及", "暂无"])
def test_no_supporter_is_no_row(nobody: str) -> None:
    (row,) = boundaries(SHARED, ["1", "粮食保供", LEAD, nobody, PLAN, "", ""])
    assert (row.department, row.duty, row.flags, row.column) == (LEAD, PLAN, (), "牵头部门")


def test_a_supporter_without_a_column_of_duties() -> None:
    rows = boundaries(("序号", "事项", "牵头部门", "职责", "配合部门"), ["1", "粮食保供", LEAD, PLAN, SUPPORT])
    assert said(rows, "department", "duty", "flags") == [(LEAD, PLAN, ()), (SUPPORT, "", ())]


def test_duties_of_nobody_s_column_are_told_by_the_names_in_them() -> None:
    rows = boundaries(
        ("序号", "事项", "牵头部门", "牵头职责", "配合职责"),
        ["1", "粮食保供", LEAD, PLAN, "县财政局：落实资金\n县交通运输局：保障运力"],
    )
    assert said(rows, "department", "duty", "column") == [
        (LEAD, PLAN, "牵头部门"),
        ("县财政局", "落实资金", "配合职责"),
        ("县交通运输局", "保障运力", "配合职责"),
    ]


def test_both_in_one_column() -> None:
    rows = boundaries(
        ("序号", "事项", "相关部门及职责分工", "依据"),
        ["1", "粮食保供", f"{LEAD}：{PLAN}。\n县财政局：落实资金。", "《条例》"],
        ["2", "物价监测", "做好监测工作", ""],
    )
    assert said(rows, "matter", "department", "duty", "basis", "flags") == [
        ("粮食保供", LEAD, f"{PLAN}。", "《条例》", ("split",)),
        ("粮食保供", "县财政局", "落实资金。", "", ("split",)),
        ("物价监测", "", "做好监测工作", "", ("department-blank",)),
    ]


def test_further_rows_of_a_merged_lead() -> None:
    rows = boundaries(
        ("序号", "事项", "牵头部门", "牵头部门职责", "配合部门", "配合部门职责"),
        [Spot("1", 2), Spot("粮食保供", 2), Spot(LEAD, 2), Spot(PLAN, 2), "县财政局", "落实资金"],
        ["县交通运输局", "保障运力"],
    )
    assert said(rows, "seq", "department", "duty", "column") == [
        ("1", LEAD, PLAN, "牵头部门"),
        ("1", "县财政局", "落实资金", "配合部门"),
        ("1", "县交通运输局", "保障运力", "配合部门"),
    ]


def test_a_head_over_all_departments_of_a_matter_tells_nothing() -> None:
    rows = boundaries(
        ("序号", "事项", "牵头部门", "职责分工"),
        [Spot("1", 2), Spot("粮食保供", 2), LEAD, PLAN],
        ["县财政局", "落实资金"],
        ["2", "物价监测", LEAD, "监测价格"],
    )
    assert said(rows, "department", "column") == [(LEAD, ""), ("县财政局", ""), (LEAD, "牵头部门")]


def test_the_column_outweighs_the_text_and_a_tag_outweighs_the_column() -> None:
    rows = boundaries(
        ("序号", "事项", "责任部门", "责任部门职责", "配合部门", "配合部门职责"),
        ["1", "粮食保供", LEAD, PLAN, "县财政局、县交通运输局（牵头）", "牵头组织粮食保供"],
    )
    assert rows[0].column == ""
    assert read_roles(rows)[1] == ("support", "配合")
    (one,) = with_ids(
        [replace(lists("望溪县民政局责任清单", "二、职责边界", table(*HEADS["seven"]))[0], boundaries=rows)]
    )
    (graph,) = build_graphs(Corpus((one,), (), ()))
    assert {graph.body(part.body).name: part.role.name for part in graph.parts()}["县交通运输局"] == "lead"


@pytest.mark.parametrize("head", ["主管部门", "责任部门", "相关部门", "牵头（配合）部门", ""])
def test_heads_that_tell_no_role(head: str) -> None:
    assert column_role(head) is None


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_the_column_is_kept_in_files_and_tells_rows_apart(suffix: str, tmp_path: Path) -> None:
    found = lists("望溪县民政局责任清单", "二、职责边界", table(*HEADS["seven"]))
    corpus = Corpus(with_ids(found), (), ())
    write_corpus(corpus, tmp_path / f"a.{suffix}", readings(build_graphs(corpus)))
    again = read_corpus(tmp_path / f"a.{suffix}")
    assert again.lists[0].boundaries == corpus.lists[0].boundaries
    bare = with_ids([replace(found[0], boundaries=tuple(replace(row, column="") for row in found[0].boundaries))])
    assert {row.id for row in bare[0].boundaries}.isdisjoint({row.id for row in corpus.lists[0].boundaries})


_NAMES = ("县民政局", "县公安局", "县教育局", "县财政局", "县人力资源和社会保障局", "县委组织部", "县公安局交警大队")
_SAID = ("负责审批。", "依法查处；", "会同有关部门组织宣传。", "按职责落实资金。", "对违法行为进行处罚。")
texts = st.lists(
    st.tuples(st.sampled_from(_NAMES), st.sampled_from(_SAID)), min_size=1, max_size=4, unique_by=lambda one: one[0]
)


@given(texts, st.sampled_from(["", "：", ":"]), st.sampled_from(["", "\n"]), st.booleans())
def test_pieces_come_back(told: list[tuple[str, str]], mark: str, between: str, numbered: bool) -> None:
    pieces = [f"{f'{n}.' if numbered else ''}{name}{mark}{text}" for n, (name, text) in enumerate(told, 1)]
    assert [(piece.name, piece.said) for piece in pieces_of(between.join(pieces))] == told


@given(st.text(max_size=60))
def test_any_text_is_cut_or_left(text: str) -> None:
    assert all(piece.name in text and piece.said in text for piece in pieces_of(text))
    assert shared_out(text, ["县民政局", "县公安局"]) is None or "县民政局" in text
    assert labelled(text) is None or "：" in text or ":" in text
