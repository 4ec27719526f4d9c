"""The same list in two documents is used once, and said so."""

from __future__ import annotations

from pathlib import Path

import hostile_files as files

from loaders.load import load


def test_a_list_sent_in_two_formats_is_used_once(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(files.docx())
    (tmp_path / "b.html").write_bytes(files.html())
    corpus = load([tmp_path])
    assert [one.source[0].file for one in corpus.lists] == ["a.docx"]
    assert {one.file: one.warnings for one in corpus.documents} == {
        "a.docx": (),
        "b.html": ("b.html：其中的清单与 a.docx 中的相同，只采用后者",),
    }


def test_lists_that_differ_in_one_word_are_two(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(files.docx())
    (tmp_path / "b.html").write_bytes(files.html([*files.ROWS, ("3", "负责地名管理", "设置地名标志")]))
    assert len(load([tmp_path]).lists) == 2
