"""Names of places: full names, the place before a name, names in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import places
from data.reference import load_text, load_yaml


@pytest.mark.parametrize(
    ("name", "hint", "full"),
    [
        ("蒸湘区", "", "衡阳市蒸湘区"),
        ("衡阳市蒸湘区", "", "衡阳市蒸湘区"),
        ("湖南省衡阳市蒸湘区", "", "衡阳市蒸湘区"),
        ("威县", "", "邢台市威县"),
        ("海淀区", "", "北京市海淀区"),
        ("仙桃市", "", "湖北省仙桃市"),
        ("屈原区", "", "岳阳市屈原区"),
        ("衡阳市", "", "衡阳市"),
        # A town of these names lay in the prefecture of the same name before the city was made.
        ("岳阳市", "岳阳市教育局", "岳阳市"),
        ("绍兴市", "绍兴市水利局", "绍兴市"),
        ("绍兴地区绍兴市", "", "绍兴地区绍兴市"),
        ("湖南省", "", "湖南省"),
        ("鼓楼区", "", None),
        ("鼓楼区", "福州市政府", "福州市鼓楼区"),
        ("上海市宝山区", "", "上海市宝山区"),
        ("太虚县", "", None),
    ],
)
def test_full_name(name: str, hint: str, full: str | None) -> None:
    assert places.full_name(name, hint) == full


@pytest.mark.parametrize(
    "name", ["宣武区", "崇文区", "莱芜市", "静海县", "南汇区", "郾城县", "襄樊市", "双流县", "梅列区"]
)
def test_abolished_places_are_known_with_their_years(name: str) -> None:
    assert all(place.last < 2024 for place in places.find(name))
    assert places.find(name)


def test_a_zone_is_no_division() -> None:
    assert not places.find("屈原管理区")[0].is_division
    assert places.find("蒸湘区")[0].is_division


@pytest.mark.parametrize(
    ("text", "lead"),
    [("衡阳市蒸湘区卫生局", "衡阳市蒸湘区"), ("威县卫生局", "威县"), ("区卫生局", ""), ("市公安局美兰分局", "")],
)
def test_leading(text: str, lead: str) -> None:
    assert places.leading(text) == lead


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("衡阳市蒸湘区和县级部门，参照浙江省嘉善县、嘉善县", {"衡阳市": 1, "蒸湘区": 1, "浙江省": 1, "嘉善县": 2}),
        ("由县发改局会同县林业部门申报，提高县级、街道县直单位、城区公路局、行政区划、市区", {}),
        ("威县卫生局；赔偿威县", {"威县": 1}),
        ("衡阳市城区", {"衡阳市": 1, "城区": 1}),
    ],
)
def test_find_in(text: str, names: dict[str, int]) -> None:
    assert places.find_in(text) == names


@given(st.text(alphabet="湖南省衡阳市蒸湘区和县城区 、a", max_size=30))
def test_names_in_text_stand_there_as_often_as_counted(text: str) -> None:
    for name, count in places.find_in(text).items():
        assert places.find(name)
        assert text.count(name) >= count > 0


@given(st.text(max_size=20))
def test_any_text_is_taken(text: str) -> None:
    assert text.startswith(places.leading(text))
    places.full_name(text)


def test_the_table_is_sound() -> None:
    rows = [line.split(",") for line in load_text("places/divisions.csv").splitlines()[1:]]
    assert all(len(row) == 6 and row[0] and len(row[3]) == 6 and 1980 <= int(row[4]) <= int(row[5]) for row in rows)
    assert len({(row[0], row[1], row[2], row[4]) for row in rows}) == len(rows)


def test_the_zones_hang_under_places_that_exist_and_every_ordinary_word_is_a_place() -> None:
    zones = load_yaml("places/zones.yml")
    assert all(places.find(parent) for zone in zones["zones"] for parent in (zone["province"], zone["city"]) if parent)
    assert [word for word in zones["ordinary"] if not places.find(word)] == []
