"""Old Word files: .doc and .wps, and the XML of Word 2003 and later, say what the same document says as .docx."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from word_files import (
    DOWN,
    FURTHER,
    SPAN,
    docx,
    grid,
    labels,
    level,
    numbered,
    numbering,
    p,
    picture,
    run,
    shape,
    tables,
    tbl,
    tc,
    texts,
    tr,
)

from data.errors import UnreadableDocument
from loaders.readers import office
from loaders.readers.read import read
from loaders.readers.scan import picture as scans
from loaders.readers.word import doc

needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
OLD = Path(__file__).parent / "documents" / "doc" / "完整清单.doc"
BODY = (
    numbered("主要职责")
    + tbl(
        tr(tc("标题", SPAN(3))),
        tr(tc("1", DOWN), tc("甲局"), tc("牵头负责；")),
        tr(tc("", FURTHER), tc("乙局"), tc(p("一是配合") + p("二是参与"))),
        tr(tc("2"), tc("丙局", SPAN(2))),
        grid=(900, 2500, 5000),
    )
    + numbered("职责边界")
    # Word ends every document with a paragraph; a table at its very end is flattened by LibreOffice.
    + p("完")
    + '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
)
SAMPLE = docx(BODY, numbering(level("chineseCounting", "%1、")), headers={"h": p("望溪县民政局")})


def with_head(raw: bytes, offset: int, number: int) -> bytes:
    """Return a .doc file with another number in the head of its text ([MS-DOC] 2.5.2, FibBase)."""
    at = next(at for at in range(0, len(raw), 512) if raw[at : at + 2] == b"\xec\xa5") + offset
    return raw[:at] + number.to_bytes(2, "little") + raw[at + 2 :]


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
def test_what_libreoffice_saves_is_read_back(suffix: str) -> None:
    made = read(office.convert(SAMPLE, "docx", suffix, "a.docx"), "a.wps")
    own = read(SAMPLE, "a.wps")
    assert made.reader == suffix
    assert (
        (texts(made), labels(made))
        == (texts(own), labels(own))
        == (["一、主要职责", "二、职责边界", "完"], ["望溪县民政局"])
    )
    assert [shape(table) for table in tables(made)] == [shape(table) for table in tables(own)]
    assert made.units == own.units


@needs_office
def test_a_large_file_goes_to_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_LARGE", 0)
    monkeypatch.setattr(doc, "_without_office", lambda raw, file: pytest.fail("read without LibreOffice"))
    assert len(tables(read(OLD.read_bytes(), "a.doc"))) == 3


def test_a_large_file_that_takes_libreoffice_too_long_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(raw: bytes, suffix: str, to: str, file: str) -> bytes:
        raise UnreadableDocument("office.slow", file=file)

    monkeypatch.setattr(doc, "_LARGE", 0)
    monkeypatch.setattr(office, "program", lambda: "soffice")
    monkeypatch.setattr(office, "convert", slow)
    assert len(tables(read(OLD.read_bytes(), "a.doc"))) == 3
    with pytest.raises(UnreadableDocument, match="超时"):
        read(with_head(OLD.read_bytes(), 0, 0xA5DC), "a.doc")


def test_a_large_file_is_read_without_libreoffice_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_LARGE", 0)
    monkeypatch.setattr(office, "program", lambda: None)
    made = read(OLD.read_bytes(), "a.doc")
    assert made.reader == "doc"
    assert made.blocks


def test_a_password_is_said() -> None:
    # The flags with fEncrypted among them.
    with pytest.raises(UnreadableDocument) as told:
        read(with_head(OLD.read_bytes(), 10, 0x1300), "a.doc")
    assert told.value.key == "error.password"


def test_a_version_before_word_97_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(UnreadableDocument, match="LibreOffice"):
        read(with_head(OLD.read_bytes(), 0, 0xA5DC), "a.doc")


@needs_office
def test_what_neither_can_read_is_said_to_be_unreadable() -> None:
    raw = OLD.read_bytes()
    with pytest.raises(UnreadableDocument) as told:
        read(raw[:4096], "a.doc")
    assert "\n" not in str(told.value)


def flat(raw: bytes) -> bytes:
    """Return a .docx file as "Word XML Document": its parts in one file."""
    with ZipFile(BytesIO(raw)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    parts = []
    for name, content in files.items():
        head = f'<pkg:part pkg:name="/{name}">'
        if name.endswith((".xml", ".rels")):
            text = content.decode().removeprefix('<?xml version="1.0" encoding="UTF-8"?>')
            parts.append(f"{head}<pkg:xmlData>{text}</pkg:xmlData></pkg:part>")
        else:
            coded = base64.encodebytes(content).decode()
            parts.append(f"{head}<pkg:binaryData>{coded}</pkg:binaryData></pkg:part>")
    told = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    names = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    return f"{told}<pkg:package {names}>{''.join(parts)}</pkg:package>".encode()


def test_a_package_in_one_file() -> None:
    made = read(flat(SAMPLE), "a.xml")
    assert made.reader == "wordxml"
    assert made.blocks == read(SAMPLE, "a.xml").blocks


WORD_2003 = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"'
    ' xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:st1="urn:schemas-microsoft-com:office:smarttags">'
    '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
    '<w:styles><w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    "<w:body><wx:sect><wx:sub-section>{}</wx:sub-section>"
    '<w:sectPr><w:hdr w:type="even"><w:p/></w:hdr><w:hdr w:type="odd">'
    "<w:p><w:r><w:t>望溪县民政局</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>"
)


def test_the_xml_of_word_2003(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "blocks_of_picture", lambda raw, file, part: ((), (), (f"{part} {len(raw)}",)))
    raw = picture(700, 300)
    listed = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr>'
    body = p("主要职责", listed) + p("职责边界", listed)
    down, further = '<w:vmerge w:val="restart"/>', "<w:vmerge/>"
    body += tbl(tr(tc("1", down), "甲局"), tr(tc("", further), "乙局"), grid=(900, 2000))
    body += p(
        f'<aml:annotation aml:id="1" w:type="Word.Insertion"><aml:content>{run("新增")}</aml:content></aml:annotation>'
        f'<aml:annotation aml:id="2" w:type="Word.Deletion"><aml:content>{run("删去")}</aml:content></aml:annotation>'
        f'<aml:annotation aml:id="3" w:type="Word.Comment"><aml:content>{run("批注")}</aml:content></aml:annotation>'
        f"<st1:place>{run('望溪县')}</st1:place>" + run("藏", '<w:rStyle w:val="h"/>')
    )
    coded = base64.b64encode(raw).decode()
    data = f'<w:binData w:name="wordml://1.png">{coded}</w:binData>'
    body += p(f'<w:r><w:pict>{data}<v:shape><v:imagedata src="wordml://1.png"/></v:shape></w:pict></w:r>')
    made = read(WORD_2003.format(body).encode(), "a.doc")
    assert made.reader == "wordxml"
    assert texts(made) == ["一、主要职责", "二、职责边界", "新增望溪县"]
    assert labels(made) == ["望溪县民政局"]
    assert grid(tables(made)[0]) == [["1", "甲局"], ["1", "乙局"]]
    assert len(made.warnings) == 2
    assert made.unread == (f"picture 1 {len(raw)}",)


@pytest.mark.parametrize("raw", [flat(SAMPLE)[:-200], WORD_2003[:700].encode()])
def test_xml_that_is_cut_off_is_damaged(raw: bytes) -> None:
    with pytest.raises(UnreadableDocument) as told:
        read(raw, "a.xml")
    assert told.value.key == "error.damaged"
