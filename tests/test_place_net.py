"""Area codes and labels of domains, and which of them are another place's."""

from __future__ import annotations

import pytest
from test_place_kin import kin

from data import places
from data.place_net import area_codes, foreign_code, labels, place_of_host
from data.reference import load_text

# So many cities share a code with a larger neighbour at most.
_MOST = 5


@pytest.mark.parametrize(
    ("jurisdiction", "host", "place"),
    [
        ("衡阳市蒸湘区", "www.hysgq.gov.cn", "衡阳市石鼓区"),
        ("衡阳市蒸湘区", "HYSGQ.GOV.CN", "衡阳市石鼓区"),
        ("衡阳市蒸湘区", "sgq.hengyang.gov.cn", "衡阳市石鼓区"),
        ("衡阳市蒸湘区", "www.yanfeng.gov.cn", "衡阳市雁峰区"),
        ("衡阳市蒸湘区", "www.yueyang.gov.cn", "岳阳市"),
        ("衡阳市蒸湘区", "www.hyzxq.gov.cn", None),
        ("衡阳市蒸湘区", "www.zhengxiang.gov.cn", None),
        ("衡阳市蒸湘区", "zxq.hengyang.gov.cn", None),
        ("衡阳市蒸湘区", "czj.hengyang.gov.cn", None),
        ("衡阳市蒸湘区", "www.hunan.gov.cn", None),
        ("衡阳市蒸湘区", "www.mof.gov.cn", None),
        ("衡阳市蒸湘区", "gov.cn", None),
        ("衡阳市", "www.hysgq.gov.cn", None),
        ("岳阳市屈原管理区", "www.miluo.gov.cn", None),
    ],
)
def test_place_of_host(jurisdiction: str, host: str, place: str | None) -> None:
    found = place_of_host(host, kin(jurisdiction))
    assert (found.full if found else None) == place


@pytest.mark.parametrize(
    ("jurisdiction", "code", "using"),
    [
        ("衡阳市蒸湘区", "0734", ""),
        ("衡阳市蒸湘区", "0730", "岳阳市"),
        ("衡阳市蒸湘区", "0731", ""),
        ("衡阳市蒸湘区", "010", ""),
        ("衡阳市蒸湘区", "0000", ""),
        ("淮南市寿县", "0564", ""),
        ("海口市美兰区", "0898", ""),
        ("海口市美兰区", "0734", "衡阳市"),
        ("北京市西城区", "021", "上海市"),
        ("湖北省仙桃市", "0728", ""),
        ("湖南省", "0730", ""),
        ("东山市甲县", "0730", ""),
    ],
)
def test_foreign_code(jurisdiction: str, code: str, using: str) -> None:
    assert foreign_code(code, kin(jurisdiction)) == using


def test_the_table_of_codes_is_sound() -> None:
    rows = [line.split(",") for line in load_text("places/phone_codes.csv").splitlines()[1:]]
    assert len({code for code, *_ in rows}) == len(rows)
    for code, names, source in rows:
        assert code.startswith("0")
        assert code.isdigit()
        assert 3 <= len(code) <= 4
        assert source
        assert 1 <= len(names.split()) <= _MOST
        assert all(places.find(name) for name in names.split())


def test_every_city_that_stands_has_a_code() -> None:
    using = {name for names in area_codes().values() for name in names}
    latest = max(place.last for place in places.all_places() if place.is_division)
    cities = {place for place in places.all_places() if place.level == "city" and place.last == latest}
    missing = {place.name for place in cities if place.name not in using and place.parents[0] not in using}
    assert missing == set()


def test_every_place_has_a_pinyin_of_one_syllable_a_character() -> None:
    rows = [line.split(",") for line in load_text("places/pinyin.csv").splitlines()[1:]]
    known = dict(rows)
    assert len(known) == len(rows)
    assert all(len(pinyin.split()) == len(name) for name, pinyin in rows)
    assert all(syllable.isascii() and syllable.isalpha() for _, pinyin in rows for syllable in pinyin.split())
    assert {place.name for place in places.all_places() if place.is_division} <= set(known)


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [("长沙市", "chang sha shi"), ("重庆市", "chong qing shi"), ("六安市", "lu an shi"), ("乐亭县", "lao ting xian"),
     ("长子县", "zhang zi xian"), ("漯河市", "luo he shi"), ("荥阳市", "xing yang shi"), ("曾都区", "zeng du qu")],
)  # fmt: skip
def test_names_with_readings_of_their_own(name: str, pinyin: str) -> None:
    assert f"\n{name},{pinyin}\n" in load_text("places/pinyin.csv")


def test_labels_of_autonomous_counties_leave_the_people_out() -> None:
    assert {"zhijiang", "hhzj", "zjx"} <= labels(places.find("芷江侗族自治县")[0])
