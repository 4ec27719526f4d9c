"""What a drawing in a Word document holds: text boxes, pictures, and objects of other programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from loaders.readers.word.names import MC, A, O, R, V, W

_BOX, _CHOICES, _CHOICE = f"{W}txbxContent", f"{MC}AlternateContent", f"{MC}Choice"
_PICTURE_FILL = "{http://schemas.openxmlformats.org/drawingml/2006/picture}blipFill"
_BLIP, _EMBED = f"{A}blip", f"{R}embed"
_IMAGE, _IMAGE_ID = f"{V}imagedata", f"{R}id"
_OBJECT, _PROGRAM = f"{O}OLEObject", "ProgID"
# Objects that may hold a table; formulas, charts and packages do not. Those of WPS begin with ET and WPS.
_WITH_TABLES = ("Excel.", "Word.", "ET.", "WPS.", "KET.", "KWPS.")


@dataclass(frozen=True, slots=True)
class Drawn:
    """Text boxes, the ids of the links to pictures, and how many objects of other programs may hold a table."""

    boxes: tuple[etree._Element, ...]
    pictures: tuple[str, ...]
    objects: int


def may_hold_table(program: str) -> bool:
    """Return whether an object that a program (its ProgID) has put into a document may hold a table.

    Example:
        >>> may_hold_table("Excel.Sheet.12"), may_hold_table("Equation.3")
        (True, False)
    """
    return program.startswith(_WITH_TABLES)


def drawn(drawing: etree._Element) -> Drawn:
    """Return what a w:drawing, w:pict or w:object holds; what stands in its text boxes is left to who reads these."""
    found = list(_parts(drawing))
    programs = [part.get(_PROGRAM, "") for part in found if part.tag == _OBJECT]
    return Drawn(
        boxes=tuple(part for part in found if part.tag == _BOX),
        # An object shows a picture of itself.
        pictures=() if programs else tuple(filter(None, map(_picture, found))),
        objects=sum(map(may_hold_table, programs)),
    )


def _picture(part: etree._Element) -> str | None:
    if part.tag == _IMAGE:
        return part.get(_IMAGE_ID)
    blip = part.find(_BLIP) if part.tag == _PICTURE_FILL else None
    return None if blip is None else blip.get(_EMBED)


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag in (_BOX, _IMAGE, _OBJECT, _PICTURE_FILL):
            yield child
        elif child.tag == _CHOICES:
            choice = child.find(_CHOICE)
            yield from _parts(child if choice is None else choice)
        else:
            yield from _parts(child)
