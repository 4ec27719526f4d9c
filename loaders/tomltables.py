"""Read the TOML files of an office (lists.toml, reform.toml, law.toml): their entries, and the line of each."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from data.errors import UsageError
from data.messages import say


def entries_of(path: Path, kinds: Collection[str]) -> Iterator[tuple[str, dict[str, Any], int]]:
    """Yield the entries of a file: the table it belongs to, its keys and values, and the line it begins on.

    Args:
        path: the file.
        kinds: the tables that it may hold, each a `[[kind]]`.

    Raises:
        UsageError: the file is no TOML, no UTF-8, or has a table of another name or form; the message says which.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("error.lists-toml", file=path.name, why=error) from error
    for kind, entries in tables.items():
        formed = isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)
        if kind not in kinds or not formed:
            raise UsageError("error.local-table", file=path.name, table=kind, known=say("join").join(kinds))
    for kind in kinds:
        entries = tables.get(kind, [])
        head = re.compile(rf"\s*\[\[\s*{kind}\s*\]\]")
        lines = [number for number, line in enumerate(text.splitlines(), 1) if head.match(line)]
        # Entries of an inline array have no heads of their own.
        known = lines if len(lines) == len(entries) else [1] * len(entries)
        yield from ((kind, entry, line) for entry, line in zip(entries, known, strict=True))
