"""Pages of PDF files that are pictures: scans with and without their text, pictures beside text, filled forms."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from pdf_files import HEADER, Pen, one_page, pdf, rows_of, tables, texts
from PIL import Image

from data.document import Block, Paragraph, Source
from data.messages import say
from loaders.readers.pdf import scanned, sheet
from loaders.readers.pdf.document import read
from loaders.readers.scan import picture

ROWS = (HEADER, ("1", "校车安全", "县教育局", "牵头负责校车安全管理"))


def table_page(pen: Pen) -> None:
    pen.table(75, ROWS)


@pytest.fixture
def no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanned, "readable", lambda: False)
    monkeypatch.setattr(sheet, "readable", lambda: False)


@pytest.fixture
def recognised(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """The shapes of the pictures that the recognition of text was given; it reads one line in each."""
    shapes: list[tuple[int, ...]] = []

    def blocks_of_image(image: np.ndarray, file: str, part: str) -> picture.Found:  # type: ignore[type-arg]
        shapes.append(image.shape)
        assert image.dtype == np.uint8
        block: Block = Paragraph("识别的文字", Source(file, part, "line", 1, 1))
        return (block,), ("有一行不清",), ()

    monkeypatch.setattr(sheet, "readable", lambda: True)
    monkeypatch.setattr(picture, "blocks_of_image", blocks_of_image)
    return shapes


def scan(pen: Pen) -> None:
    pen.picture(0, 0, 595, 842, Image.new("RGB", (300, 424), "white"))


def stamped(pen: Pen) -> None:
    scan(pen)
    pen.centred(297, 820, "第 1 页")


def outlines(pen: Pen) -> None:
    for x in range(60, 540, 12):
        pen.canvas.bezier(x, 700, x + 4, 710, x + 8, 690, x + 10, 700)


@pytest.mark.parametrize("draw", [scan, stamped, outlines])
def test_a_page_without_text_of_its_own_is_read_as_a_picture(
    draw: Callable[[Pen], None], recognised: list[tuple[int, ...]]
) -> None:
    found = read(pdf(table_page, draw), "清单.pdf")
    assert recognised == [(2339, 1653, 3)]
    assert texts(found.blocks) == ["识别的文字"]
    assert found.blocks[-1].source.part == "page 2"  # type: ignore[union-attr]
    assert found.warnings == ("有一行不清",)


def test_a_huge_scan_is_drawn_smaller(recognised: list[tuple[int, ...]]) -> None:
    read(pdf(scan, size=(5000, 6000)), "清单.pdf")
    ((height, width, _),) = recognised
    assert height * width <= 41_000_000


@pytest.mark.usefixtures("no_recognition")
def test_scans_are_told_in_one_line_where_nothing_can_read_them() -> None:
    found = read(pdf(scan, scan, table_page, scan), "清单.pdf")
    assert found.unread == (say("pdf.scan", file="清单.pdf", pages="1-2, 4"),)
    assert len(tables(found)) == 1


def test_the_text_that_comes_with_a_scan_is_used_and_told() -> None:
    def draw(pen: Pen) -> None:
        scan(pen)
        for x, text in zip((60, 100, 190, 270), HEADER, strict=True):
            pen.hidden(x, 90, text)
        for x, text in zip((60, 100, 190, 270), ROWS[1], strict=True):
            pen.hidden(x, 110, text)

    found = read(pdf(draw), "清单.pdf")
    assert found.warnings == (say("pdf.text-layer", file="清单.pdf", pages="1"),)
    (table,) = tables(found)
    assert rows_of(table) == [list(row) for row in ROWS]


def test_fonts_that_do_not_tell_their_characters_make_a_page_a_picture(recognised: list[tuple[int, ...]]) -> None:
    codes = b"".join(b"\\%03o" % (1 + number % 30) for number in range(200))
    found = read(one_page(b"BT /F1 8 Tf 20 700 Td (" + codes + b") Tj ET"), "清单.pdf")
    assert len(recognised) == 1
    assert found.warnings[0] == say("pdf.fonts", file="清单.pdf", pages="1")


def picture_beside(pen: Pen) -> None:
    pen.table(75, ROWS)
    pen.text(60, 200, "其他分工见下图：")
    pen.picture(60, 220, 520, 540, Image.new("RGB", (300, 200), "white"))
    pen.text(60, 600, "以上分工自公布之日起施行。")


def test_a_large_picture_beside_text_is_read_where_it_stands(recognised: list[tuple[int, ...]]) -> None:
    found = read(pdf(picture_beside), "清单.pdf")
    assert texts(found.blocks) == ["其他分工见下图：", "识别的文字", "以上分工自公布之日起施行。"]
    lines = [block.source.first for block in found.blocks if isinstance(block, Paragraph)]
    assert lines == [1, 3, 2]
    ((height, width, _),) = recognised
    assert (round(height / 10), round(width / 10)) == (89, 128)


@pytest.mark.usefixtures("no_recognition")
def test_a_picture_that_nothing_can_read_is_told() -> None:
    found = read(pdf(picture_beside), "清单.pdf")
    assert found.unread == (say("pdf.picture", file="清单.pdf", pages="1"),)
    assert len(texts(found.blocks)) == 2


def test_what_is_filled_into_a_form_is_read() -> None:
    def draw(pen: Pen) -> None:
        pen.rules((60, 180, 400), (60, 90, 140))
        pen.text(65, 80, "部门")
        pen.text(185, 80, "职责")
        for name, x, width, value in (("a", 62, 110, "Bureau A"), ("b", 182, 200, "leads the matter")):
            pen.canvas.acroForm.textfield(
                name=name, x=x, y=842 - 138, width=width, height=40, value=value, fontSize=9, borderWidth=0
            )

    (table,) = tables(read(pdf(draw), "清单.pdf"))
    assert rows_of(table) == [["部门", "职责"], ["Bureau A", "leads the matter"]]


def test_scans_of_a_table_that_goes_on_are_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    def blocks_of_image(image: np.ndarray, file: str, part: str) -> picture.Found:  # type: ignore[type-arg]
        (table,) = tables(read(pdf(table_page), file))
        return (table,), (), ()

    monkeypatch.setattr(sheet, "readable", lambda: True)
    monkeypatch.setattr(picture, "blocks_of_image", blocks_of_image)
    (table,) = tables(read(pdf(scan, scan), "清单.pdf"))
    assert len(rows_of(table)) == 4
