"""Damage to the bytes of any file."""

from __future__ import annotations

from random import Random

_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


def damaged(raw: bytes, other: bytes, random: Random) -> bytes:
    """Return a file with one to three damages to its bytes.

    Args:
        raw: the file.
        other: another file, of which a piece may be put in.
        random: what is done where.
    """
    for _ in range(random.choice((1, 1, 2, 3))):
        raw = random.choice(_WAYS)(raw, other, random)
    return raw


def _piece(raw: bytes, random: Random) -> tuple[int, int]:
    """Return where a piece begins and ends: most are short, few are half the file."""
    first = random.randrange(len(raw) + 1)
    return first, min(len(raw), first + int(len(raw) ** random.random()))


def _flipped(raw: bytes, _: bytes, random: Random) -> bytes:
    changed = bytearray(raw)
    for _number in range(random.choice((1, 4, 16, 200)) if changed else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _cut(raw: bytes, _: bytes, random: Random) -> bytes:
    return raw[: random.randrange(len(raw) + 1)]


def _dropped(raw: bytes, _: bytes, random: Random) -> bytes:
    first, last = _piece(raw, random)
    return raw[:first] + raw[last:]


def _doubled(raw: bytes, _: bytes, random: Random) -> bytes:
    first, last = _piece(raw, random)
    return raw[:first] + raw[first:last] * random.choice((2, 2, 3, 20)) + raw[last:]


def _swapped(raw: bytes, _: bytes, random: Random) -> bytes:
    a, b, c = sorted(random.randrange(len(raw) + 1) for _number in range(3))
    return raw[:a] + raw[b:c] + raw[a:b] + raw[c:]


def _filled(raw: bytes, _: bytes, random: Random) -> bytes:
    first, last = _piece(raw, random)
    return raw[:first] + random.choice((b"\x00", b"\xff", b" ")) * (last - first) + raw[last:]


def _noise(raw: bytes, _: bytes, random: Random) -> bytes:
    first, last = _piece(raw, random)
    return raw[:first] + random.randbytes(last - first) + raw[last:]


def _spliced(raw: bytes, other: bytes, random: Random) -> bytes:
    first, last = _piece(raw, random)
    start, end = _piece(other, random)
    return raw[:first] + other[start:end] + raw[last:]


def _numbered(raw: bytes, _: bytes, random: Random) -> bytes:
    """Write an extreme number over two or four bytes: lengths and offsets are what formats of bytes stumble over."""
    size = random.choice((2, 4))
    first = random.randrange(max(1, len(raw) - size))
    number = random.choice(_NUMBERS) & ((1 << 8 * size) - 1)
    return raw[:first] + number.to_bytes(size, random.choice(("little", "big"))) + raw[first + size :]


_WAYS = (_flipped, _cut, _dropped, _doubled, _swapped, _filled, _noise, _spliced, _numbered, _numbered)
