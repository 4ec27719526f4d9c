"""Corpus files of every kind: which writer a path asks for, and whether a file found among the documents is one."""

from __future__ import annotations

import mmap
from collections.abc import Callable
from pathlib import Path

from data.corpus import csvfiles, jsonfile, parquetfiles, xlsxfile
from data.corpus.plain import FAMILY, Readings
from data.errors import UsageError
from data.rows import Corpus

Writer = Callable[[Corpus, Path, Readings], tuple[Path, ...]]
WRITERS: dict[str, Writer] = {
    ".json": jsonfile.write,
    ".xlsx": xlsxfile.write,
    ".csv": csvfiles.write,
    ".parquet": parquetfiles.write,
}


def write_corpus(corpus: Corpus, path: Path, readings: Readings) -> tuple[Path, ...]:
    """Write `corpus` as the suffix of `path` says, and return the files written.

    Args:
        corpus: what was read.
        path: FILE.json or FILE.xlsx, one file that is a SOURCE again; FILE.csv or FILE.parquet, a file a table.
        readings: row id → reading, as `graph.build.readings` makes them.

    Raises:
        UsageError: the suffix is none of these; nothing is written.
        OutputError: a file cannot be written.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise UsageError("corpus.error.suffix", file=path)
    return writer(corpus, path, readings)


def read_corpus(path: Path) -> Corpus:
    """Read a corpus file, JSON or workbook as its content says.

    Raises:
        UnreadableDocument: the file is damaged, or of a version that this program does not know.
    """
    return xlsxfile.read(path) if xlsxfile.is_workbook(path) else jsonfile.read(path)


def is_corpus_file(path: Path) -> bool:
    """Tell by its content whether a file is a corpus file, of whatever version, be it damaged later on.

    Raises:
        OSError: the file cannot be opened.
    """
    with path.open("rb") as handle:
        start = handle.read(64)
    if start.startswith(b"PK"):
        return xlsxfile.is_workbook(path)
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _names_format(path)


def _names_format(path: Path) -> bool:
    """Whether the name of the format stands anywhere in the file: another writer may sort its fields."""
    with path.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(f'"{FAMILY}'.encode()) >= 0
