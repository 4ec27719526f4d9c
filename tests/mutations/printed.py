"""Damage to the objects of a PDF: the numbers of its pages, the tree they stand in, what its content streams draw."""

from __future__ import annotations

import re
import zlib
from random import Random

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_KEY = re.compile(rb"/[A-Z][A-Za-z]{1,20}")
_REFERENCE = re.compile(rb"\d+ 0 R")
_EXTREME = (b"0", b"-1", b"1e9", b"99999999999", b"-32768", b"0.00001", b"3.4e38", b"1000000", b"NaN", b"/A", b"null")
_PLACED = (
    (re.compile(rb"/Count \d+"), (b"/Count 99999999", b"/Count -1", b"/Count 0")),
    (re.compile(rb"/Rotate -?\d+|/Type */Page\b"), (b"/Type/Page/Rotate 45", b"/Type/Page/Rotate 1e9")),
    (
        re.compile(rb"/MediaBox *\[[^\]]*\]"),
        (b"/MediaBox[0 0 1e9 1e9]", b"/MediaBox[0 0 0 0]", b"/MediaBox[900 900 1 1]", b"/MediaBox[0 0 14400 1]"),
    ),
    (re.compile(rb"/Kids *\[[^\]]*\]"), (b"/Kids[1 0 R 2 0 R 3 0 R 4 0 R 5 0 R]", b"/Kids[]", b"/Kids null")),
    (re.compile(rb"/Length \d+"), (b"/Length 0", b"/Length 99999999", b"/Length -5")),
    (re.compile(rb"/Width \d+"), (b"/Width 100000", b"/Width 0", b"/Width -1")),
    (re.compile(rb"/BitsPerComponent \d+"), (b"/BitsPerComponent 77", b"/BitsPerComponent 16")),
)  # fmt: skip


def damaged_pdf(raw: bytes, random: Random) -> bytes:
    """Return a PDF with one to five damages to its objects; offsets stay as they were."""
    for _ in range(random.choice((1, 1, 2, 5))):
        raw = random.choice((_stream, _stream, _placed, _reference, _key, _looped))(raw, random)
    return raw


def _replaced(raw: bytes, pattern: re.Pattern[bytes], instead: tuple[bytes, ...], random: Random) -> bytes:
    found = list(pattern.finditer(raw))
    if not found:
        return raw
    one = random.choice(found)
    return raw[: one.start()] + random.choice(instead) + raw[one.end() :]


def _placed(raw: bytes, random: Random) -> bytes:
    pattern, instead = random.choice(_PLACED)
    return _replaced(raw, pattern, instead, random)


def _reference(raw: bytes, random: Random) -> bytes:
    return _replaced(raw, _REFERENCE, tuple(b"%d 0 R" % number for number in (0, 1, 2, 5, 9, 99999)), random)


def _looped(raw: bytes, random: Random) -> bytes:
    """Let an object of one kind refer to itself or to any other."""
    keys = (b"/Parent", b"/Resources", b"/Contents", b"/Font", b"/XObject", b"/Prev", b"/Length", b"/ToUnicode")
    key = random.choice(keys)
    return _replaced(raw, re.compile(key + rb" *\d+"), tuple(key + b" %d" % number for number in range(1, 12)), random)


def _key(raw: bytes, random: Random) -> bytes:
    found = _KEY.findall(raw)
    return _replaced(raw, _KEY, tuple(random.choices(found, k=3)), random) if found else raw


def _stream(raw: bytes, random: Random) -> bytes:
    """Change what one content stream says, and pack it as it was."""
    found = list(_STREAM.finditer(raw))
    if not found:
        return raw
    one = random.choice(found)
    try:
        said = zlib.decompress(one[1])
    except zlib.error:
        return raw
    return raw[: one.start(1)] + zlib.compress(_said(said, random), 1) + raw[one.end(1) :]


def _said(said: bytes, random: Random) -> bytes:
    lines = said.split(b"\n")
    way = random.randrange(4)
    if way == 0:
        random.shuffle(lines)
    elif way == 1:
        place = random.randrange(len(lines))
        lines[place:place] = lines[place : place + 20] * random.choice((5, 200))
    elif way == 2:
        del lines[random.randrange(len(lines)) :: random.choice((1, 2, 3))]
    said = b"\n".join(lines)
    for _ in range(random.choice((1, 5, 40)) if way == 3 else 1):
        said = _replaced(said, _NUMBER, _EXTREME, random)
    return said
