"""The TOML files that people of an office write: what is wrong in them is named, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import UsageError
from loaders.local import read_local
from loaders.overrides import read_overrides

STEP = 'from = "粮食"\nto = ["商务"]\ndate = 2019-02-20\nkind = "merge"\nsource = "方案"\n'


@pytest.mark.parametrize("head", ["[[succession]]", "[[ succession ]]", "  [[succession]] # 粮食"])
def test_an_entry_is_read_however_its_head_is_written(tmp_path: Path, head: str) -> None:
    (tmp_path / "reform.toml").write_text(f"# 本县\n{head}\n{STEP}", encoding="utf-8")
    (entry,) = read_local([tmp_path])
    assert (entry.kind, entry.source.first) == ("succession", 2)


def test_entries_of_an_inline_array_are_read(tmp_path: Path) -> None:
    (tmp_path / "lists.toml").write_text('list = [{file = "*.txt", date = "2018-03"}]', encoding="utf-8")
    assert read_overrides([tmp_path]).entries == ({"file": "*.txt", "date": "2018-03"},)


@pytest.mark.parametrize(
    "text", [f"[succession]\n{STEP}", "succession = 1", f"[[successions]]\n{STEP}", "succession = [1]"]
)
def test_a_table_of_another_form_or_name_is_an_error(tmp_path: Path, text: str) -> None:
    (tmp_path / "reform.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_local([tmp_path])
    assert "reform.toml" in str(caught.value)


@pytest.mark.parametrize("date", ['"2018-13"', '"2018年十三月"', '"二〇一八年"', '"18-03"'])
def test_a_day_that_is_none_is_an_error(tmp_path: Path, date: str) -> None:
    (tmp_path / "lists.toml").write_text(f'\n[[list]]\nfile = "*.txt"\ndate = {date}\n', encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_overrides([tmp_path])
    assert "第2行" in str(caught.value)
    assert "date" in str(caught.value)


@pytest.mark.parametrize("date", ['"2018"', '"2018-03"', "2018-03-01", '"2018年3月"', "2018"])
def test_days_in_every_way_of_writing(tmp_path: Path, date: str) -> None:
    (tmp_path / "lists.toml").write_text(f'[[list]]\nfile = "*.txt"\ndate = {date}\n', encoding="utf-8")
    assert len(read_overrides([tmp_path]).entries) == 1


def test_a_file_that_is_no_utf8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "lists.toml").write_bytes('[[list]]\nowner = "甲局"\n'.encode("gbk"))
    with pytest.raises(UsageError):
        read_overrides([tmp_path])
