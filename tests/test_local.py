"""What an office adds to the tables: read from its folder, kept in the corpus file, believed first."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from boundaries import build_graphs, extract, load
from data.errors import UsageError
from data.local import knowledge_of

LIST = """甲县教育局责任清单

一、部门职责

| 序号 | 主要职责 | 具体工作事项 |
|---|---|---|
| 1 | 管理学校 | 负责民办学校的审批 |
| 2 | 管理教师 | 负责教师资格的认定 |
"""
REFORM = """
[[succession]]
from = "安监"
to = ["应急管理"]
date = 2017-02-18
kind = "merge"
place = "甲县"
source = "甲县机构改革方案"
"""
LAW = """
[[instrument]]
name = "东山市养犬条例"
kind = "local"
effective = 2018-09-01
changes = ["2020-05-30 修正 2020-07-01"]
source = "市人大公告"

[[abolished]]
name = "养犬证"
words = ["养犬证"]
ended = 2020-07-01
source = "甲政发〔2020〕6号"

[[split]]
matter = "秸秆禁烧"
words = [["秸秆"], ["禁烧"]]
leads = ["生态环境"]
instrument = "甲县秸秆禁烧办法"
articles = ["第三条"]
first = 2020-01-01
source = "甲县秸秆禁烧办法"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "教育局.txt").write_text(LIST, encoding="utf-8")
    (lists / "reform.toml").write_text(REFORM, encoding="utf-8")
    (lists / "law.toml").write_text(LAW, encoding="utf-8")
    return lists


def test_every_table_is_read_and_stands_first(folder: Path) -> None:
    corpus = load([folder])
    assert [(one.kind, one.source.file, one.source.first) for one in corpus.local] == [
        ("succession", "reform.toml", 2),
        ("instrument", "law.toml", 2),
        ("abolished", "law.toml", 9),
        ("split", "law.toml", 15),
    ]
    known = knowledge_of(corpus.local)
    assert known.successions[0].date == datetime.date(2017, 2, 18)
    assert known.instruments[0].changes[0].effective == datetime.date(2020, 7, 1)
    assert (known.abolished[0].name, known.statutory[0].matter) == ("养犬证", "秸秆禁烧")


def test_the_graph_knows_them(folder: Path) -> None:
    assert build_graphs(load([folder]))[0].known.successions[0].place == "甲县"


@pytest.mark.parametrize("suffix", [".json", ".xlsx"])
def test_a_corpus_file_brings_them_along(folder: Path, tmp_path: Path, suffix: str) -> None:
    corpus = load([folder])
    extract(corpus, tmp_path / f"corpus{suffix}")
    assert load([tmp_path / f"corpus{suffix}"]).local == corpus.local


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (REFORM.replace("merge", "swallow"), ("2", "swallow")),
        (REFORM.replace("2017-02-18", '"einst"'), ("2", "einst")),
        (REFORM + "[[law]]\nname = 1\n", ("law", "succession")),
        ("[[succession]\n", ("reform.toml",)),
        (REFORM.replace("from", "von"), ("2", "von")),
    ],
)
def test_what_is_wrong_is_named_by_its_line(folder: Path, text: str, told: tuple[str, ...]) -> None:
    (folder / "reform.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        load([folder])
    assert all(word in str(error.value) for word in told)


@pytest.mark.parametrize("broken", ['kind = "loi"', 'kind = "local"\nended = "gestern"', 'kind = "local"\nnom = "a"'])
def test_a_law_that_is_none_is_refused(folder: Path, broken: str) -> None:
    (folder / "law.toml").write_text(f'[[instrument]]\nname = "甲条例"\nsource = "甲"\n{broken}\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"law\.toml"):
        load([folder])
