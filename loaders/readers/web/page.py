"""Read a saved web page: its text and tables as a browser shows them, without what surrounds them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from lxml import etree, html
from lxml.html import HtmlElement

from data.document import Block, Document, Label, Paragraph, Source, Table, units_of
from data.errors import UnreadableDocument
from data.messages import say
from data.reference import load_yaml
from data.spacing import squeeze
from loaders.readers.web.charset import is_lie, page_text
from loaders.readers.web.flow import Line, View, pieces
from loaders.readers.web.measure import is_attached, measured
from loaders.readers.web.surroundings import foot_of, head_of, is_around, surroundings
from loaders.readers.web.tables import read_table, row_places
from loaders.readers.web.unseen import unseen
from loaders.readers.web.words import shown

_TITLE_PIECES = re.compile(r"[-_|—–－>»«]+")
_MOST_NAMED = 3


@dataclass
class Numbering:
    """How far the paragraphs and tables of a document are counted; `part` is that of all tables of a sheet."""

    paragraphs: int = 0
    tables: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its tree, the encoding it was in, and what is to be told of it."""

    root: HtmlElement
    encoding: str
    warnings: tuple[str, ...]
    unread: tuple[str, ...]


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a web page's bytes.

    Args:
        raw: the whole page; nothing that it refers to is fetched, and no script is run.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: the page is only a frame around others, or its bytes are no text.
    """
    page = parse(raw, file)
    if page.root.find(".//frameset") is not None:
        raise UnreadableDocument("web.frameset", file=file)
    blocks, warnings = blocks_of(page.root, file, Numbering())
    if not any(isinstance(block, Table) for block in blocks):
        warnings += elsewhere(page.root)
    return Document(file, "html", blocks, units_of(blocks), page.encoding, (*page.warnings, *warnings), page.unread)


def parse(raw: bytes, file: str, told: str = "") -> Page:
    """Return the tree of a page.

    Args:
        raw: the whole page.
        file: the name of the file, for errors.
        told: the encoding that was declared outside the page ("" for none).

    Raises:
        UnreadableDocument: the bytes are no text in any known encoding.
    """
    text, encoding, declared = page_text(raw, file, told)
    root, deep = tree_of(text, file)
    broken = text.count("\ufffd")
    told_user = [say("web.charset", declared=declared, encoding=encoding)] if is_lie(encoding, declared) else []
    told_user += [say("web.broken", count=broken)] if broken else []
    return Page(root, encoding, tuple(told_user), (say("web.deep"),) if deep else ())


def tree_of(text: str, file: str) -> tuple[HtmlElement, bool]:
    """Return the tree of a page's text, and whether it nests so deeply that its rest is not in it.

    Args:
        text: the page; nothing in it is fetched, and no entity of its own is known.
        file: the name of the file, for the error.

    Raises:
        UnreadableDocument: there is nothing in the page.
    """
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = html.document_fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableDocument("error.damaged", file=file) from error
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def blocks_of(root: HtmlElement, file: str, numbering: Numbering) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks of a page, and what is to be told of it.

    Args:
        root: the page.
        file: the name that sources carry.
        numbering: goes on counting over the pages of one document.
    """
    left_out = unseen(root)
    title = page_title(root)
    first = View(root, left_out.elements, measured(root, left_out.elements))
    around = surroundings(first, squeeze(title))
    view = replace(first, left_out=left_out.elements | around, layout={})
    blocks = tuple(_blocks(view, squeeze(title), file, numbering))
    hidden = sum(1 for element in left_out.hidden if not any(one in around for one in element.iterancestors()))
    warnings = (say("web.hidden", count=hidden),) if hidden else ()
    return (*_label(title, blocks, file), *blocks), warnings


def page_title(root: HtmlElement) -> str:
    """Return the title of a page without that of its site; "" where an office program wrote the page."""
    said = {(meta.get("name") or "").lower(): (meta.get("content") or "").lower() for meta in root.iter("meta")}
    written_by = (said.get("generator", ""), said.get("progid", ""))
    found = root.find(".//title")
    if found is None or any(name.startswith(tuple(load_yaml("web.yml")["offices"])) for name in written_by):
        return ""
    first = shown(_TITLE_PIECES.split(found.text or "")[0])
    return "" if first.endswith(tuple(load_yaml("web.yml")["sites"])) else first


def elsewhere(root: HtmlElement) -> tuple[str, ...]:
    """Return where the table of a page without any may be: in a file that hangs on it, or in a page framed in it."""
    attached = [link for link in root.iter("a") if is_attached(link.get("href") or "")]
    if attached:
        names = dict.fromkeys(shown("".join(link.itertext())) or link.get("href") or "" for link in attached)
        return (say("web.attached", names="、".join(list(names)[:_MOST_NAMED])),)
    framed = sum(1 for frame in root.iter("iframe") if (frame.get("src") or "about:").partition(":")[0] != "about")
    return (say("web.framed", count=framed),) if framed else ()


def _blocks(view: View, title: str, file: str, numbering: Numbering) -> Iterator[Block]:
    for piece in _without_ends(list(pieces(view.root, view)), title):
        if isinstance(piece, Line):
            numbering.paragraphs += 1
            place = Source(file, "", "paragraph", numbering.paragraphs, numbering.paragraphs)
            yield Paragraph(piece.text, place, piece.level)
        elif view.measures[piece].text:
            numbering.tables += 1
            yield read_table(piece, view, row_places(file, numbering.part or f"表{numbering.tables}"))


def _without_ends(whole: Sequence[Line | HtmlElement], title: str) -> list[Line | HtmlElement]:
    """Return the pieces of a page without its head, its foot, and lines between that belong to the page."""
    lines = [piece.text for piece in itertools.takewhile(_is_line, whole)]
    behind = [piece.text for piece in itertools.takewhile(_is_line, reversed(whole))]
    kept = whole[head_of(lines, title) : len(whole) - foot_of(behind[::-1])]
    return [piece for piece in kept if not (isinstance(piece, Line) and is_around(piece.text))]


def _is_line(piece: Line | HtmlElement) -> TypeGuard[Line]:
    return isinstance(piece, Line)


def _label(title: str, blocks: tuple[Block, ...], file: str) -> Iterator[Label]:
    """Yield the title of the page where the page itself does not say it."""
    said = "".join(squeeze(text) for block in blocks for text in _texts(block))
    if title and squeeze(title) not in said:
        yield Label(title, Source(file, "", "page", 1, 1))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (cell.text for cell in block.cells)
    else:
        yield block.text
