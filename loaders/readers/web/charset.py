"""Turn the bytes of a web page into text: what the page says of its encoding is tried, and not believed."""

from __future__ import annotations

import re

from data.errors import UnreadableDocument
from loaders.readers.text.encoding import decode

# Names that pages give their encodings (WHATWG Encoding Standard, section 4.2), each with the codec that reads it.
# GB2312 and GBK are read with their superset, and of no other name is a codec looked up.
_CODECS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "csgb2312", "cp936", "936"), "gb18030"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5", "cp950"), "big5"),
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,24})""", re.I)
_HEAD = 4096
_TAGS = re.compile(rb"<(script|style)\b(?:.*?</\1\s*>|.*)|<[^<>]*>|[\x00-\x20]+", re.I | re.S)
# The tags of a page in UTF-16 make so many of its bytes zero.
_ZEROS = 0.2
# The 3,755 frequent characters of GB 2312 (its first level, rows 16 to 55) make up nearly all of any Chinese text; what
# a wrong encoding makes of one lies mostly outside them.
_FREQUENT = 0.75
# Big5 has such a level too: rows A4 to C6.
_LEVEL_ONE = {
    codec: frozenset(bytes((row, cell)).decode(codec, "ignore") for row in rows for cell in range(0x40, 0xFF))
    for codec, rows in (("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7)))
}
_LARGEST_SAMPLE = 1 << 18
# So many characters of a page may be broken (a title cut in the middle of a character) before it is no text.
_BROKEN = 0.01


def page_text(raw: bytes, file: str, told: str = "") -> tuple[str, str, str]:
    """Return the text of a page, the encoding it was in, and the encoding that the page declares ("" for none).

    A byte order mark decides, then strict UTF-8, then the declared encoding where its characters are frequent ones,
    then what `loaders.readers.text.encoding.decode` finds in the words of the page.

    Args:
        raw: the whole page.
        file: its name, for the error.
        told: the encoding that was declared outside the page, in an archive's header.

    Raises:
        UnreadableDocument: the bytes are no text in any known encoding.

    Example:
        >>> page_text('<meta charset="utf-8"><p>职责边界'.encode("gbk"), "a.html")[1:]
        ('gb18030', 'utf-8')
    """
    declared = (told or _declared(raw)).lower()
    if wide := _wide(raw[:_HEAD]):
        return raw.decode(wide, "replace"), wide, declared
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return *decode(raw, file), declared
    sample = _TAGS.sub(b" ", raw)[:_LARGEST_SAMPLE]
    for codec in ("utf-8", _CODECS.get(declared, "")):
        text = _strictly(raw, codec)
        if text is not None and (codec == "utf-8" or _reads_well(sample, codec)):
            return text, codec, declared
    codec = _found(raw, sample, file)
    return _mended(raw, codec, file), codec, declared


def is_lie(encoding: str, declared: str) -> bool:
    """Say whether a page is in another encoding than the one it declares."""
    return bool(declared) and _CODECS.get(declared, declared) not in (encoding, f"{encoding}-sig")


def _wide(head: bytes) -> str:
    """Return the codec of a page in UTF-16 without a mark, "" for any other: every second byte of a tag is zero."""
    for codec, zeros in (("utf-16-be", head[0::2]), ("utf-16-le", head[1::2])):
        if zeros.count(0) > _ZEROS * len(head):
            return codec
    return ""


def _declared(raw: bytes) -> str:
    found = _DECLARED.search(raw[:_HEAD])
    return found[1].decode("ascii") if found else ""


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec) if codec else None
    except UnicodeDecodeError:
        return None


def _found(raw: bytes, sample: bytes, file: str) -> str:
    """Return the encoding of the page's words; one whose bytes are partly broken is the one that breaks fewest."""
    try:
        return decode(sample if sample.strip() else raw, file)[1]
    except UnreadableDocument:
        return min(("utf-8", "gb18030"), key=lambda codec: sample.decode(codec, "replace").count("\ufffd"))


def _mended(raw: bytes, codec: str, file: str) -> str:
    text = raw.decode(codec, "replace")
    if text.count("\ufffd") > _BROKEN * len(text):
        raise UnreadableDocument("error.encoding", file=file)
    return text


def _reads_well(sample: bytes, codec: str) -> bool:
    """Say whether nearly all characters beyond ASCII are frequent ones, or there are none."""
    beyond = [char for char in sample.decode(codec, "ignore") if char > "\x7f"]
    ideographs = [char for char in beyond if "\u3400" <= char <= "\u9fff"]
    if len(ideographs) < len(beyond) / 2:
        return not beyond
    frequent = _LEVEL_ONE["big5" if codec == "big5" else "gb2312"]
    return sum(char in frequent for char in ideographs) >= _FREQUENT * len(ideographs)
