"""What is to be said of a document after it was read, and the pictures met on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.messages import say
from loaders.readers.word.pictures import picture_kind


@dataclass
class Notes:
    """What was met in one document.

    `pictures` are the bytes of those found since they were last read; `revised` whether there were tracked changes;
    `hidden` in how many places there was text that is not shown; `foreign`, `objects`, `vectors` and `wide` how many
    other documents, embedded objects, vector pictures and too wide tables were not read.
    """

    file: str
    pictures: list[bytes] = field(default_factory=list)
    revised: bool = False
    hidden: int = 0
    foreign: int = 0
    objects: int = 0
    vectors: int = 0
    wide: int = 0

    def take_picture(self, raw: bytes) -> None:
        """Keep a picture that is large enough to be read; count one that cannot be."""
        kind = picture_kind(raw)
        if kind == "readable":
            self.pictures.append(raw)
        self.vectors += kind == "vector"

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
