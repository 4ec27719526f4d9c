"""Know whose list it is from a line that says so: 填报单位：县水利局, or the department's name alone above its table.

Collections often give each department no title: a heading of its name (一、县水利局), or the line of the form that
tells who filled it in, stands above its tables.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from data.bodies import looks_like_department
from data.body_names import read_name
from data.document import Block, Label, Paragraph, Table
from data.reference import load_yaml
from data.spacing import squeeze
from loaders.lists.headings import bare, part_of
from loaders.tables.header import find_header
from loaders.wording import unmarked

# So many departments with headings of their own make a collection: one may be the department of the whole document.
_LEAST = 2
_LONGEST_NAME = 30
_SECOND_NAMES = re.compile(r"[（(][^（）()]*[）)]?$")


def filled_in(text: str) -> str:
    """Return the department that a line of the form names as the one whose list it is, "" for none.

    Example:
        >>> filled_in("填报单位（盖章）：云溪县水利局      填报日期：2016年5月"), filled_in("单位：万元")
        ('云溪县水利局', '')
    """
    told = _form_line().match(unmarked(text).strip())
    name = _SECOND_NAMES.sub("", told["name"]).strip("、，") if told else ""
    return name if len(name) <= _LONGEST_NAME and looks_like_department(name) else ""


def headings_of_departments(blocks: Sequence[Block]) -> frozenset[int]:
    """Return where the headings stand that begin the list of another department each.

    They do where the first of them stands above all tables and parts: below the heading of a part, 一、县公安局 is the
    other side of a boundary.

    Args:
        blocks: all blocks of a document in order.
    """
    found: dict[int, str] = {}
    for index, name in _heads(blocks):
        if not found or not _is_one(name, found[max(found)]):
            found[index] = name
    before = blocks[: next(iter(found), 0)]
    clear = not any(isinstance(block, Table) or part_of(block.text) for block in before)
    return frozenset(found) if len(found) >= _LEAST and clear else frozenset()


def department_of(block: Block) -> str:
    """Return the department that a line names alone, or behind its number or the label of a form; "" for none."""
    if isinstance(block, (Table, Label)):
        return ""
    name = filled_in(block.text) or bare(block.text)
    return name if len(name) <= _LONGEST_NAME and looks_like_department(name) else ""


def _heads(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield the lines that name a department alone, right above a table of a duty list or the heading of a part."""
    said = [index for index, block in enumerate(blocks) if isinstance(block, Table) or block.text.strip()]
    for index, following in itertools.pairwise(said):
        name = department_of(blocks[index])
        if name and _begins_part(blocks[following]):
            yield index, squeeze(name)


def _is_one(name: str, other: str) -> bool:
    """Say whether two names are those of one department: 柳塘县市场监督管理局 and 县市场监管局."""
    shorter, longer = sorted((read_name(name).full, read_name(other).full), key=len)
    return longer.endswith(shorter)


def _begins_part(block: Block) -> bool:
    if isinstance(block, Table):
        return find_header(block) is not None
    return isinstance(block, Paragraph) and part_of(block.text) is not None


@cache
def _form_line() -> re.Pattern[str]:
    words = sorted(load_yaml("sections.yml")["filled_in"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})\s*(?:[（(][^）)]*[）)])?\s*[：:]\s*(?P<name>\S+)")
