"""Read documents of Word 97-2003 (.doc) and of WPS (.wps), which are the same inside."""

from __future__ import annotations

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from data.document import Document
from data.errors import UnreadableDocument
from loaders.readers import office, pulse
from loaders.readers.word.docx import read_package
from loaders.readers.word.package import open_zip

# In larger ones msdoc2docx looks for too long: its time grows with the square of the paragraphs (3 MB, 40 tables: 78 s
# against 6 s). LibreOffice in its turn is slow where thousands of rows fit their columns to their content.
_LARGE = 2**20


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a .doc or .wps file's bytes, turned into a .docx on the way.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: it is protected by a password, damaged, or older than Word 97 and LibreOffice is missing.
    """
    if office.program() is None:
        document = _without_office(raw, file)
        if document is None:
            raise UnreadableDocument("word.doc-unreadable", file=file)
        return document
    return _large(raw, file) if len(raw) > _LARGE else _small(raw, file)


def _small(raw: bytes, file: str) -> Document:
    """Return the document as msdoc2docx reads it, else as LibreOffice does."""
    document = _without_office(raw, file)
    return document if document is not None and document.blocks else _with_office(raw, file)


def _large(raw: bytes, file: str) -> Document:
    """Return the document as LibreOffice reads it, else as msdoc2docx does."""
    try:
        return _with_office(raw, file)
    except UnreadableDocument:
        pulse.beat(0, 1)
        document = _without_office(raw, file)
        if document is None:
            raise
        return document


def _with_office(raw: bytes, file: str) -> Document:
    return _read(office.convert(raw, "doc", "docx", file), file)


def _read(made: bytes, file: str) -> Document:
    return read_package(open_zip(made, file), "doc")


def _without_office(raw: bytes, file: str) -> Document | None:
    """Return the document as msdoc2docx reads it, None where it cannot.

    Raises:
        UnreadableDocument: it is protected by a password.
    """
    from doc2docx import convert
    from doc2docx.errors import EncryptedDocumentError

    with TemporaryDirectory() as folder:
        source, made = Path(folder, "document.doc"), Path(folder, "document.docx")
        source.write_bytes(raw)
        try:
            convert(source, made)
            return _read(made.read_bytes(), file)
        except EncryptedDocumentError as error:
            raise UnreadableDocument("error.password", file=file) from error
        except Exception:
            # Whatever it stumbles over in a damaged file, LibreOffice may still read it.
            logging.getLogger(__name__).debug("%s", file, exc_info=True)
            return None
