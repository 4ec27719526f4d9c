"""Pages saved as one file: by browsers, by Word, by Excel; torn ones and endless ones."""

from __future__ import annotations

import base64
import quopri
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from webpages import grid, labels, lines, tables

from data.document import Document, Paragraph, units_of
from data.errors import UnreadableDocument
from loaders.readers.sniff import sniff
from loaders.readers.web.archive import read

LIST = (
    "<p>二、职责边界</p><table><tr><td>序号<td>管理事项<td>相关部门<td>职责分工"
    "<tr><td>1<td>校车<td>县教育局<td>牵头</table>"
)
ROWS = [["序号", "管理事项", "相关部门", "职责分工"], ["1", "校车", "县教育局", "牵头"]]


def part(
    body: bytes, location: str, kind: str = "text/html", charset: str = "", way: str = "quoted-printable"
) -> bytes:
    encoded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes, "8bit": bytes}[way](body)
    told = f'; charset="{charset}"' if charset else ""
    head = f"Content-Type: {kind}{told}\r\nContent-Transfer-Encoding: {way}\r\nContent-Location: {location}\r\n\r\n"
    return head.encode("utf-8") + encoded


def archive(*parts: bytes, start: str = "") -> bytes:
    told = f'; start="{start}"' if start else ""
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_NextPart"{told}\r\n\r\n'
    return head.encode() + b"".join(b"--=_NextPart\r\n" + one + b"\r\n" for one in parts) + b"--=_NextPart--\r\n"


def read_parts(*parts: bytes, start: str = "") -> Document:
    raw = archive(*parts, start=start)
    assert sniff(raw, "a.doc") == "mht"
    return read(raw, "网页.mht")


@pytest.mark.parametrize("way", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_one_page_in_every_transfer_encoding(way: str, encoding: str) -> None:
    picture = part(b"\x89PNG", "http://example.invalid/a.png", "image/png", way="base64")
    document = read_parts(part(LIST.encode(encoding), "http://example.invalid/", charset=encoding, way=way), picture)
    assert lines(document) == ["二、职责边界"]
    assert grid(tables(document)[0]) == ROWS
    assert document.encoding == encoding


def test_frames_are_read_where_they_stand_and_others_not() -> None:
    root = "<html><body><p>望溪县民政局责任清单</p><iframe src='cid:frame-1@x'></iframe></body></html>"
    frame = part(LIST.encode(), "http://example.invalid/f.htm").replace(
        b"Content-Location", b"Content-ID: <frame-1@x>\r\nContent-Location"
    )
    other = part("<p>广告</p>".encode(), "http://example.invalid/ad.htm")
    document = read_parts(part(root.encode(), "http://example.invalid/"), other, frame)
    assert lines(document) == ["望溪县民政局责任清单", "二、职责边界"]
    assert [cell.source.part for cell in tables(document)[0].cells][:1] == ["表1"]


def test_the_start_is_the_page_that_the_header_names() -> None:
    first = part("<p>页脚</p>".encode(), "file:///C:/foot.htm")
    second = part(LIST.encode(), "file:///C:/main.htm")
    assert lines(read_parts(first, second, start="<file:///C:/main.htm>")) == ["二、职责边界"]


def test_the_sheets_of_a_workbook_bear_their_names() -> None:
    sheets = "".join(
        f'<x:Name>{name}</x:Name>\r\n <x:WorksheetSource HRef="a.files/sheet00{number}.htm"/>'
        for number, name in ((2, "县民政局"), (1, "县&amp;教育局"))
    )
    remark = f"<!--[if gte mso 9]><xml>{sheets}</xml><![endif]-->"
    root = f"<html><head>{remark}</head><frameset><frame src='a.files/sheet001.htm'></frameset></html>"
    document = read_parts(
        part(root.encode("gbk"), "file:///C:/a.htm", charset="gb2312"),
        part(LIST.encode("gbk"), "file:///C:/a.files/sheet001.htm", charset="gb2312"),
        part(LIST.encode("gbk"), "file:///C:/a.files/sheet002.htm", charset="gb2312", way="base64"),
        part("<a href=sheet001.htm>县民政局</a>".encode("gbk"), "file:///C:/a.files/tabstrip.htm", charset="gb2312"),
    )
    assert labels(document) == ["县民政局", "县&教育局"]
    assert [table.cells[4].source.part for table in tables(document)] == ["sheet 县民政局", "sheet 县&教育局"]
    assert [one.source.first for one in document.blocks if isinstance(one, Paragraph)] == [1, 1, 1, 2]


def test_the_running_header_of_a_word_document_is_a_label() -> None:
    head = "<div style='mso-element:header'><p>望溪县民政局</p></div><div style='mso-element:footer'>1</div>"
    document = read_parts(part(LIST.encode(), "file:///C:/a.htm"), part(head.encode(), "file:///C:/a.files/header.htm"))
    assert labels(document) == ["望溪县民政局"]
    assert lines(document) == ["二、职责边界"]


def test_frames_that_hold_each_other_end() -> None:
    root = part(b"<iframe src='b.htm'></iframe><p>a</p>", "http://x/a.htm")
    other = part(b"<iframe src='a.htm'></iframe><iframe src='b.htm'></iframe><p>b</p>", "http://x/b.htm")
    assert lines(read_parts(root, other)) == ["a", "b"]


def test_an_archive_without_a_page_and_endless_nesting_are_refused() -> None:
    nested = b"".join(
        f'Content-Type: multipart/mixed; boundary="b{number}"\r\n\r\n--b{number}\r\n'.encode() for number in range(3000)
    )
    for raw in (
        archive(part(b"x", "a.png", "image/png")),
        b"MIME-Version: 1.0\r\n" + nested,
        archive(part(b" ", "a.htm")),
    ):
        with pytest.raises(UnreadableDocument):
            read(raw, "网页.mht")


def test_many_frames_are_bounded_and_said() -> None:
    frames = "".join(f"<iframe src='{number}.htm'></iframe>" for number in range(310))
    pages = [part(f"<p>第{number}页</p>".encode(), f"http://x/{number}.htm", way="8bit") for number in range(310)]
    document = read_parts(part(f"{frames}<p>首</p>".encode(), "http://x/"), *pages)
    assert len(lines(document)) == 300
    assert len([warning for warning in document.warnings if "300" in warning]) == 1


@given(st.integers(0, 600), st.binary(max_size=20))
def test_a_torn_archive_is_read_or_refused(at: int, patch: bytes) -> None:
    whole = archive(part(LIST.encode(), "http://x/", charset="utf-8", way="base64"))
    with suppress(UnreadableDocument):
        document = read(whole[:at] + patch + whole[at + len(patch) + 3 :], "网页.mht")
        assert document.units == units_of(document.blocks)
