"""PDF documents: ruled and unruled tables over several pages, landscape and rotated pages, several departments."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from makedocs import expected, lists, office, tables, web, word
from makedocs.catalogue import Made, document
from makedocs.content import Source, department
from makedocs.layout import placed, unmerged
from makedocs.word_lists import numbered, written

_FONT = "STSong-Light"
_SIZE, _LEADING = 9, 12


def paged(document: Any) -> Any:
    """Let the header of each table repeat on every page, and put page numbers into the footer."""
    for table in document.tables:
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run("— ")
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    footer.add_run(" —")
    return document


def _narrow(document: Any) -> Any:
    """Leave little room on each page, so that rows are cut by page ends."""
    section = document.sections[0]
    section.page_height, section.page_width = Cm(14), Cm(21)
    section.top_margin = section.bottom_margin = Cm(1.8)
    return document


@document("pdf/跨页断行.pdf", "pdf-ruled", "pdf-pages", "pdf-page-numbers", "pdf-cut-rows")
def rows_cut_by_pages() -> Made:
    """A whole list on low pages: rows cut by page ends, headers repeated, page numbers below."""
    source = department("望溪县民政局")
    made = _narrow(paged(written(lists.whole(source))))
    return Made(office.converted(word.saved(made), "docx", "pdf"), [expected.of_list(source)], "pdf")


@document("pdf/横向页面.pdf", "pdf-landscape", "pdf-ruled")
def landscape() -> Made:
    """Boundaries on landscape pages, the header not repeated."""
    source = department("望溪县交通运输局")
    made = written(lists.boundaries(source))
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    return Made(office.converted(word.saved(made), "docx", "pdf"), [expected.of_boundaries(source)], "pdf")


@document("pdf/多部门汇编.pdf", "pdf-several", "pdf-pages", "pdf-page-numbers")
def several_departments() -> Made:
    """Three departments in one file, page numbers through the whole of it."""
    sources = [department(name) for name in ("柳塘县农业农村局", "柳塘县文化广电旅游体育局", "柳塘县水利局")]
    made = word.new()
    word.title(made, "岚川市柳塘县政府部门责任清单汇编")
    for source in sources:
        written(lists.whole(source), made)
    raw = office.converted(word.saved(paged(made)), "docx", "pdf")
    return Made(raw, [numbered(source) for source in sources], "pdf")


@document("pdf/网页打印.pdf", "pdf-ruled")
def printed_page() -> Made:
    """A web page printed to PDF."""
    source = department("鹤桥县卫生健康局")
    page = web.plain(source.title, web.body(lists.whole(source)))
    return Made(office.converted(page.encode(), "html", "pdf"), [expected.of_list(source)], "pdf")


@document("pdf/旋转页面.pdf", "pdf-rotated", "pdf-ruled")
def rotated() -> Made:
    """A wide table drawn sideways on upright pages that are shown turned, in a font that is not in the file."""
    source = department("望溪县市场监督管理局")
    written_to = io.BytesIO()
    # The writer swaps the sides of a page that is turned.
    canvas = _canvas(written_to, (A4[1], A4[0]))
    _sideways(canvas)
    canvas.drawCentredString(A4[1] / 2, A4[0] - 50, source.title.replace("责任清单", "职责边界清单"))
    _ruled(canvas, source, top=A4[0] - 70)
    canvas.save()
    return Made(written_to.getvalue(), [expected.of_boundaries(source)], "pdf")


@document("pdf/无线表格.pdf", "pdf-unruled", "pdf-pages", "pdf-page-numbers")
def unruled() -> Made:
    """Tables in columns without any line, over several pages with the header repeated on each."""
    source = department("望溪县民政局")
    written_to = io.BytesIO()
    sheet = _Unruled(_canvas(written_to))
    sheet.line(source.title, middle=True)
    sheet.line("一、部门主要职责")
    sheet.table(unmerged(tables.duties(source.duties)), (30, 150, 200, 120))
    sheet.line("二、与相关部门的职责边界")
    sheet.table(unmerged(tables.boundaries(source.matters)), (30, 70, 80, 150, 100, 90))
    sheet.line("三、公共服务事项")
    sheet.table(unmerged(tables.services(source.services)), (30, 90, 200, 100, 90))
    sheet.end()
    sheet.canvas.save()
    told = expected.of_list(source, regimes=[])
    return Made(written_to.getvalue(), [told], "pdf")


def _canvas(into: io.BytesIO, size: tuple[float, float] = A4) -> Canvas:
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    canvas = Canvas(into, pagesize=size, invariant=1)
    canvas.setFont(_FONT, _SIZE)
    return canvas


def _sideways(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    canvas.setFont(_FONT, _SIZE)


def wrapped(text: str, room: float) -> list[str]:
    """Return the lines of a text that fit into so many points."""
    lines, most = [""], int(room // _SIZE) - 1
    for character in text:
        # No line begins with a closing mark: there is room for one more character.
        if len(lines[-1]) >= most and character not in "，。；、）》”":
            lines.append("")
        lines[-1] += character
    return lines


def _ruled(canvas: Canvas, source: Source, top: float) -> None:
    """Draw the boundaries with all lines, merged cells as one box, rows on one page."""
    widths = (30, 80, 100, 270, 150, 140)
    left = [30 + sum(widths[:at]) for at in range(len(widths) + 1)]
    rows = tables.boundaries(source.matters)
    cells = list(placed(rows))
    heights = [18.0] * len(rows)
    for one in cells:
        need = 6 + _LEADING * len(wrapped(one.spot.text, widths[one.column] - 6))
        heights[one.row] = max(heights[one.row], need / one.spot.rows)
    for one in cells:
        y = top - sum(heights[: one.row])
        height = sum(heights[one.row : one.row + one.spot.rows])
        canvas.rect(left[one.column], y - height, widths[one.column], height)
        for number, line in enumerate(wrapped(one.spot.text, widths[one.column] - 6), 1):
            canvas.drawString(left[one.column] + 3, y - number * _LEADING, line)


class _Unruled:
    """Draws lines and columns of text down a page, and begins new pages."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas, self.y, self.page = canvas, A4[1] - 60, 1

    def line(self, text: str, middle: bool = False) -> None:
        """Write a line of text with room around it."""
        self.y -= 8
        draw = self.canvas.drawCentredString if middle else self.canvas.drawString
        draw(A4[0] / 2 if middle else 40, self.y, text)
        self.y -= 20

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """Write rows in columns; the first one again on each new page."""
        for row in rows:
            lines = [wrapped(text, room - 8) for text, room in zip(row, widths, strict=True)]
            if self.y - _LEADING * max(map(len, lines)) < 60:
                self.end()
                self.y, self.page = A4[1] - 60, self.page + 1
                self.canvas.setFont(_FONT, _SIZE)
                self._row([[text] for text in rows[0]], widths)
            self._row(lines, widths)

    def _row(self, lines: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        for column, texts in enumerate(lines):
            for number, text in enumerate(texts):
                self.canvas.drawString(40 + sum(widths[:column]), self.y - number * _LEADING, text)
        self.y -= _LEADING * max(map(len, lines)) + 6

    def end(self) -> None:
        """Number the page and end it."""
        self.canvas.drawCentredString(A4[0] / 2, 30, f"- {self.page} -")
        self.canvas.showPage()
