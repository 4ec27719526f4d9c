"""Web pages with lists: portals, wrong charsets, layout tables, saved pages in one file."""

from __future__ import annotations

import html
import re
from base64 import encodebytes
from collections.abc import Iterable, Sequence
from quopri import encodestring

from makedocs import expected, lists, tables
from makedocs.catalogue import Made, document
from makedocs.content import department
from makedocs.layout import Row, placed
from makedocs.lists import Piece

_MENU = ("首页", "政务公开", "机构职能", "权责清单", "办事服务", "互动交流")
_FOOTER = "主办：岚川市望溪县人民政府办公室　网站标识码：3699990001　备案号：岚ICP备99000123号　联系电话：0796-5500000"


def table(rows: Sequence[Row]) -> str:
    """Return a table with rowspan and colspan."""
    lines: dict[int, str] = dict.fromkeys(range(len(rows)), "")
    for one in placed(rows):
        spans = f' rowspan="{one.spot.rows}"' if one.spot.rows > 1 else ""
        spans += f' colspan="{one.spot.columns}"' if one.spot.columns > 1 else ""
        text = "<br>".join(map(html.escape, one.spot.text.split("\n")))
        lines[one.row] += f"<td{spans}>{text}</td>"
    body = "\n".join(f"<tr>{cells}</tr>" for cells in lines.values())
    return f'<table border="1" cellspacing="0">\n{body}\n</table>\n'


def body(pieces: Iterable[Piece]) -> str:
    """Return the pieces as the inside of a page."""
    tags = {"title": "h1", "heading": "h2", "line": "p"}
    return "\n".join(
        table(one.rows) if one.kind == "table" else f"<{tags[one.kind]}>{html.escape(one.text)}</{tags[one.kind]}>"
        for one in pieces
    )


def portal(title: str, content: str, charset: str = "utf-8") -> str:
    """Return a page as a county's portal serves it: menu, scripts, breadcrumbs, content, footer."""
    menu = "".join(f'<li><a href="/{number}/index.html">{word}</a></li>' for number, word in enumerate(_MENU))
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="{charset}"><title>{title}_望溪县人民政府</title>\n'
        "<style>table{border-collapse:collapse} td{padding:4px}</style>\n"
        '<script src="https://stat.invalid/a.js"></script>\n'
        "<script>document.write('<table><tr><td>序号</td><td>管理事项</td><td>相关部门</td><td>职责分工</td></tr>"
        "<tr><td>9</td><td>脚本事项</td><td>县公安局</td><td>负责脚本</td></tr></table>');</script></head>\n"
        f'<body><header><div class="logo">望溪县人民政府</div></header>\n<nav><ul>{menu}</ul></nav>\n'
        f'<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/4/">权责清单</a> &gt; 正文</div>\n'
        f'<div class="article" id="zoom">\n{content}\n</div>\n'
        f'<footer><p>{_FOOTER}</p></footer>\n<script>count("页面访问")</script></body></html>\n'
    )


def plain(title: str, content: str, charset: str = "utf-8") -> str:
    """Return a page without anything around its content."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html><head>{meta}<title>{title}</title></head><body>\n{content}\n</body></html>\n"


@document("html/门户网页.html", "web-spans", "web-navigation", "web-scripts")
def portal_page() -> Made:
    """A portal's page: the list between menu, breadcrumbs and footer; a script would write a false table."""
    source = department("望溪县民政局")
    page = portal(source.title, body(lists.whole(source)))
    return Made(page.encode(), [expected.of_list(source)], "html")


