"""Word documents whose numbers are made by Word: no text holds them."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from makedocs import expected, tables, word
from makedocs.catalogue import Made, document
from makedocs.content import Matter, department

# Kind of numbers and how one reads, by the id of the list in the file.
_FORMS = {
    41: ("decimal", "%1"),
    42: ("decimal", "%1"),
    43: ("chineseCounting", "%1、"),
    44: ("chineseCounting", "（%1）"),
}
_DUTIES, _BOUNDARIES, _HEADINGS, _STEPS = _FORMS
_RESTARTED = 51


def with_lists(document: Any) -> None:
    """Define the lists of `_FORMS` in a document."""
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    for number, (form, pattern) in _FORMS.items():
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        )
        first.addprevious(
            parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{level}</w:abstractNum>')
        )
        use(document, number, number)


def use(document: Any, number: int, form: int, restart: bool = False) -> None:
    """Add a list of a form; one that restarts begins with one again."""
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    document.part.numbering_part.element.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{form}"/>{again}</w:num>')
    )


def numbered(paragraph: Any, number: int) -> None:
    """Let a paragraph carry the next number of a list."""
    properties = paragraph._p.get_or_add_pPr()
    told = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    properties.append(parse_xml(told))


@document("docx/自动编号.docx", "word-automatic-numbers", "word-list-in-cell")
def automatic_numbers() -> Made:
    """Numbers of headings, of the 序号 column and of the steps inside duty cells that no text holds."""
    return with_numbers(restarted=True)


def with_numbers(restarted: bool) -> Made:
    """Return a list with automatic numbers; `restarted`: those of the second table are the first's, begun again."""
    source = department("鹤桥县住房和城乡建设局")
    made = word.new()
    with_lists(made)
    use(made, _RESTARTED, _DUTIES, restart=True)
    word.title(made, source.title)
    numbered(made.add_paragraph("部门主要职责"), _HEADINGS)
    _number_rows(word.table(made, tables.duties(source.duties)), _DUTIES)
    numbered(made.add_paragraph("与相关部门的职责边界"), _HEADINGS)
    table = word.table(made, tables.boundaries([*source.matters, _dust()]))
    _number_rows(table, _RESTARTED if restarted else _BOUNDARIES)
    for paragraph in table.cell(len(table.rows) - 1, 3).paragraphs:
        numbered(paragraph, _STEPS)
    of = expected.boundaries([*source.matters, _dust("（一）", "（二）", "（三）")])
    return Made(word.saved(made), [expected.of_list(source, boundaries=of, services=[], regimes=[])], "docx")


def _number_rows(table: Any, number: int) -> None:
    """Put automatic numbers in place of the numbers in the first column."""
    done = set()
    for cell in table.columns[0].cells[1:]:
        if cell._tc not in done:
            done.add(cell._tc)
            paragraph = cell.paragraphs[0]
            for run in paragraph.runs:
                run.text = ""
            numbered(paragraph, number)


def _dust(*numbers: str) -> Matter:
    """Return a matter whose duty is a list of steps, with their numbers or without."""
    steps = (
        "制定扬尘治理技术导则并组织培训；",
        "检查施工围挡、湿法作业和裸土覆盖情况；",
        "对整改不力的企业记入不良行为记录。",
    )
    printed = [f"{number}{step}" for number, step in zip(numbers or ("",) * len(steps), steps, strict=True)]
    return Matter("4", "房屋市政工程扬尘治理", (("县住房和城乡建设局", "\n".join(printed)),), "", "")
