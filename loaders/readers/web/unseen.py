"""Find what a browser does not show: elements that hold no text of the page, and elements that are hidden."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from data.reference import load_yaml

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0+(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)",
    re.I,
)
# What Word writes of remarks and of text that was struck out while changes were recorded.
_REMARK = re.compile(r"mso-element\s*:\s*comment|mso-special-character\s*:\s*comment", re.I)
_REMARK_CLASSES = frozenset({"msocommentreference", "msocommenttext", "msocomanchor"})
_BRACE = re.compile(r"[{}]")
_SHEET_COMMENTS = re.compile(r"<!--|-->|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|$)")
# A selector of one class or id alone, of any element or of one kind: what more hides is hidden by circumstances.
_SELECTOR = re.compile(r"^\s*([a-z][a-z0-9]*)?([.#])([\w-]+)\s*$", re.I)


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is not to be read: all such elements, and among them those that are hidden and hold text."""

    elements: frozenset[HtmlElement]
    hidden: frozenset[HtmlElement]


def unseen(root: HtmlElement) -> Unseen:
    """Return the elements that a reader has to leave out, each without what stands inside it.

    Args:
        root: a page.
    """
    by_sheet = _hidden_by_sheet(root)
    silent = frozenset(load_yaml("web.yml")["unseen"])
    elements, hidden = set(), set()
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if element.tag in silent:
            elements.add(element)
            walker.skip_subtree()
        # What is hidden as a whole is shown by a script when it has run: the page is its text.
        elif element.tag not in ("html", "body") and _is_hidden(element, by_sheet):
            elements.add(element)
            if _says_something(element, silent):
                hidden.add(element)
            walker.skip_subtree()
    return Unseen(frozenset(elements), frozenset(hidden))


def names_of(element: HtmlElement) -> list[str]:
    """Return the classes of an element and its id."""
    return [*(element.get("class") or "").split(), element.get("id") or ""]


def style_of(element: HtmlElement) -> str:
    """Return the style that an element declares itself."""
    return element.get("style") or ""


def _is_hidden(element: HtmlElement, by_sheet: frozenset[tuple[str, str, str]]) -> bool:
    style = style_of(element)
    if "hidden" in element.attrib or (style and (_HIDING.search(style) or _REMARK.search(style))):
        return True
    if element.tag == "del" or (element.tag == "input" and element.get("type") == "hidden"):
        return True
    names = [(".", name) for name in (element.get("class") or "").split()] + [("#", element.get("id") or "")]
    if any((tag, *name) in by_sheet for name in names for tag in ("", element.tag)):
        return True
    return any(name.lower() in _REMARK_CLASSES for _, name in names)


def _says_something(element: HtmlElement, silent: frozenset[str]) -> bool:
    texts = (inner.text for inner in element.iter() if inner.tag not in silent and inner.tag != "option")
    tails = (inner.tail for inner in element.iterdescendants())
    return any(text and text.strip() for text in itertools.chain(texts, tails))


def _hidden_by_sheet(root: HtmlElement) -> frozenset[tuple[str, str, str]]:
    """Return (element, "." or "#", name) of the classes and ids that the page's own style sheets hide everywhere."""
    return frozenset(found for sheet in root.iter("style") for found in _hidden_in(sheet.text or ""))


def _hidden_in(sheet: str) -> Iterator[tuple[str, str, str]]:
    for selectors, style in _rules(_SHEET_COMMENTS.sub("", sheet)):
        if _HIDING.search(style):
            found = (_SELECTOR.match(selector) for selector in selectors.split(","))
            yield from ((one[1] or "", one[2], one[3]) for one in found if one)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield (selectors, style) of the rules that stand outside @media and its like."""
    depth = start = opened = 0
    for brace in _BRACE.finditer(sheet):
        depth += 1 if brace[0] == "{" else -1
        if depth == 1 and brace[0] == "{":
            opened = brace.end()
        elif depth <= 0:
            yield sheet[start : max(opened - 1, start)], sheet[opened : brace.start()]
            depth, start = 0, brace.end()
