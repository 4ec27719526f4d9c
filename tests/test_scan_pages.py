"""Whole pages, as an office's scanner leaves them, against what was printed on them (issue 3: characters, rows)."""

from __future__ import annotations

import difflib
import socket
from collections.abc import Sequence

import pytest
from scan_files import Drawn, Style, as_file, as_pages, degraded, drawn_page

from data.document import Document, PageLine, Paragraph, Table
from data.spacing import squeeze
from loaders.confined import confined
from loaders.readers.scan import engine
from loaders.readers.scan.picture import read

pytestmark = pytest.mark.skipif(not engine.installed(), reason="the extra [ocr] is not installed")

HEADER = ("序号", "管理事项", "相关部门", "职责分工", "相关依据")
# Matters, each with the duties of its departments and what it is based on.
FIRST = {
    "河道采砂管理": (
        {"柳塘县水利局": "负责河道采砂的统一管理，发放采砂许可证（含临时许可）；组织编制采砂规划，每年12月前报送。"}
        | {"柳塘县公安局": "依法查处河道采砂活动中的治安案件；配合开展联合执法。"}
        | {"柳塘县交通运输局": "负责采砂船舶的登记和安全监管。"},
        "《中华人民共和国水法》第三十九条",
    ),
    "农村饮水安全": (
        {"柳塘县水利局": "1.负责饮水工程的建设与管理；\n2.组织水质检测，公布结果。"}
        | {"柳塘县卫生健康局": "负责饮用水卫生监测，联系电话：0731-2245680。"},
        "《生活饮用水卫生监督管理办法》（2016年修订）",
    ),
}
SECOND = {
    "餐饮油烟污染防治": (
        {"柳塘县城市管理局": "牵头查处餐饮服务业油烟污染，督促安装净化设施。"}
        | {"柳塘县生态环境局": "对油烟排放进行监督性监测，及时移送监测报告。"},
        "《中华人民共和国大气污染防治法》第八十一条",
    )
}


def printed(matters: dict[str, tuple[dict[str, str], str]], headed: bool) -> Drawn:
    texts = dict(zip(((0, at) for at in range(5)), HEADER, strict=True)) if headed else {}
    spans, row = {}, int(headed)
    for number, (matter, (duties, basis)) in enumerate(matters.items(), 1):
        for column, text in ((0, str(number)), (1, matter), (4, basis)):
            texts[row, column], spans[row, column] = text, (len(duties), 1)
        for department, duty in duties.items():
            texts[row, 2], texts[row, 3] = department, duty
            row += 1
    return Drawn(texts, (1.2, 2.6, 3, 6, 3.4), spans)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def accuracy(pages: Sequence[tuple[Drawn, Table]]) -> tuple[float, float]:
    """The share of characters that are right and in the right cell, and of rows whose cells are all right."""
    right = every = rows = right_rows = 0
    for drawn, table in pages:
        read_as = {(cell.row, cell.column): squeeze(cell.text) for cell in table.cells}
        wrong = set()
        for place, text in drawn.texts.items():
            said, found = squeeze(text), read_as.get(place, "")
            blocks = difflib.SequenceMatcher(None, said, found, autojunk=False).get_matching_blocks()
            right, every = right + sum(block.size for block in blocks), every + max(len(said), len(found))
            wrong |= {place[0]} if said != found else set()
        rows, right_rows = rows + drawn.rows, right_rows + drawn.rows - len(wrong)
    return right / every, right_rows / rows


def read_tiff(raw: bytes) -> Document:
    return read(raw, "scans/清单.tiff")


def test_a_table_over_two_pages_is_read_within_the_memory_of_a_document() -> None:
    """200 dpi, 1 degree of skew, JPEG 60, noise, blur; two gigabytes."""
    drawn = [printed(FIRST, headed=True), printed(SECOND, headed=False)]
    scans = [
        degraded(drawn_page(drawn[0], ["柳塘县水利局责任清单"], "- 1 -"), seed=1, skew=1.0),
        degraded(drawn_page(drawn[1], (), "- 2 -"), seed=2, skew=-1.0),
    ]
    told: list[float] = []
    (document,) = confined(read_tiff, [as_pages(scans, "TIFF")], jobs=1, tell=told.append)
    assert isinstance(document, Document)
    assert (document.reader, document.warnings, document.unread) == ("scan", (), ())
    # A number that stands all alone at the foot is sometimes overlooked; found or not, it is no text.
    assert [type(block) for block in document.blocks if not isinstance(block, PageLine)] == [Paragraph, Table, Table]
    assert document.blocks[0].text == "柳塘县水利局责任清单"

    found = tables(document)
    characters, rows = accuracy(list(zip(drawn, found, strict=True)))
    assert characters >= 0.97
    assert rows >= 0.9
    spans = [sorted((one.row, one.column, one.row_span, one.column_span) for one in table.cells) for table in found]
    assert spans == [sorted((*place, *one.span(place)) for place in one.texts) for one in drawn]

    assert {cell.source.part for cell in found[1].cells} == {"page 2"}
    assert [cell.source.first for cell in found[1].cells if cell.column == 2] == [1, 2]
    assert ("page 1", "row", 6) in document.units
    assert ("page 1", "line", 1) in document.units
    assert all(0 < cell.confidence <= 1 for table in found for cell in table.cells)
    assert any(cell.confidence < 1 for table in found for cell in table.cells)


def test_a_page_that_lies_on_its_side_is_read_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the reader asked for a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    drawn = printed(FIRST, headed=True)
    page = drawn_page(drawn, style=Style(size=11, landscape=True, serif=False, centred=True))
    document = read(as_file(degraded(page, seed=3, skew=0.8)[:, ::-1].swapaxes(0, 1), "PNG"), "a.png")
    (table,) = tables(document)
    characters, rows = accuracy([(drawn, table)])
    assert characters >= 0.97
    assert rows >= 0.9
    assert {cell.source.part for cell in table.cells} == {""}


def test_the_engine_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    page = drawn_page(Drawn({(0, 0): "序号", (0, 1): "职责"}, (1, 2)), style=Style(dpi=110))
    read(as_file(page[:300], "PNG"), "a.png")
    assert capfd.readouterr() == ("", "")
