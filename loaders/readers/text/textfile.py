"""Read a text file: find its encoding and its shape, and make a Document of it."""

from __future__ import annotations

from data.document import Block, Document, PageLine, Paragraph, Unit
from data.errors import UnreadableDocument
from data.messages import say
from loaders.readers.text.encoding import REPLACED, decode
from loaders.readers.text.flattened import is_flattened, read_flattened
from loaders.readers.text.lines import Line, span, split_lines
from loaders.readers.text.markup import read_markup
from loaders.readers.text.pages import page_lines
from loaders.readers.text.tabbed import read_tabbed


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a text file's bytes.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: the file is empty, or its bytes are no text.
    """
    if not raw.strip():
        raise UnreadableDocument("error.empty", file=file)
    text, encoding = decode(raw, file)
    lines = split_lines(text)
    broken = text.count(REPLACED)
    warnings = (say("text.broken", file=file, count=broken),) if broken else ()
    return Document(file, "text", _blocks(lines, file), _units(lines), encoding, warnings)


def _blocks(lines: list[Line], file: str) -> tuple[Block, ...]:
    """Return the blocks of the text in order; lines of pages stand behind the table that they interrupt."""
    tables, markup = read_markup(lines, file)
    lines = [Line(line.number, "") if line.number in markup else line for line in lines]
    pages = page_lines(lines)
    text = [Line(line.number, "") if line.number in pages else line for line in lines]
    blocks = read_flattened(text, file) if is_flattened(text) else read_tabbed(text, file)
    apart = [
        PageLine(line.text.strip(), span(file, line.number, line.number)) for line in lines if line.number in pages
    ]
    return tuple(sorted((*blocks, *tables, *apart), key=_first)) if tables or apart else blocks


def _first(block: Block) -> int:
    return block.source.first if isinstance(block, Paragraph) else min(cell.source.first for cell in block.cells)


def _units(lines: list[Line]) -> tuple[Unit, ...]:
    return tuple(("", "line", line.number) for line in lines if not line.blank)
