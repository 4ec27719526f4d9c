"""What lies in a folder of documents and is no document: links in circles, pipes, devices, what may not be opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hostile_files as files
import pytest
from click.testing import CliRunner
from test_hostile import ITEMS, extract, items

from boundaries import cli
from loaders import onefile

links = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes of Unix")


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """A folder with one good list in it."""
    folder = tmp_path / "batch"
    folder.mkdir()
    (folder / "good.txt").write_bytes(files.text())
    return folder


@links
def test_links_in_circles_pipes_and_devices_are_no_documents(batch: Path) -> None:
    (batch / "circle").symlink_to(batch)
    (batch / "inner").mkdir()
    (batch / "inner" / "up").symlink_to("..")
    (batch / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(batch / "pipe.txt")
    result, corpus = extract(batch)
    assert result.exit_code == 0, result.output
    assert [one["file"] for one in corpus["documents"]] == ["good.txt"]


@links
@pytest.mark.parametrize("target", ["nowhere.docx", "a.docx"])
def test_a_link_to_nothing_or_to_itself_is_said(target: str, batch: Path) -> None:
    (batch / "a.docx").symlink_to(target)
    result, corpus = extract(batch)
    assert result.exit_code == 3
    assert items(corpus, "good.txt") == ITEMS
    (line,) = (line for line in result.stderr.splitlines() if line.startswith("错误"))
    assert "a.docx：无法读取" in line


@links
@pytest.mark.parametrize("make", [lambda path: os.mkfifo(path), lambda path: path.symlink_to("/dev/zero")])
def test_a_pipe_or_device_as_source_is_refused(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "source.txt")
    result = CliRunner().invoke(cli, ["extract", str(tmp_path / "source.txt"), "-o", str(tmp_path / "c.json")])
    assert result.exit_code == 2
    assert "source.txt" in result.stderr


def test_a_folder_that_may_not_be_opened_is_said(batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (batch / "closed").mkdir()
    (batch / "closed" / "a.txt").write_bytes(files.text())
    scan = os.scandir

    def closed(path: Any) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    result, corpus = extract(batch)
    assert result.exit_code == 3
    assert items(corpus, "good.txt") == ITEMS
    assert "closed：无法读取" in result.stderr


def test_a_file_that_vanishes_or_may_not_be_read_is_said(batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (batch / "a.txt").write_bytes(files.text())
    (batch / "b.txt").write_bytes(files.text())
    known = onefile.is_corpus_file

    def gone(path: Path) -> bool:
        if path.name == "a.txt":
            path.unlink()
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return known(path)

    monkeypatch.setattr(onefile, "is_corpus_file", gone)
    result, corpus = extract(batch)
    assert result.exit_code == 3
    assert items(corpus, "good.txt") == ITEMS
    assert len([line for line in result.stderr.splitlines() if line.startswith("错误")]) == 2
