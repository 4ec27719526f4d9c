"""All makers of test documents: importing this module fills the catalogue."""

from makedocs import sheet_lists, word_lists, word_marks, word_numbers  # noqa: F401
from makedocs.catalogue import DOCUMENTS as DOCUMENTS
