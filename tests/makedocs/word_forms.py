"""Lists in other forms: other words for the columns, roles by column, prose, the lists of townships."""

from __future__ import annotations

from typing import Any

from makedocs import expected, lists, sheets, tables, word
from makedocs.catalogue import Made, document
from makedocs.content import Source, department, text


@document("docx/没有序号列.docx", "header-involved", "header-no-number")
def no_numbers() -> Made:
    """A table without a column of numbers; the parties stand under 涉及部门."""
    source = department("望溪县市场监督管理局")
    rows = tables.boundaries(source.matters, ("序号", "管理事项", "涉及部门", "职责分工", "政策依据", "工作案例"))
    rows = [row[1:] if len(row) == 6 else row for row in rows]
    made = word.new()
    word.title(made, source.title.replace("责任清单", "职责边界清单"))
    word.table(made, rows)
    of = [row | {"seq": None} for row in expected.boundaries(source.matters)]
    return Made(word.saved(made), [expected.of_boundaries(source, boundaries=of)], "docx")


@document("docx/序号计部门.docx", "header-number-counts-departments", "header-responsible")
def numbers_count_departments() -> Made:
    """序号 counts the departments through the whole table, while each matter is merged over its parties."""
    source = department("柳塘县农业农村局")
    rows: list[Any] = [("序号", "管理事项", "责任部门", "职责分工", "依据")]
    of: list[dict[str, Any]] = []
    for matter in source.matters:
        for index, row in enumerate(tables.parties(matter)):
            number = str(len(of) + 1)
            rows.append([number, *(row[1:-1] if not index else row)])
            told = {"basis": matter.basis} if not index else {}
            of.append(expected.assignment(number, matter.name, *matter.parties[index], **told))
    made = word.new()
    word.title(made, source.title.replace("责任清单", "职责边界清单"))
    word.table(made, rows)
    return Made(word.saved(made), [expected.of_boundaries(source, boundaries=of)], "docx")


def _by_column(duties: tuple[str, str]) -> tuple[Source, list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the list of roles by column: its source, its matters, and the rows with the named cells as duties."""
    told = text("牵头配合")
    source = Source(told["title"], told["jurisdiction"], told["owner"])
    rows = [
        expected.assignment(str(seq), one["name"], one[role], one[duty], role=role, basis=one["basis"] if first else "")
        for seq, one in enumerate(told["matters"], 1)
        for role, duty, first in (("lead", duties[0], True), ("support", duties[1], False))
    ]
    return source, told["matters"], rows


@document("docx/牵头配合七列.docx", "header-lead-support")
def lead_and_support_with_duties() -> Made:
    """Seven columns: lead and its duty, supporters and theirs, the basis."""
    source, matters, rows = _by_column(("lead_duty", "support_duty"))
    header = ("序号", "管理事项", "牵头部门", "牵头部门职责", "配合部门", "配合部门职责", "相关依据")
    names = ("name", "lead", "lead_duty", "support", "support_duty", "basis")
    made = word.new()
    word.title(made, source.title)
    word.table(made, [header, *([str(seq), *(one[name] for name in names)] for seq, one in enumerate(matters, 1))])
    return Made(word.saved(made), [expected.of_boundaries(source, boundaries=rows)], "docx")


@document("xlsx/牵头配合七列.xlsx", "header-lead-support")
def lead_and_support_with_one_duty() -> Made:
    """Seven columns in another order: one text of duties for the lead and its supporters, a blank case column."""
    source, matters, rows = _by_column(("shared", "shared"))
    header = ("序号", "管理事项", "职责分工", "牵头部门", "配合部门", "相关依据", "案例")
    names = ("name", "shared", "lead", "support", "basis")
    book = sheets.new()
    body = [[str(seq), *(one[name] for name in names), ""] for seq, one in enumerate(matters, 1)]
    sheets.table(book.create_sheet("Sheet1"), [[sheets.wide(source.title)], header, *body])
    return Made(sheets.saved(book), [expected.of_boundaries(source, boundaries=rows)], "xlsx")


@document("docx/条文式职责边界.docx", "prose")
def prose() -> Made:
    """Boundaries in prose: 一、事项, then （一）部门负责…."""
    source = department("鹤桥县卫生健康局")
    made = word.new()
    word.title(made, source.title)
    word.heading(made, "二、与相关部门的职责边界")
    for number, matter in zip(lists.NUMBERS, source.matters, strict=False):
        made.add_paragraph(f"{number}、{matter.name}")
        for index, (name, duty) in zip(lists.NUMBERS, matter.parties, strict=False):
            made.add_paragraph(f"（{index}）{name}{duty}。")
    of = expected.boundaries(source.matters, cells=())
    of = [row | {"seq": None, "duty": row["duty"] + "。"} for row in of]
    return Made(word.saved(made), [expected.of_boundaries(source, boundaries=of)], "docx")


@document("docx/条文式部门在前.docx", "prose")
def prose_by_department() -> Made:
    """Boundaries of one matter in prose: department headings with numbered duties below."""
    source = department("鹤桥县住房和城乡建设局")
    matter = source.matters[0]
    made = word.new()
    word.title(made, source.title)
    word.heading(made, "二、与相关部门的职责边界")
    made.add_paragraph(f"{matter.name}职责分工")
    of = []
    for number, (name, duty) in zip(lists.NUMBERS, matter.parties, strict=False):
        made.add_paragraph(f"{number}、{name}")
        steps = [f"{index}.{step}。" for index, step in enumerate(duty.replace("，核发", "；核发").split("；"), 1)]
        for step in steps:
            made.add_paragraph(step)
        of.append(expected.assignment(None, matter.name, name, "\n".join(steps)))
    return Made(word.saved(made), [expected.of_boundaries(source, boundaries=of)], "docx")
