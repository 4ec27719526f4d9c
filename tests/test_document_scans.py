"""Scanned test documents: characters and rows as recognised against the answer beside each.

Full-width and half-width marks count as one: no engine tells them apart in a scan (docs/dependencies.md, sub-point 6).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from answers import FOLDER, TABLES, answers, as_told
from rapidfuzz.distance import Levenshtein

from data.rows import Corpus, DutyList
from data.spacing import squeeze
from loaders.load import load
from loaders.readers.read import read

SCANS = {name: told for name, told in answers().items() if told["scan"]}
FIELDS = (
    "matter",
    "department",
    "duty",
    "basis",
    "case",
    "main_duty",
    "item",
    "office",
    "name",
    "content",
    "agency",
    "phone",
)
LEAST_CHARACTERS, LEAST_ROWS = 0.97, 0.9
# How much of a row's characters may be wrong for the row to be that one.
ROW_ERRORS = 0.05
_FOLDED = str.maketrans("“”‘’", "\"\"''")

needs_ocr = pytest.mark.skipif(
    find_spec("rapidocr") is None, reason="the extra [ocr] is not installed: no scan can be read"
)


@cache
def corpus() -> Corpus:
    """All scans, read at once: the models are loaded once a process."""
    return load([FOLDER / name for name in SCANS])


def lists_of(name: str) -> list[DutyList]:
    return [one for one in corpus().lists if one.source and one.source[0].file == Path(name).name]


def rows(told: dict[str, Any]) -> list[str]:
    """Return the words of each row of a list, folded."""
    return [
        _folded("".join(row.get(field) or "" for field in FIELDS)) for table in TABLES for row in told.get(table, ())
    ]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", squeeze(text)).translate(_FOLDED)


@needs_ocr
@pytest.mark.parametrize("name", SCANS)
def test_characters_and_rows_are_recognised(name: str) -> None:
    wanted = [row for told in SCANS[name]["lists"] for row in rows(told)]
    found = [row for one in lists_of(name) for row in rows(as_told(one))]
    distance = Levenshtein.distance("".join(wanted), "".join(found))
    assert 1 - distance / len("".join(wanted)) >= LEAST_CHARACTERS, (wanted, found)
    known = [row for row in wanted if any(Levenshtein.distance(row, one) <= ROW_ERRORS * len(row) for one in found)]
    assert len(known) >= LEAST_ROWS * len(wanted), [row for row in wanted if row not in known]
    assert len(found) <= len(wanted) / LEAST_ROWS, found


@needs_ocr
@pytest.mark.parametrize("name", SCANS)
def test_it_is_known_whose_list_it_is(name: str) -> None:
    whose = [(one.jurisdiction, one.owner) for one in lists_of(name)]
    assert whose == [(one["jurisdiction"], one["owner"]) for one in SCANS[name]["lists"]]


@needs_ocr
@pytest.mark.parametrize("name", ["scan/扫描页.jpg", "docx/表格图片.docx"])
def test_recognised_cells_say_how_sure_they_are(name: str) -> None:
    (one,) = lists_of(name)
    found = [share for row in (*one.duties, *one.boundaries) for _, share in row.confidence]
    assert found
    assert all(0 < share <= 1 for share in found)


@pytest.mark.skipif(find_spec("rapidocr") is not None, reason="the extra [ocr] is installed")
@pytest.mark.parametrize("name", SCANS)
def test_without_the_extra_it_is_said_how_to_get_it(name: str) -> None:
    document = read((FOLDER / name).read_bytes(), Path(name).name)
    assert any("ocr" in line for line in (*document.unread, *document.warnings))
