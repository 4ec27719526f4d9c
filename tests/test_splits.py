"""Splits of a matter by function family: distance, modal split, families as printed and at one date."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from corpora import corpus
from hypothesis import given
from hypothesis import strategies as st

from analysis.engine import analyse
from analysis.rules.e2_split_inconsistent import split_inconsistent
from analysis.splits import (
    ROLES,
    Split,
    Stand,
    common_date,
    distances,
    lead_families,
    list_splits,
    modal_split,
    narrowed,
    split_distance,
    splits,
    stands,
)
from data.rows import RoleName
from graph.build import build_graphs
from graph.counterparts import close_matters
from loaders.load import load

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
SPLITS = st.dictionaries(st.sampled_from(["公安", "民政", "教育", "卫生健康", "财政"]), st.sampled_from(ROLES))
LATE = datetime.date(2026, 1, 1)


def told(*lists: tuple[str, str, str, int | None]) -> tuple[Stand, ...]:
    """The stands on the one matter that all lists have: (jurisdiction, owner, rows without seq and matter, year)."""
    entries: list[dict[str, Any]] = [
        {"jurisdiction": place, "owner": owner, "year": year, "boundaries": _table(rows)}
        for place, owner, rows, year in lists
    ]
    (group,) = close_matters(build_graphs(corpus(entries)))
    return stands(group)


def _table(rows: str) -> str:
    lines = [f"1 | 烟花爆竹安全管理 | {row.strip()}" for row in rows.split(";")]
    return "\n".join(["seq | matter | department | duty", *lines])


@given(SPLITS, SPLITS)
def test_distance_is_symmetric_and_between_0_and_1(one: Split, other: Split) -> None:
    assert 0 <= split_distance(one, other) <= 1
    assert split_distance(one, other) == split_distance(other, one)


@given(SPLITS, SPLITS)
def test_distance_is_0_for_equal_splits_alone(one: Split, other: Split) -> None:
    assert (split_distance(one, other) == 0) == (one == other)


@given(SPLITS, SPLITS)
def test_distance_is_1_for_splits_without_a_family_in_common(one: Split, other: Split) -> None:
    apart = bool(one or other) and one.keys().isdisjoint(other)
    assert (split_distance(one, other) == 1) == apart


@given(SPLITS, st.sampled_from(ROLES))
def test_another_role_is_less_far_than_another_family(split: Split, role: RoleName) -> None:
    helped: Split = {**split, "审计": "lead"}
    assert split_distance(helped, {**split, "审计": role}) <= split_distance(helped, {**split, "统计": role})


@given(st.lists(SPLITS, min_size=1, max_size=5))
def test_modal_split_holds_just_what_more_than_half_name(found: list[Split]) -> None:
    modal = modal_split(found)
    for family in {family for split in found for family in split}:
        count = sum(family in split for split in found)
        assert (family in modal) == (count * 2 > len(found))


def test_modal_split_takes_the_stronger_of_two_equally_common_roles() -> None:
    assert modal_split([{"民政": "support"}, {"民政": "lead"}]) == {"民政": "lead"}


def test_two_jurisdictions_are_compared_with_each_other_and_more_with_the_modal_split() -> None:
    assert distances({"甲": {"民政": "lead"}, "乙": {"公安": "lead"}}) == {"甲": 1.0, "乙": 1.0}
    assert distances({"甲": {"民政": "lead"}, "乙": {"民政": "lead"}, "丙": {"公安": "lead"}}) == {
        "甲": 0.0,
        "乙": 0.0,
        "丙": 1.0,
    }


def test_a_body_of_several_families_counts_for_those_that_others_name() -> None:
    assert narrowed(("教育", "文化", "体育"), {"体育", "教育"}) == ("教育", "体育")
    assert narrowed(("自然资源", "规划"), {"水利"}) == ("自然资源",)
    assert narrowed((), {"水利"}) == ()


BEFORE = (
    "东山市甲县",
    "甲县安监局",
    "县安监局 | 牵头负责烟花爆竹安全管理; 县质监局 | 负责质量; 县工商局 | 配合检查",
    2013,
)
AFTER = ("东山市乙县", "乙县应急局", "县应急管理局 | 牵头负责烟花爆竹安全管理; 县市场监管局 | 负责质量", 2020)


def test_families_stand_as_printed_and_at_one_date_side_by_side() -> None:
    both = told(BEFORE, AFTER)
    assert splits(both)["东山市甲县"] == {"安监": "lead", "质监": "responsible", "工商": "support"}
    assert splits(both, LATE)["东山市甲县"] == {"应急管理": "lead", "市场监管": "responsible"}
    assert max(distances(splits(both)).values()) == 1
    assert max(distances(splits(both, LATE)).values()) == 0


def test_leads_follow_the_date_too_and_only_those_in_words_count() -> None:
    before, after = told(BEFORE, AFTER)
    assert lead_families(before) == {"安监"}
    assert lead_families(before, LATE) == lead_families(after, LATE) == {"应急管理"}
    quiet, _ = told(("东山市甲县", "甲县安监局", "县安监局 | 负责安全检查", 2013), AFTER)
    assert lead_families(quiet) == frozenset()


def test_all_are_followed_to_the_year_of_the_newest_list_where_all_are_known() -> None:
    assert common_date(told(BEFORE, AFTER)) == datetime.date(2020, 12, 31)
    assert common_date(told(BEFORE, (*AFTER[:3], None))) == datetime.date.max


def test_words_that_name_no_department_have_no_part_in_a_split() -> None:
    vague = ("东山市甲县", "甲县安监局", "县安监局 | 负责安全管理; 其他有关部门 | 按各自职责负责", 2013)
    assert splits(told(vague, AFTER))["东山市甲县"] == {"安监": "responsible"}


def test_lists_of_one_jurisdiction_stay_apart_and_are_joined_for_the_comparison() -> None:
    second = ("东山市甲县", "甲县公安局", "县公安局 | 牵头负责烟花爆竹燃放管理; 县安监局 | 负责安全管理", 2013)
    three = told(BEFORE, second, AFTER)
    assert [len(split) for split in list_splits(three)] == [3, 2, 2]
    assert splits(three)["东山市甲县"] == {"安监": "lead", "质监": "responsible", "工商": "support", "公安": "lead"}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real lists are not at hand")
def test_the_sex_ratio_of_births_in_five_real_places() -> None:
    findings = analyse(build_graphs(load([SEEDS])), [split_inconsistent])
    (found,) = [finding for finding in findings if finding.matter == "出生人口性别比治理"]
    assert [place[-3:] for place in found.jurisdictions] == ["屈原区", "市威县", "蒸湘区", "美兰区", "博山区"]
    who = [tuple(piece.label.partition("｜")[::2]) for piece in found.evidence if "｜" in piece.label]
    assert [said.rpartition("：")[2] for family, said in who if family == "人口计生，改革后为卫生健康"] == [
        "区人口计生局（负责）",
        "人口计生局（牵头）",
        "区人口计生局（负责）",
    ]
    assert "。衡阳市蒸湘区卫生局清单、衡阳市蒸湘区人口和计划生育局清单对这一事项的分工不一致" in found.message
    assert "淄博市博山区的部门职责写有此项工作，但没有列入职责边界" in found.message
    assert found.evidence[-1].text == "协调有关部门做好出生人口性别比治理工作"
