"""Cut Rich Text Format into its tokens: groups, controls, bytes of text (Microsoft RTF specification 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,40})(?P<number>-?[0-9]{1,10})?[ ]?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<group>[{}])|[\r\n\x00]+|(?P<text>[^\\{}\r\n\x00]+)|\\",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    `kind` is "open", "close", "control" (`name`, and `number` where it has one), "bytes" (`raw`), "byte" (`raw`: one,
    that was written as two hexadecimal digits) or "binary" (`raw`).
    """

    kind: str
    name: str = ""
    number: int | None = None
    raw: bytes = b""


def tokens(raw: bytes) -> Iterator[Token]:
    """Yield the tokens of an RTF file.

    Example:
        >>> [token.kind for token in tokens(rb"{\\b x}")]
        ['open', 'control', 'bytes', 'close']
    """
    at = 0
    while found := _TOKEN.match(raw, at):
        at = found.end()
        kind = found.lastgroup
        if kind in ("word", "number"):
            name, number = found["word"].decode("ascii"), _whole(found["number"])
            if name == "bin" and number is not None and number > 0:
                yield Token("binary", raw=raw[at : at + number])
                at += number
            else:
                yield Token("control", name, number)
        elif kind == "byte":
            yield Token("byte", raw=bytes([int(found["byte"], 16)]))
        elif kind == "sign":
            yield Token("control", found["sign"].decode("latin-1"))
        elif kind == "group":
            yield Token("open" if found["group"] == b"{" else "close")
        elif kind == "text":
            yield Token("bytes", raw=found["text"])


def _whole(number: bytes | None) -> int | None:
    return None if number is None else int(number)
