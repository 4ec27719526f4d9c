"""The tools that the rules inside one matter stand on: metrics, wording, claims, and evidence that is verbatim."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st

from analysis.catalogue import CATALOGUE
from analysis.claims import claims_whole
from analysis.engine import analyse
from analysis.finding import Evidence
from analysis.metrics import fragmentation, parties
from analysis.naming import leading_departments
from analysis.statements import Statement, statements
from analysis.wording import fragments, outside_brackets, sentences, subject, without
from data.spacing import squeeze
from graph.build import build_graphs
from graph.dutygraph import DutyGraph

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
NAMES = ("县卫生局", "县公安局", "县教育局", "县民政局", "县财政局", "县审计局")


def graph_of(*rows: tuple[str, str], matter: str = "学校卫生管理") -> DutyGraph:
    """One list with one matter: (department, duty) a row."""
    table = "\n".join(["seq | matter | department | duty", *(f"1 | {matter} | {who} | {what}" for who, what in rows)])
    entry: dict[str, Any] = {"owner": "东山市甲县卫生局", "boundaries": table}
    return build_graphs(corpus([entry]))[0]


def statement_of(*rows: tuple[str, str], matter: str = "学校卫生管理") -> Statement:
    return statements(graph_of(*rows, matter=matter))[0]


def test_fragmentation_is_one_less_the_sum_of_squared_shares() -> None:
    even = statement_of(("县卫生局", "监督防控"), ("县教育局", "组织体检"))
    uneven = statement_of(("县卫生局", "监" * 90), ("县教育局", "检" * 10))
    assert (parties(even), fragmentation(even)) == (2, 0.5)
    assert fragmentation(uneven) == pytest.approx(0.18)


def test_a_body_that_stands_twice_counts_once() -> None:
    twice = statement_of(("县卫生局", "监督防控"), ("县卫生局", "组织体检"))
    assert (parties(twice), fragmentation(twice)) == (1, 0.0)


def test_bodies_of_one_cell_share_its_text() -> None:
    assert fragmentation(statement_of(("县卫生局、县教育局", "组织体检"))) == 0.5


def test_without_any_duty_text_each_body_counts_the_same() -> None:
    assert fragmentation(statement_of(("县卫生局", ""), ("县教育局", ""))) == 0.5


@given(st.lists(st.integers(1, 200), min_size=1, max_size=len(NAMES)))
def test_fragmentation_stays_below_that_of_equal_shares(lengths: list[int]) -> None:
    told = statement_of(*((name, "办" * length) for name, length in zip(NAMES, lengths, strict=False)))
    assert -1e-9 <= fragmentation(told) <= 1 - 1 / parties(told) + 1e-9


@given(st.text(max_size=200))
def test_pieces_of_a_duty_text_are_verbatim(text: str) -> None:
    assert all(piece in text for piece in (*sentences(text), *fragments(text)))
    assert all(sentence.strip() == sentence and sentence for sentence in sentences(text))


@given(st.text(alphabet="负责管理流动人口的工作，。 ", max_size=60))
def test_the_subject_has_no_white_space_and_only_shrinks(text: str) -> None:
    assert len(subject(text)) <= len(squeeze(text))
    assert squeeze(subject(text)) == subject(text)


def test_the_longer_of_two_words_goes_first() -> None:
    assert without("监督管理局", ("监督", "监督管理")) == "局"


@pytest.mark.parametrize(
    ("duty", "whole"),
    [
        ("负责学校卫生的管理工作", True),
        ("组织体检；负责全县学校卫生监督管理", True),
        ("负责学校饮用水卫生管理", False),
        ("配合做好学校卫生管理工作", False),
        ("按照各自职责做好学校卫生管理工作", False),
    ],
)
def test_who_claims_the_whole_matter(duty: str, whole: bool) -> None:
    assert claims_whole(statement_of(("县卫生局", duty), ("县教育局", "组织体检")).parts[0]) is whole


def test_statements_part_lists_and_matters_and_leave_lost_ones_out() -> None:
    rows = [
        "seq | matter | department | duty",
        "1 | 献血 | 县卫生局 | 办理",
        " | | 县公安局 | 办理",
        "2 | 献血 | 县教育局 | 办理",
    ]
    lists: list[dict[str, Any]] = [
        {"owner": f"东山市甲县{name}", "boundaries": "\n".join(rows)} for name in ("卫生局", "红十字会")
    ]
    (graph,) = build_graphs(corpus(lists))
    assert [(told.owner[5:], told.matter, len(told.rows)) for told in statements(graph)] == [
        (owner, "献血", 1) for owner in ("卫生局", "卫生局", "红十字会", "红十字会")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("民政、教育等部门做好认定", ["县民政局", "县教育局"]),
        ("县民政局和县教育局制定办法，报县公安局", ["县民政局", "县教育局"]),
        ("有关部门做好认定", []),
        ("市民政局普查地名", []),
        ("", []),
    ],
)
def test_departments_that_a_text_begins_with(text: str, names: list[str]) -> None:
    graph = graph_of(*((name, "办理") for name in NAMES))
    assert [named.name for named in leading_departments(graph, text)] == names


@given(st.text(alphabet="区纪委（监察局）()、 ", max_size=30))
def test_names_outside_brackets_hold_no_white_space(text: str) -> None:
    assert squeeze(outside_brackets(text)) == outside_brackets(text)


def test_evidence_is_verbatim_and_stands_where_it_says() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the published lists that the tests read are not here")
    from loaders.load import load

    read = load([SEEDS])
    torn = {bare(row.duty) for one in read.lists for row in one.boundaries if "cut" in row.flags}
    findings = analyse(build_graphs(read), [rule for rule in CATALOGUE if rule.id[0] in "AB"])
    pieces = [piece for finding in findings for piece in finding.evidence]
    assert pieces
    assert [(piece.source, cell) for piece in pieces for cell in missing(piece) if cell not in torn] == []


def missing(piece: Evidence) -> list[str]:
    """The cells of a piece of evidence that do not stand between the lines its source names."""
    told = bare("".join(lines_of(piece.source.file)[piece.source.first - 1 : piece.source.last]))
    cells = [bare(cell) for line in piece.text.split("\n") for cell in line.split("\u3000")]
    return [cell for cell in cells if cell not in told]


@cache
def lines_of(file: str) -> list[str]:
    return (SEEDS / file).read_text(encoding="utf-8").splitlines(keepends=True)


def bare(text: str) -> str:
    """A text without white space and markup."""
    return re.sub(r"\s|<[^>]*>", "", text)
