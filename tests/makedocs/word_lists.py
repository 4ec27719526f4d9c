"""Word documents that hold whole lists or boundaries in the plain forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from makedocs import expected, lists, tables, word
from makedocs.catalogue import Made, document
from makedocs.content import department
from makedocs.layout import Spot
from makedocs.lists import Piece


def written(pieces: Iterable[Piece], into: Any = None) -> Any:
    """Return a Word document with the pieces in order."""
    made = into or word.new()
    for piece in pieces:
        if piece.kind == "title":
            word.title(made, piece.text)
        elif piece.kind == "heading":
            word.heading(made, piece.text)
        elif piece.kind == "line":
            made.add_paragraph(piece.text)
        else:
            word.table(made, piece.rows)
    return made


@document("docx/完整清单.docx", "word-merges", "word-parts", "header-office")
def whole_list() -> Made:
    """A list with its four parts, number, matter, basis and case merged downwards."""
    source = department("望溪县民政局")
    return Made(word.saved(written(lists.whole(source))), [expected.of_list(source)], "docx")


@document("docx/多部门汇编.docx", "word-several")
def several_departments() -> Made:
    """Three departments in one file under a common title, each with its own title and parts."""
    sources = [department(name) for name in ("望溪县交通运输局", "望溪县市场监督管理局", "望溪县民政局")]
    made = word.new()
    word.title(made, "岚川市望溪县政府部门责任清单汇编")
    for source in sources:
        written(lists.whole(source), made)
    return Made(word.saved(made), [numbered(source) for source in sources], "docx")


def numbered(source: Any) -> dict[str, Any]:
    """Return a list of a collection: there the titles of regimes keep their numbers (docs/formats.md)."""
    told = expected.of_list(source)
    for number, regime in zip(lists.NUMBERS, told["regimes"], strict=False):
        regime["title"] = f"（{number}）{regime['title']}"
    return told


@document("docx/标题行双层表头.docx", "word-title-row", "word-two-level", "word-groups", "word-notes")
def title_row_and_two_level_header() -> Made:
    """Boundaries whose title, two-level header, group rows and notes all stand inside the table."""
    source = department("望溪县交通运输局")
    groups = ["一、公路运输类", "", "二、水上安全和校车类", ""]
    rows: list[Any] = [
        [Spot("岚川市望溪县交通运输局与相关部门职责边界清单", columns=6)],
        [Spot("序号", 2), Spot("管理事项", 2), Spot("部门及分工", columns=2), Spot("相关依据", 2), Spot("案例", 2)],
        ["相关部门", "职责分工"],
    ]
    for group, matter in zip(groups, source.matters, strict=True):
        rows += [[Spot(group, columns=6)]] if group else []
        rows += tables.parties(matter)
    rows.append(
        [Spot("注：1.本清单按管理事项排列，排在第一位的为主要责任部门。\n2.未尽事宜由县委编办协调。", columns=6)]
    )
    made = word.new()
    word.table(made, rows)
    made.add_paragraph("（此件公开发布）")
    return Made(word.saved(made), [expected.of_boundaries(source)], "docx")


@document("docx/跨页续表.docx", "word-continued")
def continued_table() -> Made:
    """A table cut into three: the header repeated, 续表 above it, and a sentence cut with the row it stands in."""
    source = department("望溪县交通运输局")
    rows = tables.boundaries(source.matters)
    header = rows[0]
    cut, rest = cut_row(rows[2], 1, 18)
    made = word.new()
    word.title(made, source.title.replace("责任清单", "职责边界清单"))
    word.table(made, [header, *_shortened([rows[1], cut], 2)])
    made.add_paragraph("续表")
    word.table(made, [header, ["", "", "", rest, "", ""], *_open([*rows[3:5]]), *rows[5:8]])
    made.add_page_break()
    word.table(made, [header, *rows[8:]])
    return Made(word.saved(made), [expected.of_boundaries(source)], "docx")


def cut_row(row: Any, column: int, at: int) -> tuple[list[Any], str]:
    """Return a row whose cell ends in the middle of a sentence, and the rest of the sentence."""
    cells = list(row)
    text = cells[column]
    return [*cells[:column], text[:at], *cells[column + 1 :]], text[at:]


def _shortened(rows: list[Any], high: int) -> list[Any]:
    """Return rows whose merged cells end with the table."""
    return [[Spot(cell.text, high) if isinstance(cell, Spot) else cell for cell in row] for row in rows]


def _open(rows: list[Any]) -> list[Any]:
    """Return the further rows of a matter whose merged cells began in the table before."""
    return [["", "", *row, "", ""] for row in rows]


@document("docx/职责栏合并.docx", "word-merges", "merged-duty", "merged-department")
def merged_duty_and_department() -> Made:
    """One duty text for two departments, and one department for two duty texts, each in a merged cell."""
    source = department("柳塘县农业农村局")
    shared = "按照职责分工做好农村厕所革命的资金保障和竣工验收，建立长效管护机制"
    lead = ("县农业农村局", "牵头负责农村户厕改造的组织实施，编制技术规范")
    more = "指导粪污无害化处理和资源化利用，开展满意度调查"
    rows = [
        tables.BOUNDARIES,
        [
            Spot("1", 4),
            Spot("农村厕所革命", 4),
            Spot(lead[0], 2),
            lead[1],
            Spot("《岚川市农村人居环境条例》", 4),
            Spot("", 4),
        ],
        [more],
        ["县财政局", Spot(shared, 2)],
        ["县乡村振兴服务中心"],
        *tables.boundaries(source.matters[1:])[1:],
    ]
    made = word.new()
    word.title(made, source.title.replace("责任清单", "职责边界清单"))
    word.table(made, rows)
    of = [
        expected.assignment("1", "农村厕所革命", *lead, basis="《岚川市农村人居环境条例》"),
        expected.assignment("1", "农村厕所革命", "", more),
        expected.assignment("1", "农村厕所革命", "县财政局", shared),
        expected.assignment("1", "农村厕所革命", "县乡村振兴服务中心", shared),
        *expected.boundaries(source.matters[1:]),
    ]
    return Made(word.saved(made), [expected.of_boundaries(source, boundaries=of)], "docx")


@document("docx/封面与目录.docx", "word-cover", "word-parts")
def cover_and_contents() -> Made:
    """A cover whose title is broken over lines, a date, a table of contents with page numbers, then the list."""
    source = department("望溪县市场监督管理局")
    made = word.new()
    for line in ("岚川市望溪县", "市场监督管理局", "责任清单", "", "二〇二四年三月"):
        word.title(made, line)
    made.add_page_break()
    made.add_paragraph("目　录")
    for number, (part, page) in enumerate(zip(lists.PARTS, (1, 2, 4, 4), strict=True)):
        made.add_paragraph(f"{lists.NUMBERS[number]}、{part}{'…' * 12}{page}")
    made.add_page_break()
    written(lists.whole(source, title=False), made)
    return Made(word.saved(made), [expected.of_list(source)], "docx")