@document("html/编码声明有误.html", "web-charset", "header-responsible")
def wrong_charset() -> Made:
    """A page in GB18030 that says it is UTF-8, with a name outside GBK; the column is 责任部门."""
    source = department("柳塘县水利局")
    header = ("编号", "边界事项", "责任部门", "具体分工", "法定依据", "示例")
    extra = (
        "9",
        "㙍头水库除险加固",
        "县水利局",
        "负责㙍头水库、𫓹石坝除险加固",
        "《水库大坝安全管理条例》",
        "",
    )
    rows = [*tables.boundaries(source.matters, header), extra]
    content = body([Piece("title", source.title), Piece("table", "", rows)])
    of = [*expected.boundaries(source.matters), expected.assignment(*extra[:4], basis=extra[4])]
    told = expected.of_boundaries(source, boundaries=of)
    return Made(plain(source.title, content).encode("gb18030"), [told], "html", warnings=("编码",))


@document("html/布局表格.html", "web-layout-table", "web-navigation")
def layout_tables() -> Made:
    """An old page laid out by tables: the menu in one cell, the list with its own tables in another."""
    source = department("鹤桥县卫生健康局")
    menu = "<br>".join(_MENU)
    content = (
        '<table width="960"><tr><td colspan="2" height="90">鹤桥县卫生健康局网站</td></tr>\n'
        f'<tr><td width="160" valign="top">{menu}</td><td valign="top">\n{body(lists.whole(source))}\n</td></tr>\n'
        '<tr><td colspan="2" align="center">版权所有：鹤桥县卫生健康局</td></tr></table>'
    )
    return Made(plain(source.title, content).encode(), [expected.of_list(source)], "html")


@document("mht/单一文件网页.mht", "web-mht")
def saved_page() -> Made:
    """A page saved as one file: quoted-printable GBK beside a style sheet and a picture."""
    source = department("柳塘县文化广电旅游体育局")
    page = plain(source.title, body(lists.whole(source)), "gb2312").encode("gb18030")
    dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    parts = (
        ('text/html; charset="gb2312"', "quoted-printable", "file:///C:/list.htm", encodestring(page).decode()),
        ("text/css", "base64", "file:///C:/list.files/style.css", encodebytes(b"td{padding:4px}").decode()),
        ("image/png", "base64", "file:///C:/list.files/dot.png", dot + "\n"),
    )
    edge = "----=_NextPart_01DA6B90.3C2F8A10"
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="{edge}"\r\n\r\n单个文件网页。\r\n\r\n'
    text = "".join(
        f"--{edge}\r\nContent-Location: {place}\r\nContent-Transfer-Encoding: {coding}\r\nContent-Type: {kind}\r\n\r\n"
        + data.replace("\r\n", "\n").replace("\n", "\r\n")
        + "\r\n"
        for kind, coding, place, data in parts
    )
    return Made(f"{head}{text}--{edge}--\r\n".encode(), [expected.of_list(source)], "mht")


@document("html/从Word另存.html", "web-word", "web-spans")
def saved_by_word() -> Made:
    """A page as Word saves it: its own tags and comments, paragraphs in cells, lines broken anywhere."""
    source = department("望溪县交通运输局")
    content = re.sub("<td([^>]*)>(.*?)</td>", _as_word_has_it, body(lists.boundaries(source)))
    head = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">\n'
        '<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">\n'
        "<meta name=ProgId content=Word.Document>\n"
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->\n"
        "<style>\n<!--\n p.MsoNormal {margin:0cm;}\n-->\n</style></head>\n<body lang=ZH-CN>\n"
    )
    page = f"{head}<div class=Section1>\n{content}\n</div></body></html>"
    return Made(page.encode("gb18030"), [expected.of_boundaries(source)], "html")


def _as_word_has_it(cell: re.Match[str]) -> str:
    """Return a cell with Word's tags, and line breaks in its source wherever Word puts them."""
    broken = "\n  ".join(cell[2][at : at + 30] for at in range(0, len(cell[2]), 30))
    return (
        f"<td{cell[1]} valign=top style='border:solid windowtext 1.0pt;\n  padding:0cm'>\n"
        f"  <p class=MsoNormal><span lang=EN-US style='font-family:仿宋'>{broken}<o:p></o:p></span></p>\n  </td>"
    )
