"""Which files are corpus files, and which writer a name asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.corpus.files import is_corpus_file, read_corpus, write_corpus
from data.errors import UsageError
from data.rows import Corpus

NOTHING = Corpus((), (), ())


def test_a_json_corpus_is_written_known_and_read(tmp_path: Path) -> None:
    path = tmp_path / "a.JSON"
    assert write_corpus(NOTHING, path, {}) == (path,)
    assert is_corpus_file(path)
    assert read_corpus(path) == NOTHING


@pytest.mark.parametrize(
    "content",
    [
        b'\xef\xbb\xbf\n {"documents": [], "format": "boundaries-corpus/1"}',
        b'{"format":"boundaries-corpus/2", "lists": [',
        json.dumps({"a": "x" * 100_000, "format": "boundaries-corpus/1"}).encode(),
    ],
)
def test_a_corpus_file_is_known_by_content_even_where_it_is_damaged(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert is_corpus_file(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"boundaries-corpus/1",
        b'["boundaries-corpus/1"]',
        b'{"format": "boundaries-findings/1"}',
        b"PK\x03\x04",
    ],
)
def test_other_files_are_not(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    assert not is_corpus_file(path)


def test_an_unknown_suffix_is_wrong_use_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.xlsx"):
        write_corpus(NOTHING, tmp_path / "a.doc", {})
    assert list(tmp_path.iterdir()) == []
