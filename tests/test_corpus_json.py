"""The JSON corpus file: it reads back equal, it is the format of the design, and hostile files are refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from corpora import corpus as small
from corpus_strategies import read_corpora
from hypothesis import HealthCheck, given, settings

from data.corpus.jsonfile import read, write
from data.errors import UnreadableDocument
from data.ids import with_ids
from data.rows import Corpus, Reading, Role, Skipped

GOLD = Path(__file__).parents[1].parent / "shared" / "gold"
COUNTY = small(
    [
        {
            "owner": "甲县卫生局",
            "boundaries": "seq | matter | department | duty | basis\n2 | 饮用水 | 县卫生局、县水利局 | 牵头监测 | 条例",
            "duties": "seq | main_duty | item\n1 | 管水 | 管水",
            "services": "seq | name | content\n1 | 管水 | 管水",
            "regimes": ["饮水监管"],
        }
    ]
)
COUNTY = Corpus(with_ids(COUNTY.lists), (), ())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(read_corpora())
def test_what_was_written_reads_back_equal(tmp_path_factory: pytest.TempPathFactory, case: Any) -> None:
    corpus, readings = case
    path = tmp_path_factory.mktemp("json") / "a.json"
    write(corpus, path, readings)
    assert read(path) == corpus


def test_the_fields_are_those_of_the_format(tmp_path: Path) -> None:
    (row,) = COUNTY.lists[0].boundaries
    reading = Reading(
        ("县卫生局", "县水利局"), ("甲县卫生局", "甲县水利局"), ("卫生健康", "水利"), Role("lead", "explicit", "牵头")
    )
    write(COUNTY, tmp_path / "a.json", {row.id: reading})
    whole = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert whole["format"] == "boundaries-corpus/1"
    assert whole["lists"][0]["boundaries"] == [
        {
            "seq": "2",
            "matter": "饮用水",
            "department": "县卫生局、县水利局",
            "departments": ["县卫生局", "县水利局"],
            "bodies": ["甲县卫生局", "甲县水利局"],
            "families": ["卫生健康", "水利"],
            "role": "lead",
            "role_confidence": "explicit",
            "role_words": "牵头",
            "duty": "牵头监测",
            "basis": "条例",
            "case": "",
            "remark": "",
            "column": "",
            "flags": [],
            "confidence": {},
            "source": {"file": "list1.txt", "part": "", "unit": "line", "first": 5, "last": 5},
            "id": row.id,
        }
    ]


def test_a_row_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    write(COUNTY, tmp_path / "a.json", {})
    lines = (tmp_path / "a.json").read_text(encoding="utf-8").splitlines()
    assert next(line for line in lines if "牵头监测" in line).startswith('{"seq": "2"')


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    write(COUNTY, tmp_path / "a.json", {})
    write(read(tmp_path / "a.json"), tmp_path / "b.json", {})
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


@pytest.mark.parametrize("name", ["000", "001", "003_part2"])
def test_gold_files_are_corpus_files(name: str, tmp_path: Path) -> None:
    path = GOLD / f"{name}.json"
    if not path.exists():
        pytest.skip("the gold files are not beside this project")
    corpus = read(path)
    raw = json.loads(path.read_text(encoding="utf-8"))
    assert [len(one.boundaries) for one in corpus.lists] == [len(one["boundaries"]) for one in raw["lists"]]
    write(corpus, tmp_path / "again.json", {})
    assert read(tmp_path / "again.json") == corpus


def edited(tmp_path: Path, change: Any) -> Path:
    """The county's file after somebody changed its fields."""
    path = tmp_path / "a.json"
    write(COUNTY, path, {})
    whole = json.loads(path.read_text(encoding="utf-8"))
    change(whole)
    path.write_text(json.dumps(whole), encoding="utf-8")
    return path


def test_ids_are_made_again_so_that_a_corrected_row_has_its_own(tmp_path: Path) -> None:
    path = edited(tmp_path, lambda whole: whole["lists"][0]["boundaries"][0].update(duty="另一职责"))
    (row,) = read(path).lists[0].boundaries
    assert row.duty == "另一职责"
    assert row.id not in ("", COUNTY.lists[0].boundaries[0].id)


def test_further_fields_are_passed_over(tmp_path: Path) -> None:
    def add(whole: dict[str, Any]) -> None:
        whole["made_by"] = {"a": 1}
        whole["lists"][0]["mood"] = whole["lists"][0]["boundaries"][0]["mood"] = 3

    assert read(edited(tmp_path, add)) == COUNTY


