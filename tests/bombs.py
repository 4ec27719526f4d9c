"""Files that ask for more time or memory than any document needs: small to write, endless to read without bounds."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable

import hostile_files as files
from bombparts import (
    MAIN,
    MILLION,
    archive,
    cells,
    members,
    nested_zip,
    opendocument,
    overlapping,
    page,
    pdf,
    picture,
    stream,
    tiff,
    workbook,
)

_TABLE = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
_OPEN, _CLOSE = "<w:tbl><w:tr><w:tc><w:p/>", "</w:tc></w:tr></w:tbl>"
_CELL = "<w:p><w:r><w:t>受理救助申请</w:t></w:r></w:p>"
_PAGES = "<</Type/Catalog/Pages 2 0 R>>"
_HEADS = "序号,部门职责,具体工作事项\n".encode()
_TEXT = b"BT /F 9 Tf 100 100 Td (abc) Tj ET"


def _word(behind: str = "<w:p/>", cell: str = _CELL) -> bytes:
    """Return a Word document with other content in place of its last paragraph, or of one of its cells."""
    return files.docx(files.word_xml().replace("<w:p/>", behind).replace(_CELL, cell))


def _shown(code: str, value: str) -> bytes:
    """Return a workbook with one number and the code of its format."""
    formats = f'<numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts>'
    styles = f'<styleSheet xmlns="{MAIN}">{formats}<cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>'
    return workbook(f'<sheetData><row r="1"><c s="1"><v>{value}</v></c></row></sheetData>', {"xl/styles.xml": styles})


def _merged(ranges: Iterable[str]) -> bytes:
    cells_merged = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    return workbook(f"{cells(['a'])}<mergeCells>{cells_merged}</mergeCells>")


def _strings(content: str) -> bytes:
    shared = {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{content}</sst>'}
    return workbook('<sheetData><row r="1"><c t="s"><v>0</v></c></row></sheetData>', shared)


def _repeated(kind: str, text: str = "一") -> bytes:
    """Return an OpenDocument table of one cell that is repeated without end."""
    cell = f'<table:table-cell table:number-columns-repeated="2000000000"><text:p>{text}</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="2000000000">{cell}</table:table-row>'
    return opendocument(f'<table:table table:name="a">{row}</table:table>', kind)


def _lines(*lines: str) -> bytes:
    return b"\n".join([files.text(), *(line.encode() for line in lines)])


def _numbered(number: str) -> bytes:
    return files.text([files.ROWS[0], (number, "负责社会救助", "受理")])


def _image(size: int, bits: int, content: bytes, keys: str = "") -> bytes:
    """Return a PDF of one page that a picture covers."""
    kind = f"/Type/XObject/Subtype/Image/Width {size}/Height {size}/BitsPerComponent {bits}/ColorSpace/DeviceGray"
    made = f"<<{kind}{keys}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"
    return page(stream(b"600 0 0 800 0 0 cm /I Do"), more=(made,))


def _grid(lines: int) -> bytes:
    """Return a PDF of one page full of crossing lines."""
    drawn = (b"0 %d m 500 %d l S %d 0 m %d 500 l S\n" % ((number % 500,) * 4) for number in range(lines))
    return page(stream(b"".join(drawn)))


def _styled() -> bytes:
    rules = "".join(f".a{number} .b{number}>p{{display:none}}" for number in range(50_000))
    return files.html(more=f"<style>{rules}</style>" + '<p class="a1">一</p>' * 20_000)


def _tall(cell: str, rows: int, last: int = 0) -> bytes:
    """Return a page with a table of cells that reach down and to the right without end."""
    return files.html(
        more=f"<table><tr>{cell * 50}</tr>" + f"<tr>{cell}</tr>" * rows + "<tr><td>二" * last + "</table>"
    )


def _same_boundary(times: int) -> bytes:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n'
    return head + b'--a\r\nContent-Type: multipart/mixed; boundary="a"\r\n\r\n' * times


_FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I 6 0 R>>>>"
_JBIG2 = struct.pack(">IBBIIIBH", 0, 48, 0, 19, 60000, 60000, 0, 0)
_PACKED = "/Filter/FlateDecode"
_HIDDEN = "<cols>" + '<col min="1" max="2000000000" hidden="1"/>' * 10_000 + "</cols>"
_ENDLESS = '<td rowspan="1000000000" colspan="1000000000">一</td>'
_LONG = '<td rowspan="65534" colspan="1000">一</td>'
_ONE_PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"

# The name of a file of the format, and how it is made.
BOMBS: dict[str, Callable[[], bytes]] = {
    "nested.docx": nested_zip,
    "overlapping.docx": lambda: overlapping(2000),
    "members.docx": lambda: members(100_000),
    "deep.docx": lambda: _word("<w:x>" * 100_000 + "</w:x>" * 100_000),
    "tables.docx": lambda: _word(_OPEN * 50_000 + _CLOSE * 50_000),
    "side-tables.docx": lambda: _word(_TABLE * 50_000),
    "inner-tables.docx": lambda: _word(cell=_TABLE * 50_000),
    "wide.docx": lambda: files.docx(files.word_xml([files.ROWS[0], ["一"] * 100_000])),
    "attribute.docx": lambda: files.docx(files.word_xml(cell=f'<w:gridSpan w:val="{"9" * 10 * MILLION}"/>')),
    "text.docx": lambda: files.docx(files.word_xml([files.ROWS[0], ("1", "第" * 3 * MILLION, "（" * 3 * MILLION)])),
    "spans.docx": lambda: files.docx(
        files.word_xml([files.ROWS[0]] + [["一"] * 60] * 1000, cell='<w:gridSpan w:val="2000000000"/>')
    ),
    "string.xlsx": lambda: _strings(f"<si><t>{'甲' * 60 * MILLION}</t></si>"),
    "strings.xlsx": lambda: _strings("<si/>" * 10 * MILLION),
    "dimension.xlsx": lambda: workbook('<dimension ref="A1:XFD1073741824"/>' + cells(["a"])),
    "merges.xlsx": lambda: _merged(["A1:XFD1048576"] * 200_000),
    "merges-apart.xlsx": lambda: _merged(f"A{row}:XFD{row}" for row in range(1, 100_001)),
    "columns.xlsx": lambda: workbook(_HIDDEN + cells(["a"])),
    "wide.xlsx": lambda: workbook(cells(["一"] * 100_000)),
    "deep.xlsx": lambda: workbook("<x>" * 100_000 + "</x>" * 100_000),
    "digits.xlsx": lambda: workbook(f'<sheetData><row r="1"><c><v>{"9" * MILLION}</v></c></row></sheetData>'),
    "code.xlsx": lambda: _shown("0;[" * 300_000, "1.5"),
    "places.xlsx": lambda: _shown("0." + "0" * MILLION, "1e300"),
    "deep.odt": lambda: opendocument("<text:span>" * 100_000 + "</text:span>" * 100_000),
    "spaces.odt": lambda: opendocument('<text:p><text:s text:c="2000000000"/></text:p>' * 100),
    "repeat.odt": lambda: _repeated("text"),
    "repeat.ods": lambda: _repeated("spreadsheet"),
    "spaces.ods": lambda: _repeated("spreadsheet", '<text:s text:c="2000000000"/>一'),
    "divs.html": lambda: files.html(more="<div>" * MILLION + "职责"),
    "closed.html": lambda: files.html(more="<div><p>a</p></div>" * 300_000),
    "tables.html": lambda: files.html(more="<table><tr><td>" * 5000 + "职责"),
    "rowspans.html": lambda: _tall(_ENDLESS, 0, 20_000),
    "rowspan-65534.html": lambda: _tall(_LONG, 2000),
    "wide.html": lambda: files.html([files.ROWS[0], ["一"] * 100_000]),
    "attribute.html": lambda: files.html(more=f'<p style="{"a:b;" * 3 * MILLION}">一</p>'),
    "styles.html": _styled,
    "comments.html": lambda: b"<!--" * MILLION + files.html(),
    "spaces.html": lambda: b"<html " + b" " * 10 * MILLION + files.html(),
    "brackets.html": lambda: files.html(more="<" * 3 * MILLION),
    "lists.html": lambda: files.html(more="<ol><li>" * 20_000),
    "line.txt": lambda: _lines("第一章负责，" * 300_000),
    "spaces.txt": lambda: _lines(" " * 3 * MILLION + "a"),
    "tabs.txt": lambda: _lines("\t" * 3 * MILLION + "a"),
    "brackets.txt": lambda: _lines("（" * MILLION, "《" * MILLION, "〔" * MILLION),
    "ordinals.txt": lambda: _lines("第" * MILLION),
    "digits.txt": lambda: _numbered("9" * MILLION),
    "numerals.txt": lambda: _numbered("一百万亿" * 250_000),
    "article.txt": lambda: _lines(f"第{'一千' * 500_000}条 负责"),
    "fullwidth.txt": lambda: _numbered("１" * MILLION),
    "points.txt": lambda: _lines("1." * MILLION),
    "stops.txt": lambda: _lines("、，；：。" * 300_000),
    "lines.txt": lambda: _lines("一\n" * MILLION),
    "duties.txt": lambda: _lines("（一）市公安局负责\n" * 100_000),
    "pipes.md": lambda: _lines("|" * 3 * MILLION, "|-|-|"),
    "fences.md": lambda: b"```\n" * MILLION + files.text(),
    "breaks.md": lambda: _lines("<br>" * MILLION + "**" * MILLION),
    "quote.csv": lambda: _HEADS + '1,"负责'.encode() + "救助,\n".encode() * 5 * MILLION,
    "quotes.csv": lambda: _HEADS + b'"' * 5 * MILLION,
    "commas.csv": lambda: _HEADS + b"," * 5 * MILLION,
    "braces.rtf": lambda: b"{\\rtf1 " + b"{" * MILLION + b"a" + b"}" * MILLION + b"}",
    "bin.rtf": lambda: b"{\\rtf1 \\bin2000000000 abc} \\bin-5 a}",
    "cells.rtf": lambda: b"{\\rtf1 \\trowd" + b"\\cellx9" * MILLION + b"a\\cell" * 10 + b"\\row}",
    "rows.rtf": lambda: b"{\\rtf1 " + b"\\trowd\\cellx9 a\\cell\\row" * 200_000 + b"}",
    "levels.rtf": lambda: b"{\\rtf1 " + b"".join(b"\\intbl\\itap%d a\\nestcell" % level for level in range(20_000)),
    "digits.rtf": lambda: b"{\\rtf1\\u" + b"9" * 5 * MILLION + b" a}",
    "parts.mht": lambda: archive(10_000),
    "nested.mht": lambda: archive(10_000, nested=True),
    "nested-90.mht": lambda: archive(90, nested=True),
    "same.mht": lambda: _same_boundary(50_000),
    "header.mht": lambda: b"MIME-Version: 1.0\r\n" + b"X: a\r\n" * MILLION + b"\r\n<html>",
    "loop.pdf": lambda: pdf(_PAGES, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100>>"),
    "up.pdf": lambda: pdf(_PAGES, "<</Type/Pages/Kids[3 0 R]/Count 9>>", "<</Type/Pages/Kids[2 0 R]/Count 9>>"),
    "million.pdf": lambda: pdf(_PAGES, f"<</Type/Pages/Kids[{'3 0 R ' * MILLION}]/Count {MILLION}>>", _ONE_PAGE),
    "count.pdf": lambda: page(stream(_TEXT)).replace(b"/Count 1", b"/Count 2147483647"),
    "xref.pdf": lambda: pdf(_PAGES, "<</Type/Pages/Kids[3 0 R]/Count 1>>", _ONE_PAGE, trailer="/Root 1 0 R/Prev 9"),
    "giant.pdf": lambda: page(stream(_TEXT), "/MediaBox[0 0 1e30 1e30]"),
    "unit.pdf": lambda: page(stream(_TEXT), "/MediaBox[0 0 14400 14400]/UserUnit 100000"),
    "flate.pdf": lambda: page(stream(b"\n" * 1000 * MILLION, 2)),
    "text.pdf": lambda: page(stream(b"BT /F 9 Tf 9 9 Td (abcdefghij) Tj ET\n" * 2 * MILLION)),
    "lines.pdf": lambda: page(stream(b"0 0 m 500 500 l S\n" * 3 * MILLION)),
    "rules.pdf": lambda: _grid(100_000),
    "saves.pdf": lambda: page(stream(b"q " * 5 * MILLION)),
    "brackets.pdf": lambda: page(stream(b"[" * 5 * MILLION)),
    "forms.pdf": lambda: page(stream(b"/I Do " * 10), more=(stream(b"/I Do " * 10, keys=_FORM),)),
    "image.pdf": lambda: _image(60_000, 8, zlib.compress(b"\0" * 100 * MILLION), _PACKED),
    "jbig2.pdf": lambda: _image(60_000, 1, _JBIG2, "/Filter/JBIG2Decode"),
    "bomb.png": lambda: picture(50_000, 50_000),
    "tall.png": lambda: picture(1, 79 * MILLION),
    "black.png": lambda: picture(8_900, 8_900),
    "huge.tif": lambda: tiff(2_000_000_000, 2_000_000_000),
    "pages.tif": lambda: tiff(10, 10, 100_000),
    "loop.tif": lambda: tiff(10, 10, 3, loop=True),
}
