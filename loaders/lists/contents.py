"""Find tables of contents: their lines look like headings and are none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from data.document import Paragraph, Table
from data.reference import load_yaml
from data.spacing import squeeze
from loaders.lists.headings import bare, part_of
from loaders.lists.titles import is_list_title
from loaders.numbers import is_number
from loaders.wording import split_number, unmarked

# Between two entries with leader dots, at most this many lines have lost theirs.
_GAP = 2
_LONGEST_ENTRY = 90
_LEADERS = re.compile(r"\w.*(?:(?:\.{4,}|…{2,}|·{4,}|．{3,})\s*[（(]?\d*[)）]?|\.{2,}\s*[（(]\d+[)）])$")
_PAGED = re.compile(r"^(?P<words>.*?\S)(?P<gap>\s+)[（(]?\d{1,4}[)）]?$")
_SENTENCE_ENDS = "。；;：:，,"


def is_contents_entry(text: str) -> bool:
    """Say whether a line belongs to a table of contents: a heading with leader dots, or with a page far behind it."""
    if len(text) > _LONGEST_ENTRY or is_number(text.split("\t")[0]):
        return False
    # Leaders are rare and the search is slow: look for two dots first.
    dotted = any(dots in text for dots in ("..", "……", "··", "．．"))
    return (dotted and bool(_LEADERS.search(text.strip()))) or _is_paged(text.strip())


def contents_lines(blocks: Sequence[Paragraph | Table]) -> frozenset[int]:
    """Return the indexes of the blocks that belong to a table of contents.

    These are the line 目录 and the entries below it, the lines with leader dots and a page, and the few between them
    that have lost the dots.
    """
    entries = {index for index, block in enumerate(blocks) if _is_entry(block)}
    heads = [index for index, block in enumerate(blocks) if is_contents_head(block)]
    found = entries | {at for head in heads for at in _below(blocks, head)}
    found |= {head for head in heads if any(head < at <= head + _GAP + 1 for at in found)}
    ordered = sorted(found)
    for before, after in itertools.pairwise(ordered):
        if after - before <= _GAP + 1 and all(_is_short(blocks[at]) for at in range(before, after)):
            found.update(range(before, after))
    return frozenset(found)


def is_contents_head(block: Paragraph | Table) -> bool:
    """Say whether a block is the line 目录."""
    return isinstance(block, Paragraph) and squeeze(unmarked(block.text)) in load_yaml("sections.yml")["contents"]


def _below(blocks: Sequence[Paragraph | Table], head: int) -> list[int]:
    """Return the entries below the line 目录: the short lines up to where one of them comes again, or a title stands.

    Where neither comes before the first table, only what is an entry by itself belongs to the contents.
    """
    seen: list[str] = []
    first = ""
    for index in range(head + 1, len(blocks)):
        block = blocks[index]
        if isinstance(block, Table) or not _may_be_entry(block.text):
            return []
        words = _words(block.text)
        if words in seen:
            return list(range(head + 1, index))
        if seen and is_list_title(block.text) and not is_list_title(first):
            return list(range(head + 1, index))
        first = first or block.text
        seen.append(words)
    return []


def _is_paged(text: str) -> bool:
    found = _PAGED.match(text) if text[-1:].isdigit() or text[-1:] in ")）" else None
    if not found:
        return False
    words, wide = found["words"], "\t" in found["gap"] or len(found["gap"]) > 1
    headed = bool(split_number(words)[0]) and len(bare(words)) > 1
    return part_of(words) is not None or (wide and (headed or is_list_title(words)))


def _words(text: str) -> str:
    found = _PAGED.match(text.strip())
    return bare(found["words"] if found else text)


def _may_be_entry(text: str) -> bool:
    return len(text) <= _LONGEST_ENTRY and text.strip()[-1:] not in _SENTENCE_ENDS


def _is_entry(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and is_contents_entry(block.text)


def _is_short(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and (part_of(block.text) is not None or _is_entry(block))
