"""Write Word 2003 XML, the format of documents that systems export as one file of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from makedocs.layout import Placed, Row, placed
from makedocs.lists import Piece


def document(pieces: Iterable[Piece]) -> bytes:
    """Return the bytes of a document with the pieces in order."""
    body = "\n".join(_table(one.rows) if one.kind == "table" else _paragraphs(one.text) for one in pieces)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
        ' xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xml:space="preserve">\n'
        f"<w:body><wx:sect>\n{body}\n<w:p/><w:sectPr/></wx:sect></w:body></w:wordDocument>\n"
    ).encode()


def _paragraphs(text: str) -> str:
    return "".join(
        f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" if line else "<w:p/>" for line in text.split("\n")
    )


def _table(rows: Sequence[Row]) -> str:
    cells: list[list[tuple[int, str]]] = [[] for _ in rows]
    for one in placed(rows):
        for row in range(one.row, one.row + one.spot.rows):
            cells[row].append((one.column, _cell(one, first=row == one.row)))
    lines = ("".join(cell for _, cell in sorted(row)) for row in cells)
    return "<w:tbl>" + "\n".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def _cell(one: Placed, first: bool) -> str:
    """Return a cell, or one of those that go on with it downwards."""
    across = f'<w:gridSpan w:val="{one.spot.columns}"/>' if one.spot.columns > 1 else ""
    down = ('<w:vmerge w:val="restart"/>' if first else "<w:vmerge/>") if one.spot.rows > 1 else ""
    return f"<w:tc><w:tcPr>{across}{down}</w:tcPr>{_paragraphs(one.spot.text if first else '')}</w:tc>"
