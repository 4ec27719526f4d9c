"""Make lines of the words of a page, with the white space that a browser shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—·"
# The end of a line between two ideographs is shown as nothing (CSS Text Module Level 3, 4.1.3), elsewhere as a space.
_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
_RUN = re.compile(r"[ \t\r\n\f]+")
# Characters without width: marks of words, places where a line may be broken.
_WIDTHLESS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def shown(text: str) -> str:
    """Return a text of a page as it is shown on one line.

    Example:
        >>> shown("  县教育\\n   局 \\n at  once\\u00a0")
        '县教育局 at once'
    """
    joined = _RUN.sub(" ", _BETWEEN_WIDE.sub("", text))
    return joined.translate(_WIDTHLESS).replace("\u00a0", " ").strip()


class Words:
    """Gathers the words of a line of the page; a number of a list waits for the first words behind it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._number = ""

    def add(self, text: str | None) -> None:
        """Add words to the open line."""
        if text:
            self._pieces.append(text)

    def number(self, number: str) -> None:
        """Put the number of an item of a list before the words that come next."""
        self._number = number

    def line(self, item_ends: bool = False) -> Iterator[str]:
        """End the open line, and yield it where it holds visible characters.

        Args:
            item_ends: the item ends whose number may still wait for words: the number is all that it shows.
        """
        text, self._pieces = shown("".join(self._pieces)) if self._pieces else "", []
        if text or (item_ends and self._number):
            yield f"{self._number}{text}".rstrip(" ") if self._number else text
            self._number = ""
