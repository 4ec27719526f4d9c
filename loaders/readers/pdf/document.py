"""Read PDF files: tables with or without lines, over many pages; scanned pages by the recognition of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from data.document import Document, units_of
from data.errors import UnreadableDocument
from data.messages import say
from loaders.readers import pulse
from loaders.readers.pdf.body import arranged
from loaders.readers.pdf.joining import joined
from loaders.readers.pdf.opened import MOST_PAGES, Opened, ends_well, opened
from loaders.readers.pdf.piece import Place
from loaders.readers.pdf.sheet import Sheet, read_sheet

_LOST = "pdf.page-damaged"
# After so many pages that cannot be opened the rest are no pages either: a page tree may claim any number.
_MOST_LOST = 50
# Characters and drawn objects of all pages, some 10 microseconds each. A full page of print has 2,500.
_MOST_WORK = 4_000_000


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a PDF file's bytes.

    The parts are the pages ("page 3"); rows and lines are numbered from 1 on each.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: the file needs a password, holds no page, or is damaged.
    """
    with opened(raw, file) as pdf:
        sheets = list(_sheets(pdf, file))
    if all(_LOST in sheet.unread for sheet in sheets):
        raise UnreadableDocument("error.damaged", file=file)
    blocks = tuple(joined(arranged(sheets)))
    warnings = [
        *_said(((key, sheet.number) for sheet in sheets for key in sheet.told), file),
        *(warning for sheet in sheets for warning in sheet.said),
        *([] if ends_well(raw) else [say("pdf.cut-off", file=file)]),
    ]
    unread = _said(((key, sheet.number) for sheet in sheets for key in sheet.unread), file)
    return Document(file, "pdf", blocks, units_of(blocks), warnings=tuple(warnings), unread=tuple(unread))


def _sheets(pdf: Opened, file: str) -> Iterator[Sheet]:
    """Yield the pages; those beyond what can be read in a minute are one that is not read."""
    pages = len(pdf)
    work = lost = 0
    for index in range(pages):
        if index >= MOST_PAGES or work > _MOST_WORK or lost > _MOST_LOST:
            yield Sheet(index + 1, Place(file, ""), unread=("pdf.too-long" if lost <= _MOST_LOST else _LOST,))
            return
        sheet = read_sheet(pdf, index, file)
        work += sheet.work
        lost = lost + 1 if _LOST in sheet.unread else 0
        yield sheet
        pulse.beat(index + 1, pages)


def _said(found: Iterable[tuple[str, int]], file: str) -> list[str]:
    """Return each message once, with the pages that it is about."""
    pages: dict[str, list[int]] = defaultdict(list)
    for key, number in found:
        pages[key].append(number)
    return [say(key, file=file, pages=_spans(numbers)) for key, numbers in pages.items()]


def _spans(numbers: Sequence[int]) -> str:
    """Return page numbers in short.

    Example:
        >>> _spans([1, 2, 3, 7])
        '1-3, 7'
    """
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    return ", ".join("-".join(map(str, span)) for span in spans)
