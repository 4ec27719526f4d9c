"""Measure the elements of a page: how much text each holds, and how much of it is linked."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from data.reference import load_yaml


@dataclass(slots=True)
class Measure:
    """What an element holds: visible characters, those inside links, links."""

    text: int = 0
    linked: int = 0
    links: int = 0

    @property
    def plain(self) -> int:
        """The characters that are no link."""
        return self.text - self.linked

    @property
    def link_share(self) -> float:
        """The share of linked characters, 0 where there is no text."""
        return self.linked / self.text if self.text else 0.0


def measured(root: HtmlElement, left_out: frozenset[HtmlElement]) -> dict[HtmlElement, Measure]:
    """Return the measures of all elements of a page but those left out.

    Links within the page and to attached files are text: a table of contents is no navigation.

    Args:
        root: the page.
        left_out: elements that are not read, with all they hold.
    """
    found: dict[HtmlElement, Measure] = {}
    linked: HtmlElement | None = None
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start" and element in left_out:
            walker.skip_subtree()
            continue
        if event == "start":
            linked = element if linked is None and _leads_away(element) else linked
            found[element] = Measure(_visible(element.text), _visible(element.text) if linked is not None else 0)
            found[element].links += linked is element
            continue
        linked = None if linked is element else linked
        _add_to_parent(element, found, inside_link=linked is not None)
    return found


def _add_to_parent(element: HtmlElement, found: dict[HtmlElement, Measure], inside_link: bool) -> None:
    parent = element.getparent()
    if parent is None or parent not in found:
        return
    own, whole, tail = found.get(element, Measure()), found[parent], _visible(element.tail)
    whole.text += own.text + tail
    whole.linked += own.linked + (tail if inside_link else 0)
    whole.links += own.links


def _leads_away(element: HtmlElement) -> bool:
    if element.tag != "a":
        return False
    address = (element.get("href") or "").strip().lower()
    return bool(address) and not address.startswith("#") and not is_attached(address)


def is_attached(address: str) -> bool:
    """Say whether the address of a link is that of a file that hangs on the page."""
    return address.lower().split("?")[0].split("#")[0].endswith(tuple(load_yaml("web.yml")["attached"]))


def _visible(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0
