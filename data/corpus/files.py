"""Corpus files of every kind: which writer a path asks for, and whether a file found among the documents is one."""

from __future__ import annotations

import mmap
from pathlib import Path

from data.corpus import jsonfile
from data.corpus.plain import Readings
from data.errors import UsageError
from data.rows import Corpus


def write_corpus(corpus: Corpus, path: Path, readings: Readings) -> tuple[Path, ...]:
    """Write `corpus` as the suffix of `path` says, and return the files written.

    Args:
        corpus: what was read.
        path: FILE.json.
        readings: row id → reading, as `graph.build.readings` makes them.

    Raises:
        UsageError: the suffix is none of these; nothing is written.
        OutputError: a file cannot be written.
    """
    if path.suffix.lower() != ".json":
        raise UsageError("corpus.error.suffix", file=path)
    jsonfile.write(corpus, path, readings)
    return (path,)


def read_corpus(path: Path) -> Corpus:
    """Read a corpus file.

    Raises:
        UnreadableDocument: the file is damaged, or of a version that this program does not know.
    """
    return jsonfile.read(path)


def is_corpus_file(path: Path) -> bool:
    """Tell by its content whether a file is a corpus file, of whatever version, be it damaged later on.

    Raises:
        OSError: the file cannot be opened.
    """
    with path.open("rb") as handle:
        return handle.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _names_format(path)


def _names_format(path: Path) -> bool:
    """Whether the name of the format stands anywhere in the file: another writer may sort its fields."""
    with path.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(f'"{jsonfile.FAMILY}'.encode()) >= 0
