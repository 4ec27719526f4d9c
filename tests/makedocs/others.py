"""Documents that hold no boundaries and no duties: power lists, ledgers, notices, news, telephone lists."""

from __future__ import annotations

from typing import Any

from makedocs import office, sheets, web, word
from makedocs.catalogue import Made, document
from makedocs.content import text
from makedocs.lists import Piece
from makedocs.word_lists import written

# What the line must call them.
_CALLED = {"power": "权力清单", "tasks": "任务台账", "phones": "通讯录", "notice": "通知", "news": "新闻"}


def _pieces(name: str) -> list[Piece]:
    told: dict[str, Any] = text("其他文件")[name]
    body = [Piece("table", "", [told["header"], *told["rows"]])] if "rows" in told else []
    return [Piece("title", told["title"]), *(Piece("line", line) for line in told.get("lines", ())), *body]


def _no_list(raw: bytes, name: str, reader: str) -> Made:
    return Made(raw, reader=reader, warnings=(f"看起来是{_CALLED[name]}",), status="foreign")


def _document(name: str) -> bytes:
    return word.saved(written(_pieces(name)))


def _workbook(name: str) -> bytes:
    book = sheets.new()
    sheets.page(book.create_sheet("Sheet1"), _pieces(name))
    return sheets.saved(book)


@document("docx/权力清单.docx", "not-power-list")
def power_list_in_word() -> Made:
    """A power list: kinds of power, and for each what is answered for."""
    return _no_list(_document("power"), "power", "docx")


@document("xlsx/权力清单表.xlsx", "not-power-list")
def power_list_as_workbook() -> Made:
    """The same power list as a workbook."""
    return _no_list(_workbook("power"), "power", "xlsx")


@document("pdf/权力清单.pdf", "not-power-list")
def power_list_in_pdf() -> Made:
    """The same power list as a PDF."""
    return _no_list(office.converted(_document("power"), "docx", "pdf"), "power", "pdf")


@document("xlsx/任务台账.xlsx", "not-ledger")
def ledger_as_workbook() -> Made:
    """A ledger of tasks with leads and deadlines."""
    return _no_list(_workbook("tasks"), "tasks", "xlsx")


@document("docx/任务分解表.docx", "not-ledger")
def ledger_in_word() -> Made:
    """The same ledger in Word."""
    return _no_list(_document("tasks"), "tasks", "docx")


@document("docx/编制通知.docx", "not-instruction")
def notice() -> Made:
    """A notice that tells how to make the lists, with the names of their parts."""
    return _no_list(_document("notice"), "notice", "docx")


@document("html/新闻.html", "not-news")
def news() -> Made:
    """A news page about the lists, on a portal."""
    told = text("其他文件")["news"]
    return _no_list(web.portal(told["title"], web.body(_pieces("news"))).encode(), "news", "html")


@document("xlsx/通讯录.xlsx", "not-phones")
def phones_as_workbook() -> Made:
    """A telephone list of departments."""
    return _no_list(_workbook("phones"), "phones", "xlsx")


@document("docx/部门电话表.docx", "not-phones")
def phones_in_word() -> Made:
    """The same telephone list in Word."""
    return _no_list(_document("phones"), "phones", "docx")
