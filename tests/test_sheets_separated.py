"""Separated values: any delimiter, any encoding, the lines of the file as places; plain text stays text."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheet_files import BOUNDARY, outline, tables_of

from loaders.readers.read import kind_of, read

SEEDS = Path(__file__).parents[1].parent / "shared" / "seeds"
GRID = [list(BOUNDARY), ["1", "校车管理", "县教育局", "牵头，会同县公安局"], ["2", "养老服务", "县民政局", "主管"]]


def written(grid: list[list[str]], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(grid)
    return text.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_any_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    document = read(written(GRID, delimiter).encode(encoding), "清单.CSV")
    assert (document.reader, outline(document)) == ("csv", [GRID])
    assert document.units == (("", "line", 1), ("", "line", 2), ("", "line", 3))


def test_a_record_stands_on_its_lines() -> None:
    grid = [["望溪县教育局职责边界清单"], GRID[0], ["1", "校车\n管理", '所谓"校车"', "甲,乙"], [], GRID[2]]
    document = read(written(grid).encode(), "a.csv")
    assert outline(document) == ["望溪县教育局职责边界清单", [GRID[0], grid[2], GRID[2]]]
    assert sorted({(cell.source.first, cell.source.last) for cell in tables_of(document)[0].cells}) == [
        (2, 2),
        (3, 4),
        (6, 6),
    ]


def test_quotes_that_do_not_match_cost_their_line_alone() -> None:
    lines = ["序号,管理事项,相关部门,职责分工", '1,"校车管理,县教育局,牵头', '2,"养老\n服务",县民政局,主管']
    document = read("\n".join(lines).encode(), "a.csv")
    assert outline(document) == [
        [GRID[0], ["1", '"校车管理', "县教育局", "牵头"], ["2", "养老\n服务", "县民政局", "主管"]]
    ]
    assert "第 2 行" in document.warnings[0]


def test_content_alone_tells_separated_values_with_a_header_that_is_known() -> None:
    assert kind_of(written([["某县清单"], *GRID]).encode(), "a.txt") == "csv"
    assert kind_of(written([["甲", "乙", "丙"], ["1", "2", "3"]]).encode(), "a.txt") == "text"
    assert kind_of("\t".join(BOUNDARY).encode(), "a.txt") == "text"
    assert kind_of(written(GRID, "|").encode(), "a.md") == "text"


def test_the_seeds_are_text() -> None:
    if not SEEDS.exists():
        pytest.skip("the seeds are not here")
    assert {kind_of(path.read_bytes(), path.name) for path in SEEDS.glob("*.txt")} == {"text"}


CELL = st.text(st.sampled_from('县局职责，,;"\n 01'), max_size=6)


@given(st.lists(st.lists(CELL, min_size=4, max_size=4), min_size=1, max_size=5))
def test_what_was_written_is_read(grid: list[list[str]]) -> None:
    rows = [["序号", "管理事项", "相关部门", "职责分工"], *([f"{number}号", *row] for number, row in enumerate(grid))]
    said = {text.strip() for row in rows for text in row if text.strip()}
    document = read(written(rows).encode(), "a.csv")
    assert {cell.text.strip() for table in tables_of(document) for cell in table.cells if cell.text.strip()} == said
    assert not document.warnings


def test_ten_thousand_unmatched_quotes_are_read_in_time() -> None:
    document = read(('1,"校车,县教育局,牵头\n' * 10_000).encode(), "a.csv")
    assert len(document.units) == 10_000
