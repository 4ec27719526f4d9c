"""Decode the characters of Rich Text Format: bytes by the font they are written in, and Unicode with its stand-ins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.readers.word.richtext.tokens import Token
from loaders.readers.word.symbols import symbol

# The code pages of the character sets of fonts; GBK and GB 2312 are read as GB 18030, of which they are parts.
_CHARSETS = {134: "gb18030", 136: "big5", 128: "cp932", 129: "cp949", 204: "cp1251", 238: "cp1250", 161: "cp1253"}
_SYMBOLS = 2
_PAGES = {936: "gb18030", 10008: "gb18030", 950: "big5", 65001: "utf-8"}
_OTHER_PAGES = frozenset((437, 850, 852, 866, 874, 932, 949, *range(1250, 1259)))
_USUAL_PAGE = "cp1252"
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_PRIVATE = range(0xF000, 0xF100)
# Controls that stand for one character, and so may be the stand-in of one.
_CHARACTERS = frozenset("~_-{}\\") | {"emdash", "endash", "lquote", "rquote", "ldblquote", "rdblquote", "bullet"}


@dataclass
class Characters:
    """The characters gathered since they were last asked for.

    `fonts` is the character set of each font, `page` the encoding of those that name none, `skip` how many characters
    still stand in for the last one, for programs without Unicode.
    """

    fonts: dict[int, int] = field(default_factory=dict)
    page: str = _USUAL_PAGE
    skip: int = 0
    _raw: bytearray = field(default_factory=bytearray)
    _font: int = 0
    _parts: list[str] = field(default_factory=list)

    def add(self, raw: bytes, font: int) -> None:
        """Add bytes written in a font, without those that only stand in for a character."""
        kept = raw[self.skip :]
        self.skip = max(self.skip - len(raw), 0)
        if font != self._font:
            self._decode()
            self._font = font
        self._raw += kept

    def replaces(self, token: Token, stand_ins: int) -> bool:
        """Take a control that is a Unicode character, or that stands in for one; return whether it was one of these.

        Args:
            token: the control.
            stand_ins: how many characters stand in for a Unicode character.
        """
        if token.name == "u" and token.number is not None:
            self._decode()
            point = token.number & 0xFFFF
            self._parts.append(symbol(point) if point in _PRIVATE else chr(point))
            self.skip = stand_ins
            return True
        skipped = self.skip > 0 and token.name in _CHARACTERS
        self.skip = self.skip - 1 if skipped else 0
        return skipped

    def said(self) -> str:
        """Return the characters, and begin anew."""
        self._decode()
        said = "".join(self._parts)
        self._parts, self.skip = [], 0
        said = said if said.isprintable() else _CONTROL.sub("", said)
        if said.isascii():
            return said
        # Characters beyond the first 65,536 are written as two halves.
        return said.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def use_page(self, number: int | None) -> None:
        """Set the code page of the document."""
        self.page = _PAGES.get(number or 0, f"cp{number}" if number in _OTHER_PAGES else _USUAL_PAGE)

    def _decode(self) -> None:
        if self._raw:
            charset = self.fonts.get(self._font)
            if charset == _SYMBOLS:
                self._parts.append("".join(map(symbol, self._raw)))
            else:
                encoding = _CHARSETS.get(charset or 0, self.page)
                self._parts.append(self._raw.decode(encoding, "replace"))
            self._raw = bytearray()
