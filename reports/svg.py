"""Diagrams inside a page: SVG documents made fit to stand in HTML beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
# Shape and scale of a letter → its id in the page.
Outlines = dict[tuple[str, str], str]
# What runs, embeds a page, or only describes the drawing (its title is the caption): none of it stands in the page.
LEFT_OUT = ("script", "foreignObject", "metadata", "title")
# The shape or the scale of a letter: nothing in it can end an attribute or lead elsewhere.
OUTLINE = re.compile(r"[-+.,()\sA-Za-z0-9]*")
# Space in a path that means nothing: a third of the outlines of a page.
AROUND_LETTERS = re.compile(r"\s*([A-Za-z])\s*")
# A reference to another part of the drawing, in an attribute of any name.
REFERENCE = re.compile(r"(?<=url\(#)[^)]+")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as an element of a page, and what it shows in words."""

    caption: str
    element: str


def inline(diagrams: Mapping[str, str]) -> tuple[str, tuple[Drawing, ...]]:
    """Return drawings as elements of one page.

    The outlines of letters, which drawings define again and again, are defined once for the page; of the other ids
    those that are referred to are kept, with the number of the drawing before them, because a page must not hold one
    twice. Prolog, metadata, scripts and links to anything outside the drawing are left out.

    Args:
        diagrams: name → SVG document; its title is the caption, its name where it has none.

    Returns:
        An element with the shared outlines, to stand before the drawings, and the drawings in order.

    Raises:
        lxml.etree.XMLSyntaxError: a text is no XML.

    Example:
        >>> inline({"Map": '<svg xmlns="http://www.w3.org/2000/svg"><g id="a" onclick="x()"/></svg>'})[1]
        (Drawing(caption='Map', element='<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'),)
    """
    outlines: Outlines = {}
    inlined = tuple(
        _inline(name, text, f"d{number}-", outlines) for number, (name, text) in enumerate(diagrams.items(), 1)
    )
    paths = "".join(f'<path id="{name}" d="{d}" transform="{scale}"/>' for (d, scale), name in outlines.items())
    return f'<svg class="outlines" width="0" height="0" aria-hidden="true"><defs>{paths}</defs></svg>', inlined


def _inline(name: str, text: str, prefix: str, outlines: Outlines) -> Drawing:
    from lxml import etree

    # The words in a drawing come from documents: no entity of theirs is resolved, no address fetched.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, remove_blank_text=True
    )
    root = etree.fromstring(text.encode(), parser)
    caption = root.findtext(SVG + "title") or name
    etree.strip_elements(root, *(SVG + tag for tag in LEFT_OUT), with_tail=False)
    names = {**_prefixed(root, prefix), **_share(root, outlines)}
    for element in root.iter():
        _tame(element, names)
    etree.cleanup_namespaces(root)
    return Drawing(caption, etree.tostring(root, encoding="unicode", with_tail=False))


def _share(root: _Element, outlines: Outlines) -> dict[str, str]:
    """Move the outlines that a drawing defines to those of the page; returns old id → id in the page."""
    names: dict[str, str] = {}
    for parent, path in [(defs, path) for defs in root.iter(SVG + "defs") for path in defs.iterfind(SVG + "path")]:
        shape = (AROUND_LETTERS.sub(r"\1", path.get("d", "")), path.get("transform", ""))
        if {str(name) for name in path.attrib} <= {"id", "d", "transform"} and all(
            OUTLINE.fullmatch(text) for text in shape
        ):
            names[path.get("id", "")] = outlines.setdefault(shape, f"o{len(outlines)}")
            parent.remove(path)
    return names


def _prefixed(root: _Element, prefix: str) -> dict[str, str]:
    """Ids that the drawing refers to → ids in the page."""
    return {name: prefix + name for element in root.iter() for name in _referred(element)}


def _referred(element: _Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        yield from REFERENCE.findall(str(value))
        if name in ("href", XLINK) and str(value).startswith("#"):
            yield str(value)[1:]


def _tame(element: _Element, names: dict[str, str]) -> None:
    for name, value in element.attrib.items():
        target = _renamed(str(name), str(value), names)
        if target is None:
            del element.attrib[name]
        else:
            element.set(name, target)


def _renamed(name: str, value: str, names: dict[str, str]) -> str | None:
    """The value of an attribute in the page; None where the attribute is left out."""
    if name.startswith("on"):
        return None
    if name == "id":
        return names.get(value)
    if name in ("href", XLINK):
        return f"#{names[value[1:]]}" if value.startswith("#") else value if _embedded(value) else None
    return REFERENCE.sub(lambda found: names[found[0]], value)


def _embedded(value: str) -> bool:
    return value.startswith("data:image/png;base64,")
