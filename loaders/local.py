"""Read reform.toml and law.toml, with which an office adds to the program's tables what holds for its own place."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from data.document import Source
from data.errors import UsageError
from data.local import made
from data.rows import LocalEntry, LocalKind
from loaders.tomltables import entries_of

# The files, and the tables that each may hold.
LOCAL_FILES: dict[str, tuple[LocalKind, ...]] = {
    "reform.toml": ("succession",),
    "law.toml": ("instrument", "abolished", "split"),
}


def read_local(sources: Iterable[Path]) -> tuple[LocalEntry, ...]:
    """Return the entries of the reform.toml and law.toml in each SOURCE folder, in order.

    Each entry has the keys of the program's own table (docs/reference-data.md).

    Raises:
        UsageError: a file is no TOML, or an entry is wrong; the message names file, line and what is wrong.
    """
    folders = [source for source in sources if source.is_dir()]
    paths = [folder / name for folder in folders for name in LOCAL_FILES]
    return tuple(entry for path in paths if path.is_file() for entry in _entries(path))


def _entries(path: Path) -> Iterator[LocalEntry]:
    kinds: dict[str, LocalKind] = {kind: kind for kind in LOCAL_FILES[path.name]}
    for kind, fields, line in entries_of(path, kinds):
        yield _entry(path, kinds[kind], fields, line)


def _entry(path: Path, kind: LocalKind, fields: dict[str, Any], line: int) -> LocalEntry:
    plain = json.dumps(fields, ensure_ascii=False, default=_day)
    try:
        made(kind, plain)
    except ValueError as error:
        raise UsageError("error.local-toml", file=path.name, line=line, table=kind, why=error) from error
    return LocalEntry(kind, plain, Source(path.name, "", "line", line, line))


def _day(value: object) -> str:
    """TOML has dates; JSON has their text."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise ValueError(str(value))
