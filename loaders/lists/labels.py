"""Read what stands beside the text: the name on a sheet's tab or a running header may tell whose list it is.

A label that names a department begins a list, unless the open list is that department's already; one that names a part
(职责边界) heads that part; one that names a place tells the jurisdiction of what follows. Any other (Sheet1) says
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from data import places
from data.bodies import looks_like_department
from data.document import Block, Label, Paragraph, Table
from data.reference import load_yaml
from data.spacing import squeeze
from loaders.lists.headings import bare, owner_in_heading, part_of
from loaders.lists.titles import cut_title, ends_like_title

_PLACE_ENDS = "县区市旗州盟"
_AROUND = "-—–_·、.．（）() "


def labelled(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with every label that says something cut into what it says, and without the others.

    Args:
        blocks: all blocks of a document in order.

    Example: of the labels Sheet1, 县民政局, 县民政局-职责边界 stay 县民政局 and 职责边界.
    """
    found: list[Block] = []
    owner = ""
    for block in blocks:
        if isinstance(block, Label):
            said = list(_said(block, owner))
            found += said
            owner = next((one.text for one in said if label_owner(one)), owner)
            continue
        if not isinstance(block, Table) and ends_like_title(block.text):
            owner = cut_title(block.text)[0] or owner
        found.append(block)
    return found


def named_by_headings(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks of a document without titles, with a label where a heading names another department.

    Example: 县民政局主要职责, 县民政局职责边界 and 县教育局主要职责 are headings of two lists.
    """
    found: list[Block] = []
    owner = ""
    for block in blocks:
        named = "" if isinstance(block, Table) else owner_in_heading(block.text)
        if named not in ("", owner) and not isinstance(block, Table):
            owner = named
            found.append(label_at(block, named))
        found.append(block)
    return found


def begins_with(label: Label) -> bool:
    """Say whether a label is the beginning of a list: it names a department or a place."""
    return bool(label_owner(label) or label_place(label))


def label_owner(label: Label) -> str:
    """Return the department that a label names, "" for none."""
    name = cut_title(label.text)[0]
    return name if part_of(label.text) is None and looks_like_department(name) else ""


def label_place(label: Label) -> str:
    """Return the place that a label names and nothing else, "" for none."""
    words = squeeze(label.text)
    return words if words[-1:] in tuple(_PLACE_ENDS) and places.leading(words) == words else ""


def label_at(block: Paragraph, text: str) -> Label:
    """Return a label at the place of a block; a label is no unit of the document.

    Args:
        block: a paragraph.
        text: what the label says.
    """
    return Label(text, replace(block.source, unit="page", first=1, last=1))


def _said(label: Label, owner: str) -> Iterator[Label]:
    """Yield what a label says: the department where it is another than the open list's, and the part."""
    name, part = _cut(label.text)
    alone = label_at(label, name)
    same = bool(owner) and squeeze(cut_title(owner)[0]).endswith(squeeze(cut_title(name)[0]))
    if name and begins_with(alone) and not same:
        yield alone
    if part:
        yield label_at(label, part)


def _cut(text: str) -> tuple[str, str]:
    """Return what a label names before the name of a part, and that part's heading ("" where it names none).

    Example: 县民政局-边界 is 县民政局 and 职责边界.
    """
    words = bare(text)
    if part_of(words) is not None:
        return "", words
    tabs: dict[str, str] = load_yaml("sections.yml")["tabs"]
    tab = max((tab for tab in tabs if words.endswith(tab)), key=len, default="")
    name = words.removesuffix(tab).strip(_AROUND)
    if tab and (not name or looks_like_department(name)):
        return name, tabs[tab]
    return text, ""
