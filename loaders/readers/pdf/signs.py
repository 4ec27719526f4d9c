"""What the characters of a PDF mean: signs that stand for others, and signs that mean nothing.

Some fonts name a glyph by the radical that looks like the character (⼈ for 人: what browsers print does so); others
name it by nothing that means anything, and the page can only be read as a picture.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

# Simplified and other radicals that Unicode does not itself equate with the character that looks the same.
_RADICALS = dict(
    zip(
        "⺝⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "月民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)
_HYPHEN = "\x02"
# Of a text in Chinese hardly a sign lies outside of these; without a table of its signs a font gives numbers of its
# glyphs, which as characters are anything.
_USUAL = (
    (" ", "~"),
    ("\u00a0", "\u024f"),
    ("\u0370", "\u04ff"),
    ("\u2000", "\u206f"),
    ("\u20a0", "\u22ff"),
    ("\u2460", "\u27bf"),
    ("\u3000", "\u33ff"),
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\ufe10", "\ufe6f"),
    ("\uff00", "\uffee"),
    ("\U00020000", "\U0003ffff"),
)
# Private signs of a legible page are bullets and ticks. Read without their tables, the pages of four producers had
# 20 to 39 in a hundred strange ones, most of them control characters, and no Chinese.
_MOST_STRANGE, _MOST_IN_LETTERS = 0.1, 0.02
_WHITE = frozenset(" \t\r\n\u00a0\u3000")


def as_seen(char: str) -> str:
    """Return the character that a sign is seen as.

    Example:
        >>> as_seen("⼈"), as_seen("⻔"), as_seen("人")
        ('人', '门', '人')
    """
    if char == _HYPHEN:
        return "-"
    if "\u2e80" <= char <= "\u2fdf":
        return _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return char


def means_nothing(signs: Iterable[str]) -> bool:
    """Say whether too many of a page's signs are no characters of any text: private, unassigned, of far scripts.

    Example:
        >>> means_nothing("负责监督检查工作。" + chr(0xE012)), means_nothing(3 * chr(0xE012) + "、")
        (False, True)
    """
    counts = {char: count for char, count in Counter(signs).items() if char not in _WHITE}
    strange = sum(count for char, count in counts.items() if not _usual(char))
    chinese = any("\u4e00" <= char <= "\u9fff" for char in counts)
    return strange > (_MOST_STRANGE if chinese else _MOST_IN_LETTERS) * sum(counts.values())


def _usual(char: str) -> bool:
    return any(first <= char <= last for first, last in _USUAL)
