"""PDF files for tests: drawn line by line with reportlab, or written by hand where no program writes such a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from data.document import Block, Document, Label, PageLine, Paragraph, Table

HEADER = ("序号", "管理事项", "相关部门", "职责分工")
XS = (60.0, 95.0, 185.0, 265.0, 535.0)
SIZE = 10.5
LEADING = 14.0
_PAD = 5.0
_FONT = "STSong-Light"
_A4 = (595.0, 842.0)


class Pen:
    """Draws on one page; x and y are points from its upper left corner."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self.canvas = canvas
        self.height = height

    def text(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        """Write a line whose baseline is y."""
        self.canvas.setFont(_FONT, size)
        self.canvas.drawString(x, self.height - y, text)

    def centred(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        """Write a line around the middle x."""
        self.canvas.setFont(_FONT, size)
        self.canvas.drawCentredString(x, self.height - y, text)

    def lines(self, x: float, y: float, *texts: str, size: float = SIZE, leading: float = LEADING) -> float:
        """Write lines below each other, and return the baseline behind the last."""
        for number, text in enumerate(texts):
            self.text(x, y + number * leading, text, size)
        return y + len(texts) * leading

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw a straight line."""
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def rules(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw a whole grid."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])

    def area(self, x0: float, y0: float, x1: float, y1: float, grey: float = 0.8) -> None:
        """Fill a rectangle."""
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def turned(self, x: float, y: float, text: str, degrees: float, size: float = SIZE) -> None:
        """Write a line turned anticlockwise around its beginning."""
        self.canvas.saveState()
        self.canvas.translate(x, self.height - y)
        self.canvas.rotate(degrees)
        self.canvas.setFont(_FONT, size)
        self.canvas.drawString(0, 0, text)
        self.canvas.restoreState()

    def hidden(self, x: float, y: float, text: str, size: float = SIZE) -> None:
        """Write a line that is not drawn, as programs do over scans."""
        line = self.canvas.beginText(x, self.height - y)
        line.setFont(_FONT, size)
        line.setTextRenderMode(3)
        line.textOut(text)
        # The mode stays until it is set anew.
        line.setTextRenderMode(0)
        self.canvas.drawText(line)

    def picture(self, x0: float, y0: float, x1: float, y1: float, picture: Image.Image) -> None:
        """Put a picture into a rectangle."""
        self.canvas.drawImage(ImageReader(picture), x0, self.height - y1, x1 - x0, y1 - y0)

    def row(self, y: float, cells: Sequence[str | None], xs: Sequence[float] = XS, ruled: bool = True) -> float:
        """Write a row of a table with lines around its cells, and return its lower border; None is part of a merge."""
        wrapped = [_wrapped(text or "", xs[at + 1] - xs[at] - 2 * _PAD) for at, text in enumerate(cells)]
        bottom = y + max(map(len, wrapped)) * LEADING + 2 * _PAD
        for at, texts in enumerate(wrapped):
            self.lines(xs[at] + _PAD, y + _PAD + SIZE, *texts)
            if ruled and cells[at] is not None:
                self.rule(xs[at], y, xs[at + 1], y)
        for x in xs if ruled else ():
            self.rule(x, y, x, bottom)
        return bottom

    def table(self, y: float, rows: Iterable[Sequence[str | None]], xs: Sequence[float] = XS) -> float:
        """Write a ruled table, and return its lower border; None in a cell merges it with the one above."""
        for cells in rows:
            y = self.row(y, cells, xs)
        self.rule(xs[0], y, xs[-1], y)
        return y


def _wrapped(text: str, width: float) -> list[str]:
    """Return a text in lines as wide as a cell; a line feed begins a paragraph."""
    each = max(int(width / SIZE), 1)
    return [
        paragraph[at : at + each] for paragraph in text.split("\n") for at in range(0, max(len(paragraph), 1), each)
    ]


def pdf(
    *pages: Callable[[Pen], object],
    size: tuple[float, float] = _A4,
    rotate: int = 0,
    crop: tuple[float, float, float, float] | None = None,
    encrypt: object = None,
) -> bytes:
    """Return a PDF file.

    Args:
        pages: each draws one page.
        size: width and height in points.
        rotate: how every page is turned when it is shown.
        crop: the part of every page that is shown: left, bottom, right, top.
        encrypt: reportlab's StandardEncryption, or a password.
    """
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    content = BytesIO()
    # reportlab changes width and height of the paper itself when a page is turned on its side.
    paper = size if rotate % 180 == 0 else (size[1], size[0])
    canvas = Canvas(content, pagesize=paper, encrypt=encrypt, invariant=1)
    for draw in pages:
        if crop:
            canvas.setCropBox(crop)
        canvas.setPageRotation(rotate)
        draw(Pen(canvas, size[1]))
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def by_hand(objects: Mapping[int, bytes], root: int = 1) -> bytes:
    """Return a PDF file of objects as they are written, with a table of their places."""
    out = BytesIO()
    out.write(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1))
    for number in range(1, max(objects) + 1):
        known = number in places
        out.write(b"%010d %05d %c \n" % (places.get(number, 0), 0 if known else 65535, b"n"[0] if known else b"f"[0]))
    out.write(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, root, start))
    return out.getvalue()


def one_page(content: bytes, box: str = "0 0 595 842") -> bytes:
    """Return a PDF file of one page with Helvetica as /F1, by the operators that draw it."""
    return by_hand(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
            % box.encode(),
            4: b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
            5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        }
    )


def tables(document: Document) -> list[Table]:
    """Return the tables of a document."""
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(blocks: Iterable[Block]) -> list[str]:
    """Return the paragraphs among blocks, without lines of pages and labels."""
    return [block.text for block in blocks if isinstance(block, Paragraph) and not isinstance(block, PageLine | Label)]


def page_texts(blocks: Iterable[Block]) -> list[str]:
    """Return the lines of pages among blocks."""
    return [block.text for block in blocks if isinstance(block, PageLine)]


def rows_of(table: Table) -> list[list[str]]:
    """Return the texts of a table by row and column; what a cell covers is blank."""
    height = max(cell.row + cell.row_span for cell in table.cells)
    grid = [[""] * table.columns for _ in range(height)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text
    return grid


def spans_of(table: Table) -> dict[str, tuple[int, int]]:
    """Return text → (row span, column span) of the cells that cover more than their place."""
    return {
        cell.text: (cell.row_span, cell.column_span)
        for cell in table.cells
        if (cell.row_span, cell.column_span) != (1, 1)
    }
