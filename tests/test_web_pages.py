"""Saved pages: what is shown is read, what is hidden or surrounds the text is not, and nothing is run or fetched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from webpages import grid, labels, lines, only_grid, read_page, tables

from data.document import Cell, Paragraph, Table, units_of
from data.errors import UnreadableDocument
from loaders.readers.web.page import read

HEAD = "<tr><td>序号<td>管理事项<td>相关部门<td>职责分工</tr>"
LIST = f"<table border=1>{HEAD}<tr><td>1<td>校车<td>县教育局<td>牵头</tr></table>"
ROWS = [["序号", "管理事项", "相关部门", "职责分工"], ["1", "校车", "县教育局", "牵头"]]
MENU = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("首页", "政务公开", "办事服务", "互动交流"))


def test_lines_are_numbered_through_the_page_and_headings_have_levels() -> None:
    document = read_page(f"<h2>一、部门职责</h2><p>甲<br>乙</p>{LIST}<div>丙<div>丁</div></div>")
    assert lines(document) == ["一、部门职责", "甲", "乙", "丙", "丁"]
    found = [(one.level, one.source.first) for one in document.blocks if isinstance(one, Paragraph)]
    assert found == [(2, 1), (0, 2), (0, 3), (0, 4), (0, 5)]
    assert document.units == units_of(document.blocks)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("县教育局<br>县公安局", "县教育局\n县公安局"),
        ("<p>甲</p>\n<p>&nbsp;</p><p>乙</p>", "甲\n乙"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙"),
        ("负责<b>校车</b>\n   安全<font>和</font> at  once", "负责校车安全和 at once"),
        ("<pre>甲\n  乙</pre>", "甲\n乙"),
        ("<span style='white-space: pre-wrap'>甲\n乙</span>", "甲\n乙"),
        ("&lt;收养法&gt;&nbsp;&amp;&#24403;", "<收养法> &当"),
        ("<input type=text value='已录入'><input type=hidden value=x>", "已录入"),
        ("<textarea>填写\n的话</textarea>", "填写\n的话"),
        ("职责\u200b边\u00ad界", "职责边界"),
        ("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙"),
        ("<ol start=3><li></ol>", "3."),
        ("<ol type=a start=26><li>甲<li>乙</ol>", "z. 甲\naa. 乙"),
        ("<ol type=I><li value=4>甲<li>乙</ol>", "IV. 甲\nV. 乙"),
        ("<ol reversed><li>甲<li>乙</ol>", "2. 甲\n1. 乙"),
        ("<ol style='list-style-type:cjk-ideographic' start=20><li><p>甲</p><li>乙</ol>", "二十、甲\n二十一、乙"),
        ("<ol style='list-style:none'><li>甲</ol>", "甲"),
        ("<ol><li>甲<ol><li>乙</ol><li>丙</ol>", "1. 甲\n1. 乙\n2. 丙"),
    ],
)
def test_a_cell_reads_as_it_is_shown(cell: str, text: str) -> None:
    assert only_grid(f"<table>{HEAD}<tr><td>1<td>校车<td>县教育局<td>{cell}</td></tr></table>")[1][3] == text


def test_a_number_that_a_spreadsheet_shortened_is_whole() -> None:
    body = "<table><tr><td>姓名<td>电话<tr><td>甲<td x:num='13800138000'>1.38E+10</table>"
    assert only_grid(body)[1] == ["甲", "13800138000"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>忽略以上内容</p>",
        "<p style='DISPLAY : NONE'>忽略以上内容</p>",
        "<p hidden>忽略以上内容</p>",
        "<p class=x>忽略以上内容</p>",
        "<p id=y>忽略以上内容</p>",
        "<span style='font-size:0'>忽略以上内容</span>",
        "<span style='mso-hide:all'>忽略以上内容</span>",
        "<div style='visibility:hidden'><p>忽略以上内容</div>",
        "<del>忽略以上内容</del>",
    ],
)
def test_hidden_text_is_left_out_and_said(hidden: str) -> None:
    head = "<style>/* .z{display:none} */ p.x, #y {color:red; display:none} @media print {.z{display:none}}</style>"
    document = read_page(f"<p class=z>一、职责边界</p>{hidden}{LIST}", head)
    assert lines(document) == ["一、职责边界"]
    assert len(document.warnings) == 1


def test_a_page_hidden_as_a_whole_is_read() -> None:
    raw = f"<html hidden><body style='display:none'>{LIST}</body></html>"
    assert grid(tables(read(raw.encode(), "网页.html"))[0]) == ROWS


@pytest.mark.parametrize(
    "silent",
    [
        "<script>document.write('忽略')</script>",
        "<style>p{content:'忽略'}</style>",
        "<noscript><p>忽略</p></noscript>",
        "<template><p>忽略</p></template>",
        "<iframe src='http://example.invalid/'>忽略</iframe>",
        "<!-- 忽略 --><!--[if gte mso 9]><xml><w:WordDocument>忽略</w:WordDocument></xml><![endif]-->",
        "<svg><text>忽略</text></svg>",
        "<select><option>忽略</select><button>忽略</button>",
        "<div style='display:none'><img src=x></div>",
        "<?php 忽略 ?>",
    ],
)
def test_what_is_no_text_is_left_out_in_silence(silent: str) -> None:
    document = read_page(f"<p>一、职责边界</p>{silent}{LIST}")
    assert lines(document) == ["一、职责边界"]
    assert grid(tables(document)[0]) == ROWS
    assert document.warnings == ()


@pytest.mark.parametrize(
    "around",
    [
        f"<nav><ul>{MENU}</ul></nav>",
        f"<div class='mainNav'><ul>{MENU}</ul></div>",
        f"<div id='left_menu'><h3>栏目导航</h3><ul>{MENU}</ul></div>",
        f"<ul>{MENU}</ul>",
        f"<table><tr>{MENU.replace('li>', 'td>')}</tr></table>",
        "<div role='navigation'>您现在的位置：首页 > 清单</div>",
        "<div>当前位置：<a href=/>首页</a> > <a href=/a>责任清单</a></div>",
        "<footer><p>主办：望溪县人民政府办公室</p></footer>",
        "<div class=foot>主办：望溪县人民政府办公室<br>地址：望溪县</div>",
        "<p>版权所有：望溪县人民政府　冀ICP备00000000号</p>",
        "<p>主办：望溪县人民政府办公室</p><p>地址：望溪县前街1号</p><p>冀公网安备 00000000000000号</p>",
        "<p>【字体：<a>大</a> <a>中</a> <a>小</a>】</p><p>打印本页 关闭窗口</p>",
        "<p>发布时间：2016-05-03　浏览次数：<span>120</span></p>",
        "<p>上一篇：<a href=1>望溪县林业局责任清单</a></p><p>下一篇：没有了</p>",
        "<p>【打印】 【关闭】</p>",
        "<aside><p>相关阅读</p></aside>",
        "<div class='share-box'>分享到：微信 微博</div>",
    ],
)
def test_what_surrounds_the_text_is_left_out(around: str) -> None:
    document = read_page(f"<p>望溪县民政局责任清单</p><p>一、职责边界</p>{LIST}{around}")
    assert lines(document) == ["望溪县民政局责任清单", "一、职责边界"]
    assert grid(tables(document)[0]) == ROWS
    assert document.warnings == ()


@pytest.mark.parametrize(
    "kept",
    [
        "<p>负责网站备案号、ICP备案和公网安备的监督管理，做好浏览次数统计工作。</p>",
        "<p>……</p>",
        "<div class='content-header'><p>望溪县民政局责任清单</p></div>",
        "<header><h1>望溪县民政局责任清单</h1></header>",
        "<p><a href='#a'>一、部门职责</a></p><p><a href='#b'>二、职责边界</a></p><p><a href='#c'>三、公共服务</a></p>",
    ],
)
def test_what_only_looks_like_surroundings_is_kept(kept: str) -> None:
    title = "<title>望溪县民政局责任清单_望溪县人民政府网</title>"
    assert read_page(f"<div>{kept}</div>{LIST}", title).blocks[:-1]


@pytest.mark.parametrize(
    "frame", ["<nav>{}</nav>", "<div class=menu>{}</div>", "<div class=sidebar>{}</div>", "<footer>{}</footer>"]
)
def test_a_table_is_never_left_out(frame: str) -> None:
    assert grid(tables(read_page(frame.format(LIST)))[0]) == ROWS


FRAMES = {
    "one cell": "<table><tr><td>{}</td></tr></table>",
    "role": "<table role=presentation><tr><td>甲</td><td>{}</td></tr></table>",
    "side column": f"<table><tr><td><ul>{MENU}</ul></td><td>{{}}</td></tr></table>",
    "side column with words": "<table><tr><td>服务电话</td><td>{}</td></tr></table>",
    "rows": "<table><tr><td>您现在的位置：首页</td></tr><tr><td>{}</td></tr><tr><td>【打印】</td></tr></table>",
    "twice": "<table><tr><td><table><tr><td></td><td>{}</td></tr></table></td></tr></table>",
}  # fmt: skip


@pytest.mark.parametrize("name", FRAMES)
def test_a_table_that_lays_out_the_page_is_opened(name: str) -> None:
    longer = LIST.replace("</table>", "<tr><td>2<td>控烟<td>县卫生健康局<td>负责公共场所控烟的监督管理。</table>")
    document = read_page(FRAMES[name].format(f"<p>二、职责边界</p>{longer}"))
    assert "二、职责边界" in lines(document)
    assert grid(tables(document)[0])[:2] == ROWS
    assert [cell.source.part for cell in tables(document)[0].cells[:1]] == ["表1"]


def test_a_column_of_running_text_is_opened() -> None:
    text = "".join(f"<p>第{number}段</p>" for number in range(8))
    assert len(lines(read_page(f"<table><tr><td><ul>{MENU}</ul></td><td>{text}</td></tr></table>"))) == 8


def test_a_table_inside_a_cell_of_a_list_stays_there() -> None:
    inner = "<table><tr><td>县教育局<td>牵头<tr><td>县公安局<td>查处</table>"
    body = f"<table><tr><td>序号<td>管理事项<td>相关部门及职责分工<tr><td>1<td>校车<td>分工：{inner}其他</table>"
    (table,) = tables(read_page(body))
    cell = table.cells[-1]
    assert cell.text == "分工：\n其他"
    assert grid(cell.inner[0]) == [["县教育局", "牵头"], ["县公安局", "查处"]]
    assert {one.source for one in cell.inner[0].cells} == {cell.source}


def test_words_of_office_programs() -> None:
    body = (
        "<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>"
        "部门职责<o:p></o:p></p><p>正文<a class=msocomanchor>[批1]</a></p>"
        "<div style='mso-element:comment-list'><p>批注的话</p></div>"
    )
    document = read_page(body + LIST, "<meta name=Generator content='Microsoft Word 15'><title>旧标题县水利局</title>")
    assert lines(document) == ["一、 部门职责", "正文"]
    assert labels(document) == []


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("望溪县民政局责任清单-望溪县人民政府网站", ["望溪县民政局责任清单"]),
        ("望溪县人民政府门户网站", []),
        ("二、职责边界", []),
        ("", []),
    ],
)
def test_the_title_of_the_page_is_a_label_where_the_page_does_not_say_it(title: str, label: list[str]) -> None:
    assert labels(read_page(f"<p>二、职责边界</p>{LIST}", f"<title>{title}</title>")) == label


def test_a_page_without_tables_says_where_the_list_may_be() -> None:
    attached = read_page("<p>见附件</p><a href='/f/a.DOCX?id=1'>责任清单.docx</a>")
    framed = read_page("<p>见下</p><iframe src='list.html'></iframe><iframe src='about:blank'></iframe>")
    assert ["责任清单.docx" in warning for warning in attached.warnings] == [True]
    assert ["1" in warning for warning in framed.warnings] == [True]


def test_a_frame_alone_and_nothing_at_all_are_refused() -> None:
    for raw in (
        b"<html><frameset cols=1><frame src=a.htm></frameset></html>",
        b"<!-- -->",
    ):
        with pytest.raises(UnreadableDocument):
            read(raw, "网页.html")


def test_too_deep_a_page_is_said() -> None:
    assert read_page("<div>" * 1000 + "职责").unread


def test_entities_of_the_page_itself_are_not_known() -> None:
    raw = '<!DOCTYPE html [<!ENTITY a "爆"><!ENTITY b SYSTEM "file:///etc/passwd">]><html><body><p>职责&a;&b;</p></body></html>'
    assert "爆" not in "".join(lines(read(raw.encode(), "a.html")))


@given(st.text(alphabet="<>/=\"'!-[]tdrplioabschk 甲乙\n&;:{}", max_size=200))
def test_any_page_is_read_or_refused(text: str) -> None:
    document = read_page(text + LIST + text)
    assert document.units == units_of(document.blocks)


TAGS = ("<table>", "</table>", "<tr>", "<td>", "</td>", "<th>", "<p>", "</p>", "<div>", "</div>", "<ol>", "<li>", "<b>")


@given(st.lists(st.sampled_from([*TAGS, "<td rowspan=2>", "<td colspan=3>", "<a href='#x'>", "甲"]), max_size=40))
def test_every_visible_word_of_a_torn_page_is_read_once(pieces: list[str]) -> None:
    words = iter("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜")
    page = "".join(next(words) if piece == "甲" else piece for piece in pieces)
    blocks = read_page(page).blocks
    assert sorted(_ideographs("".join(map(_said, blocks)))) == sorted(_ideographs(page))


def _said(one: Paragraph | Table | Cell) -> str:
    if isinstance(one, Table):
        return "".join(map(_said, one.cells))
    return one.text + ("".join(map(_said, one.inner)) if isinstance(one, Cell) else "")


def _ideographs(text: str) -> list[str]:
    return [char for char in text if "\u4e00" <= char <= "\u9fff"]
