"""Read documents of Word 97-2003 (.doc) and of WPS (.wps), which are the same inside."""

from __future__ import annotations

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from data.document import Document
from data.errors import UnreadableDocument
from loaders.readers import office
from loaders.readers.word.docx import read_package
from loaders.readers.word.package import open_zip

# Larger ones take LibreOffice seconds and msdoc2docx minutes: its time grows faster than the file (2.7 MB: 45 s
# against 4 s).
_LARGE = 2**20


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a .doc or .wps file's bytes, turned into a .docx on the way.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: it is protected by a password, damaged, or older than Word 97 and LibreOffice is missing.
    """
    if len(raw) > _LARGE and office.program():
        return _read(office.convert(raw, "doc", "docx", file), file)
    document = _without_office(raw, file)
    if document is not None and (document.blocks or not office.program()):
        return document
    if not office.program():
        raise UnreadableDocument("word.doc-unreadable", file=file)
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
