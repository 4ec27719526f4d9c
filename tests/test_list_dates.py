"""When a list was made: stated, told by what it cites and by its owner's name, and what does not fit."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st

from data.knowledge import national, with_local
from data.laws import Instrument
from data.reference import load_yaml
from data.rows import DutyList
from data.successions import Succession
from graph.date_words import days_in
from graph.dates import ListDate, list_dates

BASIS = """
    seq | matter | department | duty | basis | case
    1 | 渣土运输 | 县城管局 | 负责撒漏查处 | {basis} | {case}
"""


def made(owner: str = "甲县城管局", basis: str = "", case: str = "", **more: Any) -> DutyList:
    return corpus([{"owner": owner, "boundaries": BASIS.format(basis=basis, case=case), **more}]).lists[0]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def only(one: DutyList, *more: Instrument | Succession) -> ListDate:
    return list_dates([one], with_local(national(), more))[0]


def keys(found: ListDate) -> list[str]:
    return [reason.key for reason in found.reasons]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("二〇一五年七月", "2015-07-01", "2015-07-31"),
        ("二○一四年十二月二十三日", "2014-12-23", "2014-12-23"),
        ("（2016年2月29日通过）", "2016-02-29", "2016-02-29"),
        ("2015-06", "2015-06-01", "2015-06-30"),
        ("2015/6/12", "2015-06-12", "2015-06-12"),
        ("2014年", "2014-01-01", "2014-12-31"),
    ],
)
def test_days_are_read_in_every_way_of_writing(text: str, first: str, last: str) -> None:
    assert [(told.first, told.last) for told in days_in(text)] == [(day(first), day(last))]


@pytest.mark.parametrize("text", ["2015年2月30日", "电话20151234", "12015年", "3.2015.4"])
def test_what_is_no_day_of_the_calendar_is_none(text: str) -> None:
    assert [told.words for told in days_in(text) if len(told.words) > len("2015年")] == []


@given(st.text(alphabet="0129二〇一三五十廿年月日./-", max_size=24))
def test_any_row_of_digits_is_read_or_left(text: str) -> None:
    assert all(told.first <= told.last and text[told.start : told.end] == told.words for told in days_in(text))


def test_a_title_states_month_and_year() -> None:
    found = only(made(owner_text="甲县城管局责任清单二〇一五年七月"))
    assert (found.first, found.last, keys(found)) == (day("2015-07-01"), day("2015-07-31"), ["year"])


def test_a_year_given_by_a_person_goes_before_the_title() -> None:
    found = only(made(owner_text="甲县城管局责任清单二〇一五年七月", year=2016))
    assert (found.first, found.last) == (day("2016-01-01"), day("2016-12-31"))


def test_the_latest_paper_cited_is_the_lower_end() -> None:
    found = only(made(basis="《关于渣土的通知》（岚政办发〔2014〕12号）；岚政发［2012］3号"))
    assert (found.first, found.last, keys(found)) == (day("2014-01-01"), None, ["cited"])


def test_a_law_is_not_cited_before_it_was_made() -> None:
    law = Instrument("渣土运输法", "law", adopted=day("2017-05-04"), effective=day("2017-10-01"))
    found = only(made(basis="《渣土运输法》第三条"), law)
    assert (found.first, keys(found)) == (day("2017-05-04"), ["law"])


def test_a_regulation_is_known_for_certain_by_its_number() -> None:
    rule = Instrument("渣土运输条例", "regulation", number="国务院令第1234号", adopted=day("2017-05-04"))
    assert only(made(basis="《渣土运输条例》（国务院令第1234号）"), rule).first == day("2017-05-04")
    assert only(made(basis="《渣土运输条例》（国务院令第78号）第三条"), rule).first is None
    assert only(made(basis="《渣土运输条例》"), rule).first is None


def test_the_older_of_two_laws_of_one_name_may_be_meant() -> None:
    older = Instrument("渣土运输法", "law", adopted=day("1998-05-04"), effective=day("1998-10-01"))
    newer = Instrument("渣土运输法", "law", adopted=day("2017-05-04"), effective=day("2017-10-01"))
    assert only(made(basis="《渣土运输法》第三条"), older, newer).first == day("1998-05-04")


@pytest.mark.parametrize(
    ("case", "first"),
    [
        ("2016年3月，某工地运输车辆撒漏。", "2016-03-01"),
        ("力争到2020年建成消纳场。", None),
        ("2015—2020年规划建设消纳场。", None),
        ("自2017年1月1日起收费。", None),
    ],
)
def test_a_case_tells_of_the_past_but_not_where_it_plans(case: str, first: str | None) -> None:
    assert only(made(case=case)).first == (day(first) if first else None)


@pytest.mark.parametrize(
    ("owner", "first", "last"),
    [
        ("甲县卫生局", None, "2016-12-31"),
        ("甲县人口和计划生育局", None, "2016-12-31"),
        ("甲县卫生和计划生育局", "2013-03-14", "2020-03-31"),
        ("甲县卫生健康局", "2018-03-17", None),
        ("甲县自然资源和规划局", "2018-03-17", None),
        ("甲县粮食局", None, None),
        ("甲县农村工作办公室", None, None),
        ("甲县大数据局", None, None),
        ("甲县乡村振兴局", "2021-02-25", "2026-01-01"),
    ],
)
def test_the_name_of_the_owner_bounds(owner: str, first: str | None, last: str | None) -> None:
    lists = made(owner)
    named = replace(lists, boundaries=tuple(replace(row, department=owner) for row in lists.boundaries))
    found = only(named)
    assert (found.first, found.last) == (first and day(first), last and day(last))


def test_a_reform_of_the_place_goes_before_the_national_default() -> None:
    local = Succession("人口计生", ("卫生健康",), day("2014-06-01"), "merge", (), "东山市甲县", "甲县机构改革方案")
    assert only(made("甲县人口和计划生育局"), local).last == day("2014-09-01")
    elsewhere = replace(local, place="东山市乙县")
    assert only(made("甲县人口和计划生育局"), elsewhere).last == day("2016-12-31")


def test_what_does_not_fit_leaves_the_end_open() -> None:
    found = only(made("甲县卫生局", basis="岚政发〔2013〕3号；岚政发〔2019〕7号"))
    assert (found.first, found.last) == (day("2013-01-01"), None)
    assert keys(found) == ["cited", "ended", "conflict"]


def test_one_paper_years_behind_all_others_is_not_believed() -> None:
    assert only(made(basis="岚政发〔2014〕3号；岚政发〔2051〕7号")).first == day("2014-01-01")


def test_lists_of_one_file_share_their_evidence_and_those_of_others_do_not() -> None:
    one, other, apart = made("甲县卫生局"), made(basis="岚政发〔2015〕3号"), made("甲县民政局")
    apart = replace(apart, source=(replace(apart.source[0], file="other.txt"),))
    found = list_dates([one, other, apart])
    assert [(told.first, told.last) for told in found] == [(day("2015-01-01"), day("2016-12-31"))] * 2 + [(None, None)]


def test_a_line_at_the_head_or_the_foot_tells_when() -> None:
    skipped = [{"text": "发布日期：2016-05-12 来源：县编办", "reason": "outside-parts"}]
    assert only(made(skipped=skipped)).last == day("2016-05-12")
    signed = [*skipped, {"text": "2016年3月28日", "reason": "text"}]
    found = only(made(skipped=signed))
    assert (found.first, found.last, keys(found)) == (day("2016-03-28"), day("2016-03-28"), ["made"])


def test_a_day_in_a_cell_is_no_signature() -> None:
    assert only(made(basis="2016年3月28日")).last is None


@pytest.mark.parametrize("line", ["（2016年12月修订）", "2016年12月", "（2016年12月）", "2016年12月修订版"])
def test_a_line_below_the_title_tells_the_day(line: str) -> None:
    found = only(made(skipped=[{"text": line, "reason": "outside-parts"}]))
    assert (found.first, found.last) == (day("2016-12-01"), day("2016-12-31"))


def test_a_line_that_tells_of_a_law_is_no_cover() -> None:
    found = only(made(skipped=[{"text": "依据2016年12月修订的办法编制", "reason": "outside-parts"}]))
    assert found.last is None


def test_a_list_that_states_its_day_does_not_take_that_of_another_in_its_file() -> None:
    first, second = made(owner_text="甲县城管局责任清单二〇一五年七月"), made(owner_text="二〇一六年三月")
    found = list_dates([first, second, made()])
    assert [(told.first, told.last) for told in found] == [
        (day("2015-07-01"), day("2015-07-31")),
        (day("2016-03-01"), day("2016-03-31")),
        (day("2015-07-01"), day("2016-03-31")),
    ]


def test_the_table_of_dates_is_sound() -> None:
    table = load_yaml("dates.yml")
    rows = [row for key in ("forms", "born", "owners_born", "owners_ended", "slack") for row in table[key]]
    assert all(str(row["source"]).strip() for row in rows)
    assert all(isinstance(row.get(key, day("2020-01-01")), datetime.date) for row in rows for key in ("first", "last"))
    words = [word for row in table["born"] for word in row["words"]]
    assert len(words) == len(set(words))
    assert set(table["families"]) <= {step.old for step in national().successions}


SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real lists are not part of the project")
def test_real_lists() -> None:
    from boundaries import load

    found = {date for path in sorted(SEEDS.glob("00[23]*")) for date in list_dates(load([path]).lists)}
    ranges = {(date.first, date.last) for date in found}
    assert (day("2015-07-01"), day("2015-07-31")) in ranges
    assert {(first and first.year, last and last.year) for first, last in ranges} == {(2015, 2015), (2014, 2016)}
