"""The CSV and Parquet files, and that no field of a row is left out of any file."""

from __future__ import annotations

import csv
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from corpus_county import COUNTY, HEALTH, READING, ROW
from corpus_strategies import NASTY

from data import messages
from data.corpus.cells import neutral
from data.corpus.columns import COLUMNS
from data.corpus.files import write_corpus
from data.corpus.plain import plain_corpus
from data.corpus.tables import tables_of
from data.errors import OutputError
from data.ids import with_ids
from data.rows import Assignment, Corpus, DocumentRecord, Duty, DutyList, Regime, Section, Service, Skipped

HEAD = {"jurisdiction", "owner"}
ROWS: dict[str, type] = {
    "sections": Section,
    "boundaries": Assignment,
    "duties": Duty,
    "services": Service,
    "regimes": Regime,
}


def named(kind: Any) -> set[str]:
    return {field.name for field in fields(kind)}


@pytest.mark.parametrize("table", ROWS)
def test_every_field_of_a_row_is_written(table: str) -> None:
    row = plain_corpus(COUNTY, READING)["lists"][0][table][0]
    assert named(ROWS[table]) - HEAD <= row.keys()
    assert named(ROWS[table]) - HEAD - {"sections"} <= {column.name for column in COLUMNS[table]}


def test_every_field_of_lists_pieces_and_documents_is_written() -> None:
    plain = plain_corpus(COUNTY, READING)
    assert named(DutyList) - {"skipped"} <= plain["lists"][0].keys()
    assert named(Skipped) <= plain["skipped"][0].keys()
    assert named(DocumentRecord) <= plain["documents"][0].keys()


def read(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def test_csv_is_one_file_a_table_with_a_bom(tmp_path: Path) -> None:
    written = write_corpus(COUNTY, tmp_path / "区.v2.csv", READING)
    assert {path.name for path in written} == {f"区.v2.{table}.csv" for table in COLUMNS}
    assert set(tmp_path.iterdir()) == set(written)
    row = read(tmp_path / "区.v2.boundaries.csv")[0]
    assert row["list"] == "1"
    assert row["owner"] == "甲县卫生局"
    assert row["role"] == "lead"
    assert row["flags"] == "shifted"
    assert row["source"] == "list1.txt｜line 5"
    assert row["id"] == ROW.id


def test_csv_is_the_same_in_every_language(tmp_path: Path) -> None:
    files = write_corpus(COUNTY, tmp_path / "a.csv", READING)
    chinese = [path.read_bytes() for path in files]
    messages.use("en")
    try:
        write_corpus(COUNTY, tmp_path / "a.csv", READING)
    finally:
        messages.use("zh")
    assert [path.read_bytes() for path in files] == chinese


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"])
def test_formulas_are_defused_in_csv(text: str, tmp_path: Path) -> None:
    corpus = Corpus(with_ids([replace(HEALTH, boundaries=(replace(ROW, duty=text, flags=(text,)),))]), (), ())
    write_corpus(corpus, tmp_path / "a.csv", {})
    (row,) = read(tmp_path / "a.boundaries.csv")
    assert row["duty"] == row["flags"] == f"'{text}"


@pytest.mark.parametrize("text", ["负责", "0730-5725156", '甲"乙,丙', "a\nb", "'x"])
def test_other_texts_stand_as_they_are_in_csv(text: str, tmp_path: Path) -> None:
    corpus = Corpus(with_ids([replace(HEALTH, boundaries=(replace(ROW, duty=text),))]), (), ())
    write_corpus(corpus, tmp_path / "a.csv", {})
    assert read(tmp_path / "a.boundaries.csv")[0]["duty"] == text


def test_parquet_holds_what_the_tables_hold(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra store is not installed")
    row = replace(
        ROW, duty="".join(NASTY), seq=None, source=ROW.source * 2, confidence=(("duty", 0.87), ("basis", 0.9))
    )
    corpus = Corpus(with_ids([replace(HEALTH, boundaries=(row,), year=None)]), COUNTY.skipped, COUNTY.documents)
    written = write_corpus(corpus, tmp_path / "a.parquet", READING)
    for table, rows in tables_of(corpus, READING).items():
        path = tmp_path / f"a.{table}.parquet"
        assert path in written
        assert parquet.read_table(path).to_pylist() == [
            {name: _in_parquet(name, value) for name, value in row.items()} for row in rows
        ]


def _in_parquet(name: str, value: Any) -> Any:
    if name == "confidence":
        return neutral(value)
    return [value] if isinstance(value, dict) else value


def test_parquet_without_its_extra_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"duty-boundaries\[store\]"):
        write_corpus(COUNTY, tmp_path / "a.parquet", {})
    assert list(tmp_path.iterdir()) == []


def test_file_names_in_no_encoding_are_written(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra store is not installed")
    source = replace(ROW.source[0], file="\udcb9.txt", part="\udcb9")
    corpus = Corpus(with_ids([replace(HEALTH, boundaries=(replace(ROW, source=(source,)),))]), (), ())
    for suffix in ("json", "xlsx", "csv", "parquet"):
        assert write_corpus(corpus, tmp_path / f"a.{suffix}", {})