def test_a_skipped_piece_without_a_list_number_goes_to_its_owners_list(tmp_path: Path) -> None:
    source = {"file": "list1.txt", "first": 9, "last": 9}
    piece = {"text": "附注", "reason": "note", "jurisdiction": "东山市甲县", "owner": "甲县卫生局", "source": source}
    corpus = read(edited(tmp_path, lambda whole: whole.update(skipped=[piece, {**piece, "owner": "乙"}])))
    assert [one.text for one in corpus.lists[0].skipped] == ["附注"]
    assert [one.owner for one in corpus.skipped] == ["乙"]
    assert isinstance(corpus.skipped[0], Skipped)


def row(whole: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = whole["lists"][0]["boundaries"][0]
    return found


WRONG = {
    "lists": lambda whole: whole.update(lists={}),
    "lists[0]": lambda whole: whole.update(lists=["a"]),
    "lists[0].owner": lambda whole: whole["lists"][0].pop("owner"),
    "lists[0].year": lambda whole: whole["lists"][0].update(year=True),
    "lists[0].aliases": lambda whole: whole["lists"][0].update(aliases=[1]),
    "lists[0].sections[0].kind": lambda whole: whole["lists"][0]["sections"][0].update(kind="other"),
    "lists[0].boundaries[0].matter": lambda whole: row(whole).pop("matter"),
    "lists[0].boundaries[0].duty": lambda whole: row(whole).update(duty=["a"]),
    "lists[0].boundaries[0].seq": lambda whole: row(whole).update(seq=2),
    "lists[0].boundaries[0].flags": lambda whole: row(whole).update(flags="shifted"),
    "lists[0].boundaries[0].source": lambda whole: row(whole).update(source=[]),
    "lists[0].boundaries[0].source.first": lambda whole: row(whole)["source"].update(first="1"),
    "skipped[0].list": lambda whole: whole.update(skipped=[{"list": 2}]),
    "documents[0].account.rows": lambda whole: whole.update(documents=[{"file": "a", "account": {"units": 1}}]),
}


@pytest.mark.parametrize("place", WRONG)
def test_a_wrong_field_is_named_in_one_line(place: str, tmp_path: Path) -> None:
    path = edited(tmp_path, WRONG[place])
    with pytest.raises(UnreadableDocument) as error:
        read(path)
    assert str(error.value).startswith(f"{path}：{place} 有误")
    assert "\n" not in str(error.value)


BROKEN = {
    "cut off": (b'{"format": "boundaries-corpus/1", "lists": [{"jur', "第 1 行"),
    "not JSON": (b"hello", "第 1 行"),
    "empty": (b"", "第 1 行"),
    "deep": (b'{"format": "boundaries-corpus/1", "lists": ' + b"[" * 5_000_000, "嵌套"),
    "deep objects": (b'{"a":' * 1_000_000, "嵌套"),
    "no object": (b"[]", "不是清单数据文件"),
    "no format": (b"{}", "不是清单数据文件"),
    "foreign": (b'{"format": "boundaries-findings/1", "findings": []}', "boundaries-findings/1"),
    "foreign type": (b'{"format": {"a": [1]}}', "不是清单数据文件"),
    "next version": (b'{"format": "boundaries-corpus/2", "lists": []}', "boundaries-corpus/2"),
    "GBK": ('{"format": "boundaries-corpus/1", "区": 1}'.encode("gb18030"), "UTF-8"),
    "half a pair": (b'{"format": "boundaries-corpus/1", "lists": [], "x": "\\ud800"}', "UTF-8"),
    "digits": (b'{"format": "boundaries-corpus/1", "x": ' + b"9" * 10_000 + b"}", "数字"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_hostile_files_are_refused_in_one_line(name: str, tmp_path: Path) -> None:
    content, told = BROKEN[name]
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument) as error:
        read(path)
    assert told in str(error.value)
    assert re.fullmatch(r".{1,300}", str(error.value))


def test_a_file_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as handle:
        handle.truncate(600 * 1024 * 1024)
    with pytest.raises(UnreadableDocument, match="512 MB"):
        read(path)


def test_a_file_of_nothing_but_brackets_is_not_parsed(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'{"format": "boundaries-corpus/1", "lists": [' + b"{}," * 10_000_000 + b"{}]}")
    with pytest.raises(UnreadableDocument, match="项数过多"):
        read(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="无法打开"):
        read(tmp_path / "none.json")


def test_a_file_name_in_no_encoding_is_written_with_a_question_mark(tmp_path: Path) -> None:
    write(small([{"owner": "甲局", "file": "\udcb9\udca4.txt", "duties": "item\n管水"}]), tmp_path / "a.json", {})
    assert read(tmp_path / "a.json").lists[0].duties[0].source[0].file == "??.txt"
