"""The words of Word documents are those that a reader of the printed page sees."""

from __future__ import annotations

import re

import pytest
from word_files import docx, labels, p, picture, run, tables, tbl, tc, texts, tr

from data.document import Document, Paragraph, Source, Table
from loaders.readers.scan import picture as scans
from loaders.readers.word.docx import read
from loaders.readers.word.pictures import picture_kind

HIDDEN = "<w:vanish/>"


def read_body(body: str, styles: str = "") -> Document:
    return read(docx(body, styles=styles), "a.docx")


def text(body: str, styles: str = "") -> list[str]:
    return texts(read_body(body, styles))


def test_paragraphs_are_numbered_through_the_body() -> None:
    made = read_body(p("甲") + p() + tbl(tr("1")) + p("乙"))
    places = [block.source for block in made.blocks if isinstance(block, Paragraph)]
    assert places == [Source("a.docx", "", "paragraph", 1, 1), Source("a.docx", "", "paragraph", 3, 3)]
    assert made.units == (("", "paragraph", 1), ("表1", "row", 1), ("", "paragraph", 3))
    assert made.reader == "docx"


def test_line_breaks_part_the_lines_of_a_title_and_tabs_stay() -> None:
    body = p(run("望溪县民政局") + "<w:r><w:br/></w:r>" + run("责任清单"))
    body += p(run("一、主要职责") + "<w:r><w:tab/><w:t>3</w:t></w:r>")
    assert text(body) == ["望溪县民政局", "责任清单", "一、主要职责\t3"]


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    body = p(f"<w:ins>{run('负责')}</w:ins><w:del><w:r><w:delText>协助</w:delText></w:r></w:del>" + run("管理"))
    body += p(f"<w:moveFrom>{run('旧处')}</w:moveFrom>") + p(f"<w:moveTo>{run('新处')}</w:moveTo>")
    body += tbl(tr("留"), tr("删", properties="<w:del/>"), tr("增", properties="<w:ins/>"))
    made = read_body(body)
    assert texts(made) == ["负责管理", "新处"]
    assert [cell.text for cell in tables(made)[0].cells] == ["留", "增"]
    assert [warning for warning in made.warnings if "接受全部修订" in warning] == list(made.warnings)
    assert len(made.warnings) == 1


def test_a_paragraph_whose_mark_was_deleted_goes_on_with_the_next() -> None:
    body = p("负责城", "<w:rPr><w:del/></w:rPr>") + p("市管理") + p("完")
    assert text(body) == ["负责城市管理", "完"]
    assert text(p("末段", "<w:rPr><w:del/></w:rPr>")) == ["末段"]


def test_fields_show_their_result() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + mark("separate") + run("9") + mark("end")
    body = p(mark("begin") + "<w:r><w:instrText>IF</w:instrText></w:r>" + inner + mark("separate") + run("见第3页"))
    body += p(mark("end") + run("后文") + '<w:fldSimple w:instr="DATE">' + run("2024年") + "</w:fldSimple>")
    assert text(body) == ["见第3页", "后文2024年"]


def test_a_field_that_never_ends_hides_no_further_paragraph() -> None:
    assert text(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("x")) + p("后文")) == ["后文"]


