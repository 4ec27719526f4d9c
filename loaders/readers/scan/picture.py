"""Read pictures of text and tables: files of their own, pages of a scanned PDF, pictures inside other documents."""

from __future__ import annotations

from data.document import Block, Document, units_of
from data.errors import UnreadableDocument
from data.messages import say
from loaders.readers import pulse
from loaders.readers.scan import decode, engine
from loaders.readers.scan.page import read_page

# A file of scanned pages has at most a few dozen; one may claim any number, each of which takes its second.
_MOST_PAGES = 300
# Blocks, warnings, and what could not be read.
Found = tuple[tuple[Block, ...], tuple[str, ...], tuple[str, ...]]


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a picture file's bytes; the pages of a TIFF are its parts "page 1", "page 2" ….

    Args:
        raw: the bytes of a PNG, JPEG, TIFF, BMP or GIF.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: the extra [ocr] is not installed, the picture is damaged or too large.
    """
    if not engine.installed():
        raise UnreadableDocument("scan.not-installed", place=file)
    blocks: list[Block] = []
    warnings: list[str] = []
    unread: tuple[str, ...] = ()
    try:
        for number, (image, count) in enumerate(decode.pages(raw), 1):
            if number > _MOST_PAGES:
                unread = (say("pdf.too-long", file=file, pages=number),)
                break
            found = blocks_of_image(image, file, f"page {number}" if count > 1 else "")
            blocks += found[0]
            warnings += found[1]
            pulse.beat(number, count)
    except decode.Damaged as error:
        raise UnreadableDocument("error.damaged", file=file) from error
    except decode.TooLarge as error:
        raise UnreadableDocument("scan.too-large", place=file, most=decode.MOST_PIXELS // 10_000) from error
    return Document(file, "scan", tuple(blocks), units_of(blocks), warnings=tuple(warnings), unread=unread)


def blocks_of_picture(raw: bytes, file: str, part: str) -> Found:
    """Return what stands in a picture inside a document: of a TIFF, on its first page.

    Args:
        raw: the bytes of a PNG, JPEG, TIFF, BMP or GIF.
        file: the name that sources carry.
        part: the part of the document that the picture is.

    Returns:
        Blocks, warnings, and what could not be read: the picture, where it is damaged or too large or the extra [ocr]
        is not installed.
    """
    place = f"{file} {part}".strip()
    try:
        image, _ = next(decode.pages(raw))
    except decode.Damaged:
        return (), (), (say("scan.damaged", place=place),)
    except decode.TooLarge:
        return (), (), (say("scan.too-large", place=place, most=decode.MOST_PIXELS // 10_000),)
    return blocks_of_image(image, file, part)


def blocks_of_image(image: engine.Picture, file: str, part: str) -> Found:
    """Return what stands in a picture: its tables, and the lines of text outside them, in reading order.

    Args:
        image: height × width × 3, red, green, blue, 8 bits each; about 200 dpi is best.
        file: the name that sources carry.
        part: the part of the document that the picture is ("page 3").

    Returns:
        Blocks, warnings (no text was found, some of it cannot be read), and what could not be read: the picture, where
        the extra [ocr] is not installed.
    """
    place = f"{file} {part}".strip()
    if not engine.installed():
        return (), (), (say("scan.not-installed", place=place),)
    blocks, illegible = read_page(image, file, part)
    if not blocks:
        return (), (say("scan.nothing", place=place),), ()
    return blocks, (say("scan.illegible", place=place, count=illegible),) if illegible else (), ()
