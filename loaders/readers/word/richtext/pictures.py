"""The picture of a \\pict group: what is said of it, and its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.readers.word.notes import Notes

_HEXADECIMAL = frozenset(b"0123456789abcdefABCDEF")
_OTHER = bytes(set(range(256)) - _HEXADECIMAL)
# A metafile that is smaller is a logo or a formula: 10 × 3.3 cm, in twentieths of a point.
_LEAST_WIDTH, _LEAST_HEIGHT = 5670, 1870


@dataclass
class Picture:
    """The picture that is open: its bytes, in digits or as they are, and what its controls say."""

    digits: bytearray = field(default_factory=bytearray)
    raw: bytes = b""
    told: dict[str, int] = field(default_factory=dict)

    def note(self, notes: Notes) -> None:
        """Note the picture, and begin anew."""
        digits = bytes(self.digits).translate(None, _OTHER)
        raw = self.raw or bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
        if "wmetafile" in self.told:
            wide = self.told.get("picwgoal", 0) >= _LEAST_WIDTH
            notes.vectors += wide and self.told.get("pichgoal", 0) >= _LEAST_HEIGHT
        else:
            notes.take_picture(raw)
        self.digits, self.raw, self.told = bytearray(), b"", {}
