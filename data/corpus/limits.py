"""Opening a workbook that may be anyone's: a zip bomb or an endless grid is refused before it is unpacked."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from data.errors import UnreadableDocument

# A county is about 10 MB, in JSON or unpacked. Hostile JSON takes some 25 bytes of memory a byte when it is parsed:
# this bounds it to what an office computer has.
MOST_BYTES = 256 * 1024 * 1024
# A reader lays out the whole grid from A1 to the last cell: two cells can ask for 17 thousand million. A full sheet of
# ours has at most 17 million.
MOST_CELLS = 20_000_000

# The attribute r of a cell or a row; the reader asks for no blank before it.
_PLACE = re.compile(rb"""r\s*=\s*["']([A-Za-z]*)([0-9]*)["']""")
# Longer numbers than any sheet has would overflow in the reader.
_MOST_LETTERS, _MOST_DIGITS = 3, 7


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
                raise UnreadableDocument("corpus.error.large", file=path, most=MOST_BYTES // 2**20)
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
