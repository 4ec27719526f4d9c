"""The tables of data/law: sound in themselves, complete where they say so, and in line with the facts kept beside."""

from __future__ import annotations

import csv
import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from corpora import corpus

from analysis.abolished import spoken_of
from analysis.voices import voices
from data.abolished import abolished_institutions, abolished_of
from data.knowledge import national, with_local
from data.law_lookup import Laws
from data.law_titles import title_key
from data.laws import COMPLETE_TO, Instrument, instrument_of, instruments, laws_of, unknown_law
from graph.home import home_of

SHARED = Path(__file__).parents[1].parent / "shared" / "data"
LAWS = laws_of(instruments())
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def shared_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of facts that is kept beside the project."""
    if not (SHARED / name).exists():
        pytest.skip(f"{name} is not kept here")
    with (SHARED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def days_in(text: str) -> list[datetime.date]:
    return [datetime.date(*map(int, found)) for found in _DATE.findall(text)]


def test_the_days_of_an_instrument_are_in_order_and_it_has_a_source() -> None:
    wrong = [one.name for one in instruments() if not one.source or bool(one.ended) != bool(one.ended_by)]
    wrong += [one.name for one in instruments() if not _in_order(one)]
    assert wrong == []


def _in_order(one: Instrument) -> bool:
    known = [day for day in (one.adopted, one.effective, one.ended) if day]
    adopted = [change.adopted for change in one.changes]
    return (
        known == sorted(known)
        and adopted == sorted(set(adopted))
        and all(change.adopted <= change.effective for change in one.changes)
        and all(change.effective < one.ended for change in one.changes if one.ended)
        and all(change.adopted > one.adopted for change in one.changes if one.adopted)
    )


def test_no_instrument_is_adopted_years_before_it_holds() -> None:
    """The last clause of a revised text tells when the revision holds, not when the instrument first did."""
    late = {"中华人民共和国香港特别行政区基本法", "中华人民共和国澳门特别行政区基本法"}
    late |= {"中华人民共和国行政诉讼法", "中华人民共和国企业破产法（试行）", "废弃电器电子产品回收处理管理条例"}
    known = [one for one in instruments() if one.adopted and one.effective and one.name not in late]
    assert [one.name for one in known if (one.effective - one.adopted).days > 400] == []


def _generations() -> Iterator[tuple[Instrument, Instrument]]:
    by_key: dict[str, list[Instrument]] = defaultdict(list)
    for one in instruments():
        by_key[title_key(one.name)].append(one)
    for same in by_key.values():
        same.sort(key=lambda one: one.ended or datetime.date.max)
        yield from pairwise(same)


def test_an_instrument_begins_when_the_one_of_the_same_title_has_ended() -> None:
    pairs = list(_generations())
    assert len(pairs) > 30
    for older, newer in pairs:
        first = newer.effective or newer.adopted
        assert older.ended, older.name
        assert first, older.name
        assert older.ended <= first or newer.effective is None, older.name


def test_a_national_law_that_ends_another_instrument_is_in_the_table() -> None:
    enders = {one.ended_by for one in instruments() if re.fullmatch("中华人民共和国[^（）]*法(典)?", one.ended_by)}
    assert len(enders) > 20
    assert [name for name in sorted(enders) if not LAWS.named(name)] == []


def test_the_table_of_national_laws_is_the_list_of_the_congress() -> None:
    in_force = [one for one in instruments() if one.kind == "law" and one.standing(COMPLETE_TO) == "in-force"]
    in_force += [one for one in instruments() if one.kind == "law" and one.standing(COMPLETE_TO) == "not-yet"]
    listed = shared_rows("laws_in_force_2026-06-26.tsv")
    assert sorted(one.name for one in in_force) == sorted(row["name"] for row in listed)


def test_years_of_adoption_and_of_the_last_change_agree_with_the_list_of_the_congress() -> None:
    found = {one.name: one for one in instruments() if one.kind == "law" and not _over(one)}
    wrong = []
    for row in shared_rows("laws_in_force_2026-06-26.tsv"):
        one = found[row["name"]]
        last = str(one.changes[-1].adopted.year) if one.changes else "—"
        if (str(one.adopted and one.adopted.year), last) != (row["passed"], row["last_amended"] or "—"):
            wrong.append(row["name"])
    # The list counts the twelve amendments of the criminal law, which are laws of their own, not as changes.
    assert wrong == ["中华人民共和国刑法"]


def _over(one: Instrument) -> bool:
    return bool(one.ended and one.ended <= COMPLETE_TO)


def test_each_day_of_a_law_s_history_is_in_the_table() -> None:
    found = {title_key(one.name): one for one in instruments() if one.kind == "law" and not _over(one)}
    missing = []
    for row in shared_rows("law_histories.tsv"):
        one = found.get(title_key(row["title"]))
        days = {one.adopted, *(change.adopted for change in one.changes)} if one else set()
        told = [line for line in row["history"].split(" | ") if re.search("通过|修正|修订", line)]
        missing += [(row["title"], line) for line in told if days.isdisjoint(days_in(line))]
    # Decisions that approve a regulation are listed under their own title in the list of the congress.
    assert [title for title, _ in missing if "批准" not in title] == []


def test_the_day_of_the_clause_in_force_is_in_the_table() -> None:
    found = {title_key(one.name): one for one in instruments() if one.kind == "law" and not _over(one)}
    wrong = []
    for row in shared_rows("law_histories.tsv"):
        one = found.get(title_key(row["title"]))
        days = days_in(row["in_force_clause"])
        known = {one.effective, *(change.effective for change in one.changes)} if one else set()
        wrong += [row["title"]] if one and days and days[-1] not in known else []
    # There the last clause of the file is that of a later annex.
    assert wrong == ["中华人民共和国香港特别行政区基本法"]


def test_repeals_by_clause_are_in_the_table() -> None:
    rows = [row for row in shared_rows("repealed_by_clause.tsv") if "2000" <= row["effective"] < "2100"]
    missing = [row["repealed"] for row in rows if not _repealed(row)]
    # A decision that changes an instrument is no instrument of its own; the last is an old rule of the same title that
    # ended in 2001, of which nothing else is known.
    kept = [name for name in missing if not re.search("修正案|关于修改", name)]
    assert kept == ["中华人民共和国飞行基本规则"]
    assert len(missing) <= 0.04 * len(rows)


def _repealed(row: dict[str, str]) -> bool:
    return row["effective"] in {str(one.ended) for one in LAWS.named(row["repealed"])}


def test_every_national_law_and_regulation_that_the_lists_at_hand_cite_is_in_the_table() -> None:
    texts = sorted((SHARED.parent / "seeds").glob("*.txt"))
    if not texts:
        pytest.skip("no lists are kept here")
    cited = {title for path in texts for title in re.findall("《([^《》\n]+)》", path.read_text(encoding="utf-8"))}
    national = {
        title for title in cited if re.search("[^办看做]法$|条例(（.{2,4}）)?$", title) and not _of_place(title)
    }
    missing = {title for title in national if not LAWS.named(title) and not LAWS.nearest(title)}
    # Titles that the lists make up: no such regulation was ever made.
    assert missing == {"学前教育促进条例", "公务员处分条例", "流动人口计划生育服务管理条例"}


def _of_place(title: str) -> bool:
    return bool(re.search("[省市县区]", title[:6]))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("《食品安全法》", "中华人民共和国食品安全法"),
        ("中华人民共和国食品安全法（2015年修订）", "中华人民共和国食品安全法"),
        ("〈 中华人民共和国 母婴保健法〉", "中华人民共和国母婴保健法"),
        ("归侨侨眷权益保护法实施办法", "中华人民共和国归侨侨眷权益保护法实施办法"),
        ("关于全面建立临时救助制度的通知", "国务院关于全面建立临时救助制度的通知"),
        ("单用途商业预付卡管理办法", "单用途商业预付卡管理办法（试行）"),
        ("单用途商业预付卡管理办法（试行）（2016年修正）", "单用途商业预付卡管理办法（试行）"),
        ("生活饮用水卫生监督管理办法（建设部、卫生部令第53号发布）", "生活饮用水卫生监督管理办法"),
        ("地方组织法", "中华人民共和国地方各级人民代表大会和地方各级人民政府组织法"),
    ],
)
def test_a_title_is_found_however_it_is_printed(printed: str, name: str) -> None:
    assert LAWS.named(printed)[-1].name == name


def test_of_two_of_one_title_the_day_decides() -> None:
    name = "国家安全法"
    assert [LAWS.at(name, datetime.date(year, 1, 1)) for year in (2014, 2015, 2016)] == [
        LAWS.named(name)[0],
        LAWS.named(name)[0],
        LAWS.named(name)[1],
    ]
    assert LAWS.named(name)[0].standing(datetime.date(2015, 1, 1)) == "ended"


@pytest.mark.parametrize(
    ("printed", "near"),
    [
        ("残疾人保护法", ("中华人民共和国残疾人保障法",)),
        ("人口和计划生育法", ("中华人民共和国人口与计划生育法",)),
        ("计划生育服务管理条例", ("计划生育技术服务管理条例",)),
        ("设计法", ()),
        ("甲县养犬管理办法", ()),
        ("合作律师事务所管理办法", ()),
        ("食品安全法实施办法", ()),
        ("河北省人口与计划生育条例", ()),
    ],
)
def test_near_titles(printed: str, near: tuple[str, ...]) -> None:
    assert LAWS.nearest(printed) == near


def test_few_titles_of_the_table_would_pass_for_misprints_of_another() -> None:
    """What the table does not have must not be taken for a misprint: each title is tried as if it were not there."""
    some = instruments()[::16]
    taken = [one.name for one in some if Laws(_without(one)).nearest(one.name)]
    assert len(taken) <= 0.02 * len(some), taken


def _without(one: Instrument) -> list[Instrument]:
    return [other for other in instruments() if title_key(other.name) != title_key(one.name)]


def test_no_law_of_a_title_is_told_only_up_to_the_day_of_the_list() -> None:
    assert unknown_law("残疾人保护法", LAWS, COMPLETE_TO)
    assert not unknown_law("残疾人保护法", LAWS, COMPLETE_TO + datetime.timedelta(days=1))
    assert not unknown_law("中华人民共和国乡镇企业法", LAWS, datetime.date(2015, 1, 1))
    assert not unknown_law("甲县养犬管理办法", LAWS, datetime.date(2015, 1, 1))
    assert not unknown_law("行政法", LAWS, datetime.date(2015, 1, 1))


def test_a_row_that_is_added_changes_what_holds() -> None:
    day, name = datetime.date(2025, 1, 1), "甲县养犬管理办法"
    cells = [
        name,
        "",
        "local",
        "甲县人民政府",
        "甲政发〔2010〕3号",
        "2010-05-01",
        "",
        "",
        "2024-01-01",
        "新办法",
        "县志",
    ]
    assert LAWS.at(name, day) is None
    added = laws_of(with_local(national(), [instrument_of(cells)]).instruments).at(name, day)
    assert added is not None
    assert added.standing(day) == "ended"


def test_an_office_s_own_row_is_believed_before_the_table() -> None:
    known = LAWS.named("单用途商业预付卡管理办法")[0]
    own = Instrument(known.name, "rule", effective=known.effective, ended=datetime.date(2020, 1, 1), ended_by="本地")
    found = laws_of(with_local(national(), [own]).instruments).named(known.name)
    assert found == (own,)


def test_an_office_s_row_without_a_first_day_stands_for_all_of_its_title() -> None:
    own = Instrument("国家安全法", "law", ended=datetime.date(2020, 1, 1), ended_by="本地", source="本地")
    assert laws_of(with_local(national(), [own]).instruments).named("国家安全法") == (own,)


def test_every_instrument_of_the_table_is_found_by_its_title() -> None:
    assert [one.name for one in instruments() if one not in LAWS.named(one.name)] == []


def test_an_institution_that_is_added_is_found_in_a_list() -> None:
    one = corpus([{"owner": "甲县公安局", "duties": "seq | main_duty | item\n1 | 养犬 | 核发养犬证"}]).lists[0]
    said = list(voices(one, home_of(one.jurisdiction)))
    entry = {"name": "养犬证", "words": ["养犬证"], "ended": "2020-07-01", "source": "甲政发〔2020〕6号"}
    more = with_local(national(), [abolished_of(entry)]).abolished
    assert not list(spoken_of(one, said, national().abolished, (), ("办法",)))
    assert [spoken.words for spoken in spoken_of(one, said, more, (), ("办法",))] == ["养犬证"]


def test_the_institutions_have_words_of_their_own_a_day_and_a_source() -> None:
    rows = abolished_institutions()
    words = [word for one in rows for word in one.words]
    assert len(rows) >= 30
    assert len(words) == len(set(words))
    assert len({one.name for one in rows}) == len(rows)
    for one in rows:
        assert all((one.words, one.by, one.source)), one.name
        assert datetime.date(2000, 1, 1) < one.ended < COMPLETE_TO, one.name
        assert one.kind == "ended" or one.instead, one.name
