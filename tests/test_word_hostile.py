"""Damaged and hostile Word files end in what can be read or in one clear line, soon."""

from __future__ import annotations

import random
import time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import docx, grid, level, numbered, numbering, p, tables, tbl, tc, texts, tr, zipped

from data.document import Document
from data.errors import UnreadableDocument
from loaders.readers.read import read
from loaders.readers.word.odt import read as read_odt
from loaders.readers.word.rtf import read as read_rtf

LISTS = numbering(level("chineseCounting", "%1、") + level("decimal", "%2.", 1))
SAMPLE = docx(
    numbered("主要职责") + tbl(tr(tc(numbered("", 1, 1)), tc(tbl(tr("县水利局", "牵头")))), tr("2", "乙")) + p("完"),
    LISTS,
    headers={"h": p("望溪县民政局")},
)


def key_of(raw: bytes) -> str:
    """Return the key of the message that the file is refused with."""
    with pytest.raises(UnreadableDocument) as told:
        read(raw, "清单.docx")
    assert "\n" not in str(told.value)
    assert "清单.docx" in str(told.value)
    return told.value.key


def outcome(raw: bytes) -> Document | UnreadableDocument:
    try:
        return read(raw, "清单.docx")
    except UnreadableDocument as error:
        return error


def with_member(name: str, content: bytes) -> bytes:
    with ZipFile(BytesIO(SAMPLE)) as packed:
        files = {one: packed.read(one) for one in packed.namelist()}
    return zipped({**files, name: content})


def test_truncated_anywhere_is_damaged() -> None:
    for end in range(30, len(SAMPLE), 37):
        assert key_of(SAMPLE[:end]) == "error.damaged"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<w:document",
        b"<a/>",
        b"<w:body xmlns:w='x'/>",
        b"\x00\x01",
        "<职>".encode("gbk"),
        b"<?xml encoding='x'?>",
    ],
)
def test_broken_or_foreign_xml_is_damaged(content: bytes) -> None:
    assert key_of(with_member("word/document.xml", content)) == "error.damaged"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as made, made.open("word/document.xml", "w", force_zip64=True) as member:
        for _ in range(300):
            member.write(b" " * 2**20)
    started = time.monotonic()
    assert key_of(packed.getvalue()) == "word.too-large"
    assert time.monotonic() - started < 5


def test_a_part_of_too_many_nodes_is_refused() -> None:
    assert key_of(with_member("word/document.xml", b"<a>" + b"<b/>" * 16_100_000 + b"</a>")) == "word.too-large"


def test_a_member_that_lies_of_its_size_is_damaged() -> None:
    raw = bytearray(zipped({"word/document.xml": b"<w:document/>" * 100}))
    at = raw.rindex(b"PK\x01\x02") + 24
    raw[at : at + 4] = (10).to_bytes(4, "little")
    assert key_of(bytes(raw)) == "error.damaged"


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)),
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;',
    ],
)
def test_entities_are_never_resolved(entities: str) -> None:
    text = f'<!DOCTYPE d [{entities}]><w:document xmlns:w="x"><w:body>&a;</w:body></w:document>'
    assert key_of(with_member("word/document.xml", text.encode())) in {"word.doctype", "error.damaged"}


def test_names_of_members_as_windows_has_them() -> None:
    with ZipFile(BytesIO(SAMPLE)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    renamed = {name.replace("/", "\\").replace("numbering", "Numbering"): raw for name, raw in files.items()}
    assert read(zipped(renamed), "清单.docx").blocks == read(SAMPLE, "清单.docx").blocks


def test_members_with_foreign_paths_are_only_names() -> None:
    raw = with_member("../../../tmp/evil.xml", b"x")
    assert texts(read(raw, "清单.docx")) == ["一、主要职责", "完"]
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="../../../../etc/passwd"/>'
        '<Relationship Id="b" Type="x/numbering" Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>'
    )
    assert texts(read(with_member("word/_rels/document.xml.rels", links.encode()), "清单.docx")) == ["主要职责", "完"]


def test_tables_nested_as_deep_as_may_be_are_read() -> None:
    body = "x"
    for _ in range(75):
        body = tbl(tr(tc(body if body != "x" else p("最深"))))
    inner = tables(read(docx(body), "清单.docx"))[0]
    depth = 1
    while inner.cells[0].inner:
        inner, depth = inner.cells[0].inner[0], depth + 1
    assert (depth, inner.cells[0].text) == (75, "最深")


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
    ],
)
def test_what_is_nested_a_thousand_deep_is_refused(opening: str, closing: str) -> None:
    assert key_of(docx(opening * 1000 + closing * 1000)) == "word.too-deep"


