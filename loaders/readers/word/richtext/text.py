"""One text of a Rich Text Format file while it is read: the body, a page header, a text box."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.readers.word.numerals import spaced
from loaders.readers.word.pieces import Headed, Merge, Piece, Spoken
from loaders.readers.word.richtext.builder import Builder, RowForm

# The mark of a bullet of Word's second level, in a font of letters.
_BULLET = "o"
_DOWN: dict[str, Merge] = {"clvmgf": "first", "clvmrg": "further"}
_ACROSS: dict[str, Merge] = {"clmgf": "first", "clmrg": "further"}


@dataclass
class Text:
    """The open paragraph, how deep in tables it stands, and the definitions of the open rows by their level.

    `name` is which page header the text is, "" for the body and for text boxes.
    """

    name: str = ""
    builder: Builder = field(default_factory=Builder)
    words: list[str] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    boxes: list[Piece] = field(default_factory=list)
    depth: int = 0
    hid: bool = False
    forms: dict[int, RowForm] = field(default_factory=dict)

    def define(self, name: str, number: int, level: int) -> None:
        """Note what a control says of the open row at a level, or of its next cell."""
        if name == "trowd" or level not in self.forms:
            self.forms[level] = RowForm()
        form = self.forms[level]
        if name == "trleft":
            form.start = number
        elif name == "cellx":
            form.end_cell(number)
        elif name in _DOWN:
            form.open_cell.down = _DOWN[name]
        elif name in _ACROSS:
            form.open_cell.across = _ACROSS[name]

    def end_paragraph(self) -> None:
        """End the open paragraph where it stands."""
        self._add(self.depth)

    def end_cell(self, level: int) -> None:
        """End a cell, and its last paragraph, unless that is empty."""
        if self.words or self.label or self.boxes:
            self._add(level)
        self.builder.end_cell(level)

    def end_row(self, level: int) -> None:
        """End a row."""
        self.builder.end_row(level, self.forms.get(level, RowForm()))

    def end_section(self) -> None:
        """End a section, and its last paragraph, unless that is empty."""
        if self.words or self.boxes:
            self._add(self.depth)

    def head(self, lines: tuple[str, ...]) -> None:
        """Head what follows by the lines of a page header; of several headers in a row the last counts."""
        pieces = self.builder.pieces
        if pieces and isinstance(pieces[-1], Headed):
            pieces.pop()
        self.builder.add(Headed(lines), 0)

    def finished(self) -> list[Piece]:
        """Return all pieces."""
        self.end_section()
        return self.builder.finished()

    def _add(self, level: int) -> None:
        self.builder.add(Spoken("".join(self.words), _number("".join(self.label).strip())), level)
        for piece in self.boxes:
            self.builder.add(piece, level)
        self.words, self.label, self.boxes, self.hid = [], [], [], False


def _number(label: str) -> str:
    """Return the number before a paragraph with its gap; "" for a bullet."""
    return spaced(label) if label != _BULLET and any(char.isalnum() for char in label) else ""
