"""The fonts that figures are drawn in: which one has a character, and how wide the character is.

Noto Sans SC comes first; a character it lacks is taken from Noto Serif SC (both OFL 1.1, from the package
pylopdf-fonts-zh-cn), then from whatever fonts the computer has. A character that no font has is never drawn as an
empty box: `GETA` stands in its place, the mark Chinese and Japanese printers set for a missing type.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

GETA = "〓"


@dataclass(frozen=True, slots=True)
class Font:
    """One font file: `advances` gives the width of every character it has, in em."""

    path: Path
    advances: Mapping[str, float]


@cache
def bundled() -> tuple[Font, ...]:
    """Return the fonts that come with the program, the preferred one first."""
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    return tuple(_load(Path(path)) for path in (sans_path(), serif_path()))


@cache
def font_of(character: str) -> Font | None:
    """Return the first font that has the character, None where no font of this computer has it."""
    own = next((font for font in bundled() if character in font.advances), None)
    return own or _system_font(character)


def drawable(text: str) -> str:
    """Return the text with `GETA` in place of every character that no font has.

    Example:
        >>> drawable("区卫生局\\ue000")
        '区卫生局〓'
    """
    return "".join(character if font_of(character) else GETA for character in text)


def width(text: str) -> float:
    """Return how wide the text is when drawn, in em."""
    return sum(_advance(character) for character in drawable(text))


def runs(text: str) -> Iterator[tuple[Font, str]]:
    """Yield the drawable text in pieces that one font can draw each, in order."""
    for font, piece in groupby(drawable(text), key=font_of):
        if font is not None:
            yield font, "".join(piece)


def _advance(character: str) -> float:
    font = font_of(character)
    return font.advances[character] if font else 0.0


@cache
def _load(path: Path) -> Font:
    with _open(path) as file:
        units, metrics = file["head"].unitsPerEm, file["hmtx"].metrics
        advances = {chr(code): metrics[glyph][0] / units for code, glyph in (file.getBestCmap() or {}).items()}
    return Font(path, advances)


def _open(path: Path) -> TTFont:
    from fontTools.ttLib import TTFont

    return TTFont(path, lazy=True, fontNumber=0)


def _system_font(character: str) -> Font | None:
    """Look through the computer's own fonts in the order of their paths; only the one that serves is read whole.

    A private character means something else in every font: none of them can be trusted with it.
    """
    if unicodedata.category(character) == "Co":
        return None
    return next((_load(path) for path in _system_paths() if ord(character) in _codes(path)), None)


@cache
def _system_paths() -> tuple[Path, ...]:
    from matplotlib.font_manager import findSystemFonts

    return tuple(Path(path) for path in sorted(findSystemFonts()))


@cache
def _codes(path: Path) -> frozenset[int]:
    """The code points of a font; a broken font of the system is nobody's concern here, it has nothing to offer."""
    from fontTools.ttLib import TTLibError

    try:
        with _open(path) as file:
            return frozenset(file.getBestCmap() or ()) if "hmtx" in file else frozenset()
    except (TTLibError, OSError):
        return frozenset()
