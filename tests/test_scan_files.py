"""Picture files of every kind, whole and hostile: opened within bounds, or refused in one clear line."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from scan_files import Picture, as_file, as_pages

from data.errors import UnreadableDocument
from data.messages import say
from loaders.readers.scan import decode, engine
from loaders.readers.scan.picture import blocks_of_image, blocks_of_picture, read

GREY = np.full((120, 80, 3), 200, np.uint8)
GREY[:60] = 30


def only_page(raw: bytes) -> Picture:
    ((image, count),) = decode.pages(raw)
    assert count == 1
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "GIF"])
@pytest.mark.parametrize("mode", ["RGB", "L", "1"])
def test_every_kind_is_opened_in_every_depth(kind: str, mode: str) -> None:
    if (kind, mode) == ("JPEG", "1"):
        mode = "CMYK"
    file = BytesIO()
    Image.fromarray(GREY).convert(mode).save(file, kind)
    image = only_page(file.getvalue())
    assert image.shape == GREY.shape
    assert image[:50].mean() < 60 < 190 < image[70:].mean()


def test_sixteen_bits_of_grey_become_eight() -> None:
    file = BytesIO()
    Image.fromarray(GREY[:, :, 0].astype(np.uint16) * 257).save(file, "PNG")
    image = only_page(file.getvalue())
    assert (image[:60].max(), image[60:].min()) == (0, 255)


def test_what_is_transparent_is_paper() -> None:
    file = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(file, "PNG")
    assert only_page(file.getvalue()).min() == 255


def test_a_camera_held_upright_is_believed() -> None:
    file = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(GREY).save(file, "JPEG", exif=exif)
    assert only_page(file.getvalue()).shape == (80, 120, 3)


def test_a_tiff_has_pages_and_a_moving_gif_has_one() -> None:
    assert [count for _, count in decode.pages(as_pages([GREY, GREY, GREY], "TIFF"))] == [3, 3, 3]
    assert [count for _, count in decode.pages(as_pages([GREY, 255 - GREY], "GIF"))] == [1]


def png_header(width: int, height: int) -> bytes:
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


@pytest.mark.parametrize("size", [(9000, 9000), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_larger_than_any_page_is_refused_by_its_header(size: tuple[int, int]) -> None:
    raw = png_header(*size) + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    with pytest.raises(decode.TooLarge):
        list(decode.pages(raw))


def test_a_large_page_is_made_smaller_before_it_is_used() -> None:
    image = only_page(as_file(np.full((6000, 6000, 3), 90, np.uint8), "JPEG"))
    assert image.shape[0] * image.shape[1] <= decode.MOST_USED


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "GIF"])
def test_a_torn_file_is_said_to_be_damaged(kind: str) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (90, 70, 3)).astype(np.uint8)
    raw = as_file(noise, kind)
    for length in (4, 12, len(raw) // 2):
        with pytest.raises(decode.Damaged):
            list(decode.pages(raw[:length]))


@given(st.binary(max_size=200), st.sampled_from(["PNG", "JPEG", "TIFF", "BMP", "GIF"]), st.integers(0, 400))
@settings(max_examples=200)
def test_made_up_bytes_are_opened_or_refused(made_up: bytes, kind: str, at: int) -> None:
    raw = as_file(GREY[:20, :20], kind)
    try:
        pages = list(decode.pages(raw[:at] + made_up + raw[at + len(made_up) :]))
    except (decode.Damaged, decode.TooLarge):
        return
    assert all(image.ndim == 3 and image.shape[2] == 3 for image, _ in pages)


def test_without_the_engine_everyone_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    told = say("scan.not-installed", place="a.pdf page 2")
    assert 'pip install "duty-boundaries[ocr]"' in told
    assert blocks_of_image(GREY, "a.pdf", "page 2") == ((), (), (told,))
    assert blocks_of_picture(as_file(GREY, "PNG"), "a.pdf", "page 2") == ((), (), (told,))
    with pytest.raises(UnreadableDocument, match="ocr"):
        read(as_file(GREY, "PNG"), "a.png")


needs_engine = pytest.mark.skipif(not engine.installed(), reason="the extra [ocr] is not installed")


@needs_engine
def test_damaged_and_oversized_pictures_are_named_with_their_place() -> None:
    assert blocks_of_picture(b"\x89PNG\r\n", "a.docx", "picture 2")[2] == (
        say("scan.damaged", place="a.docx picture 2"),
    )
    (line,) = blocks_of_picture(png_header(20_000, 20_000), "a.docx", "picture 2")[2]
    assert "a.docx picture 2" in line
    with pytest.raises(UnreadableDocument, match=r"a\.jpg"):
        read(as_file(GREY, "JPEG")[:300], "a.jpg")


@needs_engine
@pytest.mark.parametrize(
    "image",
    [
        np.zeros((1, 1, 3), np.uint8),
        np.zeros((1, 3000, 3), np.uint8),
        np.zeros((3000, 14, 3), np.uint8),
        np.zeros((400, 300, 3), np.uint8),
        np.full((400, 300, 3), 255, np.uint8),
        np.random.default_rng(1).integers(0, 255, (400, 300, 3)).astype(np.uint8),
        np.repeat(np.repeat(np.random.default_rng(1).integers(0, 255, (20, 30, 3)), 20, 0), 20, 1).astype(np.uint8),
    ],
    ids=["dot", "level line", "upright line", "black", "white", "noise", "photograph"],
)
def test_a_picture_without_text_gives_no_rows_and_a_line_that_says_so(image: Picture) -> None:
    assert blocks_of_image(image, "a.png", "") == ((), (say("scan.nothing", place="a.png"),), ())
