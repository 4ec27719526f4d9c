"""How large a corpus file may be. It may be anyone's: bombs and endless grids are refused before they are unpacked."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from data.errors import UnreadableDocument

# A row takes about a kilobyte, in JSON or unpacked: this is a province of half a million rows.
MOST_BYTES = 512 * 1024 * 1024
# A row of JSON has some 25 brackets, braces and commas. Each can ask for 120 bytes of memory when it is parsed, so that
# a file of nothing else would take sixty times its size.
MOST_PARTS = 20_000_000
# A reader lays out the whole grid from A1 to the last cell: two cells can ask for 17 thousand million. A full sheet of
# ours has at most 17 million.
MOST_CELLS = 20_000_000

# The attribute r of a cell or a row; the reader asks for no blank before it.
_PLACE = re.compile(rb"""r\s*=\s*["']([A-Za-z]*)([0-9]*)["']""")
# Longer numbers than any sheet has would overflow in the reader.
_MOST_LETTERS, _MOST_DIGITS = 3, 7


def safe_text(path: Path) -> str:
    """Return the text of a JSON file.

    Raises:
        UnreadableDocument: it is larger than `MOST_BYTES`, has more than `MOST_PARTS` parts, or is not UTF-8.
        OSError: it cannot be read.
    """
    if path.stat().st_size > MOST_BYTES:
        raise too_large(path)
    content = path.read_bytes()
    if sum(content.count(mark) for mark in (b"[", b"{", b",")) > MOST_PARTS:
        raise UnreadableDocument("corpus.error.parts", file=path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableDocument("corpus.error.unicode", file=path) from error


def too_large(path: Path) -> UnreadableDocument:
    """Return the error that a file is larger than `MOST_BYTES`."""
    return UnreadableDocument("corpus.error.large", file=path, most=MOST_BYTES // 2**20)


def safe_workbook(path: Path) -> BytesIO:
    """Return the workbook as a zip without compression, every part of it read within bounds and checked by its sum.

    Raises:
        UnreadableDocument: it is larger unpacked than `MOST_BYTES`, a sheet spans more than `MOST_CELLS` cells, or it
            is no whole zip.
    """
    content = BytesIO()
    try:
        with ZipFile(path) as packed, ZipFile(content, "w") as plain:
            if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
                raise too_large(path)
            for name in dict.fromkeys(packed.namelist()):
                plain.writestr(name, _checked(path, name, packed.read(name)))
    except (BadZipFile, EOFError, RuntimeError, NotImplementedError, zlib.error) as error:
        raise UnreadableDocument("corpus.error.workbook", file=path) from error
    content.seek(0)
    return content


def _checked(path: Path, name: str, content: bytes) -> bytes:
    if name.startswith("xl/worksheets/") and _span(content) > MOST_CELLS:
        raise UnreadableDocument("corpus.error.grid", file=path)
    return content


def _span(sheet: bytes) -> int:
    """Return how many cells the grid from A1 to the last cell and row of a sheet has, or one too many."""
    columns = rows = 1
    for letters, digits in _PLACE.findall(sheet):
        if len(letters) > _MOST_LETTERS or len(digits) > _MOST_DIGITS:
            return MOST_CELLS + 1
        rows = max(rows, int(digits or 1))
        columns = max(columns, _column(letters))
    return columns * rows


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
