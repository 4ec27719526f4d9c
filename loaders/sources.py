"""Find the documents that a SOURCE names: a file, or a folder with all below it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data.errors import UsageError

# Files that lie in folders of documents and are none.
_IGNORED = {"lists.toml", "links.toml", "reform.toml", "law.toml", "Thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Found:
    """A document: where it lies, the name that sources carry, and the folder that may tell its jurisdiction."""

    path: Path
    name: str
    folder: str


def find_documents(sources: Iterable[Path]) -> list[Found]:
    """Return the documents of all SOURCEs in a fixed order.

    Args:
        sources: files or folders.

    Raises:
        UsageError: a SOURCE does not exist, or is neither a file nor a folder.
    """
    found: list[Found] = []
    for source in sources:
        if not source.exists():
            raise UsageError("error.missing", file=source)
        if source.is_dir():
            found += _below(source)
        elif source.is_file():
            found.append(Found(source, _text(source.name), source.resolve().parent.name))
        else:
            raise UsageError("error.not-a-file", file=source)
    return found


def _below(folder: Path) -> list[Found]:
    """Return the files below a folder, and what must be said to be unreadable: closed folders, links to nothing."""
    closed: list[Path] = []
    walk = os.walk(folder, onerror=lambda error: closed.append(Path(error.filename)))
    files = [path for place, _, names in walk for path in (Path(place, name) for name in names) if _is_document(path)]
    kept = sorted(path for path in (*files, *closed) if not _ignored(path.relative_to(folder)))
    return [Found(path, _text(_name(path, folder)), path.parent.resolve().name) for path in kept]


def _is_document(path: Path) -> bool:
    """Say whether a path is a file, or promises one; a pipe or a device is none."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _name(path: Path, folder: Path) -> str:
    return path.name if path == folder else path.relative_to(folder).as_posix()


def _text(name: str) -> str:
    """Return a name as text: one whose bytes are none in the system's encoding keeps what can be read of it."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _ignored(path: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.parts)
    return hidden or path.name in _IGNORED
