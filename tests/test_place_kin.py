"""How places stand to a jurisdiction, what ended places became, and places in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import places
from data.place_kin import Kin, became, forerunners, kin_of
from data.place_mentions import mentions_in
from data.reference import load_text, load_yaml


def kin(jurisdiction: str) -> Kin:
    """The kin of a jurisdiction that has one."""
    found = kin_of(jurisdiction)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("jurisdiction", "text", "tie"),
    [
        ("衡阳市蒸湘区", "衡阳市蒸湘区", "own"),
        ("衡阳市蒸湘区", "蒸湘区", "own"),
        ("衡阳市蒸湘区", "衡阳市", "above"),
        ("衡阳市蒸湘区", "湖南省", "above"),
        ("衡阳市蒸湘区", "雁峰区", "sibling"),
        ("衡阳市蒸湘区", "衡南县", "sibling"),
        ("衡阳市蒸湘区", "长沙市", "province"),
        ("衡阳市蒸湘区", "浙江省嘉善县", "far"),
        ("衡阳市蒸湘区", "衡阳高新区", "around"),
        ("衡阳市蒸湘区", "香港特别行政区", "unknown"),
        ("南京市鼓楼区", "鼓楼区", "own"),
        ("南京市鼓楼区", "福州市鼓楼区", "far"),
        ("襄阳市襄州区", "襄樊市", "above"),
        ("襄阳市襄州区", "襄阳县", "own"),
        ("邢台市任泽区", "任县", "own"),
        ("北京市西城区", "宣武区", "own"),
        ("北京市西城区", "崇文区", "sibling"),
        ("岳阳市屈原管理区", "汨罗市", "around"),
        ("岳阳市屈原管理区", "衡阳市", "province"),
        ("衡阳市", "雁峰区", "below"),
        ("湖南省", "雁峰区", "below"),
        ("湘西州吉首市", "湘西土家族苗族自治州", "above"),
        ("湘西土家族苗族自治州吉首市", "湘西州", "above"),
        ("湘西州吉首市", "湘西州凤凰县", "sibling"),
        ("郑州市市区", "郑州市", "above"),
        ("济南市", "莱芜市", "below"),
        ("湖南省", "广东省", "far"),
        ("芜湖市无为市", "巢湖地区", "above"),
        ("东山市甲县", "雁峰区", "far"),
        ("东山市甲县", "湖南省", "unknown"),
        ("衡阳市某某工业园", "雁峰区", "around"),
    ],
)
def test_tie(jurisdiction: str, text: str, tie: str) -> None:
    (mention,) = mentions_in(text)
    assert kin(jurisdiction).tie(mention) == tie


def test_a_jurisdiction_without_a_name_has_no_kin() -> None:
    assert kin_of("") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [("静海县", "静海区"), ("襄樊市", "襄阳市"), ("蓟县", "蓟州区"), ("宣武区", "西城区"), ("城南区", None)],
)
def test_what_a_place_became(old: str, new: str | None) -> None:
    assert [place.name for place in became(places.find(old)[0])] == ([new] if new else [])


def test_forerunners_go_back_over_several_names() -> None:
    assert [place.name for place in forerunners(places.find("襄州区")[0])] == ["襄阳区", "襄阳县"]


def test_a_row_of_the_table_is_all_that_a_new_succession_needs() -> None:
    rows = [line.split(",") for line in load_text("places/successors.csv").splitlines()[1:]]
    for province, city, name, last, new, source in rows:
        (old,) = [one for one in places.find(name) if one.parents == (province, city) and one.last == int(last)]
        assert [one.name for one in became(old)] == [new]
        assert source


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("《雁峰区财政局行政处罚裁量权基准》", ["雁峰区"]),
        ("参照浙江省嘉善县、平湖市", ["浙江省嘉善县", "平湖市"]),
        ("沿海城市、新兴城市、对应城市、知名山区、今天全县、形成都市圈", []),
        ("合作市场、新建县道、平安区创建、公安县级机关、临江县（市、区）", []),
        ("湖北省公安县", ["湖北省公安县"]),
        ("报蜀山区人民政府", ["蜀山区"]),
    ],
)
def test_mentions(text: str, printed: list[str]) -> None:
    assert [mention.printed for mention in mentions_in(text)] == printed


@given(st.text(alphabet="湖南省衡阳市蒸湘区雁峰沿海城平安县和、a", max_size=30))
def test_mentions_stand_where_they_say(text: str) -> None:
    for mention in mentions_in(text):
        assert text[mention.start : mention.end] == mention.printed


def test_the_words_of_the_readings_are_strings_and_each_stands_once() -> None:
    readings = load_yaml("places/readings.yml")
    for name in ("words", "joints", "outside"):
        assert len(readings[name]) == len(set(readings[name]))
        assert all(isinstance(word, str) for word in readings[name])
    assert all(places.find(name) for name in readings["outside"])


@pytest.mark.parametrize(("jurisdiction", "zone"), [("岚川市柳塘县", False), ("岚川市柳塘新区", True)])
def test_a_county_that_no_table_has_is_no_zone(jurisdiction: str, zone: bool) -> None:
    assert kin(jurisdiction).zone is zone


def test_national_zones_hang_under_cities_that_stand_and_say_their_source() -> None:
    rows = [line.split(",") for line in load_text("places/zones_national.csv").splitlines()[1:]]
    assert len({row[0] for row in rows}) == len(rows)
    for name, short, province, city, source in rows:
        assert places.find(city)[0].parents[0] == province
        assert source
        assert {places.find(name)[0].parents, places.find(short)[0].parents} == {(province, city)}
