"""What a workbook of Office Open XML says of its parts: its sheets, its formats, whether it counts days from 1904."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.readers.sheets.books.packed import Parts, attribute, target
from loaders.readers.sheets.formats.shown import GENERAL, code_of

_HIDDEN = ("hidden", "veryHidden")


class Named(NamedTuple):
    """A sheet: its name, whether it is hidden, and its part."""

    name: str
    hidden: bool
    part: str


@dataclass(slots=True)
class Contents:
    """The sheets of a workbook in order, and what is common to them.

    `codes` are the format codes by the number of the style that cells name.
    """

    sheets: list[Named] = field(default_factory=list)
    strings: str = ""
    styles: str = ""
    codes: list[str] = field(default_factory=list)
    from_1904: bool = False

    def code(self, style: int) -> str:
        """Return the format code of a style."""
        return self.codes[style] if 0 <= style < len(self.codes) else GENERAL


class Relation(NamedTuple):
    """What one part is to another: the last word of its type, and its name."""

    kind: str
    part: str


def relations(parts: Parts, name: str) -> dict[str, Relation]:
    """Return the parts that a part names, by their ids."""
    folder, _, file = name.rpartition("/")
    found = {}
    for one in parts.elements(f"{folder}/_rels/{file}.rels", "Relationship"):
        if one.get("TargetMode") != "External":
            kind = one.get("Type", "").rpartition("/")[2]
            found[one.get("Id", "")] = Relation(kind, target(name, one.get("Target", "")))
    return found


def contents_of(parts: Parts, name: str = "xl/workbook.xml") -> Contents:
    """Return the contents of an .xlsx; charts and dialogues are no sheets."""
    named = relations(parts, name)
    found = Contents(strings=part_of(named, "sharedStrings"), styles=part_of(named, "styles"))
    for element in parts.elements(name, "sheet", "workbookPr"):
        if attribute(element, "date1904") in ("1", "true"):
            found.from_1904 = True
        relation = named.get(attribute(element, "id"))
        if relation and relation.kind == "worksheet":
            hidden = element.get("state") in _HIDDEN
            found.sheets.append(Named(element.get("name", ""), hidden, relation.part))
    found.codes = _codes(parts, found.styles)
    return found


def part_of(named: Mapping[str, Relation], kind: str) -> str:
    """Return the name of the part of a kind, "" where there is none."""
    return next((relation.part for relation in named.values() if relation.kind == kind), "")


def _codes(parts: Parts, name: str) -> list[str]:
    own: dict[int, str] = {}
    numbers: list[int] = []
    for element in parts.elements(name, "numFmt", "cellXfs"):
        if element.get("formatCode") is not None:
            own[int(element.get("numFmtId", "0"))] = element.get("formatCode")
        else:
            numbers += [int(style.get("numFmtId", "0")) for style in element]
    return [code_of(number, own) for number in numbers]
