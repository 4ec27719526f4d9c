"""The rows of the gold files, printed as Word, Excel, web and PDF documents, are read back equal."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from answers import TABLES, as_told, differences, rows
from goldlists import pieces
from makedocs import office, sheets, web, word
from makedocs.lists import Piece
from makedocs.word_lists import written

from loaders.load import load

GOLD = Path(__file__).parents[1].parent / "shared" / "gold"
NAMES = ("000", "001", "003_part2")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "boundaries": ("matter", "department", "duty", "basis", "case"),
    "duties": ("main_duty", "item", "office", "remark"),
    "services": ("name", "content", "agency", "phone"),
    "regimes": ("title",),
}
# What a format cannot hold: (format, gold file, table) → how many rows differ at most, and why.
CANNOT_HOLD: Mapping[tuple[str, str, str], tuple[int, str]] = {}

needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason="the shared gold is not beside the project")


def _lists(name: str) -> list[dict[str, Any]]:
    lists: list[dict[str, Any]] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))["lists"]
    return lists


def _parts(name: str) -> list[list[Piece]]:
    return [list(pieces(told)) for told in _lists(name)]


def _docx(name: str) -> bytes:
    return word.saved(written(piece for part in _parts(name) for piece in part))


def _xlsx(name: str) -> bytes:
    book = sheets.new()
    for number, part in enumerate(_parts(name), 1):
        sheets.page(book.create_sheet(f"清单{number}"), part)
    return sheets.saved(book)


def _html(name: str) -> bytes:
    return web.plain("责任清单", web.body(piece for part in _parts(name) for piece in part)).encode()


@cache
def _by_office(wanted: str) -> dict[str, bytes]:
    """Return all documents in a format that LibreOffice writes: one start for all of them."""
    if office.PROGRAM is None:
        pytest.skip("LibreOffice is not installed: it writes this format")
    return office.all_converted({name: _docx(name) for name in NAMES}, "docx", wanted)


FORMATS: Mapping[str, Callable[[str], bytes]] = {
    "docx": _docx,
    "xlsx": _xlsx,
    "html": _html,
    "doc": lambda name: _by_office("doc")[name],
    "pdf": lambda name: _by_office("pdf")[name],
}


@needs_gold
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_gold_rows_are_read_back_equal(suffix: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.{suffix}"
    path.write_bytes(FORMATS[suffix](name))
    found = [as_told(one) for one in load([path]).lists]
    wanted = _lists(name)
    wrong = {}
    for table in TABLES:
        fields = FIELDS[table]
        expected = [row for one in wanted for row in rows(one, table, fields)]
        got = [row for one in found for row in rows(one, table, fields)]
        lines = differences(expected, got)
        if len(lines) > CANNOT_HOLD.get((suffix, name, table), (0, ""))[0]:
            wrong[table] = lines
    assert wrong == {}, "\n".join(line for lines in wrong.values() for line in lines[:6])
