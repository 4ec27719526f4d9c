"""PDF files that are protected, damaged, scanned, endless or absurd: each ends in rows or in one clear line."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from pdf_files import HEADER, Pen, by_hand, one_page, pdf, rows_of, tables, texts
from reportlab.lib.pdfencrypt import StandardEncryption

from data.errors import UnreadableDocument
from data.messages import say
from loaders.readers import pulse
from loaders.readers.pdf import sheet
from loaders.readers.pdf.document import read

ROWS = (HEADER, ("1", "校车安全", "县教育局", "牵头负责校车安全管理"))
HELLO = b"BT /F1 12 Tf 72 700 Td (hello) Tj ET "


def table_page(pen: Pen) -> None:
    pen.table(75, ROWS)


def tree(kids: bytes, count: int, more: Mapping[int, bytes] | None = None) -> bytes:
    """Return a PDF file by its tree of pages."""
    pages = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    blank = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return by_hand({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: pages, 3: blank, **(more or {})})


def test_a_password_is_asked_for_and_protection_without_one_is_no_hindrance() -> None:
    with pytest.raises(UnreadableDocument) as error:
        read(pdf(table_page, encrypt=StandardEncryption("secret", "owner")), "清单.pdf")
    assert error.value.key == "error.password"
    (table,) = tables(read(pdf(table_page, encrypt=StandardEncryption("", "owner", canCopy=0)), "清单.pdf"))
    assert rows_of(table) == [list(row) for row in ROWS]


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.4\n" + b"x" * 5000,
        pdf(table_page)[:1500],
        tree(b"", 0),
        tree(b"2 0 R 4 0 R", 10**6, {4: b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 999999>>"}),
        by_hand({1: b"<</Type/Catalog>>"}),
    ],
    ids=["garbage", "half", "no page", "tree without end", "no tree"],
)
def test_what_is_no_document_is_said_to_be_damaged(raw: bytes) -> None:
    with pytest.raises(UnreadableDocument) as error:
        read(raw, "清单.pdf")
    assert error.value.key == "error.damaged"


def test_pages_that_are_only_claimed_are_told_in_one_line() -> None:
    found = read(tree(b"3 0 R", 10**6), "清单.pdf")
    assert len(found.unread) == 1
    assert "第 2-" in found.unread[0]


def test_a_file_without_its_end_is_read_and_told() -> None:
    raw = pdf(table_page).replace(b"%%EOF", b"")
    found = read(raw, "清单.pdf")
    assert found.warnings == (say("pdf.cut-off", file="清单.pdf"),)
    assert len(tables(found)) == 1


@pytest.mark.parametrize("box", ["0 0 1e9 1e9", "0 0 0 0", "100 100 50 50", "0 0 -1 -1"])
def test_pages_of_impossible_size(box: str) -> None:
    found = read(one_page(HELLO, box), "清单.pdf")
    assert not found.blocks or texts(found.blocks) == ["hello"]
    assert bool(found.blocks) != bool(found.unread)


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 1 Tf 10 700 Td " + b"(abcdefghij) Tj " * 20_000 + b"ET",
        b"BT /F1 5 Tf " + b"".join(b"1 0 0 1 %d %d Tm (ab) Tj " % (i % 580, i // 40) for i in range(25_000)) + b"ET",
    ],
    ids=["in one piece", "in many pieces"],
)
def test_a_page_of_hundreds_of_thousands_of_characters_is_not_read(content: bytes) -> None:
    found = read(one_page(content), "清单.pdf")
    assert found.unread == (say("pdf.too-much-text", file="清单.pdf", pages="1"),)


SHORT = b"".join(b"%d %d m %d %d l S " % (i % 500, i // 500, i % 500 + 3, i // 500) for i in range(70_000))
FINE = b"".join(b"%.2f 0 m %.2f 800 l S 0 %.2f m 590 %.2f l S " % (i / 4, i / 4, i / 3, i / 3) for i in range(2200))
MANY = b"".join(b"%d %d m %d %d l S " % (i % 97 * 6, i // 97 * 12, i % 97 * 6, i // 97 * 12 + 6) for i in range(6400))


@pytest.mark.parametrize("lines", [SHORT, FINE, MANY], ids=["short lines", "a fine grid", "many lines"])
def test_drawings_of_too_many_lines_make_no_table(lines: bytes) -> None:
    found = read(one_page(HELLO + lines), "清单.pdf")
    assert found.warnings == (say("pdf.too-many-lines", file="清单.pdf", pages="1"),)
    assert texts(found.blocks) == ["hello"]
    assert not tables(found)


def test_more_pages_than_a_document_has_are_told() -> None:
    found = read(tree(b"3 0 R " * 3_200, 3_200), "清单.pdf")
    assert found.unread == (say("pdf.too-long", file="清单.pdf", pages="3001"),)


def test_each_page_gives_a_sign_of_life() -> None:
    heard: list[tuple[int, int]] = []
    pulse.listen(lambda done, of: heard.append((done, of)))
    try:
        read(pdf(table_page, table_page, table_page), "清单.pdf")
    finally:
        pulse.listen(None)
    assert heard == [(1, 3), (2, 3), (3, 3)]


def lined(pen: Pen) -> None:
    pen.lines(60, 80, "一、本清单由县委编办负责解释。", "二、本清单自公布之日起施行。")


def mutated(raw: bytes, seed: int) -> bytes:
    """Return a file with some of its bytes changed, lost or doubled."""
    chance = random.Random(seed)
    changed = bytearray(raw)
    for _ in range(chance.choice([1, 10, 100])):
        at = chance.randrange(len(changed))
        kind = chance.randrange(3)
        if kind == 0:
            changed[at] = chance.randrange(256)
        elif kind == 1:
            del changed[at : at + chance.randrange(1, 30)]
        else:
            changed[at:at] = changed[at : at + chance.randrange(1, 200)]
    return bytes(changed)


@pytest.mark.parametrize("seed", range(20))
def test_damaged_bytes_end_in_a_document_or_in_a_clear_line(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "readable", lambda: False)
    try:
        found = read(mutated(pdf(table_page, lined, table_page), seed), "清单.pdf")
    except UnreadableDocument as error:
        key = error.key
    else:
        key = "read"
        assert all(isinstance(text, str) for text in (*found.warnings, *found.unread))
    assert key in {"read", "error.damaged", "error.password"}
