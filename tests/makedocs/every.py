"""All makers of test documents: importing this module fills the catalogue."""

from makedocs import (  # noqa: F401
    others,
    pdfs,
    plain,
    renamed,
    scans,
    sheet_lists,
    townships,
    web,
    word_forms,
    word_lists,
    word_marks,
    word_numbers,
)
from makedocs.catalogue import DOCUMENTS as DOCUMENTS
