"""Tell the headings of parts from passages of a supervision regime that read like them."""

from __future__ import annotations

from collections.abc import Sequence

from data.document import Paragraph, Table
from data.reference import load_yaml
from loaders.lists.headings import bare, nothing_said
from loaders.wording import number_value, split_number, unmarked


def belongs_to_regime(
    line: Paragraph, heading: Paragraph | None, following: Sequence[Paragraph | Table], present: bool
) -> bool:
    """Say whether a line inside the regimes of a list is a passage there, though it reads like a heading of a part.

    It opens a part where its number counts on from the heading of the regimes, where a table or 无 follows, or where
    the list has no such part yet; 责任追究 is a passage unless its number counts on.

    Args:
        line: the line.
        heading: the heading of the open part.
        following: the blocks right below the line.
        present: whether the list has a part of that kind already.
    """
    if _counts_on(line, heading) or any(isinstance(block, Table) for block in following):
        return False
    if any(isinstance(block, Paragraph) and nothing_said(block.text) for block in following[:1]):
        return False
    return present or bare(line.text) in load_yaml("sections.yml")["also_passages"]


def _counts_on(line: Paragraph, heading: Paragraph | None) -> bool:
    if heading is None:
        return False
    before, own = _value(heading), _value(line)
    if line.level and heading.level:
        return line.level <= heading.level
    return before is not None and own == before + 1


def _value(line: Paragraph) -> int | None:
    return number_value(split_number(unmarked(line.text))[0])
