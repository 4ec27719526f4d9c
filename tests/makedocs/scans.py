"""Scans: pages of a PDF at 200 dpi, turned by one degree, noisy, as JPEG of quality 60; and pictures of tables."""

from __future__ import annotations

import io
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
import pypdfium2
from docx.shared import Cm
from PIL import Image, ImageFilter

from makedocs import expected, lists, office, tables, word
from makedocs.catalogue import Made, document
from makedocs.content import department
from makedocs.lists import Piece
from makedocs.word_lists import written

_DPI = 200


def pages(raw: bytes) -> list[Image.Image]:
    """Return the pages of a PDF in grey at 200 dpi."""
    with pypdfium2.PdfDocument(raw) as pdf:
        return [page.render(scale=_DPI / 72, grayscale=True).to_pil() for page in pdf]


def scanned(page: Image.Image, degrees: float = 1.0) -> bytes:
    """Return a page as a scanner leaves it: turned, a little blurred, noisy, JPEG of quality 60."""
    turned = page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.5))
    noise = np.random.default_rng(7).normal(0, 2, turned.size[::-1])
    # Paper is not quite white, and ink not quite black.
    grey = np.clip(np.asarray(turned, dtype=float) * 0.88 + 22 + noise, 0, 255).astype(np.uint8)
    written_to = io.BytesIO()
    Image.fromarray(grey).save(written_to, "JPEG", quality=60, dpi=(_DPI, _DPI))
    return written_to.getvalue()


def bound(jpegs: Sequence[bytes]) -> bytes:
    """Return pictures as the pages of a PDF without text."""
    first, *others = (Image.open(io.BytesIO(raw)) for raw in jpegs)
    written_to = io.BytesIO()
    dates = dict.fromkeys(("creationDate", "modDate"), time.gmtime(0))
    first.save(written_to, "PDF", save_all=True, append_images=others, resolution=_DPI, quality=60, **dates)
    return written_to.getvalue()


def _printed(pieces: Sequence[Piece]) -> list[Image.Image]:
    """Return the pages of a Word document of the pieces, on a low sheet."""
    return pages(office.converted(word.saved(_low(written(pieces))), "docx", "pdf"))


def _low(made: Any) -> Any:
    """Make the pages of a document low, so that little is to be recognised."""
    section = made.sections[0]
    section.page_height, section.top_margin, section.bottom_margin = Cm(15), Cm(1.5), Cm(1.5)
    section.left_margin = section.right_margin = Cm(2)
    return made


@document("scan/扫描件.pdf", "scan-pdf", "scan-skew")
def scanned_pdf() -> Made:
    """Scanned pages in a PDF: boundaries that go on over the page end."""
    source = department("柳塘县水利局")
    raw = bound([scanned(page) for page in _printed(list(lists.boundaries(source)))])
    return Made(raw, [expected.of_boundaries(source)], "pdf", scan=True)


@document("scan/扫描页.jpg", "scan-jpg", "scan-skew")
def scanned_page() -> Made:
    """One scanned page of duties."""
    source = department("鹤桥县住房和城乡建设局")
    pieces = [Piece("title", source.title), Piece("table", "", tables.duties(source.duties))]
    raw = scanned(_printed(pieces)[0], -1.0)
    return Made(raw, [expected.of_list(source, boundaries=[], services=[], regimes=[])], "scan", scan=True)


@document("scan/截图.png", "scan-png")
def screenshot() -> Made:
    """A clean picture of services."""
    source = department("望溪县民政局")
    pieces = [Piece("title", source.title), Piece("table", "", tables.services(source.services))]
    picture = _printed(pieces)[0]
    written_to = io.BytesIO()
    picture.quantize(16).save(written_to, "PNG", optimize=True, dpi=(_DPI, _DPI))
    return Made(
        written_to.getvalue(), [expected.of_list(source, boundaries=[], duties=[], regimes=[])], "scan", scan=True
    )


@document("docx/表格图片.docx", "scan-in-word")
def picture_in_word() -> Made:
    """A Word document whose only table is a picture."""
    source = department("望溪县市场监督管理局")
    rows = tables.boundaries(source.matters[:1])
    picture = _printed([Piece("table", "", rows)])[0]
    written_to = io.BytesIO()
    picture.crop((0, 0, picture.width, picture.height * 6 // 10)).quantize(16).save(written_to, "PNG", optimize=True)
    made = word.new()
    word.title(made, source.title.replace("责任清单", "职责边界清单"))
    made.add_picture(io.BytesIO(written_to.getvalue()), width=Cm(16))
    told = expected.of_boundaries(source, boundaries=expected.boundaries(source.matters[:1]))
    return Made(word.saved(made), [told], "docx", scan=True)


@document("scan/传真页.tif", "scan-tif", "scan-skew")
def faxed_page() -> Made:
    """A page in black and white alone, as faxes and archives keep them."""
    source = department("柳塘县文化广电旅游体育局")
    pieces = [Piece("title", source.title), Piece("table", "", tables.duties(source.duties))]
    page = Image.open(io.BytesIO(scanned(_printed(pieces)[0], 0.6)))
    written_to = io.BytesIO()
    page.point(lambda grey: 255 * (grey > 128)).convert("1").save(
        written_to, "TIFF", compression="group4", dpi=(_DPI, _DPI)
    )
    told = expected.of_list(source, boundaries=[], services=[], regimes=[])
    return Made(written_to.getvalue(), [told], "scan", scan=True)


@document("scan/文字与扫描混合.pdf", "scan-mixed", "scan-pdf", "scan-skew")
def mixed_pages() -> Made:
    """A PDF whose first page is text and whose second is a scan: the boundaries go on from one to the other."""
    source = department("鹤桥县卫生健康局")
    text = office.converted(word.saved(_low(written(lists.boundaries(source)))), "docx", "pdf")
    with pypdfium2.PdfDocument(text) as pdf, pypdfium2.PdfDocument.new() as mixed:
        scan = bound([scanned(page) for page in pages(text)[1:]])
        mixed.import_pages(pdf, [0])
        with pypdfium2.PdfDocument(scan) as others:
            mixed.import_pages(others)
            written_to = io.BytesIO()
            mixed.save(written_to)
    return Made(written_to.getvalue(), [expected.of_boundaries(source)], "pdf", scan=True)
