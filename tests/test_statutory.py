"""The table of statutory splits, how a matter finds its split, and what adding one changes."""

from __future__ import annotations

import datetime
import re
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st

from analysis.engine import analyse
from analysis.rules.a1_no_lead import no_lead
from analysis.rules.b12_baseline_lead_differs import baseline_lead_differs
from data.body_terms import family_table
from data.knowledge import national, with_local
from data.laws import instruments
from data.new_fields import new_fields
from data.reference import load_yaml
from data.statutory import StatutorySplit, split_of, statutory_splits
from graph.baseline import baseline_of, followed, related
from graph.build import build_graphs
from graph.dates import Standpoint

TODAY = datetime.date(2026, 11, 22)
# The matters of DOMAIN 4.4 that a list of a county can have.
NEEDED = [
    "计划生育工作", "出生人口性别比治理", "食品安全", "危险化学品安全监管", "烟花爆竹安全监管",
    "民用爆炸物品监管", "校车安全管理", "无证无照经营查处", "生猪屠宰管理", "消防安全", "城镇燃气管理",
    "安全生产", "农民工工资支付保障", "地名管理", "社区戒毒", "易制毒化学品管理", "自然保护地监管",
    "野生植物保护", "残疾人教育", "公共场所卫生", "彩票管理", "快递管理", "退耕还林",
]  # fmt: skip
ENTRY = {
    "matter": "秸秆禁烧",
    "words": [["秸秆"], ["禁烧", "焚烧"]],
    "leads": ["农业农村"],
    "instrument": "望溪县秸秆禁烧办法",
    "articles": ["第三条"],
    "first": "2020-01-01",
    "source": "望溪县政府文件",
}

every_split = pytest.mark.parametrize("split", statutory_splits(), ids=lambda split: f"{split.matter} {split.first}")


@every_split
def test_a_split_says_which_law_and_article_and_where_the_text_was_read(split: StatutorySplit) -> None:
    assert split.instrument
    assert split.source
    assert split.words
    assert split.articles
    assert all(re.fullmatch("第[一二三四五六七八九十百零]+条", one) for one in split.articles)


@every_split
def test_its_families_are_known_and_stand_once(split: StatutorySplit) -> None:
    named = [*split.leads, *(party.family for party in split.parties)]
    assert set(named) <= set(family_table())
    assert len(named) == len(set(named))
    assert named, "a split that names nobody tells nothing"


@every_split
def test_its_law_is_in_the_table_of_laws_and_in_force_as_long(split: StatutorySplit) -> None:
    named = [one for one in instruments() if split.instrument in (one.name, *one.aliases)]
    days = (split.first, split.last or TODAY)
    assert any(all(one.standing(day) == "in-force" for day in days) for one in named)


@every_split
def test_its_days_are_in_order_and_its_matter_finds_it(split: StatutorySplit) -> None:
    assert split.last is None or split.first < split.last
    found = baseline_of(split.matter, split.first, national())
    assert found is not None
    assert found.split == split


def test_no_two_splits_of_one_matter_hold_on_one_day() -> None:
    for one, other in combinations(statutory_splits(), 2):
        if one.matter == other.matter:
            assert not one.holds(other.first), one.matter
            assert not other.holds(one.first), one.matter


@pytest.mark.parametrize("matter", NEEDED)
def test_the_matters_that_an_auditor_knows_are_there(matter: str) -> None:
    assert baseline_of(matter, TODAY, national()), matter


@pytest.mark.parametrize(
    ("matter", "day", "leads"),
    [
        ("危险化学品安全监督管理", datetime.date(2014, 6, 1), ("安监",)),
        ("危险化学品安全监督管理", datetime.date(2026, 6, 1), ("应急管理",)),
        ("生猪屠宰管理", datetime.date(2012, 6, 1), ("商务",)),
        ("生猪屠宰管理", datetime.date(2020, 6, 1), ("农业农村",)),
        ("无证无照经营查处", datetime.date(2015, 6, 1), ("工商",)),
        ("无证无照经营查处", datetime.date(2020, 6, 1), ()),
        ("职业病防治", datetime.date(2014, 6, 1), ("安监", "卫生健康", "人力资源社会保障")),
        ("职业病防治", datetime.date(2020, 6, 1), ("卫生健康", "人力资源社会保障")),
    ],
)
def test_the_day_decides_which_law_counts(matter: str, day: datetime.date, leads: tuple[str, ...]) -> None:
    found = baseline_of(matter, day, national())
    assert found is not None
    assert found.split.leads == leads


