"""Cut a document into duty lists, and each list into its parts: by titles, by headings, by the headers of tables."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.bodies import looks_like_department
from data.document import Document, Paragraph, Table
from data.rows import SectionKind
from loaders.columns import table_kind
from loaders.contents import contents_lines
from loaders.grid import grid_rows
from loaders.headings import is_list_title, part_of
from loaders.wording import squeeze, unmarked

_LONGEST_TITLE = 60
_TITLE_PIECES = frozenset("责任清单")


@dataclass
class RawTable:
    """A table of a known kind, and the program's names of its columns."""

    table: Table
    columns: tuple[str, ...]


@dataclass
class RawSection:
    """A part as it stands: its heading (None where only the table tells), its paragraphs and its tables."""

    kind: SectionKind
    heading: Paragraph | None
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[RawTable] = field(default_factory=list)


@dataclass
class RawList:
    """One list as it stands: the lines of its title, its parts, what is neither, and its table of contents."""

    title: list[Paragraph] = field(default_factory=list)
    sections: list[RawSection] = field(default_factory=list)
    rest: list[Paragraph | Table] = field(default_factory=list)
    contents: list[Paragraph | Table] = field(default_factory=list)


def outline(document: Document) -> list[RawList]:
    """Return the lists of a document in order; the first may have no title.

    A list begins at its title: a line that ends with a word for duty lists, or the lines that name a department
    right before the heading of the duties.
    """
    contents = contents_lines(document.blocks)
    blocks = [block for index, block in enumerate(document.blocks) if index not in contents]
    starts = sorted({_title_start(blocks, index) for index in range(len(blocks)) if _begins_list(blocks, index)})
    bounds = [*starts, len(blocks)] if starts and not starts[0] else [0, *starts, len(blocks)]
    cut: list[Sequence[Paragraph | Table]] = [blocks[first:last] for first, last in itertools.pairwise(bounds)]
    lists = [_raw_list(part) for part in _with_front_matter(cut) if part]
    if lists:
        lists[0].contents = [block for index, block in enumerate(document.blocks) if index in contents]
    return lists


def _with_front_matter(cut: list[Sequence[Paragraph | Table]]) -> list[Sequence[Paragraph | Table]]:
    """Give what stands before the first list to that list, when it holds no part of its own."""
    if len(cut) > 1 and not any(_kind(block) for block in cut[0]):
        return [[*cut[0], *cut[1]], *cut[2:]]
    return cut


def _begins_list(blocks: Sequence[Paragraph | Table], index: int) -> bool:
    block = blocks[index]
    if isinstance(block, Table):
        return False
    return _is_title(block) or (part_of(block.text) == "duties" and _title_start(blocks, index) < index)


def _is_title(block: Paragraph) -> bool:
    words = squeeze(unmarked(block.text))
    sentence = any(mark in words for mark in "，。；：")
    return is_list_title(block.text) and len(words) > len("责任清单") and not sentence


def _title_start(blocks: Sequence[Paragraph | Table], index: int) -> int:
    """Return where the title begins that ends right before `index` (`index` itself where there is none)."""
    start = index
    while start and _may_be_title(blocks[start - 1]):
        start -= 1
    return start


def _may_be_title(block: Paragraph | Table) -> bool:
    """Say whether a line may belong to a title: a department, a bracket of second names, a date."""
    if isinstance(block, Table) or len(block.text) > _LONGEST_TITLE:
        return False
    words = squeeze(unmarked(block.text))
    if is_list_title(block.text) or set(words) <= _TITLE_PIECES:
        return True
    bracketed = words[:1] in "（(" and words[-1:] in "）)" and looks_like_department(words[1:-1])
    return bracketed or _is_date(words) or (part_of(block.text) is None and _names_department(words))


def _names_department(words: str) -> bool:
    return not any(mark in words for mark in "，。；：、") and looks_like_department(words)


def _is_date(words: str) -> bool:
    return "年" in words and set(words) <= set("〇○零一二三四五六七八九十百0123456789年月日")


def _raw_list(blocks: Sequence[Paragraph | Table]) -> RawList:
    raw = RawList()
    for block in blocks:
        kind = _kind(block)
        if isinstance(block, Paragraph) and kind:
            raw.sections.append(RawSection(kind, block))
        elif isinstance(block, Table):
            _place_table(raw, block)
        elif raw.sections:
            raw.sections[-1].paragraphs.append(block)
        elif _may_be_title(block):
            raw.title.append(block)
        else:
            raw.rest.append(block)
    return raw


def _place_table(raw: RawList, table: Table) -> None:
    """Put a table into the open part if it is of its kind, else into a part of its own."""
    known = table_kind(grid_rows(table)[0].texts)
    if known is None:
        raw.rest.append(table)
        return
    kind, columns = known
    if not raw.sections or raw.sections[-1].kind != kind:
        raw.sections.append(RawSection(kind, None))
    raw.sections[-1].tables.append(RawTable(table, columns))


def _kind(block: Paragraph | Table) -> SectionKind | None:
    if isinstance(block, Paragraph):
        return part_of(block.text)
    known = table_kind(grid_rows(block)[0].texts)
    return known[0] if known else None
