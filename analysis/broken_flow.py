"""The texts of a list as running words, and the places in them that are broken: what the checks of R6 share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from data.rows import DutyList, SectionKind
from data.texts import Text, texts_of

Kind = Literal["marks", "doubled", "cut-off", "sentence", "typos", "contained", "numbering"]

_DIGITS = r"[\d一二三四五六七八九十]{1,3}"
_ARTICLE = r"第[\d一二三四五六七八九十百]{1,5}[条章款]"
# What a paragraph that is counted begins with.
NUMBER = rf"(?:[-*•]\s*)?(?:[（(]\s*{_DIGITS}\s*[）)]|{_DIGITS}[、.．）)]|[①-⑳]|{_ARTICLE})"
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(NUMBER)
_ENDS = re.compile("[。；;\n]")


@dataclass(frozen=True, slots=True)
class Place:
    """One broken place: the words that show it, verbatim; what is wrong with it, for the reader; and where.

    `at` is the position of these words in the flow.
    """

    kind: Kind
    quote: str
    note: str
    text: Text
    at: int

    @property
    def section(self) -> SectionKind:
        """The part of the list, that of its duties for what stands above all parts."""
        return self.text.section or "duties"


class Flow:
    """The texts of one list one after another without white space, so that a word is looked for once in them all.

    Lines that only the width of a cell broke are joined; a line break that ends a paragraph, and the end of a text,
    are "\\n". Texts recognised in a picture are left out: their errors may be the reader's.
    """

    def __init__(self, one: DutyList) -> None:
        self.texts = tuple(text for text in texts_of(one) if not (text.row and text.row.confidence))
        pieces = [_joined(text) for text in self.texts]
        self.words = "".join(f"{piece}\n" for piece in pieces)
        self.characters = frozenset(self.words)
        self._starts = [0]
        for piece in pieces:
            self._starts.append(self._starts[-1] + len(piece) + 1)
        self._printed: dict[int, list[int]] = {}

    @cached_property
    def _ends(self) -> list[int]:
        return [met.start() for met in _ENDS.finditer(self.words)]

    def find(self, part: str) -> Iterator[int]:
        """Yield the positions of a piece of text."""
        at = self.words.find(part) if self.characters.issuperset(part) else -1
        while at >= 0:
            yield at
            at = self.words.find(part, at + 1)

    def spans(self) -> Iterator[tuple[Text, int, int]]:
        """Yield each text with its first position, and the one after its last."""
        for text, start, after in zip(self.texts, self._starts, self._starts[1:], strict=False):
            yield text, start, after - 1

    def text_at(self, position: int) -> Text:
        """Return the text that holds a position."""
        return self.texts[bisect_right(self._starts, position) - 1]

    def place(self, kind: Kind, start: int, end: int, note: str) -> Place:
        """Return the sentence around the words from `start` to `end` as a broken place."""
        first, after = self.sentence(start, end)
        return self.exactly(kind, first, after, note)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds of the sentence that holds the words from `start` to `end`, its end mark included."""
        before = bisect_left(self._ends, start)
        first = self._ends[before - 1] + 1 if before else 0
        behind = bisect_left(self._ends, max(start, end - 1))
        last = self._ends[behind] if behind < len(self._ends) else len(self.words)
        return first, last if self.words[last : last + 1] == "\n" else last + 1

    def exactly(self, kind: Kind, start: int, end: int, note: str) -> Place:
        """Return just the words from `start` to `end` as a broken place."""
        number = bisect_right(self._starts, start) - 1
        text = self.texts[number]
        printed, begins = self._printed_at(number), self._starts[number]
        first, last = printed[start - begins], printed[end - 1 - begins]
        return Place(kind, text.words.strip()[first : last + 1].strip(), note, text, start)

    def _printed_at(self, number: int) -> list[int]:
        """Return where the characters of a text were printed in it: a text of many faults is measured once."""
        if number not in self._printed:
            self._printed[number] = _printed(self.texts[number])
        return self._printed[number]


def _joined(text: Text) -> str:
    """Return the words of a text without white space but for the ends of paragraphs."""
    words = text.words.strip()
    return words if len(words.split(None, 1)) < 2 else _SPACE.sub(lambda met: _kept(words, text, met), words)


def _printed(text: Text) -> list[int]:
    """Return where each character of the joined words was printed in the text."""
    words = text.words.strip()
    at: list[int] = []
    last = 0
    for met in _SPACE.finditer(words):
        at += range(last, met.start() + len(_kept(words, text, met)))
        last = met.end()
    return [*at, *range(last, len(words))]


def _kept(words: str, text: Text, space: re.Match[str]) -> str:
    """Return what stands for white space: a line break where it ends a paragraph, nothing elsewhere."""
    if "\n" not in space[0]:
        return ""
    begins = text.field == "text" or _NUMBER.match(words, space.end()) is not None
    return "\n" if begins or words[space.start() - 1] in "。；;：:" else ""
