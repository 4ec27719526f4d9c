"""Rich Text Format is read as Word writes it, its tables, numbers and characters included."""

from __future__ import annotations

import pytest
from word_files import grid, labels, picture, shape, tables, texts, the_cell

from data.document import Document, Paragraph, Source
from loaders.readers.read import read
from loaders.readers.scan import picture as scans

# Fonts as a Chinese Word names them: 0 of Western letters, 13 of Chinese ones, 3 of symbols.
HEAD = (
    rb"{\rtf1\adeflang1025\ansi\ansicpg936\uc2\adeff0\deff0\stshfdbch13{\fonttbl{\f0\froman\fcharset0 Times New Roman;}"
    rb"{\f3\froman\fcharset2 Symbol;}{\f13\fnil\fcharset134\fprq2{\*\panose 02010600030101010101}\'cb\'ce\'cc\'e5;}}"
    rb"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s1 heading 1;}}{\info{\title \'b1\'ea\'cc\'e2}}"
)


def gbk(text: str) -> bytes:
    r"""Characters as Word writes them: as \u with two stand-ins."""
    return b"".join(rb"\u%d\'%02x\'%02x" % (ord(char), *char.encode("gbk")) for char in text)


def old(text: str) -> bytes:
    """Characters as writers without Unicode give them: the bytes of the code page alone."""
    return rb"{\f13 " + b"".join(rb"\'%02x" % byte for byte in text.encode("gbk")) + b"}"


def document(*pieces: bytes) -> Document:
    return read(HEAD + b"".join(pieces) + b"}", "清单.doc")


def row(*cells: bytes, form: bytes) -> bytes:
    """A row as Word writes it: its definition before the cells and again behind them."""
    inside = b"".join(rb"\pard\plain \ltrpar\intbl {" + cell + rb"\cell }" for cell in cells)
    return rb"\trowd " + form + inside + rb"\pard \intbl {\trowd " + form + rb"\row }"


THREE = rb"\trgaph108\trleft-108\clvertalt\clbrdrt\brdrs\cellx900\cellx3000\cellx9000 "


def test_it_is_known_by_its_content_and_named() -> None:
    made = document(rb"\pard " + gbk("责任清单") + rb"\par ")
    assert (made.reader, texts(made)) == ("rtf", ["责任清单"])
    assert made.units == (("", "paragraph", 1),)


def test_characters_of_both_kinds_and_beyond() -> None:
    mixed = gbk("望溪") + old("县民政局") + rb"\~\_\ldblquote x\rdblquote\par "
    rare = rb"\uc1\u-10158?\u-8759?\par "
    symbols = rb"{\f3 \'fc}\u-3844\'a1\'cc\uc0\u20013\u22269\par "
    assert texts(document(mixed)) == ["望溪县民政局\xa0-“x”"]
    assert texts(document(rare)) == ["\U000249c9"]
    assert texts(document(symbols)) == ["√√中国"]


def test_stand_ins_end_with_the_group_and_hide_no_control() -> None:
    assert texts(document(rb"{\uc2\u32844}A\par\uc1\u36131\par B\par")) == ["职A", "责", "B"]


def test_merges_down_and_across() -> None:
    first = rb"\clvmgf\cellx900\cellx3000\cellx9000 "
    further = rb"\clvmrg\cellx900\cellx3000\cellx9000 "
    wide = rb"\clmgf\cellx900\clmrg\cellx3000\clmrg\cellx9000 "
    made = tables(
        document(
            row(b"t", b"", b"", form=wide),
            row(b"1", gbk("甲局"), gbk("牵头"), form=first),
            row(b"", gbk("乙局"), gbk("配合"), form=further),
        )
    )[0]
    assert grid(made) == [["t", "t", "t"], ["1", "甲局", "牵头"], ["1", "乙局", "配合"]]
    assert shape(made)[:2] == [("t", 0, 0, 1, 3), ("1", 1, 0, 2, 1)]


def test_a_title_row_of_one_wide_cell_and_edges_that_do_not_quite_agree() -> None:
    made = tables(document(row(b"t", form=rb"\cellx9000 "), row(b"1", b"2", b"3", form=THREE)))[0]
    assert shape(made)[0] == ("t", 0, 0, 1, 3)
    dragged = row(b"4", b"5", b"6", form=rb"\trleft-108\cellx940\cellx2950\cellx9000 ")
    assert tables(document(row(b"1", b"2", b"3", form=THREE), dragged))[0].columns == 3


def test_tables_parted_by_a_paragraph_are_two() -> None:
    made = document(
        row(b"1", b"2", b"3", form=THREE), rb"\pard " + gbk("续表") + rb"\par ", row(b"4", b"5", b"6", form=THREE)
    )
    assert [type(block).__name__ for block in made.blocks] == ["Table", "PageLine", "Table"]
    assert tables(made)[1].cells[0].source == Source("清单.doc", "表2", "row", 1, 1)


