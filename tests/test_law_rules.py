"""The rules on legal bases know what the tables know: what an office adds is judged like any other."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from corpora import corpus

from analysis.catalogue import CATALOGUE
from analysis.cited import sentence
from analysis.engine import analyse
from analysis.finding import Finding
from data.knowledge import national, with_local
from data.laws import Change, Instrument
from data.successions import Succession
from graph.build import build_graphs
from graph.dates import Standpoint

AUDIT = Standpoint(datetime.date(2026, 11, 22))
BASIS = """
    seq | matter | department | duty | basis
    1 | 渡口管理 | 县交通运输局 | 负责检查 | {basis}
"""


def found(rule: str, basis: str, *more: Instrument | Succession, **entry: Any) -> list[Finding]:
    lists = [{"owner": "甲县交通运输局", "year": 2014, "boundaries": BASIS.format(basis=basis), **entry}]
    graphs = build_graphs(corpus(lists), AUDIT, with_local(national(), more))
    return list(analyse(graphs, [one for one in CATALOGUE if one.id == rule]))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


FERRIES = Instrument("岚州省渡口管理条例", "local", adopted=day("2003-05-01"), effective=day("2003-07-01"))


def test_a_law_that_nobody_told_of_is_not_judged() -> None:
    assert not found("C2", "《岚州省渡口管理条例》第三条")


def test_an_instrument_of_an_office_ends_like_any_other() -> None:
    ended = Instrument(
        FERRIES.name,
        "local",
        adopted=FERRIES.adopted,
        effective=FERRIES.effective,
        ended=day("2019-01-01"),
        ended_by="岚州省人民代表大会常务委员会关于废止部分地方性法规的决定（第12号公告）",
    )
    told = found("C2", "《岚州省渡口管理条例》第三条", ended)
    assert [one.as_of for one in told] == ["audit"]
    assert (
        "（2019年1月1日起被《岚州省人民代表大会常务委员会关于废止部分地方性法规的决定》（第12号公告）废止）"
        in told[0].message
    )
    assert not found("C2", "《岚州省渡口管理条例》第三条", FERRIES)


@pytest.mark.parametrize(("kind", "grade"), [("revised", "M"), ("amended", "L")])
def test_an_instrument_of_an_office_changes_like_any_other(kind: Any, grade: str) -> None:
    changes = (Change(kind, day("2018-03-01"), day("2018-05-01")),)
    changed = Instrument(FERRIES.name, "local", adopted=FERRIES.adopted, effective=FERRIES.effective, changes=changes)
    assert [one.severity for one in found("C3", "《岚州省渡口管理条例》第三条", changed)] == [grade]


def test_what_was_made_after_the_list_is_not_what_it_cites() -> None:
    late = Instrument(FERRIES.name, "local", adopted=day("2020-01-01"), effective=day("2020-02-01"))
    assert not found("C3", "《岚州省渡口管理条例》第三条", late)
    assert not found("C6", "《岚州省渡口管理条例》第三条", late)


def test_a_reform_of_the_place_tells_the_successor() -> None:
    local = Succession("安监", ("住建",), day("2015-03-01"), "merge", (), "东山市甲县", "甲县机构改革方案")
    basis = "《安全生产法》第九条：安全生产监督管理部门实施综合监督"
    assert "住建" in found("C10", basis, local)[0].message
    assert "住建" not in found("C10", basis)[0].message


def test_a_sentence_ends_at_the_end_of_a_text_too() -> None:
    assert sentence("依照《水法》检查", 2, 6) == "依照《水法》检查"


@pytest.mark.parametrize(("by", "told"), [("未列入2019年目录", "（未列入2019年目录）"), ("", "（2019年1月1日起失效）")])
def test_where_no_instrument_ended_it_the_note_of_the_table_stands_instead(by: str, told: str) -> None:
    listed = Instrument(FERRIES.name, "local", ended=day("2019-01-01"), ended_by=by)
    assert f"《岚州省渡口管理条例》{told}" in found("C2", "《岚州省渡口管理条例》", listed)[0].message
