"""One object of a corpus file, and its fields taken with their types checked: the file may be anyone's work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from data.errors import UnreadableDocument
from data.messages import say

Choice = TypeVar("Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of one object, and where it stands, for the message that says what is wrong with it.

    Args:
        file: the corpus file.
        place: the object's place in it ("lists[0].boundaries[3]"; "边界 12" in a workbook), "" for the whole.
        fields: name → value. A value that should be an object may be an Entry already.
    """

    file: str
    place: str
    fields: dict[str, Any]

    def text(self, name: str) -> str:
        """Return a text that must be there."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            raise self.wrong(name, "text")
        return value

    def text_or(self, name: str, default: str = "") -> str:
        """Return a text, or `default` where the field is missing."""
        return self.text(name) if name in self.fields else default

    def text_or_none(self, name: str) -> str | None:
        """Return a text, or None where the field is null or missing."""
        return None if self.fields.get(name) is None else self.text(name)

    def number(self, name: str) -> int:
        """Return a whole number that must be there."""
        value = self.fields.get(name)
        # bool is an int in Python, and no count in a file
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(name, "number")
        return value

    def number_or_none(self, name: str) -> int | None:
        """Return a whole number, or None where the field is null or missing."""
        return None if self.fields.get(name) is None else self.number(name)

    def choice(self, name: str, allowed: Sequence[Choice]) -> Choice:
        """Return one of the words `allowed`."""
        value = self.fields.get(name)
        for word in allowed:
            if value == word:
                return word
        raise self.wrong(name, "choice", allowed=", ".join(allowed))

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the field is missing."""
        value = self.fields.get(name, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.wrong(name, "texts")
        return tuple(value)

    def shares(self, name: str) -> tuple[tuple[str, float], ...]:
        """Return an object of numbers from 0 to 1, empty where the field is missing."""
        value = self.fields.get(name, {})
        if not isinstance(value, dict) or not all(map(_is_share, value.values())):
            raise self.wrong(name, "shares")
        return tuple((key, float(share)) for key, share in value.items())

    def entry(self, name: str) -> Entry:
        """Return the object in a field."""
        return self._entry(name, self.fields.get(name))

    def entries(self, name: str) -> Iterator[Entry]:
        """Yield the objects of a list, none where the field is missing."""
        value = self.fields.get(name, [])
        if not isinstance(value, list):
            raise self.wrong(name, "list")
        for number, item in enumerate(value):
            yield self._entry(f"{name}[{number}]", item)

    def one_or_more(self, name: str) -> tuple[Entry, ...]:
        """Return the objects of a field that holds one object or a list of them."""
        return (self.entry(name),) if isinstance(self.fields.get(name), dict) else tuple(self.entries(name))

    def wrong(self, name: str, wanted: str, **values: object) -> UnreadableDocument:
        """Return the error that says what the field `name` should be (`corpus.wanted.<wanted>`)."""
        place = f"{self.place}.{name}" if self.place else name
        what = say(f"corpus.wanted.{wanted}", **values)
        return UnreadableDocument("corpus.error.field", file=self.file, place=place, wanted=what)

    def _entry(self, name: str, value: object) -> Entry:
        if isinstance(value, Entry):
            return value
        if not isinstance(value, dict):
            raise self.wrong(name, "object")
        return Entry(self.file, f"{self.place}.{name}" if self.place else name, value)


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
