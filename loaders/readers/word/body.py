"""Make blocks of the pieces of a document, with what its page headers and pictures say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from data.document import Block, Document, Label, PageLine, Paragraph, Source, units_of
from loaders.readers import pulse
from loaders.readers.text.pages import is_page_line
from loaders.readers.word.notes import Notes
from loaders.readers.word.pieces import Headed, Piece, Spoken
from loaders.readers.word.tables import made_table

_PULSE = 256


def made_document(reader: str, pieces: Iterable[Piece], notes: Notes) -> Document:
    """Return the Document of a text.

    Args:
        reader: the name of the reader.
        pieces: its paragraphs and tables in order.
        notes: what is noted while they are read.
    """
    body = _Body(notes)
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
    paragraphs: int = 0
    tables: int = 0
    pictures: int = 0
    header: tuple[str, ...] = ()
    warnings: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def blocks(self, pieces: Iterable[Piece]) -> Iterator[Block]:
        """Yield the blocks; the lines of a page header stand before what it heads."""
        for number, piece in enumerate(pieces):
            if not number % _PULSE:
                pulse.beat(0, 1)
            yield from self._blocks(piece)
            yield from self._drawn()

    def _blocks(self, piece: Piece) -> Iterator[Block]:
        if isinstance(piece, Spoken):
            yield from self._paragraph(piece)
        elif isinstance(piece, Headed):
            yield from self._labels(piece.lines)
        else:
            table = made_table(piece, self.notes, partial(self._row, f"表{self.tables + 1}"))
            self.tables += table is not None
            yield from (table,) if table else ()

    def _paragraph(self, said: Spoken) -> Iterator[Paragraph]:
        """Yield the lines of a paragraph: those parted by line breaks are lines of a title, or headings and texts."""
        self.paragraphs += 1
        place = Source(self.notes.file, "", "paragraph", self.paragraphs, self.paragraphs)
        for line in said.lines() if said.text.strip() else ():
            yield PageLine(line, place) if is_page_line(line) else Paragraph(line, place)

    def _row(self, part: str, row: int) -> Source:
        return Source(self.notes.file, part, "row", row + 1, row + 1)

    def _labels(self, lines: tuple[str, ...]) -> Iterator[Label]:
        """Yield the lines of a header, unless the pages before have the same."""
        for number, line in enumerate(lines if lines != self.header else (), 1):
            yield Label(line, Source(self.notes.file, "页眉", "paragraph", number, number))
        self.header = lines

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
