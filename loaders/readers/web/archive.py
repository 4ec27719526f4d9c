"""Read a page saved as one file (MHTML): the page, the pages framed in it, the sheets of a workbook saved so."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.message import Message
from email.parser import BytesParser
from urllib.parse import unquote

from lxml.html import HtmlElement

from data.document import Block, Document, Label, Source, Table, units_of
from data.errors import UnreadableDocument
from data.messages import say
from loaders.readers.pulse import beat
from loaders.readers.web.page import Numbering, Page, blocks_of, elsewhere, parse

# So many pages of one file are read: a workbook has fewer sheets, a page fewer frames.
_MOST_PAGES = 300
_PAGES = ("text/html", "application/xhtml+xml")
# Excel lists the sheets of a workbook in a remark of its first page: the name of each, and where it stands.
_SHEET = re.compile(r"<x:Name>([^<]{1,120})</x:Name>\s*<x:WorksheetSource\s+HRef=\"([^\"]{1,400})\"", re.I)
_RUNNING_HEAD = re.compile(r"mso-element\s*:\s*header", re.I)


@dataclass(frozen=True, slots=True)
class _Part:
    """One page of the archive: the names by which others refer to it, its bytes, the encoding its header declares."""

    names: tuple[str, ...]
    raw: bytes
    charset: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page to be read, in order; `name` is that of the sheet that it is ("" for a page that is none)."""

    part: _Part
    name: str = ""


def read(raw: bytes, file: str) -> Document:
    """Return the Document of an MHTML file's bytes.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: there is no page in the file, its parts nest without end, or the page is no text.
    """
    parts, root = _parts(raw, file)
    sheets = _sheets(root, parts, file)
    numbering = Numbering()
    blocks: list[Block] = []
    warnings: list[str] = []
    pages: list[Page] = []
    for number, sheet in enumerate(sheets[:_MOST_PAGES], 1):
        page = parse(sheet.part.raw, file, sheet.part.charset)
        numbering.part = f"sheet {sheet.name}" if sheet.name else ""
        found, said = blocks_of(page.root, file, numbering)
        blocks += [*_label(sheet.name, file), *found]
        warnings += [*page.warnings, *said]
        pages.append(page)
        beat(number, len(sheets))
    if len(sheets) > _MOST_PAGES:
        warnings.append(say("web.more-pages", count=len(sheets), most=_MOST_PAGES))
    if not any(isinstance(block, Table) for block in blocks):
        warnings += elsewhere(pages[0].root)
    whole = (*_running_heads(parts, root, file), *blocks)
    unread = tuple(dict.fromkeys(reason for page in pages for reason in page.unread))
    return Document(file, "mht", whole, units_of(whole), pages[0].encoding, tuple(dict.fromkeys(warnings)), unread)


def _parts(raw: bytes, file: str) -> tuple[list[_Part], _Part]:
    """Return the pages of the archive, and the one that is its beginning."""
    try:
        message: Message = BytesParser(policy=policy.compat32).parsebytes(raw)
        found = [part for part in message.walk() if _is_page(part)]
        parts = [_part(one) for one in found]
    except (RecursionError, LookupError, ValueError) as error:
        raise UnreadableDocument("error.damaged", file=file) from error
    parts = [part for part in parts if part.raw.strip()]
    if not parts:
        raise UnreadableDocument("web.no-page", file=file)
    start = str(message.get_param("start") or "").strip("<> ")
    return parts, next((part for part in parts if start and start in part.names), parts[0])


def _is_page(part: Message) -> bool:
    named = str(part.get("Content-Location") or part.get_filename() or "").lower().split("?")[0]
    kind = part.get_content_type()
    return kind in _PAGES or (kind in ("text/plain", "application/octet-stream") and named.endswith((".htm", ".html")))


def _part(part: Message) -> _Part:
    payload = part.get_payload(decode=True)
    names = (str(part.get(header) or "").strip("<> \r\n") for header in ("Content-Location", "Content-ID"))
    return _Part(
        tuple(filter(None, names)), payload if isinstance(payload, bytes) else b"", part.get_content_charset() or ""
    )


def _sheets(root: _Part, parts: list[_Part], file: str) -> list[_Sheet]:
    """Return the pages to read: the sheets that the root lists, else the root and what is framed in it."""
    page = parse(root.raw, file, root.charset)
    listed = _SHEET.findall(root.raw.decode(page.encoding, "replace"))
    sheets = [(_named(address, parts), html.unescape(name)) for name, address in listed]
    known = [_Sheet(part, name.strip()) for part, name in sheets if part]
    if known:
        return known
    return [_Sheet(part) for part in _framed(root, page.root, parts, file)]


def _framed(root: _Part, tree: HtmlElement, parts: list[_Part], file: str) -> Iterator[_Part]:
    """Yield a page and the pages framed in it, and in these, each once; a mere frame says nothing itself."""
    waiting: list[tuple[_Part, HtmlElement | None]] = [(root, tree)]
    seen: list[_Part] = []
    while waiting:
        part, page = waiting.pop(0)
        if part in seen:
            continue
        seen.append(part)
        page = parse(part.raw, file, part.charset).root if page is None else page
        yield part
        frames = (frame.get("src") or "" for frame in page.iter("frame", "iframe"))
        inside = [found for address in frames if (found := _named(address, parts))]
        waiting = [*((one, None) for one in inside), *waiting]


def _named(address: str, parts: list[_Part]) -> _Part | None:
    """Return the part that an address means: by its whole name, else by the end of it."""
    wanted = unquote(address.strip()).removeprefix("cid:").replace("\\", "/")
    if not wanted:
        return None
    names = [(part, unquote(name).replace("\\", "/")) for part in parts for name in part.names]
    whole = next((part for part, name in names if name == wanted), None)
    tail = "/" + wanted.removeprefix("./").rpartition("://")[2]
    return whole or next((part for part, name in names if ("/" + name).endswith(tail)), None)


def _label(name: str, file: str) -> Iterator[Label]:
    if name:
        yield Label(name, Source(file, f"sheet {name}", "page", 1, 1))


def _running_heads(parts: list[_Part], root: _Part, file: str) -> Iterator[Label]:
    """Yield the words of the running headers that Word keeps in a page of their own."""
    for part in parts:
        if part is root or not _RUNNING_HEAD.search(part.raw.decode("latin-1")):
            continue
        heads = [one for one in parse(part.raw, file, part.charset).root.iter("div") if _is_running_head(one)]
        said = dict.fromkeys(" ".join("".join(head.itertext()).split()) for head in heads)
        yield from (Label(words, Source(file, "", "page", 1, 1)) for words in said if words)


def _is_running_head(element: HtmlElement) -> bool:
    return bool(_RUNNING_HEAD.search(element.get("style") or ""))
