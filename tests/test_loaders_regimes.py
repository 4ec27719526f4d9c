"""Supervision regimes and the accountability mechanism in the ways they are numbered."""

from __future__ import annotations

import pytest
from duty_documents import document, read
from test_loaders_variants import DUTIES, SERVICES, TITLE

from data.rows import DutyList


def list_with(*lines: str, services: bool = True) -> DutyList:
    tail = ["四、公共服务事项", SERVICES] if services else []
    (one,) = read(document("tabbed", TITLE, "一、部门职责", DUTIES, "三、事中事后监管制度", *lines, *tail))
    return one


def told(one: DutyList) -> list[tuple[str, list[str]]]:
    return [(regime.title, [passage.heading for passage in regime.sections]) for regime in one.regimes]


@pytest.mark.parametrize(
    ("titles", "heads"),
    [
        (("（一）殡葬服务监管", "（二）养老机构监管"), ("一、监督检查对象", "二、监督检查内容", "三、监督检查处理")),
        (("（一）殡葬服务监管", "（二）养老机构监管"), ("（1）监督检查对象", "（2）监督检查内容", "（3）监督检查处理")),
        (("（1）殡葬服务监管", "（2）养老机构监管"), ("（1）监督检查对象", "（2）监督检查内容", "（3）监督检查处理")),
        (("1、殡葬服务监管", "2、养老机构监管"), ("（一）监督检查对象", "（二）监督检查内容", "（三）监督检查处理")),
        (("一、殡葬服务监管", "二、养老机构监管"), ("（一）监管对象", "（二）监管内容", "（三）责任追究")),
        (("殡葬服务监管", "养老机构监管"), ("1.监督检查对象", "2.监督检查内容", "3.监督检查处理")),
        (("（一）殡葬服务监管", "养老机构监管"), ("一、监督检查对象", "二、监督检查内容", "三、责任追究")),
        (("（一）殡葬服务监管", "（二）养老机构监管"), ("一、适用范围", "二、检查方式", "3、检查程序")),
    ],
)
def test_titles_and_passages_are_numbered_in_many_ways(titles: tuple[str, ...], heads: tuple[str, ...]) -> None:
    body = [line for title in titles for line in (title, *(line for head in heads for line in (head, "依法进行。")))]
    names = [title.lstrip("（）()一二12、.") for title in titles]
    assert told(list_with(*body)) == [(name, list(heads)) for name in names]


def test_regimes_in_articles() -> None:
    one = list_with(
        "殡葬服务监管制度", "第一条 为加强监管，制定本制度。", "第二条 本制度适用于殡葬服务单位。",
        "养老机构监管办法", "第一章 总则", "第一条 为加强监管，制定本办法。", "第二条 检查对象为养老机构。",
    )  # fmt: skip
    assert told(one) == [("殡葬服务监管制度", ["第一条", "第二条"]), ("养老机构监管办法", ["", "第一条", "第二条"])]
    assert one.regimes[0].sections[0].text == "为加强监管，制定本制度。"


@pytest.mark.parametrize(
    "titles",
    [
        ("（一）殡葬服务监管", "（二）养老机构监管"),
        ("1、殡葬服务监管制度", "2、养老机构监管制度"),
        ("殡葬服务监管制度", "养老机构监管制度"),
    ],
)
def test_regimes_without_passages_are_known_by_their_titles(titles: tuple[str, ...]) -> None:
    one = list_with(*(line for title in titles for line in (title, "每年检查两次，查处乱收费。")))
    assert [regime.title for regime in one.regimes] == [title.lstrip("（）一二12、") for title in titles]


def test_items_inside_a_passage_are_no_headings() -> None:
    one = list_with(
        "（一）殡葬服务监管", "一、监督检查对象", "殡葬服务单位。", "二、监督检查内容", "（一）监督检查内容",
        "1.收费情况", "2.安全情况", "（二）监督检查指标", "1、日常巡查", "2、专项检查", "3、监督检查记录",
        "三、监督检查方式", "实地。",
    )  # fmt: skip
    assert told(one) == [("殡葬服务监管", ["一、监督检查对象", "二、监督检查内容", "三、监督检查方式"])]


def test_a_part_called_like_a_passage_opens_where_its_number_counts_on() -> None:
    one = list_with(
        "（一）殡葬监管", "一、监督检查对象", "单位。", "二、责任追究", "依法追究。", "三、主要职责", "民政局负责。",
        "四、责任追究机制", "一、行政机关", "依法追究。", "二、监察机关", "依法调查。", services=False,
    )  # fmt: skip
    assert [heading for _, headings in told(one) for heading in headings][:2] == ["一、监督检查对象", "二、责任追究"]
    assert [passage.heading for passage in one.accountability] == ["一、行政机关", "二、监察机关"]
    assert [part.kind for part in one.sections if part.state == "text"] == ["regimes", "accountability"]


def test_passages_of_accountability_may_be_numbered_in_brackets() -> None:
    one = list_with("（一）殡葬监管", "一、监督检查对象", "单位。", "四、责任追究机制", "为严格追责，制定本机制。",
                    "（一）行政机关", "依法追究。", "（二）监察机关", "依法调查。", services=False)  # fmt: skip
    assert [passage.heading for passage in one.accountability] == ["", "（一）行政机关", "（二）监察机关"]


def test_a_regime_without_a_title_keeps_its_passages() -> None:
    one = list_with("一、监督检查对象", "殡葬服务单位。", "二、监督检查内容", "收费。")
    assert told(one) == [("", ["一、监督检查对象", "二、监督检查内容"])]


def test_the_number_of_a_title_counts_only_in_a_collection() -> None:
    lines = ("三、事中事后监管制度", "（一）殡葬监管", "一、监督检查对象", "单位。")
    both = document(
        "tabbed", TITLE, "一、部门职责", DUTIES, *lines, "青岗县林业局责任清单", "一、部门职责", DUTIES, *lines
    )
    assert [regime.title for one in read(both) for regime in one.regimes] == ["（一）殡葬监管"] * 2
    assert [regime.title for regime in list_with(*lines[1:]).regimes] == ["殡葬监管"]
