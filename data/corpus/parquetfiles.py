"""The corpus as Parquet files, one a table, for programs that read many; they are not read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from data.corpus.cells import neutral
from data.corpus.columns import COLUMNS, Kind
from data.corpus.plain import Plain, Readings
from data.corpus.tables import tables_of
from data.errors import OutputError
from data.files import replacing
from data.rows import Corpus


def write(corpus: Corpus, path: Path, readings: Readings) -> tuple[Path, ...]:
    """Write FILE.lists.parquet, FILE.boundaries.parquet … for `path` FILE.parquet, and return them.

    Texts are strings, null where the JSON has null; lists are lists of strings; `source` is a list of places.

    Args:
        corpus: what was read.
        path: FILE.parquet; that file itself is not written.
        readings: row id → reading, as `graph.build.readings` makes them.

    Raises:
        OutputError: the extra `store` is not installed, or a file cannot be written.
    """
    arrow = _arrow(path)
    tables = tables_of(corpus, readings)
    return tuple(_write(arrow, path.with_suffix(f".{table}.parquet"), table, rows) for table, rows in tables.items())


def _arrow(path: Path) -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise OutputError("corpus.error.store", file=path) from error
    return pyarrow


def _write(arrow: Any, path: Path, table: str, rows: list[Plain]) -> Path:
    import pandas as pd

    kinds = {column.name: column.kind for column in COLUMNS[table]}
    schema = arrow.schema([(name, _type(arrow, kind)) for name, kind in kinds.items()])
    values = [[_value(kind, row[name]) for name, kind in kinds.items()] for row in rows]
    frame = pd.DataFrame(values, columns=list(kinds), dtype=object)
    with replacing(path) as draft:
        frame.to_parquet(draft, engine="pyarrow", schema=schema, index=False)
    return path


def _type(arrow: Any, kind: Kind) -> Any:
    text, whole = arrow.string(), arrow.int64()
    place = {"file": text, "part": text, "unit": text, "first": whole, "last": whole}
    types = {"number": whole, "list": whole, "words": arrow.list_(text), "codes": arrow.list_(text)}
    return arrow.list_(arrow.struct(place)) if kind == "source" else types.get(kind, text)


def _value(kind: Kind, value: Any) -> Any:
    """A column holds one kind of value: one place is a list of one, shares are one text."""
    if kind == "shares":
        return neutral(value)
    return _clean([value] if kind == "source" and isinstance(value, dict) else value)


def _clean(value: Any) -> Any:
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {name: _clean(item) for name, item in value.items()}
    return neutral(value) if isinstance(value, str) else value
