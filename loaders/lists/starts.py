"""Find where the lists of a document begin: at their titles, whole or broken over lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.bodies import looks_like_department
from data.document import Label, Paragraph, Table
from data.spacing import squeeze
from loaders.lists.headings import part_of
from loaders.lists.labels import begins_with
from loaders.lists.titles import cut_title, ends_like_title, is_date, is_list_title
from loaders.wording import number_value, split_number, unmarked

_LONGEST_TITLE = 60
_TITLE_PIECES = frozenset("责任清单权力")
# How near below a line that only ends like a title the first part of its list has to stand.
_NEAR = 3
# The end of an organisation's name that the tables of bodies do not know.
_ORGAN = re.compile(r"^[^\d，。；：、]{4,25}(?:局|委|办|会|院|所|社|台|站|处|中心|政府|办公室)$")
# A line of a title that is broken behind the place.
_PLACE = re.compile(r"^[^\d，。；：、（）()]{2,12}[县区旗]$")
_Block = Paragraph | Table


def begins_list(blocks: Sequence[_Block], index: int) -> bool:
    """Say whether the block ends the title of a list, or is the first heading of one that has a title above it."""
    block = blocks[index]
    if isinstance(block, Table):
        return False
    if isinstance(block, Label):
        return begins_with(block)
    if ends_like_title(block.text):
        name, _ = cut_title(block.text)
        named = bool(name) or title_start(blocks, index) < index
        return named and (is_list_title(block.text) or (bool(_ORGAN.match(name)) and _part_is_near(blocks, index)))
    return is_first_part(block) and title_start(blocks, index) < index


def title_start(blocks: Sequence[_Block], index: int) -> int:
    """Return where the title begins that ends right before `index` (`index` itself where there is none)."""
    start = index
    while start and not isinstance(blocks[start], Label) and may_be_title(blocks[start - 1]):
        start -= 1
    return start


def may_be_title(block: _Block) -> bool:
    """Say whether a line may belong to a title: a department, its place, a bracket of second names, a date."""
    if isinstance(block, Table) or len(block.text) > _LONGEST_TITLE:
        return False
    if isinstance(block, Label):
        return begins_with(block)
    words = squeeze(unmarked(block.text))
    if ends_like_title(block.text) or set(words) <= _TITLE_PIECES or _PLACE.match(words):
        return True
    return _is_bracket(words) or is_date(words) or (part_of(block.text) is None and _names_department(words))


def _is_bracket(words: str) -> bool:
    """Say whether the words are second names in brackets, or a line of such a bracket that is broken over lines."""
    if words[:1] not in "（(" and words[-1:] not in "）)":
        return False
    return looks_like_department(words.strip("（()）、，"))


def is_first_part(block: Paragraph) -> bool:
    """Say whether a line heads the duties, or is a heading numbered one of the boundaries."""
    kind = part_of(block.text)
    first = number_value(split_number(unmarked(block.text))[0]) == 1
    return kind == "duties" or (kind == "boundaries" and first)


def _part_is_near(blocks: Sequence[_Block], index: int) -> bool:
    near = blocks[index + 1 : index + 1 + _NEAR]
    return any(isinstance(block, Table) or part_of(block.text) for block in near)


def _names_department(words: str) -> bool:
    if any(mark in words for mark in "，。；：、"):
        return False
    return looks_like_department(words) or bool(_ORGAN.match(words))
