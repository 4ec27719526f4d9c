"""A part of a Word document that holds text, while it is read: what it refers to, and what counts on through it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from loaders.readers.word.drawn import Drawn
from loaders.readers.word.names import ADDED, MC, REMOVED, WRAPPERS, W
from loaders.readers.word.notes import Notes
from loaders.readers.word.numbering import Numbering
from loaders.readers.word.package import Package
from loaders.readers.word.styles import Styles

_CONTROL, _CONTENT = f"{W}sdt", f"{W}sdtContent"
_PLACEHOLDER = f"{W}sdtPr/{W}showingPlcHdr"
_CHOICES, _CHOICE, _FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
_ELSEWHERE = frozenset((f"{W}altChunk", f"{W}subDoc"))


@dataclass
class Story:
    """One part (the body, a page header), with the styles and lists of its document and the notes taken of it.

    `hides` is False where nothing in the part can be hidden: most documents are read without looking for it.
    """

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    notes: Notes
    hides: bool = True

    def inside(self, element: etree._Element) -> Iterator[etree._Element]:
        """Yield what stands in an element, as if the controls and changes around it were not there.

        Of two ways to say the same the newer is taken; what a change took away and what only prompts for text is left
        out.
        """
        for child in element:
            tag = child.tag
            if tag in WRAPPERS:
                self.notes.revised = self.notes.revised or tag in ADDED
                yield from self.inside(child)
            elif tag == _CONTROL:
                yield from self._controlled(child)
            elif tag == _CHOICES:
                yield from self._chosen(child)
            elif tag in REMOVED:
                self.notes.revised = True
            elif tag in _ELSEWHERE:
                self.notes.foreign += 1
            else:
                yield child

    def _controlled(self, control: etree._Element) -> Iterator[etree._Element]:
        content = control.find(_CONTENT)
        if content is not None and control.find(_PLACEHOLDER) is None:
            yield from self.inside(content)

    def _chosen(self, choices: etree._Element) -> Iterator[etree._Element]:
        choice = choices.find(_CHOICE)
        chosen = choices.find(_FALLBACK) if choice is None else choice
        if chosen is not None:
            yield from self.inside(chosen)

    def take(self, found: Drawn) -> None:
        """Take over what a drawing holds besides text: its pictures, and what cannot be read."""
        self.notes.objects += found.objects
        links = self.package.links(self.part) if found.pictures else {}
        for identity in found.pictures:
            raw = self.package.part(links[identity].target) if identity in links else None
            if raw is not None:
                self.notes.take_picture(raw)
