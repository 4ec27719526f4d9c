"""The same list in two documents is audited once, and said so."""

from __future__ import annotations

import json
from pathlib import Path

import hostile_files as files
from click.testing import CliRunner

from boundaries import cli
from graph.twins import without_twins
from loaders.load import load


def test_a_list_sent_in_two_formats_is_used_once(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(files.docx())
    (tmp_path / "b.html").write_bytes(files.html())
    corpus = load([tmp_path])
    assert [one.source[0].file for one in corpus.lists] == ["a.docx", "b.html"]
    alone, pairs = without_twins(corpus)
    assert [one.source[0].file for one in alone.lists] == ["a.docx"]
    assert pairs == (("b.html", "a.docx"),)


def test_lists_that_differ_in_one_word_are_two(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(files.docx())
    (tmp_path / "b.html").write_bytes(files.html([*files.ROWS, ("3", "负责地名管理", "设置地名标志")]))
    assert without_twins(load([tmp_path]))[1] == ()


def test_an_audit_says_so_and_finds_nothing_twice(tmp_path: Path) -> None:
    found = []
    for name, raw in {"a.docx": files.docx(), "b.html": files.html()}.items():
        (tmp_path / "lists").mkdir(exist_ok=True)
        (tmp_path / "lists" / name).write_bytes(raw)
        result = CliRunner().invoke(cli, ["audit", str(tmp_path / "lists"), "-o", str(tmp_path / "out")])
        assert result.exit_code == 0
        found.append(json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))["findings"])
    assert "b.html：其中的清单与 a.docx 中的相同" in result.stderr
    assert found[0] == found[1]
