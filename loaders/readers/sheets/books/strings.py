"""The texts of a workbook's XML: of runs of type, without the readings above Chinese characters."""

from __future__ import annotations

import re
from typing import Any

from loaders.readers.sheets.books.packed import Parts, local

# A character that XML cannot hold, or a text that looks like one, is written _x000D_ (ECMA-376 part 1, 22.9.2.19).
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TEXT, _RUN = "t", "r"


def text_of(element: Any) -> str:
    """Return the text of a string item: its runs joined, phonetic runs left out, line breaks as newlines.

    Args:
        element: an element si or is.
    """
    said = ""
    for child in element:
        tag = local(child)
        if tag == _TEXT:
            said += child.text or ""
        elif tag == _RUN:
            said += "".join(piece.text or "" for piece in child if local(piece) == _TEXT)
    return unescaped(said)


def unescaped(text: str) -> str:
    r"""Return a text with its escaped characters written out, and every line break a newline.

    Example:
        >>> unescaped("一_x000D_\n二_x005F_x0041_")
        '一\n二_x0041_'
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def shared_strings(parts: Parts, name: str) -> list[str]:
    """Return the strings that cells name by number."""
    return [text_of(item) for item in parts.elements(name, "si")]
