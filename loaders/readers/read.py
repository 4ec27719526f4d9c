"""Read a file of any format: tell the format by the content, and give the bytes to its reader."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from data.document import Document
from loaders.readers.sheets.separated import is_separated
from loaders.readers.sniff import sniff

Reader = Callable[[bytes, str], Document]

# Format → the module whose `read(raw, file)` reads it, imported when the first such file comes.
_MODULES = {
    "text": "loaders.readers.text.textfile",
    "docx": "loaders.readers.word.docx",
    "doc": "loaders.readers.word.doc",
    "rtf": "loaders.readers.word.rtf",
    "wordxml": "loaders.readers.word.rtf",
    "odt": "loaders.readers.word.odt",
    "xlsx": "loaders.readers.sheets.workbook",
    "xls": "loaders.readers.sheets.workbook",
    "ods": "loaders.readers.sheets.workbook",
    "excelxml": "loaders.readers.sheets.excelxml",
    "csv": "loaders.readers.sheets.separated",
    "pdf": "loaders.readers.pdf.document",
    "picture": "loaders.readers.scan.picture",
    "html": "loaders.readers.web.page",
    "mht": "loaders.readers.web.archive",
}


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a file's bytes.

    Args:
        raw: the whole file.
        file: the name that sources carry; of its suffix nothing is believed but .csv.

    Raises:
        UnreadableDocument: the file is empty, damaged, protected or of a format that cannot be read.
    """
    document = reader_of(kind_of(raw, file))(raw, file)
    return replace(document, sha256=hashlib.sha256(raw).hexdigest())


def kind_of(raw: bytes, file: str) -> str:
    """Return the name of the format of a file's bytes: what `sniff` says, and of text whether it is one of cells."""
    kind = sniff(raw, file)
    return "csv" if kind == "text" and is_separated(raw, file) else kind


def reader_of(kind: str) -> Reader:
    """Return the function that reads a format (see `sniff`)."""
    reader: Reader = import_module(_MODULES[kind]).read
    return reader
