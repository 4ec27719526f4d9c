"""The test documents: each is a function that makes its bytes and says what stands in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "documents"
SUFFIX = ".expected.json"


@dataclass(frozen=True)
class Made:
    """A document and the right answer for it.

    `warnings` are words that the document's warnings must hold, one each, in order; there must be no others. `scan`
    says that the letters are recognised in a picture, so that a few may be wrong; `status` is that of its record.
    """

    raw: bytes
    lists: list[dict[str, Any]] = field(default_factory=list)
    reader: str = ""
    warnings: tuple[str, ...] = ()
    scan: bool = False
    status: str = "read"

    def answer(self, document: Document) -> str:
        """Return the text of the file beside the document."""
        told = {
            "format": "boundaries-corpus/1",
            "file": document.name,
            "for": list(document.cases),
            "reader": self.reader,
            "status": self.status,
            "scan": self.scan,
            "warnings": list(self.warnings),
            "lists": self.lists,
        }
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class Document:
    """One test document: its name below `FOLDER`, the cases of `CASES` it shows, and the function that makes it."""

    name: str
    cases: tuple[str, ...]
    make: Callable[[], Made]

    @property
    def purpose(self) -> str:
        """What it is for: the first paragraph of the maker's docstring."""
        return " ".join((self.make.__doc__ or "").split("\n\n")[0].split())

    def write(self) -> None:
        """Write the document and its answer."""
        made = self.make()
        path = FOLDER / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.raw)
        path.with_name(path.name + SUFFIX).write_text(made.answer(self), encoding="utf-8")


DOCUMENTS: dict[str, Document] = {}


def document(name: str, *cases: str) -> Callable[[Callable[[], Made]], Callable[[], Made]]:
    """Enter a maker into the catalogue.

    Args:
        name: the path below `FOLDER`.
        cases: keys of `CASES`.
    """

    def entered(make: Callable[[], Made]) -> Callable[[], Made]:
        DOCUMENTS[name] = Document(name, cases, make)
        return make

    return entered
