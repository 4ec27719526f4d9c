"""Count the automatic numbers of a Word document: 一、 （一） 1. as Word shows them before its paragraphs.

The text of a file does not hold these numbers, only which list and which level of it a paragraph belongs to (ECMA-376
part 1, 17.9). Lists that share one definition count on with each other, unless one of them says where it starts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from loaders.readers.word.names import VAL, W, number, properties, switched_on, value
from loaders.readers.word.numerals import numeral, spaced
from loaders.readers.word.styles import Listed, Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: str = "tab"
    legal: bool = False
    restart: int | None = None
    digits: int = 0

    def written(self, count: int, plainly: bool) -> str:
        """Return a number of this level; `plainly` in digits whatever the format is."""
        if self.form == "none":
            return ""
        return f"{count:0{self.digits}}" if plainly or self.digits else numeral(count, self.form)


@dataclass(frozen=True, slots=True)
class _List:
    """One w:num: the definition it counts with, its levels, and where it starts anew."""

    counter: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {} if root is None else _by_id(root, f"{W}abstractNum", f"{W}abstractNumId")
        self._lists = {} if root is None else _by_id(root, f"{W}num", f"{W}numId")
        self._read: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, listed: Listed, style: str | None) -> str:
        """Count one more paragraph, and return the number that Word shows before it, "" for none or a mere bullet.

        Args:
            listed: what the paragraph itself says of its list.
            style: the id of its style, which may say the rest.
        """
        own = self._styles.listed(style)
        name = own.number if listed.number is None else listed.number
        found = self._list(name) if name and name != "0" else None
        if found is None or name is None:
            return ""
        level = own.level if listed.level is None else listed.level
        level = min(max(level or 0, 0), _LEVELS - 1)
        return self._shown(found, level, self._count(found, name, level))

    def _count(self, found: _List, name: str, level: int) -> list[int | None]:
        counts = self._counts.setdefault(found.counter, [None] * _LEVELS)
        before, start = counts[level], found.levels.get(level, _Level()).start
        if level in found.starts and (name, level) not in self._started:
            before, start = None, found.starts[level]
        self._started.add((name, level))
        counts[level] = start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels.get(deeper, _Level()).restart
            if restart is None or level < restart:
                counts[deeper] = None
        return counts

    def _shown(self, found: _List, level: int, counts: list[int | None]) -> str:
        shown = found.levels.get(level, _Level())

        def written(place: re.Match[str]) -> str:
            above = found.levels.get(int(place[1]) - 1, _Level())
            count = counts[int(place[1]) - 1]
            return above.written(above.start if count is None else count, shown.legal)

        if shown.form == "bullet":
            return ""
        text = _PLACE.sub(written, shown.text)
        return text if shown.gap == "nothing" else spaced(text)

    def _list(self, name: str) -> _List | None:
        if name not in self._read:
            self._read[name] = self._made(name)
        return self._read[name]

    def _made(self, name: str) -> _List | None:
        own = self._lists.get(name)
        definition = self._definition(name, set())
        if own is None or definition is None:
            return None
        levels = dict(_levels(definition))
        overrides = [(number(piece.get(f"{W}ilvl")) or 0, piece) for piece in own.iter(f"{W}lvlOverride")]
        levels |= {level: made for _, piece in overrides for level, made in _levels(piece)}
        starts = {level: number(value(properties(piece), f"{W}startOverride")) for level, piece in overrides}
        return _List(
            counter=definition.get(f"{W}abstractNumId", ""),
            levels=levels,
            starts={level: start for level, start in starts.items() if start is not None},
        )

    def _definition(self, name: str, seen: set[str]) -> etree._Element | None:
        """Return the definition of a list; one that only names a style is that of the style's list."""
        own = self._lists.get(name)
        definition = self._definitions.get(value(properties(own), f"{W}abstractNumId") or "")
        linked = value(properties(definition), f"{W}numStyleLink")
        further = self._styles.listed(linked).number if linked else None
        if further is None or further in seen:
            return definition
        return self._definition(further, {*seen, name, further})


def _by_id(root: etree._Element, tag: str, identity: str) -> dict[str, etree._Element]:
    return {element.get(identity, ""): element for element in root.iter(tag)}


def _levels(holder: etree._Element) -> list[tuple[int, _Level]]:
    found = ((number(level.get(f"{W}ilvl")), level) for level in holder.iter(f"{W}lvl"))
    return [(at, _level(level)) for at, level in found if at is not None and 0 <= at < _LEVELS]


def _level(level: etree._Element) -> _Level:
    # A format of its own (001, 002) stands in a choice, before the one for older programs.
    form = next(level.iter(f"{W}numFmt"), None)
    pattern = "" if form is None else form.get(f"{W}format", "").split(",")[0].strip()
    given = properties(level)
    start = number(value(given, f"{W}start"))
    return _Level(
        # Where none is told, it is nought (17.9.25).
        start=max(start or 0, 0),
        form="decimal" if form is None else form.get(VAL, "decimal"),
        text=value(given, f"{W}lvlText") or "",
        gap=value(given, f"{W}suff") or "tab",
        legal=bool(switched_on(given, f"{W}isLgl")),
        restart=number(value(given, f"{W}lvlRestart")),
        digits=len(pattern) if pattern.isdigit() and len(pattern) < _LEVELS else 0,
    )
