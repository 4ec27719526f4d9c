"""The blocks of a Word document's body in reading order, with what its page headers and pictures say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from lxml import etree

from data.document import Block, Label, PageLine, Paragraph, Source
from loaders.readers import pulse
from loaders.readers.text.pages import is_page_line
from loaders.readers.word.story import Story
from loaders.readers.word.tables import read_table
from loaders.readers.word.words import Spoken, spoken

_PULSE = 256


class Body:
    """Makes the blocks of a body, and counts its paragraphs, tables and pictures; what pictures said is kept.

    Args:
        story: the body.
        headers: the lines of the page headers of each of its sections.
    """

    def __init__(self, story: Story, headers: Sequence[Sequence[str]]) -> None:
        self.story, self.headers = story, headers
        self.paragraphs = self.tables = self.pictures = self.section = 0
        self.warnings: list[str] = []
        self.unread: list[str] = []

    def blocks(self, element: etree._Element) -> Iterator[Block]:
        """Yield the blocks of a w:body; the headers of a section stand before what stands in it."""
        yield from self._labels(())
        for number, piece in enumerate(spoken(self.story, element)):
            if not number % _PULSE:
                pulse.beat(number, max(len(element), number))
            yield from self._blocks(piece)
            if isinstance(piece, Spoken) and piece.ends_section:
                before, self.section = self._lines(), self.section + 1
                yield from self._labels(before)

    def _blocks(self, piece: Spoken | etree._Element) -> Iterator[Block]:
        if isinstance(piece, Spoken):
            yield from self._paragraph(piece)
            for box in piece.boxes:
                for inner in spoken(self.story, box):
                    yield from self._blocks(inner)
        else:
            part = f"表{self.tables + 1}"
            table = read_table(self.story, piece, partial(self._row, part))
            if table is not None:
                self.tables += 1
                yield table
        yield from self._drawn()

    def _paragraph(self, said: Spoken) -> Iterator[Paragraph]:
        """Yield the lines of a paragraph: those parted by line breaks are lines of a title, or headings and texts."""
        self.paragraphs += 1
        place = Source(self.story.file, "", "paragraph", self.paragraphs, self.paragraphs)
        for line in said.lines() if said.text.strip() else ():
            yield PageLine(line, place) if is_page_line(line) else Paragraph(line, place)

    def _row(self, part: str, row: int) -> Source:
        return Source(self.story.file, part, "row", row + 1, row + 1)

    def _lines(self) -> Sequence[str]:
        return self.headers[self.section] if self.section < len(self.headers) else ()

    def _labels(self, before: Sequence[str]) -> Iterator[Label]:
        """Yield the lines of the section's header, unless the section before has the same."""
        lines = self._lines()
        for number, line in enumerate(lines if lines != before else (), 1):
            yield Label(line, Source(self.story.file, "页眉", "paragraph", number, number))

    def _drawn(self) -> Iterator[Block]:
        """Yield what the pictures met since the last block show."""
        from loaders.readers.scan.picture import blocks_of_picture

        while self.story.pictures:
            self.pictures += 1
            raw = self.story.pictures.pop(0)
            blocks, warnings, unread = blocks_of_picture(raw, self.story.file, f"picture {self.pictures}")
            self.warnings += warnings
            self.unread += unread
            yield from blocks
