"""Small documents of every format with one list, and hostile ones made of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from html import escape

from data.fonts import bundled

TITLE = "云岭市青岗县民政局责任清单"
HEADING = "一、部门职责"
ROWS = (
    ("序号", "主要职责", "具体工作事项"),
    ("1", "负责社会救助", "受理救助申请"),
    ("2", "负责殡葬管理", "编制殡葬设施规划"),
)
Rows = Iterable[Sequence[str]]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(members: dict[str, bytes | str]) -> bytes:
    """Return a zip of the members."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, member in members.items():
            packed.writestr(name, member)
    return content.getvalue()


def word_xml(rows: Rows = ROWS, before: str = "", cell: str = "") -> str:
    """Return the main part of a Word document; `before` stands before it, `cell` in each cell's properties."""
    lines = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in (TITLE, HEADING))
    grid = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>" for text in row
        )
        + "</w:tr>"
        for row in rows
    )
    body = f"<w:body>{lines}<w:tbl>{grid}</w:tbl><w:p/></w:body>"
    return f'<?xml version="1.0"?>{before}<w:document {_W}>{body}</w:document>'


def docx(main: str | None = None, more: dict[str, bytes | str] | None = None) -> bytes:
    """Return a Word document with the given main part."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>'
    )
    members: dict[str, bytes | str] = {"[Content_Types].xml": types, "_rels/.rels": links}
    return zipped({**members, "word/document.xml": main or word_xml(), **(more or {})})


def xlsx(rows: Rows = ROWS) -> bytes:
    """Return a workbook of one sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([TITLE], [HEADING], *rows):
        sheet.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def html(rows: Rows = ROWS, more: str = "", charset: str = "utf-8", encoding: str = "utf-8") -> bytes:
    """Return a web page."""
    grid = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    head = f'<!DOCTYPE html><html><head><meta charset="{charset}"></head><body>'
    return f"{head}<h1>{TITLE}</h1><h2>{HEADING}</h2><table>{grid}</table>{more}</body></html>".encode(encoding)


def text(rows: Rows = ROWS) -> bytes:
    """Return a text file with tabs between the cells."""
    return "\n".join([TITLE, HEADING, *("\t".join(row) for row in rows)]).encode()


def pdf(rows: Rows = ROWS, pages: int = 1) -> bytes:
    """Return a PDF whose pages hold the list as a ruled table."""
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    font = FontProperties(fname=str(bundled()[0].path))
    content = io.BytesIO()
    with PdfPages(content) as book:
        for _ in range(pages):
            figure = Figure(figsize=(8.27, 11.69))
            figure.text(0.3, 0.9, TITLE, fontproperties=font, fontsize=16)
            figure.text(0.1, 0.86, HEADING, fontproperties=font, fontsize=12)
            axes = figure.add_axes((0.1, 0.6, 0.8, 0.2))
            axes.axis("off")
            table = axes.table([list(row) for row in rows], loc="center", cellLoc="left")
            for cell in table.get_celld().values():
                cell.get_text().set_fontproperties(font)
            book.savefig(figure)
    return content.getvalue()
