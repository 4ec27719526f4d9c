"""The three lists of a township (基本履职, 配合履职, 上级部门收回) in Word and as a workbook."""

from __future__ import annotations

from typing import Any

from makedocs import expected, sheets, word
from makedocs.catalogue import Made, document
from makedocs.content import Source, text
from makedocs.layout import Row, Spot
from makedocs.lists import Piece
from makedocs.word_lists import written

_OWN = ("序号", "事项名称")
_SUPPORT = ("序号", "事项名称", "对应上级部门", "上级部门职责", "乡镇配合职责")
_BACK = ("序号", "事项名称", "承接部门及工作方式")


def _pieces(told: dict[str, Any]) -> list[Piece]:
    return [
        Piece("title", told["title"]),
        Piece("heading", "一、基本履职事项清单"),
        Piece("table", "", _table(_OWN, told["own"], lambda one: [one])),
        Piece("heading", "二、配合履职事项清单"),
        Piece(
            "table",
            "",
            _table(_SUPPORT, told["support"], _supported),
        ),
        Piece("heading", "三、上级部门收回事项清单"),
        Piece("table", "", _table(_BACK, told["back"], _taken_back)),
    ]


def _supported(one: dict[str, str]) -> list[str]:
    return [one["name"], one["department"], one["duty"], one["own"]]


def _taken_back(one: dict[str, str]) -> list[str]:
    return [one["name"], f"承接部门：{one['department']}\n工作方式：{one['how']}"]


def _table(header: tuple[str, ...], groups: list[dict[str, Any]], cells: Any) -> list[Row]:
    rows: list[Row] = [header]
    number = 0
    for group in groups:
        rows.append([Spot(_group(group), columns=len(header))])
        for one in group["matters"]:
            number += 1
            rows.append([str(number), *cells(one)])
    return rows


def _group(group: dict[str, Any]) -> str:
    return f"{group['group']}（{len(group['matters'])}项）"


def _told(told: dict[str, Any]) -> dict[str, Any]:
    """Return the list that the documents hold."""
    of: list[dict[str, Any]] = []
    supported = [one for group in told["support"] for one in group["matters"]]
    for seq, one in enumerate(supported, 1):
        of.append(expected.assignment(str(seq), one["name"], one["department"], one["duty"], role="lead"))
        of.append(expected.assignment(str(seq), one["name"], told["township"], one["own"], role="support"))
    for seq, one in enumerate((one for group in told["back"] for one in group["matters"]), 1):
        of.append(expected.assignment(str(seq), one["name"], one["department"], one["how"], role="lead"))
    # A group row heads the duties below it.
    owned = [(_group(group), one) for group in told["own"] for one in group["matters"]]
    duties = [{"seq": str(seq), "main_duty": group, "item": one} for seq, (group, one) in enumerate(owned, 1)]
    source = Source(told["title"], told["jurisdiction"], told["jurisdiction"] + told["township"])
    return expected.of_list(source, boundaries=of, duties=duties)


@document("docx/乡镇履行职责事项清单.docx", "township")
def township_in_word() -> Made:
    """A township's three lists with group rows in each table; the superior's and the township's duty side by side."""
    told = text("乡镇履职")
    return Made(word.saved(written(_pieces(told))), [_told(told)], "docx")


@document("xlsx/乡镇履行职责事项清单.xlsx", "township", "excel-several-tables")
def township_as_workbook() -> Made:
    """The same three lists, a sheet and a title each."""
    told = text("乡镇履职")
    whole, pieces = _told(told), _pieces(told)
    rows = whole["boundaries"]
    support = 2 * sum(len(group["matters"]) for group in told["support"])
    empty = {"duties": [], "boundaries": []}
    book = sheets.new()
    found = []
    for name, at, part in (
        ("基本履职", 2, {"duties": whole["duties"]}),
        ("配合履职", 4, {"boundaries": rows[:support]}),
        ("上级部门收回", 6, {"boundaries": rows[support:]}),
    ):
        title = told["title"].replace("履行职责", name)
        sheets.page(book.create_sheet(name), [Piece("title", title), pieces[at]])
        found.append(whole | empty | part)
    return Made(sheets.saved(book), found, "xlsx")


@document("docx/县乡职责边界.docx", "township", "word-two-level")
def county_and_township() -> Made:
    """Boundaries between the county and all its townships: 职责边界划分 over 县级部门 and 乡镇（街道）."""
    told = text("县乡边界")
    heads = [
        Spot("序号", 2),
        Spot("牵头部门", 2),
        Spot("事项名称", 2),
        Spot("实施依据", 2),
        Spot("职责边界划分", columns=2),
    ]
    rows: list[Row] = [heads, ["县级部门", "乡镇（街道）"]]
    of = []
    for seq, one in enumerate(told["matters"], 1):
        rows.append([str(seq), one["department"], one["name"], one["basis"], one["upper"], one["lower"]])
        first = {"role": "lead", "basis": one["basis"]}
        of.append(expected.assignment(str(seq), one["name"], one["department"], one["upper"], **first))
        # The head of the other side names it, and no role.
        of.append(expected.assignment(str(seq), one["name"], "乡镇（街道）", one["lower"]))
    made = written([Piece("title", told["title"]), Piece("table", "", rows)])
    source = Source(told["title"], told["jurisdiction"], told["jurisdiction"])
    return Made(word.saved(made), [expected.of_boundaries(source, boundaries=of)], "docx")
