"""Read a file of any format: tell the format by the content, and give the bytes to its reader."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from data.document import Document
from loaders.readers.sniff import sniff

Reader = Callable[[bytes, str], Document]

# Format → the module whose `read(raw, file)` reads it, imported when the first such file comes.
_MODULES = {
    "text": "loaders.readers.text.textfile",
}


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a file's bytes.

    Args:
        raw: the whole file.
        file: the name that sources carry; of its suffix nothing is believed but .csv.

    Raises:
        UnreadableDocument: the file is empty, damaged, protected or of a format that cannot be read.
    """
    document = reader_of(sniff(raw, file))(raw, file)
    return replace(document, sha256=hashlib.sha256(raw).hexdigest())


def reader_of(kind: str) -> Reader:
    """Return the function that reads a format (see `sniff`)."""
    reader: Reader = import_module(_MODULES[kind]).read
    return reader
