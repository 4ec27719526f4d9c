"""Read lists.toml, with which an office says whose list a file is where the document does not, or says it wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from data.errors import UsageError
from data.rows import DutyList
from loaders.tomltables import entries_of

# 2015, 2015-07, 2015-07-01, 2015年7月
_DATE = re.compile(r"(?:19|20)\d\d(?:[-./年](?:(?:0?[1-9]|1[0-2])(?:[-./月](?:(?:0?[1-9]|[12]\d|3[01])日?)?)?)?)?")
_KEYS = {"file", "jurisdiction", "owner", "date"}


@dataclass(frozen=True, slots=True)
class Overrides:
    """The entries of all lists.toml files, in order; the last that fits a file wins."""

    entries: tuple[dict[str, Any], ...]

    def applied(self, one: DutyList, file: str) -> DutyList:
        """Return the list with what the entries that fit its file say of it."""
        for entry in self.entries:
            if fnmatch(file, entry["file"]):
                one = _relabelled(one, entry)
        return one


def read_overrides(sources: Iterable[Path]) -> Overrides:
    """Return the entries of the lists.toml in each SOURCE folder.

    Each is `[[list]]` with `file` (a glob on the path below the SOURCE) and any of `jurisdiction`, `owner`, `date`.

    Raises:
        UsageError: a lists.toml is no TOML, or an entry is wrong; the message names file and line.
    """
    entries: list[dict[str, Any]] = []
    for source in sources:
        path = source / "lists.toml"
        if source.is_dir() and path.is_file():
            entries += _entries(path)
    return Overrides(tuple(entries))


def _entries(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for _, entry, line in entries_of(path, ("list",)):
        wrong = sorted(set(entry) - _KEYS)
        if not _DATE.fullmatch(str(entry.get("date", "2000"))):
            wrong.append("date")
        if wrong or not isinstance(entry.get("file"), str):
            raise UsageError("error.lists-toml-entry", file=path.name, line=line, keys=", ".join(wrong) or "file")
        found.append(entry)
    return found


def _relabelled(one: DutyList, entry: dict[str, Any]) -> DutyList:
    """Return a list under the names of an entry, its rows and skipped pieces included."""
    jurisdiction = str(entry.get("jurisdiction", one.jurisdiction))
    owner = str(entry.get("owner", one.owner))
    return replace(
        one,
        jurisdiction=jurisdiction,
        owner=owner,
        year=int(str(entry["date"])[:4]) if "date" in entry else one.year,
        boundaries=tuple(replace(row, jurisdiction=jurisdiction, owner=owner) for row in one.boundaries),
        duties=tuple(replace(row, jurisdiction=jurisdiction, owner=owner) for row in one.duties),
        services=tuple(replace(row, jurisdiction=jurisdiction, owner=owner) for row in one.services),
        skipped=tuple(replace(piece, jurisdiction=jurisdiction, owner=owner) for piece in one.skipped),
    )
