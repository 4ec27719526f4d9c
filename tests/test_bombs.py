"""Files that ask for more time or memory than any document needs end in rows or in one foreseen line.

Those that take many seconds are read by `python -m benchmarks.bombs` only, in smaller versions here.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import bombparts
import hostile_files as files
import pytest
from bombs import BOMBS

from data.document import Cell, Source, Table
from data.messages import say
from loaders.confined import Stopped, confined
from loaders.onefile import Part, read_file
from loaders.overrides import Overrides
from loaders.readers.scan import engine, picture
from loaders.sources import Found
from loaders.tables.unfold import unfolded

# Three seconds and more, on one core.
LONG = {
    "inner-tables.docx", "strings.xlsx", "places.xlsx", "closed.html", "rowspans.html", "wide.html", "tabs.txt",
    "lines.txt", "fences.md", "quote.csv", "braces.rtf", "cells.rtf", "rows.rtf", "flate.pdf", "text.pdf", "lines.pdf",
    "rules.pdf", "forms.pdf", "image.pdf", "jbig2.pdf", "tall.png", "black.png", "pages.tif", "members.docx",
    "wide.xlsx", "duties.txt", "side-tables.docx", "spans.docx", "header.mht", "pipes.md",
    "rowspan-65534.html", "string.xlsx", "attribute.docx", "million.pdf", "loop.tif",
}  # fmt: skip
FORMATS = sorted({name.rpartition(".")[2] for name in BOMBS if name not in LONG})


def _read(path: str) -> Part:
    return read_file(Found(Path(path), Path(path).name, "青岗县"), Overrides(()))


def _is_fault(part: Part) -> bool:
    """Say whether a file was refused because of an exception that nobody had foreseen."""
    (record,) = part.records
    begins = say("error.our-fault", file=record.file, why="|").partition("|")[0]
    return any(line.startswith(begins) for line in record.warnings)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_bomb_ends_in_rows_or_in_one_line(suffix: str, tmp_path: Path) -> None:
    names = [name for name in BOMBS if name.endswith(f".{suffix}") and name not in LONG]
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_bytes(BOMBS[path.name]())
    for path, part in zip(paths, confined(_read, list(map(str, paths)), seconds=30), strict=True):
        assert not isinstance(part, Stopped), path.name
        (record,) = part.records
        assert part.lists or record.warnings
        assert not _is_fault(part), record.warnings


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("a.docx", "word/styles.xml"),
        ("a.docx", "word/numbering.xml"),
        ("a.docx", "word/header1.xml"),
        ("a.docx", "word/footnotes.xml"),
        ("a.docx", "word/_rels/document.xml.rels"),
        ("a.xlsx", "xl/workbook.xml"),
        ("a.xlsx", "xl/sharedStrings.xml"),
        ("a.xlsx", "xl/styles.xml"),
        ("a.xlsx", "xl/worksheets/sheet1.xml"),
    ],
)
def test_entities_of_any_member_are_not_written_out(name: str, member: str, tmp_path: Path) -> None:
    for reference in ("&a8;", "&x;"):
        raw = _with_entity(files.docx() if name == "a.docx" else files.xlsx(), member, reference)
        part = _file(tmp_path / name, raw)
        assert "root:" not in repr(part)
        assert repr(part).count("救助") < 1000
        assert not _is_fault(part)


def _with_entity(raw: bytes, member: str, reference: str) -> bytes:
    """Return a package one of whose members declares entities and writes one in each of its texts."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        members = {one: packed.read(one) for one in packed.namelist()}
    plain = members.get(member, b"<a><b>c</b></a>").decode()
    plain = re.sub(r"^<\?xml[^>]*>", "", plain.strip())
    root = re.match(r"<([\w:]+)", plain)
    said = re.sub(r">([^<>]+)<", f">{reference}<", plain)
    said = re.sub(r"(</[\w:]+>)$", rf"{reference}\1", said)
    members[member] = (bombparts.entities(root[1] if root else "a") + said).encode()
    return files.zipped(dict(members))


@pytest.mark.parametrize(
    "content",
    [
        '<?mso-application progid="Excel.Sheet"?>{0}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
        "<Worksheet><Table><Row><Cell><Data>{1}</Data></Cell></Row></Table></Worksheet></Workbook>",
        '<?mso-application progid="Word.Document"?>{0}<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/'
        '2003/wordml"><w:body><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:body></w:wordDocument>',
        "{0}<html><body><p>{1}</p><svg><text>{1}</text></svg></body></html>",
    ],
)
def test_entities_of_files_of_xml_are_not_written_out(content: str, tmp_path: Path) -> None:
    for reference in ("&a8;", "&x;"):
        part = _file(tmp_path / "a.xml", content.format(bombparts.entities("a"), reference).encode())
        assert "root:" not in repr(part)
        assert repr(part).count("救助") < 1000


@pytest.mark.parametrize("kind", ["text", "spreadsheet"])
def test_entities_of_opendocument_are_not_written_out(kind: str, tmp_path: Path) -> None:
    for reference in ("&a8;", "&x;"):
        said = f"<text:p>{reference}</text:p>"
        cell = f"<table:table-row><table:table-cell>{said}</table:table-cell></table:table-row>"
        whole = f"{said}<table:table>{cell}</table:table>"
        part = _file(tmp_path / "a.odt", bombparts.opendocument(whole, kind, bombparts.entities("a")))
        assert "root:" not in repr(part)
        assert repr(part).count("救助") < 1000


def _file(path: Path, raw: bytes) -> Part:
    path.write_bytes(raw)
    (part,) = confined(_read, [str(path)], seconds=20)
    assert not isinstance(part, Stopped)
    return part


def test_many_tables_in_one_cell_take_time_by_their_number() -> None:
    """Were each counted from the first, so many would take an hour."""
    source = Source("a", "", "row", 1, 1)
    inner = Table((Cell("一", 0, 0, source),), 1)
    table = unfolded(Table((Cell("", 0, 0, source, inner=(inner,) * 100_000),), 1))
    assert [cell.row for cell in table.cells] == list(range(100_000))


@pytest.mark.parametrize("name", ["wide.xlsx", "wide.html"])
def test_a_row_of_many_cells_takes_time_by_their_number(name: str, tmp_path: Path) -> None:
    """Were each compared with all before it, so many would take minutes."""
    rows = [files.ROWS[0], ["一"] * 20_000]
    raw = bombparts.workbook(bombparts.cells(rows[1])) if name == "wide.xlsx" else files.html(rows)
    assert _file(tmp_path / name, raw).records


def test_many_lines_before_a_list_take_time_by_their_number(tmp_path: Path) -> None:
    """Were the title looked for anew at each, so many would take a quarter of an hour."""
    part = _file(tmp_path / "a.md", b"```\n" * 30_000 + files.text())
    assert [row.item for one in part.lists for row in one.duties] == ["受理救助申请", "编制殡葬设施规划"]


@pytest.mark.skipif(not engine.installed(), reason="the extra [ocr] is not installed")
def test_pages_of_a_picture_are_read_up_to_a_bound_and_the_rest_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "_MOST_PAGES", 3)
    # Here, not in a worker: what is patched in this process need not be so in another.
    (tmp_path / "a.tif").write_bytes(bombparts.tiff(10, 10, 5))
    part = _read(str(tmp_path / "a.tif"))
    assert any(say("pdf.too-long", file="a.tif", pages=4) in line for line in part.records[0].warnings)
