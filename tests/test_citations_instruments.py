"""One instrument of many spellings, and issuer codes seen from a jurisdiction; the tables behind both."""

from __future__ import annotations

import csv
from collections import Counter

import pytest
from corpora import corpus

from data import file_numbers, places
from data.file_numbers import issuer
from data.laws import instruments
from data.reference import load_text, load_yaml
from graph.build import build_graphs
from graph.dutygraph import DutyGraph
from graph.instruments import CitedInstrument


def graph_of(*bases: str) -> DutyGraph:
    rows = "\n".join(f"{number} | 事项{number} | 县水利局 | 牵头 | {basis}" for number, basis in enumerate(bases, 1))
    table = f"seq | matter | department | duty | basis\n{rows}"
    return build_graphs(corpus([{"owner": "甲县水利局", "boundaries": table}]))[0]


def cited(*bases: str) -> tuple[CitedInstrument, ...]:
    return graph_of(*bases).instruments()


def test_spellings_of_a_known_law_are_one_instrument() -> None:
    (water,) = cited("《中华人民共和国水法》第三条", "《水法》", "《水法》（2016年修正）第五条")
    assert water.name == "中华人民共和国水法"
    assert water.known in instruments()
    assert {link.reason for link in water.links} == {"known"}
    assert [place.citation.articles for place in water.places] == [("第三条",), (), ("第五条",)]


def test_one_number_in_any_brackets_is_one_paper() -> None:
    (paper,) = cited(
        "《关于节约用水的若干意见》（东政发〔2012〕3号）",
        "《东山市政府关于节约用水的若干意见》（东政发[2012]3号）",
        "东政发【2012】3号",
        "《关于节约用水的若干意见》",
    )
    assert len(paper.places) == 4
    assert [link.reason for link in paper.links] == ["title", "number"]


def test_the_notice_that_issues_a_paper_is_that_paper() -> None:
    (paper,) = cited("《东山市节水管理规定》（东政发〔2012〕3号）", "《关于印发〈东山市节水管理规定〉的通知》")
    assert [link.reason for link in paper.links] == ["title", "issued"]


def test_two_numbers_of_one_title_stay_apart_and_name_each_other() -> None:
    first, second = cited(
        "《关于节约用水的若干意见》（东政发〔2012〕3号）；《关于节约用水的若干意见》（东办发〔2012〕3号）"
    )
    assert first.same_title == (second.id,)
    assert second.same_title == (first.id,)


def test_two_titles_of_one_number_stay_apart_and_name_each_other() -> None:
    first, second = cited("《东山市河道采砂规定》（东政发〔2012〕3号）；《城镇污泥处置实施意见》（东政发〔2012〕3号）")
    assert first.same_number == (second.id,)
    assert second.same_number == (first.id,)


def test_short_forms_that_nothing_explains_are_no_instrument() -> None:
    assert cited("《条例》第三条", "《办法》") == ()


def test_instruments_are_made_once() -> None:
    graph = graph_of("《水法》")
    assert graph.instruments() is graph.instruments()


@pytest.mark.parametrize(
    ("code", "home", "standing", "found"),
    [
        ("石政办发", "衡阳市蒸湘区", "sibling", ("衡阳市石鼓区",)),
        ("石政计生发", "衡阳市蒸湘区", "sibling", ("衡阳市石鼓区",)),
        ("雁教发", "衡阳市蒸湘区", "sibling", ("衡阳市雁峰区",)),
        ("石鼓政发", "衡阳市蒸湘区", "sibling", ("衡阳市石鼓区",)),
        ("清政办", "邢台市威县", "sibling", ("邢台市清河县",)),
        ("龙府办", "海口市美兰区", "sibling", ("海口市龙华区",)),
        ("长政发", "衡阳市蒸湘区", "elsewhere", ("长沙市", "长沙市长沙县")),
        ("浙政发", "衡阳市蒸湘区", "elsewhere", ("浙江省",)),
        ("鑫政发", "衡阳市蒸湘区", "nowhere", ()),
        ("石政办发", "衡阳市石鼓区", "chain", ()),
        ("蒸湘政发", "衡阳市蒸湘区", "chain", ()),
        ("衡政办函", "衡阳市蒸湘区", "chain", ()),
        ("湘财建", "衡阳市蒸湘区", "chain", ()),
        ("穗府办", "广州市天河区", "chain", ()),
        ("筑府发", "贵阳市云岩区", "chain", ()),
        ("国发", "衡阳市蒸湘区", "central", ()),
        ("中办发", "衡阳市蒸湘区", "central", ()),
        ("国计生发", "衡阳市蒸湘区", "central", ()),
        ("环发", "衡阳市蒸湘区", "central", ()),
        ("海办发", "海口市美兰区", "chain", ()),
        ("莱政发", "济南市钢城区", "chain", ()),
    ],
)
def test_where_a_code_belongs(code: str, home: str, standing: str, found: tuple[str, ...]) -> None:
    told = issuer(code, home)
    assert told is not None
    assert (told.standing, told.places) == (standing, found)


@pytest.mark.parametrize(
    "code",
    [
        "民发",
        "财综",
        "财预",
        "建房",
        "公通字",
        "发改农经",
        "人口宣教",
        "办字",
        "区政发",
        "石化发",
        "荷塘中学",
        "",
    ],
)
def test_codes_of_which_nothing_is_said(code: str) -> None:
    assert issuer(code, "衡阳市蒸湘区") is None


def test_a_short_name_is_added_by_a_row_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    table = load_text("places/short.csv") + "衡阳市,雁,衡阳市别称（雁城）\n"
    monkeypatch.setattr(file_numbers, "load_text", lambda _: table)
    told = []
    for _ in ("with the row", "without it"):
        for cached in (file_numbers._shorts, file_numbers._called, issuer):
            cached.cache_clear()
        told.append(issuer("雁政发", "衡阳市蒸湘区"))
        monkeypatch.undo()
    assert [one.standing for one in told if one] == ["chain", "sibling"]


def test_former_names_and_districts_that_were_joined_are_of_the_chain() -> None:
    told = issuer("城政发", "衡阳市石鼓区")
    assert told is None or told.standing == "chain"


def test_short_names_are_of_known_places_each_once_with_a_source() -> None:
    rows = list(csv.DictReader(load_text("places/short.csv").splitlines()))
    assert max(Counter((row["name"], row["short"]) for row in rows).values()) == 1
    assert all(len(row["short"]) == 1 and row["source"] for row in rows)
    assert [row["name"] for row in rows if not places.find(row["name"])] == []
    provinces = {place.name for place in places.all_places() if place.level == "province"}
    assert provinces - {row["name"] for row in rows} == set()


def test_words_of_the_tables_stand_once() -> None:
    issuers, titles = load_yaml("law/issuers.yml"), load_yaml("law/titles.yml")
    organs = [word for words in issuers["organs"].values() for word in words]
    for words in (organs, issuers["always_central"] + issuers["central"], issuers["forms"], *titles.values()):
        assert [word for word, count in Counter(words).items() if count > 1] == []
