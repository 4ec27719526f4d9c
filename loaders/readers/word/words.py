"""The words of a Word document's paragraphs, as the reader of the printed page sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from loaders.readers.word.drawn import Drawn, drawn
from loaders.readers.word.grid import raw_table
from loaders.readers.word.names import PARAGRAPH, TABLE, M, Properties, W, first, properties, switched_on, value
from loaders.readers.word.pieces import Piece, Spoken
from loaders.readers.word.story import Story
from loaders.readers.word.styles import listed_in
from loaders.readers.word.symbols import symbol

_PROPERTIES, _RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
_RUN, _RUBY = f"{W}r", f"{W}ruby"
_STYLE, _SECTION = f"{W}pStyle", f"{W}sectPr"
_VANISH, _RUN_STYLE = f"{W}vanish", f"{W}rStyle"
_FIELD_MARK, _FIELD_KIND = f"{W}fldChar", f"{W}fldCharType"
_TEXT, _SYMBOL, _CHARACTER = frozenset((f"{W}t", f"{M}t")), f"{W}sym", f"{W}char"
_FORMULAS = frozenset((f"{M}oMath", f"{M}oMathPara"))
_DRAWINGS = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_GONE = (f"{W}del", f"{W}moveFrom")
_SAID = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
# Four digits at most, and no half of a pair.
_CODE = re.compile(r"^(?![dD][89a-fA-F])[0-9a-fA-F]{1,4}$")


def pieces_in(story: Story, container: etree._Element) -> Iterator[Piece]:
    """Yield the paragraphs and tables of a body, a cell or a text box, in order; text boxes behind their anchor.

    A paragraph whose mark was deleted goes on with the next one.

    Args:
        story: the part of the document that the container stands in.
        container: a w:body, w:tc, w:txbxContent, w:hdr.
    """
    held: Spoken | None = None
    for child in story.inside(container):
        if child.tag == PARAGRAPH:
            words, said, goes_on = _paragraph(story, child, held)
            held = said if goes_on else None
            if not goes_on:
                yield said
            for box in words.boxes:
                yield from pieces_in(story, box)
        elif child.tag == TABLE:
            if held:
                yield held
            held = None
            yield raw_table(story, child, partial(pieces_in, story))
    if held:
        yield held


def _paragraph(story: Story, element: etree._Element, held: Spoken | None) -> tuple[_Words, Spoken, bool]:
    """Return the words of a paragraph, what it says behind the one that goes on with it, and whether it goes on."""
    given = properties(first(element, _PROPERTIES))
    mark = properties(given.get(_RUN_PROPERTIES))
    style = value(given, _STYLE)
    words = _Words(story, style)
    words.gather(element)
    gone = not mark.keys().isdisjoint(_GONE)
    story.notes.revised = story.notes.revised or gone
    text = "".join(words.pieces)
    # What is not shown at all is not counted either.
    unseen = not text and (gone or words.hid or bool(switched_on(mark, _VANISH)))
    before, label, ends = (held.text, held.label, held.ends_section) if held else ("", "", False)
    if not before and not unseen:
        label = story.numbering.label(listed_in(given), style)
    return words, Spoken(before + text, label, ends or _SECTION in given), gone


@dataclass
class _Words:
    """The pieces of one paragraph while they are gathered.

    `fields` says of each open field whether its instruction still goes on: nothing in it is shown.
    """

    story: Story
    style: str | None
    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    hid: bool = False

    def gather(self, element: etree._Element) -> None:
        """Take what stands in a paragraph or in a part of it."""
        for child in self.story.inside(element):
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag in _FORMULAS:
                self._say("".join(text.text or "" for text in child.iter(*_TEXT)))

    def _run(self, run: etree._Element) -> None:
        hidden = self.story.hides and self._hides(properties(first(run, _RUN_PROPERTIES)))
        for child in self.story.inside(run):
            tag = child.tag
            if tag in _TEXT:
                self._say(child.text or "", hidden)
            elif tag in _SAID:
                self._say(_SAID[tag], hidden)
            elif tag == _FIELD_MARK:
                self._field(child.get(_FIELD_KIND))
            elif tag == _SYMBOL:
                self._say(_symbol(child.get(_CHARACTER, "")), hidden)
            elif tag == _RUBY:
                self.gather(child)
            elif tag in _DRAWINGS and not hidden:
                self._drawing(drawn(child))

    def _say(self, text: str, hidden: bool = False) -> None:
        if any(self.fields):
            return
        if not hidden:
            self.pieces.append(text)
        elif text.strip():
            self.story.notes.hidden += not self.hid
            self.hid = True

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(True)
        elif self.fields and kind == "separate":
            self.fields[-1] = False
        elif self.fields and kind == "end":
            self.fields.pop()

    def _drawing(self, found: Drawn) -> None:
        self.boxes += found.boxes
        self.story.take(found)

    def _hides(self, given: Properties) -> bool:
        own = switched_on(given, _VANISH)
        if own is not None:
            return own
        styles = self.story.styles
        return styles.hidden(value(given, _RUN_STYLE)) or styles.hidden(self.style)


def _symbol(code: str) -> str:
    return symbol(int(code, 16)) if _CODE.match(code) else ""
