"""Turn the bytes of a text file into text, and say which encoding they were in."""

from __future__ import annotations

import codecs

from data.errors import UnreadableDocument

# A file that declares GB2312 or GBK may hold characters of GB18030, its superset: always decode with the superset.
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "big5hkscs": "big5"}
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ALLOWED_CONTROLS = "\t\n\r\f\v\x07"
_CONTROL_SHARE = 0.01
REPLACED = "\ufffd"
_FEW, _BROKEN_SHARE = 3, 0.001
_PUNCTUATION = "，。、；：（）《》“”〔〕"


def decode(raw: bytes, file: str) -> tuple[str, str]:
    """Return the text of `raw` and the name of its encoding.

    A byte order mark decides; else strict UTF-8, or UTF-8 with a few broken bytes; else the charset-normalizer library
    finds the encoding, with the GB family read as GB18030.

    Args:
        raw: the whole file.
        file: its name, for the error.

    Raises:
        UnreadableDocument: the bytes are no text in any known encoding.

    Example:
        >>> decode("职责".encode("gbk"), "a.txt")
        ('职责', 'gb18030')
    """
    text, encoding = _by_mark(raw) or _strict_utf8(raw) or _mended_utf8(raw) or _detected(raw, file)
    if _is_binary(text):
        raise UnreadableDocument("error.not-text", file=file)
    return text, encoding


def _by_mark(raw: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), encoding
    return None


def _strict_utf8(raw: bytes) -> tuple[str, str] | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else (text, "utf-8")


def _mended_utf8(raw: bytes) -> tuple[str, str] | None:
    """Return text in UTF-8 in which single bytes are broken, each of them a mark in the text (U+FFFD)."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count(REPLACED)
    # In another encoding nearly every ideograph is broken; one torn character may leave three marks.
    few = broken <= max(_FEW, _BROKEN_SHARE * len(text))
    return (text, "utf-8") if few and "\x00" not in text and _looks_chinese(text) and not text.isascii() else None


def _detected(raw: bytes, file: str) -> tuple[str, str]:
    # GB18030 first: it is strict enough to fail on other encodings, and short texts mislead a detector.
    for encoding in ("gb18030", *_guesses(raw)):
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _looks_chinese(text):
            return text, encoding
    raise UnreadableDocument("error.encoding", file=file)


def _guesses(raw: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    return [_SUPERSETS.get(match.encoding, match.encoding) for match in from_bytes(raw)]


def _looks_chinese(text: str) -> bool:
    """Most visible characters of a duty list are ideographs: a wrong encoding gives rare ones or none."""
    visible = [char for char in text if not char.isspace()]
    common = sum("\u4e00" <= char <= "\u9fff" or char < "\x80" or char in _PUNCTUATION for char in visible)
    return bool(visible) and common / len(visible) > 0.9


def _is_binary(text: str) -> bool:
    controls = sum(char < " " and char not in _ALLOWED_CONTROLS for char in text)
    return controls > _CONTROL_SHARE * len(text)
