"""Every encoding an office sends is found and named; what is no text is refused in one line."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.errors import UnreadableDocument
from loaders.readers.text.encoding import decode
from loaders.readers.text.textfile import read

TEXT = (
    "一、部门职责\n\t序号\n\t主要职责\n\t具体工作事项\n"
    "负责全县农村饮水安全工程的建设管理和监督检查，组织实施年度计划。\n"
)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
        ((TEXT + "㙍𫓹镇").encode("gb18030"), "gb18030"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big end first", "gb18030", "gbk", "rare characters"],
)
def test_encodings(raw: bytes, encoding: str) -> None:
    text, found = decode(raw, "清单.txt")
    assert found == encoding
    assert text.startswith(TEXT)


def test_utf16_without_a_mark_is_found_by_the_library() -> None:
    text, _ = decode(TEXT.encode("utf-16-le"), "清单.txt")
    assert text == TEXT


@pytest.mark.parametrize(
    "raw", [bytes(range(256)) * 8, b"\x00" * 100, b"PK\x03\x04" + bytes(500)], ids=["all", "nul", "zip"]
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        decode(raw, "清单.txt")
    assert "清单.txt" in str(refused.value)
    assert "\n" not in str(refused.value)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8))
def test_chinese_text_survives_utf8(text: str) -> None:
    assert decode(text.encode(), "a.txt")[0] == text


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_end_in_text_or_in_a_foreseen_error(raw: bytes) -> None:
    try:
        text, _ = decode(raw, "a.txt")
    except UnreadableDocument:
        return
    assert isinstance(text, str)


def test_a_broken_byte_in_utf8_is_a_mark_and_a_warning() -> None:
    raw = bytearray((TEXT * 40).encode())
    at = raw.index("责".encode())
    raw[at + 1] = 0x20
    found = read(bytes(raw), "清单.txt")
    assert found.encoding == "utf-8"
    assert len(found.warnings) == 1
    assert "损坏" in found.warnings[0]


def test_a_text_cut_off_inside_a_character_is_read() -> None:
    text, found = decode((TEXT * 40).strip().encode()[:-1], "清单.txt")
    assert (text[-1], found) == ("\ufffd", "utf-8")
