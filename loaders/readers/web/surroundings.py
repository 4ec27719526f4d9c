"""Find what surrounds the text of a page: navigation, the head and foot of the site, boxes of links.

An element in which a table stands is never left out, and an element that holds most of the page only where it is links.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from data.reference import load_yaml
from data.spacing import squeeze
from loaders.readers.web.flow import View
from loaders.readers.web.grid import rows_of
from loaders.readers.web.unseen import names_of

# What surrounds the text is less than this share of the page's plain words, and so short where it heads the page.
_MOST = 0.4
_LONGEST_HEAD = 200
# A box of so many links, whose words are nearly all linked, leads elsewhere.
_LEAST_LINKS, _LINKED = 3, 0.7
_WHOLLY_LINKED = 0.95
# Above the title of a page stand words of a menu, and no text.
_LONGEST_MENU = 30
_SENTENCE = re.compile(r"[。；：]")
_BOXES = frozenset({"div", "ul", "ol", "dl", "table", "tr", "td", "section", "p", "center", "form", "span"})
_NO_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def surroundings(view: View, title: str) -> frozenset[HtmlElement]:
    """Return the elements around the text of a page.

    Args:
        view: the page.
        title: the title of the page without that of the site: its words head the text, whatever they stand in.
    """
    holding = _holding_tables(view)
    whole = view.measures[view.root].plain
    found = set()
    walker = etree.iterwalk(view.root, events=("start",))
    for _, element in walker:
        if element in view.left_out:
            walker.skip_subtree()
        elif element not in holding and element is not view.root and _surrounds(element, view, whole, title):
            found.add(element)
            walker.skip_subtree()
    return frozenset(found)


def is_around(line: str) -> bool:
    """Say whether a line of text belongs to the page and not to its text.

    Example:
        >>> is_around("【字体：大 中 小】 打印本页"), is_around("负责网站备案号的管理工作。")
        (True, False)
    """
    lines = load_yaml("web.yml")["lines"]
    if len(line) > lines["longest"] or line.endswith(("。", "；", ";")):
        return False
    words = [word for word in _NO_WORD.split(line) if word]
    return (
        bool(words and all(word in lines["whole"] for word in words))
        or line.startswith(tuple(lines["beginning"]))
        or any(words in line for words in lines["holding"])
    )


def head_of(lines: Sequence[str], title: str) -> int:
    """Return how many of the first lines of a page stand above its title: short words of the site, no sentences.

    Args:
        lines: the lines before the first table.
        title: the title of the page, without white space; "" where it has none.

    Example:
        >>> head_of(["望溪县民政局网站", "政务公开", "望溪县民政局责任清单", "一、部门职责"], "望溪县民政局责任清单")
        2
    """
    at = next((index for index, line in enumerate(lines) if title and squeeze(line) == title), 0)
    return at if all(len(line) <= _LONGEST_MENU and not _SENTENCE.search(line) for line in lines[:at]) else 0


def foot_of(lines: Sequence[str]) -> int:
    """Return how many of the last lines of a page tell who keeps the site: 0 where none of them is surely such.

    Example:
        >>> foot_of(["一、部门职责", "主办：望溪县人民政府办公室", "版权所有 冀ICP备05000000号"])
        2
    """
    begins = tuple(load_yaml("web.yml")["lines"]["foot"])
    foot = list(itertools.takewhile(lambda line: is_around(line) or line.startswith(begins), reversed(lines)))
    return len(foot) if any(map(is_around, foot)) else 0


def _holding_tables(view: View) -> frozenset[HtmlElement]:
    """Return the tables that say something, and all elements around them."""
    holding: set[HtmlElement] = set()
    for table in _tables(view):
        holding.add(table)
        for around in table.iterancestors():
            if around in holding:
                break
            holding.add(around)
    return frozenset(holding)


def _tables(view: View) -> Iterator[HtmlElement]:
    for table in view.root.iter("table"):
        known = view.measures.get(table)
        if known and known.text and known.link_share < _WHOLLY_LINKED and not view.is_layout(table):
            rows = [row for group in rows_of(table, view.left_out) for row in group]
            if len(rows) > 1 and max(map(len, rows)) > 1:
                yield table


def _surrounds(element: HtmlElement, view: View, whole: int, title: str) -> bool:
    measure = view.measures[element]
    if element.tag in _BOXES and measure.links >= _LEAST_LINKS and measure.link_share >= _LINKED:
        return True
    small = measure.plain <= _MOST * whole
    if not small or element.tag in ("html", "body"):
        return False
    if _named(element, "around"):
        return True
    above = measure.plain <= _LONGEST_HEAD and _named(element, "above")
    return above and not (title and title in squeeze("".join(element.itertext())))


def _named(element: HtmlElement, where: str) -> bool:
    """Say whether an element's tag, role, class or id is one of those that surround the text."""
    told = _told(where)
    if element.tag in told["tags"] or (element.get("role") or "").lower() in told["roles"]:
        return True
    return any(_words(name) & told["names"] for name in names_of(element))


@cache
def _told(where: str) -> dict[str, frozenset[str]]:
    told: dict[str, Any] = load_yaml("web.yml")[where]
    return {kind: frozenset(words) for kind, words in told.items()}


def _words(name: str) -> frozenset[str]:
    """Return the words of a class or id: mainNav, main-nav and main_nav are main and nav."""
    return frozenset(word.lower() for word in _WORD.findall(name)) | {name.lower()}
