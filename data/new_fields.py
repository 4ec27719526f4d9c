"""New fields of business whose supervision a county has to assign: the watch list of data/law/new_fields.yml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from data.reference import load_yaml
from data.spacing import squeeze


@dataclass(frozen=True, slots=True)
class NewField:
    """One field.

    Args:
        name: what it is called (网约车).
        words: words of texts that speak of it.
        unlike: words that make it another thing.
        first: the year from which a list can be expected to know it.
        families: function families that have been given it, in any place.
        source: the document that the year is from.
    """

    name: str
    words: tuple[str, ...]
    unlike: tuple[str, ...]
    first: int
    families: tuple[str, ...]
    source: str

    def is_met_in(self, text: str) -> bool:
        """Say whether a text speaks of the field, white space aside.

        Example:
            >>> NewField("无人机", ("无人机",), ("植保",), 2018, (), "").is_met_in("推广植保无人机")
            False
        """
        plain = squeeze(text)
        return any(word in plain for word in self.words) and not any(word in plain for word in self.unlike)


@cache
def new_fields() -> tuple[NewField, ...]:
    """Return every field of the watch list, in the order of the table."""
    return tuple(
        NewField(
            name=entry["name"],
            words=tuple(entry["words"]),
            unlike=tuple(entry["unlike"]),
            first=entry["first"],
            families=tuple(entry["families"]),
            source=entry["source"],
        )
        for entry in load_yaml("law/new_fields.yml")
    )
