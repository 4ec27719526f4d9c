"""Diagrams inside a page: SVG text made fit to stand in HTML beside others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

SVG = "{http://www.w3.org/2000/svg}"
HREF = ("href", "{http://www.w3.org/1999/xlink}href")
# What runs, embeds a page, or only describes the drawing: none of it belongs into a report.
LEFT_OUT = ("script", "foreignObject", "metadata")
# A reference to another part of the drawing: url(#clip) in an attribute.
REFERENCE = re.compile(r"url\(#")


def inline(text: str, prefix: str) -> str:
    """Return a drawing as an element of a page.

    Ids are prefixed, because drawings of one program use the same ids and a page must not hold one twice; prolog,
    metadata, scripts and links to anything outside the drawing are left out.

    Args:
        text: an SVG document.
        prefix: put before every id of this drawing.

    Raises:
        lxml.etree.XMLSyntaxError: the text is no XML.

    Example:
        >>> inline('<svg xmlns="http://www.w3.org/2000/svg"><g id="a" onclick="x()"/></svg>', "d1-")
        '<svg xmlns="http://www.w3.org/2000/svg"><g id="d1-a"/></svg>'
    """
    from lxml import etree

    # The words in a drawing come from documents: no entity of theirs is resolved, no address fetched.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode(), parser)
    etree.strip_elements(root, *(SVG + name for name in LEFT_OUT), with_tail=False)
    for element in root.iter():
        _tame(element, prefix)
    etree.cleanup_namespaces(root)
    drawing: str = etree.tostring(root, encoding="unicode", with_tail=False)
    return drawing


def _tame(element: _Element, prefix: str) -> None:
    for name, value in element.attrib.items():
        if str(name).startswith("on"):
            del element.attrib[name]
        elif name == "id":
            element.set(name, prefix + str(value))
        elif name in HREF:
            _link(element, str(name), str(value), prefix)
        else:
            element.set(name, REFERENCE.sub(f"url(#{prefix}", str(value)))


def _link(element: _Element, name: str, target: str, prefix: str) -> None:
    if target.startswith("#"):
        element.set(name, f"#{prefix}{target[1:]}")
    elif not target.startswith("data:image/png;base64,"):
        del element.attrib[name]
