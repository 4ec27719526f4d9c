"""Word documents with what Word keeps beside the text: revisions, comments, hidden words, frames, headers."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from makedocs import expected, lists, word
from makedocs.catalogue import Made, document
from makedocs.content import department
from makedocs.word_lists import written

_BY = 'w:id="{}" w:author="审核人" w:date="2024-03-01T09:00:00Z"'
_NAMES = nsdecls("w", "wp", "a", "r") + (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


@document("docx/修订批注隐藏文字.docx", "word-revisions", "word-comments", "word-hidden")
def revisions_comments_hidden_words() -> Made:
    """Words and rows inserted and deleted under tracked changes, a comment, and hidden words in a cell."""
    source = department("柳塘县文化广电旅游体育局")
    made = written(lists.boundaries(source))
    table = made.tables[0]
    duty = table.cell(1, 3).paragraphs[0]
    _delete(duty.runs[0], " 并协助有关单位", 1)
    _insert(duty, "，建立日常巡查台账", 2)
    _strike_row(table.add_row(), ["9", "已取消的事项", "县文化体育局", "负责文化市场管理", "", ""], 3)
    _insert_row(table.add_row(), ["4", "广播电视设施保护", "县公安局", "查处破坏广播电视设施的行为", "", ""], 4)
    hidden = table.cell(2, 3).paragraphs[0].add_run("【内部掌握：与公安局协商未定】")
    hidden.font.hidden = True
    made.add_comment(table.cell(3, 3).paragraphs[0].runs, text="此处请消防大队再核实", author="审核人", initials="审")
    of = expected.boundaries(source.matters)
    of[0]["duty"] += "，建立日常巡查台账"
    of.append(expected.assignment("4", "广播电视设施保护", "县公安局", "查处破坏广播电视设施的行为"))
    told = expected.of_boundaries(source, boundaries=of)
    return Made(_undated(word.saved(made)), [told], "docx", warnings=("修订", "隐藏文字"))


def _undated(raw: bytes) -> bytes:
    """Return the document with its comments dated like everything else in it."""

    def fixed(name: str, data: bytes) -> bytes:
        return re.sub(rb'w:date="[^"]*"', b'w:date="2024-03-01T09:00:00Z"', data) if "comments" in name else data

    return word.repacked(raw, change=fixed)


def _delete(run: Any, text: str, number: int) -> None:
    """Put deleted words behind a run."""
    run._r.addnext(
        parse_xml(
            f'<w:del {nsdecls("w")} {_BY.format(number)}><w:r><w:delText xml:space="preserve">{text}</w:delText>'
            "</w:r></w:del>"
        )
    )


def _insert(paragraph: Any, text: str, number: int) -> None:
    """Put inserted words at the end of a paragraph."""
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')} {_BY.format(number)}><w:r><w:t>{text}</w:t></w:r></w:ins>"))


def _strike_row(row: Any, texts: list[str], number: int) -> None:
    """Fill a row and mark it, and its words, as deleted."""
    for cell, text in zip(row.cells, texts, strict=True):
        _delete(cell.paragraphs[0].add_run(""), text, number)
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')} {_BY.format(number)}/>"))


def _insert_row(row: Any, texts: list[str], number: int) -> None:
    """Fill a row and mark it, and its words, as inserted."""
    for cell, text in zip(row.cells, texts, strict=True):
        _insert(cell.paragraphs[0], text, number)
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:ins {nsdecls('w')} {_BY.format(number)}/>"))


@document("docx/页眉写明部门.docx", "word-header")
def department_in_the_page_header() -> Made:
    """A list whose department stands in the page header alone; page numbers and a note stand in the footer."""
    source = department("鹤桥县卫生健康局")
    made = written(lists.whole(source, title=False))
    section = made.sections[0]
    section.header.paragraphs[0].text = source.title
    footer = section.footer.paragraphs[0]
    footer.add_run("第 ")
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    footer._p.append(field)
    footer.add_run(" 页　县委编办制")
    return Made(word.saved(made), [expected.of_list(source)], "docx")


@document("docx/单元格内嵌套表.docx", "word-nested")
def nested_tables() -> Made:
    """相关部门 and 职责分工 as a little table inside one cell of each matter."""
    source = department("柳塘县水利局")
    header = ("序号", "管理事项", "相关部门及职责分工", "相关依据", "案例")
    rows = [header, *([one.seq, one.name, "", one.basis, one.case] for one in source.matters)]
    made = word.new()
    word.title(made, source.title.replace("责任清单", "职责边界清单"))
    table = word.table(made, rows)
    for number, matter in enumerate(source.matters, 1):
        cell = table.cell(number, 2)
        word.table(cell, [("相关部门", "职责分工"), *matter.parties])
        cell.add_paragraph()
    return Made(word.saved(made), [expected.of_boundaries(source)], "docx")


@document("docx/文本框与内容控件.docx", "word-text-boxes", "word-content-controls")
def text_boxes_and_content_controls() -> Made:
    """The title in a text box; a cell, a row, words in a cell and a whole table in content controls."""
    source = department("柳塘县水利局")
    made = word.new()
    made.add_paragraph()._p.append(_box(source.title))
    for piece in list(lists.whole(source))[1:]:
        written([piece], made)
    duties, bounds, _ = made.tables
    _control(bounds._tbl.tr_lst[2])
    _control(bounds._tbl.tr_lst[3].tc_lst[3])
    _control(duties.cell(1, 2).paragraphs[0].runs[0]._r)
    _control(duties._tbl)
    return Made(word.saved(made), [expected.of_list(source)], "docx")


def _control(element: Any) -> None:
    """Wrap an element (run, cell, row, table) into a content control."""
    control = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="填报项"/></w:sdtPr><w:sdtContent/></w:sdt>')
    element.addprevious(control)
    control.find(qn("w:sdtContent")).append(element)


def _box(text: str) -> Any:
    """Return a run with a text box as Word writes it: once as a shape, once as VML for old readers."""
    inside = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    shape = (
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5200000" cy="500000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
    )
    return parse_xml(
        f'<w:r {_NAMES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        f'<wp:extent cx="5200000" cy="500000"/><wp:docPr id="71" name="标题框"/><a:graphic>{shape}</a:graphic>'
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{inside}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
