"""From the picture of a page to its blocks: lines of text."""

from __future__ import annotations

from data.document import Block, Paragraph, Source
from loaders.readers.scan.engine import Picture, find_lines, recognise


def read_page(image: Picture, file: str, part: str) -> tuple[Block, ...]:
    """Return the blocks of a page in reading order.

    Args:
        image: the page.
        file: the name that sources carry.
        part: the part that sources carry.
    """
    boxes = [(line.min(axis=0).astype(int), line.max(axis=0).astype(int)) for line in find_lines(image)]
    texts = recognise([image[upper[1] : lower[1], upper[0] : lower[0]] for upper, lower in boxes])
    lines = [text for text, _ in texts if text.strip()]
    return tuple(Paragraph(text, Source(file, part, "line", number, number)) for number, text in enumerate(lines, 1))