def test_a_table_inside_a_cell() -> None:
    def inner(*cells: bytes) -> bytes:
        inside = b"".join(rb"\pard \intbl\itap2 {" + cell + rb"\nestcell{\nonesttables\par }}" for cell in cells)
        return inside + rb"\pard\intbl\itap2{\*\nesttableprops\trowd\cellx1000\cellx3000\nestrow}{\nonesttables\par }"

    nested = gbk("如下") + rb"\par " + inner(gbk("县水利局"), gbk("牵头")) + inner(gbk("县公安局"), gbk("配合"))
    cells = rb"\pard\intbl 1\cell " + rb"\pard\intbl " + nested + rb"\pard\intbl\itap1 " + gbk("完") + rb"\cell "
    made = tables(document(rb"\trowd\cellx900\cellx9000 " + cells + rb"\row ", rb"\pard x\par"))[0]
    assert the_cell(made, 0, 1).text == "如下\n完"
    assert grid(the_cell(made, 0, 1).inner[0]) == [["县水利局", "牵头"], ["县公安局", "配合"]]


def test_numbers_stand_before_their_paragraphs_and_alone_in_cells() -> None:
    heading = rb"{\listtext\pard\plain " + gbk("一、") + rb"\tab}" + gbk("主要职责") + rb"\par "
    bullet = rb"\pard{\listtext\pard\plain\f3 \'b7\tab}" + gbk("点") + rb"\par "
    count = rb"{\pntext 1.\tab}"
    made = document(rb"\pard " + heading + bullet, row(count, gbk("甲"), b"", form=THREE))
    assert texts(made) == ["一、主要职责", "点"]
    assert grid(tables(made)[0]) == [["1.", "甲", ""]]


def test_fields_comments_footnotes_hidden_and_deleted_text() -> None:
    body = (
        rb"{\field{\*\fldinst{ HYPERLINK x}}{\fldrslt{" + gbk("链接") + rb"}}}{\v " + gbk("内部") + rb"}"
        rb"{\deleted " + gbk("旧") + rb"}{\revised " + gbk("新") + rb"}{\*\annotation " + gbk("批注") + rb"}"
        rb"{\footnote " + gbk("注") + rb"}{\v\plain " + gbk("后") + rb"}\par "
    )
    made = document(rb"\pard ", body)
    assert texts(made) == ["链接新后"]
    assert len(made.warnings) == 2


def test_page_headers_are_labels_before_their_sections() -> None:
    made = document(
        rb"\sectd{\headerf\pard\par}{\header\pard "
        + gbk("望溪县民政局")
        + rb"\par - 1 -\par}{\footer "
        + gbk("页脚")
        + rb"\par}",
        rb"\pard "
        + gbk("甲")
        + rb"\sect\sectd{\header\pard "
        + gbk("柳塘县水利局")
        + rb"\par}\pard "
        + gbk("乙")
        + rb"\par",
    )
    assert [block.text for block in made.blocks if isinstance(block, Paragraph)] == [
        *("望溪县民政局", "甲", "柳塘县水利局", "乙")
    ]
    assert labels(made) == ["望溪县民政局", "柳塘县水利局"]


def test_text_boxes_stand_behind_their_anchor() -> None:
    box = (
        rb"{\shp{\*\shpinst{\sp{\sn a}{\sv x}}{\shptxt \pard "
        + gbk("责任清单")
        + rb"\par}}{\shprslt "
        + gbk("重复")
        + rb"}}"
    )
    assert texts(document(rb"\pard " + gbk("望溪县") + box + rb"\par ")) == ["望溪县", "责任清单"]


def test_pictures_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def recognised(raw: bytes, file: str, part: str) -> scans.Found:
        asked.append(raw)
        return (), (), (part,)

    monkeypatch.setattr(scans, "blocks_of_picture", recognised)
    raw = picture(700, 300)
    spelled = rb"{\*\shppict{\pict{\*\picprop{\sp{\sn x}{\sv 1}}}\pngblip\picw700 " + raw.hex("\n", 64).encode() + b"}}"
    spelled += rb"{\nonshppict{\pict\wmetafile8\picwgoal9000\pichgoal9000 00}}"
    binary = rb"{\pict\pngblip\bin" + str(len(raw)).encode() + b" " + raw + b"}"
    made = document(
        rb"\pard x" + spelled + rb"\par " + binary + rb"y\par{\pict\wmetafile8\picwgoal9000\pichgoal9000 00}"
    )
    assert asked == [raw, raw]
    assert texts(made) == ["x", "y"]
    assert len(made.unread) == 3


def test_an_embedded_sheet_is_said_to_be_unread() -> None:
    sheet = rb"{\object\objemb{\*\objclass Excel.Sheet.8}{\*\objdata 0105}{\result{" + gbk("样子") + rb"}}}"
    made = document(rb"\pard " + gbk("见") + sheet + rb"\par{\object{\*\objclass Equation.3}{\result x}}\par")
    assert texts(made) == ["见", "x"]
    assert len(made.unread) == 1


def test_a_file_cut_off_is_said_to_be_so() -> None:
    made = read(HEAD + row(b"1", b"2", b"3", form=THREE) + rb"\trowd\cellx900\pard\intbl 4\cell 5", "清单.doc")
    assert [row[:2] for row in grid(tables(made)[0])] == [["1", "2"], ["4", "5"]]
    assert "文件不完整" in made.unread[0]


def test_only_unicode_text_of_two_is_taken() -> None:
    assert texts(document(rb"\pard{\upr{??}{\*\ud{" + gbk("职责") + rb"}}}\par ")) == ["职责"]