@pytest.mark.parametrize(
    "nested",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice></mc:AlternateContent>",
        "<w:ins>{}</w:ins>",
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    ],
)
def test_controls_nested_as_deep_as_may_be_are_read(nested: str) -> None:
    body, tags = p("最深"), nested.count("</")
    for _ in range(240 // tags):
        body = nested.format(body)
    assert "最深" in texts(read(docx(body), "清单.docx"))


def test_ten_thousand_rows_take_seconds() -> None:
    rows = [tr(str(number), "管理事项", "县水利局", "牵头负责河道采砂管理", "") for number in range(10_000)]
    raw = docx(tbl(*rows, grid=(500, 1500, 1500, 4000, 900)))
    started = time.monotonic()
    made = read(raw, "清单.docx")
    assert time.monotonic() - started < 15
    assert len(made.units) == 10_000
    assert grid(tables(made)[0])[-1][0] == "9999"


def _mutated(raw: bytes, chance: random.Random) -> bytes:
    """Return a file with a few bytes changed, cut out or put in twice, unpacked members among them."""
    damaged = bytearray(raw)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(damaged))
        match chance.randrange(3):
            case 0:
                damaged[at] = chance.randrange(256)
            case 1:
                del damaged[at : at + chance.randrange(40)]
            case _:
                damaged[at:at] = damaged[at : at + 40]
    return bytes(damaged)


@pytest.mark.parametrize("seed", range(30))
def test_mutated_files_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    outcome(_mutated(SAMPLE, chance))
    with ZipFile(BytesIO(SAMPLE)) as packed:
        name = chance.choice(["word/document.xml", "word/numbering.xml", "word/_rels/document.xml.rels"])
        outcome(with_member(name, _mutated(packed.read(name), chance)))


_TAGS = (
    "w:p",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:r",
    "w:t",
    "w:sdt",
    "w:sdtContent",
    "w:tcPr",
    "w:vMerge",
    "w:gridSpan",
    "w:ins",
)


@given(
    st.recursive(
        st.just("职"),
        lambda inner: st.builds(
            lambda tag, value, parts: f'<{tag} w:val="{value}">{"".join(parts)}</{tag}>',
            st.sampled_from(_TAGS),
            st.sampled_from(["", "restart", "3", "-1", "x"]),
            st.lists(inner, max_size=4),
        ),
        max_leaves=12,
    )
)
def test_any_nesting_of_elements_is_read(body: str) -> None:
    for table in tables(read(docx(body), "清单.docx")):
        grid(table)


@given(st.lists(st.sampled_from([
    *(rb"\trowd ", rb"\cellx900 ", rb"\cellx-5 ", rb"\intbl ", rb"\itap2 ", rb"\itap999999 ", rb"\cell ", rb"\row "),
    *(rb"\nestcell ", rb"\nestrow ", rb"\pard ", rb"\par ", rb"{", rb"}", rb"\clvmgf ", rb"\clvmrg ", rb"\clmrg "),
    *(rb"{\header ", rb"{\*\shpinst{\shptxt ", rb"\u-10179?", rb"\u20013?", rb"\'d6\'d0", rb"\'", rb"\bin99999 "),
    *(rb"{\pict\pngblip 89504e47", rb"\uc9 ", rb"\sect ", rb"{\fonttbl{\f0\fcharset134 x;}}", rb"x", rb"{\*", b"\\"),
])))  # fmt: skip
def test_any_rich_text_is_read(pieces: list[bytes]) -> None:
    for table in tables(read_rtf(rb"{\rtf1\ansi\ansicpg936 " + b"".join(pieces), "a.rtf")):
        grid(table)


def test_an_opendocument_text_that_repeats_cells_without_end_is_refused() -> None:
    row = '<table:table-row table:number-rows-repeated="99999999">' + "<table:table-cell/>" * 250 + "</table:table-row>"
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
    )
    body = f"<office:body><office:text><table:table>{row * 60}</table:table></office:text></office:body>"
    raw = zipped({"content.xml": f"<office:document-content{names}>{body}</office:document-content>".encode()})
    with pytest.raises(UnreadableDocument, match="过大"):
        read_odt(raw, "a.odt")
