"""Say which damages a file of a format may suffer, and do one of them."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

from mutations.octets import damaged
from mutations.packed import damaged_zip
from mutations.printed import damaged_pdf
from mutations.written import damaged_lines, damaged_page, damaged_rich_text

DOCUMENTS = Path(__file__).parents[1] / "documents"
_RICH, _PDF, _TAGGED, _COMPOUND = b"{\\rtf", b"%PDF", b"<", b"\xd0\xcf\x11\xe0"
_PICTURES = (b"\x89PNG", b"\xff\xd8", b"II*\x00", b"MM\x00*")
# Of the damages to a file of a known form, so many leave the form and hit only the bytes.
_BLIND = 0.3


def documents() -> dict[str, list[Path]]:
    """Return the test documents by format: the suffix, "misnamed" and "scan" as their folders are named."""
    paths = sorted(path for path in DOCUMENTS.rglob("*") if path.is_file() and path.suffix != ".json")
    found: dict[str, list[Path]] = {}
    for path in paths:
        found.setdefault(path.parent.name, []).append(path)
    return found


def damaged_file(path: Path, others: list[Path], seed: str) -> bytes:
    """Return a document with the damage of a seed.

    Args:
        path: the document.
        others: files, of one of which a piece may be put in.
        seed: what decides the damage.
    """
    random = Random(seed)
    raw, other = path.read_bytes(), random.choice(others).read_bytes()
    if random.random() < _BLIND:
        return damaged(raw, other, random)
    if raw.startswith(b"PK"):
        return damaged_zip(raw, other, random)
    if raw.startswith(_PDF):
        return damaged_pdf(raw, random)
    if raw.startswith(_RICH):
        return damaged_rich_text(raw, random)
    if raw.startswith(_COMPOUND):
        return _damaged_streams(raw, random)
    if raw.startswith(_PICTURES):
        return damaged(raw, other, random)
    tagged = raw.lstrip(b"\xef\xbb\xbf\xff\xfe\r\n ").startswith(_TAGGED) or b"<html" in raw[:4096].lower()
    return damaged_page(raw, random) if tagged and random.random() < 0.8 else damaged_lines(raw, random)


def _damaged_streams(raw: bytes, random: Random) -> bytes:
    """Return a compound file whose streams are changed in place, the file around them left whole (MS-CFB)."""
    from olefile import OleFileIO

    content = io.BytesIO(raw)
    with OleFileIO(content, write_mode=True) as compound:
        names = [name for name in compound.listdir() if compound.get_size(name) >= 4096]
        for name in random.sample(names, min(len(names), 2)):
            stream = compound.openstream(name).read()
            changed = damaged(stream, stream, random)[: len(stream)]
            compound.write_stream(name, changed.ljust(len(stream), b"\x00"))
    return content.getvalue()
