"""Make blocks of the pieces of a document, with what its page headers and pictures say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from data.document import Block, Document, Label, PageLine, Paragraph, Source, units_of
from loaders.readers import pulse
from loaders.readers.text.pages import is_page_line
from loaders.readers.word.notes import Notes
from loaders.readers.word.pieces import Piece, Spoken
from loaders.readers.word.tables import made_table

_PULSE = 256


def made_document(reader: str, pieces: Iterable[Piece], notes: Notes, headers: Sequence[Sequence[str]]) -> Document:
    """Return the Document of a text.

    Args:
        reader: the name of the reader.
        pieces: its paragraphs and tables in order.
        notes: what is noted while they are read.
        headers: the lines of the page headers of each of its sections.
    """
    body = _Body(notes, headers)
    blocks = tuple(body.blocks(pieces))
    return Document(
        file=notes.file,
        reader=reader,
        blocks=blocks,
        units=units_of(blocks),
        warnings=(*notes.warnings(), *body.warnings),
        unread=(*notes.unread(), *body.unread),
    )


@dataclass
class _Body:
    """Counts the paragraphs, tables and pictures of a document, and keeps what is to be said of its pictures."""

    notes: Notes
    headers: Sequence[Sequence[str]]
    paragraphs: int = 0
    tables: int = 0
    pictures: int = 0
    section: int = 0
    warnings: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def blocks(self, pieces: Iterable[Piece]) -> Iterator[Block]:
        """Yield the blocks; the headers of a section stand before what stands in it."""
        yield from self._labels(())
        for number, piece in enumerate(pieces):
            if not number % _PULSE:
                pulse.beat(0, 1)
            yield from self._blocks(piece)
            yield from self._drawn()
            if isinstance(piece, Spoken) and piece.ends_section:
                before, self.section = self._lines(), self.section + 1
                yield from self._labels(before)

    def _blocks(self, piece: Piece) -> Iterator[Block]:
        if isinstance(piece, Spoken):
            yield from self._paragraph(piece)
            return
        table = made_table(piece, self.notes, partial(self._row, f"表{self.tables + 1}"))
        if table is not None:
            self.tables += 1
            yield table

    def _paragraph(self, said: Spoken) -> Iterator[Paragraph]:
        """Yield the lines of a paragraph: those parted by line breaks are lines of a title, or headings and texts."""
        self.paragraphs += 1
        place = Source(self.notes.file, "", "paragraph", self.paragraphs, self.paragraphs)
        for line in said.lines() if said.text.strip() else ():
            yield PageLine(line, place) if is_page_line(line) else Paragraph(line, place)

    def _row(self, part: str, row: int) -> Source:
        return Source(self.notes.file, part, "row", row + 1, row + 1)

    def _lines(self) -> Sequence[str]:
        return self.headers[self.section] if self.section < len(self.headers) else ()

    def _labels(self, before: Sequence[str]) -> Iterator[Label]:
        """Yield the lines of the section's header, unless the section before has the same."""
        lines = self._lines()
        for number, line in enumerate(lines if lines != before else (), 1):
            yield Label(line, Source(self.notes.file, "页眉", "paragraph", number, number))

    def _drawn(self) -> Iterator[Block]:
        """Yield what the pictures met since the last block show."""
        while self.notes.pictures:
            from loaders.readers.scan.picture import blocks_of_picture

            self.pictures += 1
            pulse.beat(0, 1)
            raw = self.notes.pictures.pop(0)
            blocks, warnings, unread = blocks_of_picture(raw, self.notes.file, f"picture {self.pictures}")
            self.warnings += warnings
            self.unread += unread
            yield from blocks
