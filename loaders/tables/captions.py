"""Find the one matter of a table that has no column of matters: in the line above it, or in a row above its header.

Offices that draw a small table a matter write the matter once: as a heading (（一）校园食品安全) or in the first row
(管理事项 | 校园食品安全), and what the whole matter rests on in the last (相关依据 | 《…》).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.bodies import looks_like_department
from data.document import Block, Label, Paragraph
from loaders.lists.headings import bare, nothing_said
from loaders.lists.proselines import matter_name
from loaders.tables.columns import is_header_word
from loaders.tables.grid import GridRow
from loaders.tables.words import general, head_word
from loaders.wording import split_number, unmarked

_LONGEST = 40
# A row that names the matter has its label and its name.
_CAPTION = 2
_SENTENCE = re.compile("[。；，：:]")
_LABEL = re.compile(r"^\s*([^：:]{2,12})[：:]\s*(\S.*)$", re.DOTALL)
# What a matter prints once, below its sides.
_AT_FOOT = ("basis", "case", "remark")


def caption_above(blocks: Sequence[Block], index: int) -> Paragraph | None:
    """Return the line right above a table that names its matter, None where the line is something else.

    Args:
        blocks: the blocks of the list in order.
        index: where the table stands.
    """
    before = blocks[index - 1] if index else None
    if not isinstance(before, Paragraph) or isinstance(before, Label):
        return None
    return before if caption_matter(before.text) else None


def caption_matter(text: str) -> str:
    """Return the matter that a line above a table names, "" for a sentence, a note, or a department's name.

    Example:
        >>> caption_matter("（二）燃气安全职责分工"), caption_matter("管理事项：燃气安全"), caption_matter("单位：万元")
        ('燃气安全', '燃气安全', '')
    """
    if labelled := _LABEL.match(text):
        return labelled[2].strip() if is_labelled(text) else ""
    words, numbered = bare(text), bool(split_number(unmarked(text))[0])
    if not numbered and text.rstrip().endswith(("：", ":")):
        return ""
    if len(words) > _LONGEST or _SENTENCE.search(words) or nothing_said(text) or looks_like_department(words):
        return ""
    return matter_name(words)


def is_labelled(text: str) -> bool:
    """Say whether a line names a matter behind a label (管理事项：校园食品安全)."""
    labelled = _LABEL.match(text)
    return labelled is not None and _names(labelled[1], ("matter",))


def caption_row(row: Sequence[str], following: Sequence[str]) -> str:
    """Return the caption that a row of a table is (管理事项 | 校园食品安全), as one line; "" for any other row.

    Args:
        row: the texts of the row.
        following: those of the row below, [] where the table ends.

    Example:
        >>> caption_row(["管理事项", "燃气安全", ""], ["序号", "相关部门", "职责分工"])
        '管理事项：燃气安全'
        >>> caption_row(["管理事项", "相关部门", ""], ["燃气安全", "县住建局", ""])
        ''
    """
    said, below = ([text for text in texts if text.strip()] for texts in (row, following))
    if len(said) != _CAPTION or not row[0].strip() or not _names(said[0], ("matter",)) or is_header_word(said[1]):
        return ""
    headed = len(below) >= _CAPTION and all(map(is_header_word, below))
    return f"{said[0].strip()}：{said[1].strip()}" if headed or not below else ""


def foot_of(row: GridRow, columns: Sequence[str]) -> tuple[str, str] | None:
    """Return the column and the text of a row that tells of the whole matter what the table has no column for.

    Example: below 部门 | 职责分工, the row 相关依据 | 《…》 is the basis of all departments above.
    """
    at, said = next(((at, text) for at, text in enumerate(row.texts) if text), (0, ""))
    others = [text for text in row.texts[at + 1 :] if text]
    name = next((name for name in general().get(head_word(said), ()) if name in _AT_FOOT), "")
    if not name or name in columns or len(others) != 1:
        return None
    return name, others[0]


def _names(text: str, columns: Sequence[str]) -> bool:
    return any(name in columns for name in general().get(head_word(text), ()))
