"""The corpus as flat tables: every row by itself, with the number of its list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from data.corpus.columns import COLUMNS, OF_LISTS
from data.corpus.plain import Plain, Readings, plain_corpus
from data.rows import Corpus

Tables = dict[str, list[Plain]]


def tables_of(corpus: Corpus, readings: Readings) -> Tables:
    """Return table name → rows, each with the fields that `COLUMNS` names, in its order.

    Args:
        corpus: what was read.
        readings: row id → reading, as `graph.build.readings` makes them.

    Example:
        >>> sorted(tables_of(Corpus((), (), ()), {})) == sorted(COLUMNS)
        True
    """
    plain = plain_corpus(corpus, readings)
    found: Tables = {table: [] for table in COLUMNS}
    for number, one in enumerate(plain["lists"], 1):
        found["lists"].append({**one, "list": number})
        for table in OF_LISTS:
            head = {"list": number, "jurisdiction": one["jurisdiction"], "owner": one["owner"]}
            found[table] += ({**head, **row} for row in _rows(table, one[table]))
    found["skipped"] += plain["skipped"]
    found["documents"] += (_document(record) for record in plain["documents"])
    found["local"] += plain["local"]
    return {table: [_cut(table, row) for row in rows] for table, rows in found.items()}


def _rows(table: str, rows: list[Plain]) -> Iterator[Plain]:
    if table != "regimes":
        yield from rows
        return
    for number, regime in enumerate(rows, 1):
        for passage in _passages(regime):
            yield {**regime, **passage, "regime": number}


def _passages(regime: Plain) -> Iterator[dict[str, Any]]:
    """The passages of a regime, or one of nothing, so that a regime that is but a title has a row too."""
    for passage in regime["sections"] or [{"heading": "", "text": None, "source": []}]:
        yield {"heading": passage["heading"], "text": passage["text"], "passage_source": passage["source"]}


def _document(record: Plain) -> Plain:
    return record | {f"account_{name}": count for name, count in record["account"].items()}


def _cut(table: str, row: Plain) -> Plain:
    return {column.name: row[column.name] for column in COLUMNS[table]}
