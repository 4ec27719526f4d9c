"""What is known of a Word document while it is read, and what is to be said of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from data.messages import say
from loaders.readers.word.drawn import Drawn
from loaders.readers.word.names import ADDED, MC, REMOVED, WRAPPERS, W
from loaders.readers.word.numbering import Numbering
from loaders.readers.word.package import Package
from loaders.readers.word.pictures import picture_kind
from loaders.readers.word.styles import Styles

_CONTROL, _CONTENT = f"{W}sdt", f"{W}sdtContent"
_PLACEHOLDER = f"{W}sdtPr/{W}showingPlcHdr"
_CHOICES, _CHOICE, _FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
_TEXT = f"{W}t"
_ELSEWHERE = frozenset((f"{W}altChunk", f"{W}subDoc"))


@dataclass
class Story:
    """One part of a document that holds text (the body, a page header), with its styles and its lists.

    `pictures` are the bytes of those found since they were last read, `revised` whether tracked changes were met,
    `hidden` how many paragraphs had hidden text that was left out; `foreign`, `objects`, `vectors` and `wide` how many
    other documents, embedded objects, vector pictures and too wide tables were not read. `hides` is False where nothing
    in the part can be hidden.
    """

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    pictures: list[bytes] = field(default_factory=list)
    revised: bool = False
    hidden: int = 0
    foreign: int = 0
    objects: int = 0
    vectors: int = 0
    wide: int = 0
    hides: bool = True

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.package.file

    def inside(self, element: etree._Element) -> Iterator[etree._Element]:
        """Yield what stands in an element, as if the controls and changes around it were not there.

        Of two ways to say the same the newer is taken; what a change took away and what only prompts for text is left
        out.
        """
        for child in element:
            tag = child.tag
            if tag in WRAPPERS:
                self.revised = self.revised or tag in ADDED
                yield from self.inside(child)
            elif tag == _CONTROL:
                yield from self._controlled(child)
            elif tag == _CHOICES:
                yield from self.inside(_chosen(child))
            elif tag in REMOVED:
                self.revised = True
            elif tag in _ELSEWHERE:
                self.foreign += 1
            else:
                yield child

    def _controlled(self, control: etree._Element) -> Iterator[etree._Element]:
        content = control.find(_CONTENT)
        if content is not None and control.find(_PLACEHOLDER) is None:
            yield from self.inside(content)

    def take(self, found: Drawn) -> None:
        """Take over what a drawing holds: pictures that are large enough to be read, and what cannot be read."""
        self.objects += found.objects
        links = self.package.links(self.part)
        for identity in found.pictures:
            target = links[identity].target if identity in links else ""
            raw = self.package.part(target) if target else None
            kind = picture_kind(raw or b"")
            if raw is not None and kind == "readable":
                self.pictures.append(raw)
            self.vectors += kind == "vector"

    def pass_over(self, cell: etree._Element) -> None:
        """Note a cell that is merged away: words in it are not shown."""
        self.hidden += any((text.text or "").strip() for text in cell.iter(_TEXT))

    def warnings(self) -> tuple[str, ...]:
        """Return what the user should know, though all was read."""
        told = [say("word.revised", file=self.file)] if self.revised else []
        return (*told, *((say("word.hidden", file=self.file, count=self.hidden),) if self.hidden else ()))

    def unread(self) -> tuple[str, ...]:
        """Return what could not be read."""
        counts = {
            "word.foreign": self.foreign,
            "word.objects": self.objects,
            "word.vectors": self.vectors,
            "word.wide": self.wide,
        }
        return tuple(say(key, file=self.file, count=count) for key, count in counts.items() if count)


def _chosen(choices: etree._Element) -> etree._Element:
    """Return the first of the ways to say something: the newest one."""
    choice = choices.find(_CHOICE)
    fallback = choices.find(_FALLBACK) if choice is None else choice
    return choices if fallback is None else fallback
