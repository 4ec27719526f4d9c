"""The corpus as CSV files, one a table, for programs and for a look in a spreadsheet; they are not read back."""

from __future__ import annotations

import re
from pathlib import Path

from data.corpus.cells import neutral
from data.corpus.columns import COLUMNS
from data.corpus.plain import Plain, Readings
from data.corpus.tables import tables_of
from data.files import replacing
from data.rows import Corpus

# A spreadsheet takes a cell that begins so for a formula, quoted or not (OWASP, "CSV Injection"); Chinese and Japanese
# editions take the full-width signs too.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


def write(corpus: Corpus, path: Path, readings: Readings) -> tuple[Path, ...]:
    """Write FILE.lists.csv, FILE.boundaries.csv … for `path` FILE.csv, and return them.

    UTF-8 with BOM, so that Excel shows Chinese; a text that begins like a formula gets an apostrophe before it.

    Args:
        corpus: what was read.
        path: FILE.csv; that file itself is not written.
        readings: row id → reading, as `graph.build.readings` makes them.

    Raises:
        OutputError: a file cannot be written.
    """
    tables = tables_of(corpus, readings)
    return tuple(_write(path.with_suffix(f".{table}.csv"), table, rows) for table, rows in tables.items())


def _write(path: Path, table: str, rows: list[Plain]) -> Path:
    import pandas as pd

    names = [column.name for column in COLUMNS[table]]
    cells = [[_defused(neutral(value)) for value in row.values()] for row in rows]
    with replacing(path) as draft:
        pd.DataFrame(cells, columns=names).to_csv(draft, index=False, encoding="utf-8-sig", lineterminator="\r\n")
    return path


def _defused(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text
