"""Find tables of contents: their lines look like headings and are none."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from data.document import Paragraph, Table
from loaders.headings import is_contents_entry, part_of
from loaders.wording import squeeze, unmarked

# Between two entries with leader dots, at most this many lines have lost theirs.
_GAP = 2


def contents_lines(blocks: Sequence[Paragraph | Table]) -> frozenset[int]:
    """Return the indexes of the blocks that belong to a table of contents.

    These are the line 目录, the lines with leader dots and a page, and the few between them that have lost the dots.
    """
    entries = [index for index, block in enumerate(blocks) if _is_entry(block)]
    found = {index for index in entries if not _is_head(blocks[index])}
    found |= {index for index in entries if _is_head(blocks[index]) and _soon(index, found)}
    ordered = sorted(found)
    for before, after in itertools.pairwise(ordered):
        if after - before <= _GAP + 1 and all(_is_short(blocks[at]) for at in range(before, after)):
            found.update(range(before, after))
    return frozenset(found)


def _is_entry(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and (is_contents_entry(block.text) or _is_head(block))


def _is_head(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and squeeze(unmarked(block.text)) == "目录"


def _soon(index: int, entries: set[int]) -> bool:
    return any(index < entry <= index + _GAP + 1 for entry in entries)


def _is_short(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and (part_of(block.text) is not None or _is_entry(block))
