"""Damage to files of characters: tags, control words, separators, numbers."""

from __future__ import annotations

import re
from random import Random

NUMBERS = (
    b"0", b"-1", b"1", b"2", b"65536", b"-32768", b"2147483648", b"1000000000", b"1e308", b"99999999999999999999",
    b"0.5", b"", b"NaN", b"abc", b"\xe5\x8d\x81", b"9" * 5000, b"\xef\xbc\x91\xef\xbc\x92",
)  # fmt: skip
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_TAG = re.compile(rb"<[^<>]{1,400}>")
_WORD = re.compile(rb"\\[a-z]{1,30}-?\d*|[{}]")
_LINE = re.compile(rb"[^\n]*\n")
_TAGS = (
    b"<table>", b"</table>", b"<tr>", b"</td>", b'<td rowspan="99999" colspan="99999">', b"<!--", b"-->", b"<script>",
    b"<style>", b"<![CDATA[", b"]]>", b"<div>" * 500, b"</body>", b"<plaintext>", b"<select>", b"<svg><title>",
    b"<template>", b"&#xD800;", b"&#0;", b"&#x110000;", b"<?php", b'<td rowspan="-1" colspan="0">', b"<base href=x>",
)  # fmt: skip
_WORDS = (
    b"{", b"}", b"\\cell", b"\\row", b"\\trowd", b"\\cellx99999999", b"\\bin99999999 ", b"\\u-1?", b"\\u55296?",
    b"\\uc999", b"\\intbl\\itap60000", b"\\pict", b"\\'zz", b"\\clvmrg\\clmrg", b"\\ansicpg99999", b"{" * 500,
    b"\\nestcell\\nestrow", b"\\listid", b"{\\*\\", b"\\", b"\\ls99999\\ilvl77", b"\\deff77777", b"\\fs-7",
)  # fmt: skip
_SIGNS = (b'"', b"\t", b",", b"\n", b"\r", b"\x00", b"|", b"```\n", b"# ", b"\xef\xbb\xbf", b"\xff", b"\x0c", b"\x85")


def damaged_page(raw: bytes, random: Random) -> bytes:
    """Return a web page, or any other text of tags, with one to ten damages to its tags."""
    return _damaged(raw, _TAG, _TAGS, random)


def damaged_rich_text(raw: bytes, random: Random) -> bytes:
    """Return a file of Rich Text Format with one to ten damages to its control words."""
    return _damaged(raw, _WORD, _WORDS, random)


def damaged_lines(raw: bytes, random: Random) -> bytes:
    """Return a text with one to ten damages to its lines and separators."""
    return _damaged(raw, _LINE, _SIGNS, random)


def _damaged(raw: bytes, pattern: re.Pattern[bytes], pieces: tuple[bytes, ...], random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 2, 4, 10))):
        raw = random.choice((_changed_piece, _changed_piece, _put_in, _changed_number))(raw, pattern, pieces, random)
    return raw


def _changed_piece(raw: bytes, pattern: re.Pattern[bytes], pieces: tuple[bytes, ...], random: Random) -> bytes:
    """Drop, double, replace or move what the pattern finds at one place."""
    found = list(pattern.finditer(raw))
    if not found:
        return raw
    one, other = random.choice(found), random.choice(found)
    times = random.choice((2, 50, 1000))
    instead = random.choice((b"", one[0] * times, other[0], random.choice(pieces), one[0] + other[0]))
    return raw[: one.start()] + instead + raw[one.end() :]


def _put_in(raw: bytes, _: re.Pattern[bytes], pieces: tuple[bytes, ...], random: Random) -> bytes:
    place = random.randrange(len(raw) + 1)
    return raw[:place] + random.choice(pieces) + raw[place:]


def _changed_number(raw: bytes, _: re.Pattern[bytes], pieces: tuple[bytes, ...], random: Random) -> bytes:
    found = list(_NUMBER.finditer(raw))
    if not found:
        return raw
    one = random.choice(found)
    return raw[: one.start()] + random.choice(NUMBERS) + raw[one.end() :]
