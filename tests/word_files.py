"""Small Word files for the tests of their readers, put together from the XML that Word writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from data.document import Cell, Document, Label, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {"document": "document.main", "styles": "styles", "numbering": "numbering"}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of a text, or of runs and other elements."""
    inside = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def numbered(text: str = "", number: int = 1, level: int = 0) -> str:
    """A paragraph that a list numbers."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tc(content: str = "", properties: str = "", width: int = 0) -> str:
    """A cell of a text, or of paragraphs and other elements."""
    told = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    return f"<w:tc><w:tcPr>{told}{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells, or of their texts."""
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str, grid: tuple[int, ...] = ()) -> str:
    """A table of rows; `grid` are the widths of its columns."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr/>{f'<w:tblGrid>{columns}</w:tblGrid>' if grid else ''}{''.join(rows)}</w:tbl>"


SPAN: Callable[[int], str] = '<w:gridSpan w:val="{}"/>'.format
DOWN, FURTHER = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def numbering(*lists: str) -> str:
    """The definitions of lists, one w:abstractNum each, and a w:num for each, numbered from 1."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{one}</w:abstractNum>' for at, one in enumerate(lists)
    )
    uses = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(lists)))
    return definitions + uses


def level(form: str, text: str, at: int = 0, more: str = "") -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def docx(
    body: str,
    numbering: str = "",
    styles: str = "",
    headers: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """A .docx file.

    Args:
        body: the content of w:body.
        numbering: the content of w:numbering.
        styles: the content of w:styles.
        headers: the content of page headers by the ids of the links to them.
        media: pictures by the ids of the links to them.
        more: further members of the zip file.
    """
    parts = {"document.xml": _part("document", f"<w:body>{body}</w:body>")}
    links = {"nums": ("numbering", "numbering.xml"), "styles": ("styles", "styles.xml")}
    parts |= {"numbering.xml": _part("numbering", numbering), "styles.xml": _part("styles", styles)}
    for identity, content in (headers or {}).items():
        links[identity] = ("header", f"{identity}.xml")
        parts[f"{identity}.xml"] = _part("hdr", content)
    files = {f"word/{name}": content.encode() for name, content in parts.items()}
    for identity, raw in (media or {}).items():
        links[identity] = ("image", f"media/{identity}")
        files[f"word/media/{identity}"] = raw
    files["word/_rels/document.xml.rels"] = _links(links).encode()
    files["_rels/.rels"] = _links({"main": ("officeDocument", "word/document.xml")}).encode()
    return zipped({"[Content_Types].xml": _types(files).encode(), **files, **(more or {})})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip file of members by their names."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return packed.getvalue()


def _part(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMES}>{content}</w:{name}>'


def _types(files: Mapping[str, bytes]) -> str:
    kinds = {name: name.rpartition("/")[2].removesuffix(".xml") for name in files if name.endswith(".xml")}
    inside = "".join(
        f'<Override PartName="/{name}" ContentType="{_CONTENT}.{_KINDS.get(kind, "header")}+xml"/>'
        for name, kind in kinds.items()
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{rels}{inside}</Types>'


def _links(links: Mapping[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for identity, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


def texts(document: Document) -> list[str]:
    """The texts of all blocks but tables and labels."""
    return [block.text for block in document.blocks if not isinstance(block, Table | Label)]


def labels(document: Document) -> list[str]:
    """The texts of the labels."""
    return [block.text for block in document.blocks if isinstance(block, Label)]


def tables(document: Document) -> list[Table]:
    """The tables."""
    return [block for block in document.blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[str]]:
    """The texts by row and column, those of merged cells at each place that they cover."""
    rows = max(cell.row + cell.row_span for cell in table.cells)
    found = [[""] * table.columns for _ in range(rows)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                assert not found[row][column], "two cells at one place"
                found[row][column] = cell.text
    return found


def shape(table: Table) -> list[tuple[str, int, int, int, int]]:
    """Text, row, column, row span and column span of each cell."""
    return [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells]


def the_cell(table: Table, row: int, column: int) -> Cell:
    """The cell that begins at a place."""
    return next(cell for cell in table.cells if (cell.row, cell.column) == (row, column))


@cache
def picture(width: int, height: int) -> bytes:
    """A white PNG."""
    import struct
    import zlib

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = zlib.compress(b"".join(b"\x00" + b"\xff" * width for _ in range(height)))
    size = struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
