"""Characters of fonts of symbols, as they look: ticks, crosses, boxes, bullets."""

from __future__ import annotations

# Such fonts have their characters in the private use area, one a byte.
_PRIVATE, _FIRST_OTHER = 0xF000, 0x100
# What Wingdings and its like show at the places that forms use.
_SYMBOLS = {
    **{0xF0FC: "√", 0xF0FB: "×", 0xF0FE: "☑", 0xF0FD: "☒", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF052: "☑"},
    **{0xF050: "√", 0xF0D8: "➢", 0xF0B7: "•", 0xF06C: "●", 0xF06E: "■", 0xF075: "◆", 0xF0B2: "☆", 0xF0AB: "★"},
}


def symbol(point: int) -> str:
    """Return a character of a font of symbols: as it looks, where it is known, else as it is stored.

    Args:
        point: its code; one byte, or the same in the private use area.

    Example:
        >>> symbol(0xF0FC), symbol(0xFE), symbol(0x2611)
        ('√', '☑', '☑')
    """
    point = point + _PRIVATE if point < _FIRST_OTHER else point
    return _SYMBOLS.get(point, chr(point))
