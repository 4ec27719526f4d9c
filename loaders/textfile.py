"""Read a text file: find its encoding and its shape, and make a Document of it."""

from __future__ import annotations

from pathlib import Path

from data.document import Document
from data.errors import UnreadableDocument
from loaders.encoding import decode
from loaders.flattened import is_flattened, read_flattened
from loaders.lines import Line, split_lines
from loaders.tabbed import read_tabbed


def read_blocks(raw: bytes, file: str, digest: str) -> Document:
    """Return the Document of a text file's bytes.

    Args:
        raw: the whole file.
        file: the name that sources carry.
        digest: SHA-256 of the bytes, in hexadecimal.

    Raises:
        UnreadableDocument: the file is empty, or its bytes are no text.
    """
    if not raw.strip():
        raise UnreadableDocument("error.empty", file=file)
    text, encoding = decode(raw, file)
    lines = split_lines(text)
    blocks = read_flattened(lines, file) if is_flattened(lines) else read_tabbed(lines, file)
    return Document(file, digest, "text", blocks, _units(lines), encoding)


def read(path: Path, file: str, digest: str) -> Document:
    """Read the text file at `path` (see `read_blocks`)."""
    return read_blocks(path.read_bytes(), file, digest)


def _units(lines: list[Line]) -> tuple[tuple[str, int], ...]:
    return tuple(("line", line.number) for line in lines if not line.blank)