def test_comments_footnotes_and_instructions_are_no_text() -> None:
    body = p(
        '<w:commentRangeStart w:id="0"/>'
        + run("职责")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    assert text(body) == ["职责"]


def test_hidden_text_is_left_out_and_counted() -> None:
    styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p(run("见") + run("内部", HIDDEN) + run("说明", '<w:rStyle w:val="h"/>'))
    body += p(run("全隐", HIDDEN)) + p(run("明", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>'))
    made = read_body(body, styles)
    assert texts(made) == ["见", "明"]
    assert any("2 处隐藏文字" in warning for warning in made.warnings)


def test_hidden_by_the_style_of_the_paragraph() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert text(p("藏", '<w:pStyle w:val="h"/>') + p("明"), styles) == ["明"]


def test_symbols_hyphens_ruby_links_and_formulas() -> None:
    body = p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:noBreakHyphen/><w:softHyphen/></w:r>'
        + f'<w:hyperlink r:id="x"><w:smartTag>{run("链接")}</w:smartTag></w:hyperlink>'
        + f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r>"
        + "<m:oMath><m:r><m:t>x²</m:t></m:r></m:oMath>"
    )
    assert text(body) == ["√-链接拼x²"]


@pytest.mark.parametrize("code", ["D800", "", "zz", "-1", "FFFFFFFF"])
def test_a_symbol_that_is_no_character(code: str) -> None:
    assert text(p(f'<w:r><w:sym w:font="x" w:char="{code}"/></w:r>' + run("职责"))) == ["职责"]


def test_of_two_ways_to_say_the_same_one_is_taken() -> None:
    box = "<w:txbxContent>" + p("职责清单") + tbl(tr("1", "甲")) + "</w:txbxContent>"
    choices = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    made = read_body(p(f"<w:r>{choices}</w:r>" + run("望溪县")))
    assert texts(made) == ["望溪县", "职责清单"]
    assert [cell.text for cell in tables(made)[0].cells] == ["1", "甲"]
    in_cell = tables(read_body(tbl(tr(tc(p(f"<w:r>{choices}</w:r>" + run("望溪县")))))))[0].cells[0]
    assert in_cell.text == "望溪县\n职责清单"
    assert [cell.text for cell in in_cell.inner[0].cells] == ["1", "甲"]


def test_other_documents_and_objects_inside_are_said_to_be_unread() -> None:
    made = read_body(
        '<w:altChunk r:id="x"/>'
        + p(
            '<w:r><w:object><v:shape><v:imagedata r:id="y"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/>'
            '<o:OLEObject ProgID="Equation.3"/></w:object></w:r>'
        )
    )
    assert len(made.unread) == 2
    assert "1 份其他文档" in made.unread[0]
    assert "1 个 Excel" in made.unread[1]


def _section(*references: str) -> str:
    return f"<w:sectPr>{''.join(references)}</w:sectPr>"


def _header(identity: str, kind: str = "default") -> str:
    return f'<w:headerReference w:type="{kind}" r:id="{identity}"/>'


def test_page_headers_are_labels_before_their_sections() -> None:
    headers = {
        "h1": p("望溪县民政局") + p("— 1 —"),
        "h2": tbl(tr("柳塘县水利局", "第 1 页")),
        "empty": p(),
        "pages": p(run("第 ") + '<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>" + run(" 页")),
    }
    body = "".join(
        (
            p("甲") + p("", _section(_header("h1"), _header("empty", "first"))),
            p("乙") + p("", _section(_header("pages"))),
            p("丙") + p("", _section(_header("empty"), _header("h2", "even"))),
            p("丁") + _section(),
        )
    )
    made = read(docx(body, headers=headers), "a.docx")
    told = [f"{type(block).__name__} {block.text}" for block in made.blocks if not isinstance(block, Table)]
    assert told == [
        *("Label 望溪县民政局", "Paragraph 甲", "Paragraph 乙", "Label 柳塘县水利局"),
        *("Paragraph 丙", "Paragraph 丁"),
    ]
    assert all(part == "" for part, _, _ in made.units)


def test_a_header_of_the_past_heads_nothing() -> None:
    body = p("甲") + f"<w:sectPr>{_header('h1')}<w:sectPrChange>{_section(_header('h2'))}</w:sectPrChange></w:sectPr>"
    made = read(docx(body, headers={"h1": p("望溪县民政局"), "h2": p("旧名称")}), "a.docx")
    assert labels(made) == ["望溪县民政局"]


def _drawing(identity: str) -> str:
    fill = f'<pic:blipFill><a:blip r:embed="{identity}"/></pic:blipFill>'
    return p(f"<w:r><w:drawing><pic:pic>{fill}</pic:pic></w:drawing></w:r>")


def test_large_pictures_are_read_where_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, str, str]] = []

    def recognised(raw: bytes, file: str, part: str) -> scans.Found:
        asked.append((len(raw), file, part))
        return (Paragraph(f"见于{part}", Source(file, part, "line", 1, 1)),), ("模糊",), ("未读",)

    monkeypatch.setattr(scans, "blocks_of_picture", recognised)
    media = {"large": picture(700, 300), "logo": picture(100, 300)}
    body = p("前") + _drawing("logo") + _drawing("large") + tbl(tr(tc(_drawing("large")))) + _drawing("gone") + p("后")
    made = read(docx(body, media=media), "a.docx")
    size = len(media["large"])
    assert asked == [(size, "a.docx", "picture 1"), (size, "a.docx", "picture 2")]
    assert texts(made) == ["前", "见于picture 1", "见于picture 2", "后"]
    assert (made.warnings, made.unread) == (("模糊", "模糊"), ("未读", "未读"))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (picture(600, 200), "readable"),
        (picture(599, 200), "small"),
        (
            b"\xff\xd8\xff\xe1EXIF\xff\xc0\x00\x11\x08\x00\x10\x00\x10...\xff\xc0\x00\x11\x08\x04\x00\x08\x00",
            "readable",
        ),
        (b"\xff\xd8\xff", "small"),
        (b"GIF89a\x00\x10\x00\x10", "readable"),
        (b"BM" + bytes(16) + (700).to_bytes(4, "little") + (-300).to_bytes(4, "little", signed=True), "readable"),
        (b"II*\x00", "readable"),
        (b"\x01\x00\x00\x00" + bytes(28) + (15000).to_bytes(4, "little") * 2 + b" EMF", "vector"),
        (b"\x01\x00\x00\x00" + bytes(28) + (150).to_bytes(4, "little") * 2 + b" EMF", "small"),
        (b"\xd7\xcd\xc6\x9a", "small"),
        (b"", "small"),
    ],
)
def test_pictures_by_their_first_bytes(raw: bytes, kind: str) -> None:
    assert picture_kind(raw) == kind


def test_a_strict_document_says_the_same() -> None:
    made = docx(p("望溪县民政局") + tbl(tr("1", "甲")))
    from io import BytesIO
    from zipfile import ZipFile

    from word_files import zipped

    with ZipFile(BytesIO(made)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    strict = re.compile(rb"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument|drawingml)/2006/")
    files = {name: strict.sub(rb"http://purl.oclc.org/ooxml/\1/", raw) for name, raw in files.items()}
    assert b"purl" in files["word/document.xml"]
    assert read(zipped(files), "a.docx").blocks == read(made, "a.docx").blocks
