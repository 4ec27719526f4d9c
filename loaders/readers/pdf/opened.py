"""Open a PDF file, and say why one cannot be opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from data.errors import UnreadableDocument
from loaders.readers.pdf.secondtext import SecondText

# A document of more pages is no duty list; a page tree may claim a million.
MOST_PAGES = 3_000
# A form has some hundred fields on a page.
_MOST_NOTES = 2_000
_END = b"%%EOF"
# Programs append to a PDF, mail gateways add a few lines behind it.
_TAIL = 4096


@dataclass(frozen=True)
class Opened:
    """An open file: PDFium's document, and the second reader of its text."""

    document: Any
    second: SecondText

    def __len__(self) -> int:
        return len(self.document)

    def page(self, index: int) -> Any:
        """Return a page of PDFium's, to be closed; what is filled into its form fields is part of what is drawn.

        Raises:
            PdfiumError: the page is damaged.
        """
        import pypdfium2.raw as pdfium

        page = self.document[index]
        if not _has_fields(pdfium, page.raw):
            return page
        pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        return self.document[index]


def _has_fields(pdfium: Any, page: Any) -> bool:
    """Say whether a page has form fields or texts written onto it, which stand apart from its content."""
    count = min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)
    return any(_kind(pdfium, page, at) in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT) for at in range(count))


def _kind(pdfium: Any, page: Any, at: int) -> int:
    note = pdfium.FPDFPage_GetAnnot(page, at)
    kind: int = pdfium.FPDFAnnot_GetSubtype(note)
    pdfium.FPDFPage_CloseAnnot(note)
    return kind


@contextmanager
def opened(raw: bytes, file: str) -> Iterator[Opened]:
    """Open a PDF file, which is closed behind the block.

    Args:
        raw: the whole file; what stands before its head is left out.
        file: its name, for the error.

    Raises:
        UnreadableDocument: it needs a password, holds no page, or is damaged.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        protected = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableDocument("error.password" if protected else "error.damaged", file=file) from error
    try:
        yield Opened(document, SecondText(raw))
    finally:
        document.close()


def ends_well(raw: bytes) -> bool:
    """Say whether a file has the end that a PDF must have: else some of its pages may be lost."""
    return _END in raw[-_TAIL:]
