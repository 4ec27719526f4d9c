"""The corpus as a workbook that a person corrects: it reads back equal, and corrected rows say so."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from data.corpus.bookreader import TELLTALE, sheets, table_of
from data.corpus.bookwriter import TooManyRows, workbook
from data.corpus.gather import gather
from data.corpus.plain import Readings
from data.corpus.rebuild import rebuild_corpus
from data.corpus.tables import tables_of
from data.errors import OutputError, UnreadableDocument
from data.files import replacing
from data.messages import say
from data.rows import Corpus

_SHEET = re.compile(r'<(?:\w+:)?sheet [^>]*?name="([^"]*)"')
# The list of sheets is a few kilobytes; more is not one that need be looked into.
_MOST_INDEX = 1_000_000


def write(corpus: Corpus, path: Path, readings: Readings) -> tuple[Path, ...]:
    """Write `corpus` to `path` as a workbook, and return the file.

    Args:
        corpus: what was read.
        path: the file, replaced atomically.
        readings: row id → reading, as `graph.build.readings` makes them.

    Raises:
        OutputError: the file cannot be written, or a table has more rows than a sheet can hold.
    """
    try:
        content = workbook(tables_of(corpus, readings))
    except TooManyRows as error:
        sheet = say(f"corpus.sheet.{error}")
        raise OutputError("corpus.error.rows", file=path, sheet=sheet) from error
    with replacing(path) as draft:
        draft.write_bytes(content)
    return (path,)


def read(path: Path) -> Corpus:
    """Read a workbook that `write` wrote, in whatever language, and a person may have corrected.

    Raises:
        UnreadableDocument: it is damaged, too large, or a cell is not what its column should hold; the message names
            the sheet and the row.
    """
    try:
        return rebuild_corpus(gather(path, sheets(path)))
    except OSError as error:
        raise UnreadableDocument("corpus.error.file", file=path, why=error.strerror or error) from error


def is_workbook(path: Path) -> bool:
    """Tell by the names of its sheets whether a file that can be opened is a workbook of a corpus.

    A zip may name places in itself that are not there: such an error of the system is one of the file.
    """
    try:
        with ZipFile(path) as packed, packed.open("xl/workbook.xml") as index:
            names = _SHEET.findall(index.read(_MOST_INDEX).decode("utf-8", "replace"))
    except (BadZipFile, OSError, KeyError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return False
    return {table_of(name) for name in names} >= TELLTALE
