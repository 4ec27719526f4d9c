"""What the styles of a Word document say of their paragraphs and runs: hidden or not, and numbered by which list."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from loaders.readers.word.names import Properties, W, number, properties, switched_on, value

_RUN, _PARAGRAPH, _LISTED, _BASE = f"{W}rPr", f"{W}pPr", f"{W}numPr", f"{W}basedOn"
_VANISH, _LIST, _LEVEL = f"{W}vanish", f"{W}numId", f"{W}ilvl"


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that a paragraph belongs to, and its level in it; None where nothing is said."""

    number: str | None = None
    level: int | None = None


_UNLISTED = Listed()


@dataclass(frozen=True, slots=True)
class _Style:
    hidden: bool | None
    listed: Listed
    base: str | None


class Styles:
    """The styles by their ids; each takes over from the one that it is based on what it does not say itself."""

    def __init__(self, root: etree._Element | None) -> None:
        self._own: dict[str, _Style] = {}
        self._known: dict[str, _Style] = {}
        self.usual = ""
        for style in () if root is None else root.iter(f"{W}style"):
            identity = style.get(f"{W}styleId", "")
            self._own[identity] = _read(style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self.usual = identity

    def hidden(self, identity: str | None) -> bool:
        """Return whether text of a style is hidden."""
        return bool(identity and self._whole(identity).hidden)

    def listed(self, identity: str | None) -> Listed:
        """Return which list numbers the paragraphs of a style."""
        return self._whole(identity or self.usual).listed

    def hides(self) -> bool:
        """Return whether any style hides text."""
        return any(style.hidden for style in self._own.values())

    def _whole(self, identity: str) -> _Style:
        if identity not in self._known:
            self._known[identity] = self._merged(identity)
        return self._known[identity]

    def _merged(self, identity: str) -> _Style:
        hidden, listed, seen = None, Listed(), set()
        current: str | None = identity
        while current in self._own and current not in seen:
            seen.add(current)
            style = self._own[current]
            hidden = style.hidden if hidden is None else hidden
            number = style.listed.number if listed.number is None else listed.number
            listed = Listed(number, style.listed.level if listed.level is None else listed.level)
            current = style.base
        return _Style(hidden, listed, None)


def listed_in(given: Properties) -> Listed:
    """Return which list the properties of a paragraph put it into."""
    if _LISTED not in given:
        return _UNLISTED
    own = properties(given[_LISTED])
    return Listed(value(own, _LIST), number(value(own, _LEVEL)))


def _read(style: etree._Element) -> _Style:
    given = properties(style)
    return _Style(
        hidden=switched_on(properties(given.get(_RUN)), _VANISH),
        listed=listed_in(properties(given.get(_PARAGRAPH))),
        base=value(given, _BASE),
    )