@pytest.mark.parametrize(
    "matter",
    [
        "危险化学品道路运输安全监管", "危险化学品事故救援", "校园食品安全", "医疗机构建设用地", "动物疫苗管理",
        "学校卫生室建设", "商贸企业安全生产监管", "户外广告设置管理", "消防产品质量", "城镇供水管网水质检测",
        "流动人口管理", "违章建筑的拆除", "",
    ],
)  # fmt: skip
def test_a_narrower_matter_and_another_one_have_no_split(matter: str) -> None:
    assert baseline_of(matter, TODAY, national()) is None


def test_a_name_in_the_words_of_the_split_is_surer_than_one_with_more() -> None:
    bare, worded = (baseline_of(name, TODAY, national()) for name in ("殡葬", "全县殡葬管理工作"))
    assert bare
    assert worded
    assert bare.score > worded.score


def test_departments_are_followed_both_ways_over_a_reform_and_never_across() -> None:
    known = national()
    assert related("安监", "应急管理", known)
    assert related("应急管理", "安监", known)
    assert not related("工商", "食药监", known)
    assert followed("食药监", datetime.date(2014, 1, 1), known) == ("食药监",)
    assert followed("食药监", TODAY, known) == ("市场监管",)


def listed(lead: str) -> list[dict[str, Any]]:
    """A list of one matter of which the program's table knows nothing."""
    rows = f"1 | 秸秆禁烧工作 | 县农业农村局 | 推广综合利用\n1 | 秸秆禁烧工作 | 县城市管理局 | {lead}"
    owner = {"jurisdiction": "岚川市望溪县", "owner": "望溪县农业农村局"}
    return [{**owner, "boundaries": f"seq | matter | department | duty\n{rows}"}]


def test_an_office_adds_a_split_of_its_own_and_the_rules_know_it() -> None:
    known, at = with_local(national(), [split_of(ENTRY)]), Standpoint(TODAY)
    plain, told = (build_graphs(corpus(listed("查处焚烧")), at, one) for one in (national(), known))
    assert [(one.severity, one.confidence) for one in analyse(plain, [no_lead])] == [("M", "explicit")]
    assert [(one.severity, one.confidence) for one in analyse(told, [no_lead])] == [("H", "statutory")]
    other = build_graphs(corpus(listed("牵头负责秸秆禁烧工作")), at, known)
    assert ["望溪县秸秆禁烧办法" in one.message for one in analyse(other, [baseline_lead_differs])] == [True]


def test_the_entry_that_the_page_shows_is_one() -> None:
    page = (Path(__file__).parents[1] / "docs" / "statutory-splits.md").read_text(encoding="utf-8")
    shown = "\n".join(line.strip() for line in page.splitlines() if line.startswith("    "))
    entry = tomllib.loads(shown)["split"][0]
    assert [party.family for party in split_of(entry).parties] == ["生态环境", "城市管理"]


def test_what_the_office_says_of_a_matter_goes_before_the_program() -> None:
    own = split_of({**ENTRY, "matter": "殡葬", "words": [["殡葬"]], "leads": ["城市管理"]})
    found = baseline_of("殡葬管理", TODAY, with_local(national(), [own]))
    assert found is not None
    assert found.split == own


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"leads": ["环保办"]}, "环保办"),
        ({"parties": {"治安": "巡查"}}, "治安"),
        ({"parties": ["公安"]}, "parties"),
        ({"words": []}, "words"),
        ({"words": ["秸秆"]}, "words"),
        ({"articles": "第三条"}, "articles"),
        ({"first": "2020年1月"}, "2020年1月"),
        ({"last": "2019-01-01"}, "2019-01-01"),
        ({"lead": "公安"}, "lead"),
    ],
)
def test_a_wrong_entry_says_what_is_wrong(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        split_of({**ENTRY, **change})


@pytest.mark.parametrize("key", ["matter", "words", "leads", "instrument", "articles", "first", "source"])
def test_an_entry_without_a_needed_key_names_it(key: str) -> None:
    with pytest.raises(ValueError, match=key):
        split_of({name: value for name, value in ENTRY.items() if name != key})


@given(st.text(max_size=40))
def test_any_name_of_a_matter_is_judged(name: str) -> None:
    found = baseline_of(name, TODAY, national())
    assert found is None or found.split.holds(TODAY)


def test_the_watch_list_names_families_and_years_and_no_field_twice() -> None:
    fields = new_fields()
    assert len({field.name for field in fields}) == len(fields)
    for field in fields:
        assert field.words
        assert field.source
        assert field.families
        assert set(field.families) <= set(family_table())
        assert 2010 <= field.first <= TODAY.year


def test_words_that_leave_a_matter_as_it_is_stand_once() -> None:
    words = load_yaml("law/rest.yml")["words"]
    assert len(words) == len(set(words))
