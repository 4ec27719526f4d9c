"""The encoding of a page: declared, not declared, declared wrongly, broken in places."""

from __future__ import annotations

import pytest
from webpages import lines, read_page

from data.errors import UnreadableDocument
from loaders.readers.web.charset import page_text
from loaders.readers.web.page import read

TEXT = "<p>望溪县民政局负责本县社会救助、殡葬管理和行政区划工作，会同有关部门处理跨县事项。</p>"
TRADITIONAL = "<p>望溪縣民政局負責本縣社會救助、殯葬管理和行政區劃工作，會同有關部門處理跨縣事項。</p>"


def warnings_of(raw: bytes) -> int:
    return len(read(raw, "网页.html").warnings)


@pytest.mark.parametrize(
    "declared", ["", "utf-8", "gb2312", "GBK", "big5", "iso-8859-1", "utf-16", "rot13", "hex", "x" * 20]
)
@pytest.mark.parametrize("actual", ["utf-8", "gb18030"])
def test_what_a_page_declares_is_tried_and_not_believed(declared: str, actual: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    document = read_page(TEXT, head, actual)
    assert lines(document) == [TEXT[3:-4]]
    assert document.encoding == actual
    true = declared.lower() in ("", actual) or (actual == "gb18030" and declared.lower() in ("gb2312", "gbk"))
    assert bool(document.warnings) is not true


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_wide_pages_with_and_without_a_mark(encoding: str) -> None:
    assert lines(read_page(TEXT, '<meta charset="utf-16">', encoding)) == [TEXT[3:-4]]


def test_big5_is_read_where_it_is_declared() -> None:
    assert lines(read_page(TRADITIONAL, "<meta charset=big5>", "big5")) == [TRADITIONAL[3:-4]]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_character_is_told_and_stops_nothing(encoding: str) -> None:
    raw = f"<html><body>{TEXT * 5}".encode(encoding) + "<p>责任".encode(encoding)[:-1] + b"</p></body></html>"
    document = read(raw, "网页.html")
    assert lines(document)[0] == TEXT[3:-4]
    assert any("1" in warning for warning in document.warnings)


def test_an_archive_may_tell_the_encoding() -> None:
    assert page_text(TEXT.encode("gbk"), "a.mht", "gb2312")[1:] == ("gb18030", "gb2312")


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableDocument):
        read(b"<html>" + bytes(range(128, 256)) * 40, "网页.html")


def test_a_page_of_plain_ascii_keeps_what_it_declares() -> None:
    assert warnings_of(b'<html><head><meta charset="utf-8"></head><body><p>text</p></body></html>') == 0


@pytest.mark.parametrize(
    "raw", [b"<script" * 200_000, b"<" * 1_000_000, b"<style>" + b"/*" * 500_000, b"<style>" + b"@{" * 500_000]
)
def test_endless_tags_take_no_endless_time(raw: bytes) -> None:
    read(raw + "<p>职责".encode(), "网页.html")
