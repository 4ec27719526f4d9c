"""Know the rows of a table that say nothing of a duty list: rules, notes, sums, column numbers, headings of groups."""

from __future__ import annotations

import re
from typing import Literal

from data.spacing import squeeze
from loaders.lists.headings import nothing_said
from loaders.numbers import is_number
from loaders.tables.celltext import clean
from loaders.tables.grid import GridRow

What = Literal["row", "empty-row", "separator", "nothing", "note", "total", "column-numbers", "group"]

_SEPARATOR = re.compile(r"^:?[-—–_=*→>\s]+:?$")
_DOTTED = re.compile(r"^[.…。·]+$")
_NOTE = re.compile(
    r"^(?:<p>)?\s*[（(【]?\s*(?:备?\s*注|附注|说\s*明|填报?说明|填表说明|注释)\s*[\d一二三四五]?\s*[】)）]?\s*[：:]"
)
# Who fills in a form, and when: one cell of such a row says so for certain, the others may say it too.
_FILLED_IN = re.compile(
    r"^[（(]?(?:(?:填报|填表|制表|报送)[^，。；：:]{0,8}[：:]|(?:编制|审核|审批|复核|经办|汇总)(?:人|单位|部门|科室|日期|时间)"
    r"[^，。；：:]{0,8}[：:])|[（(](?:单位)?(?:公章|盖章|签章)[）)][：:]?$"
)
_FORM = re.compile(
    r"^[（(]?(?:单位|部门|负责人|主要负责|分管|联系|电话|日期|时间|\d{4}年)[^，。；：:]{0,10}(?:[：:]|[日）)]$)"
)
_TOTAL = re.compile(r"^(?:合|总|小|共|累)计(?:[：:（(\d].*)?$|^共\s*计?\s*\d+\s*[项个条]$")
_GROUP = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[类部]分?|[（(][一二三四五六七八九十]{1,3}[）)])?"
    r"[^，。；：]{2,24}$"
)
_GROUP_MARK = re.compile(
    r"^[一二三四五六七八九十]{1,3}[、.．]|^第[一二三四五六七八九十]{1,3}类|类$|[（(]\s*共?\s*\d+\s*[项个条]\s*[)）]$"
)
# A line that has lost its column is mostly a piece of a cell: only one that counts its rows is a heading of them.
_COUNTED_GROUP = re.compile(r"^[一二三四五六七八九十]{1,3}[、.．][^，。；：]{2,24}[（(]共?\d+[项个条][)）]$")
_LEAST_NUMBERS = 3
_ORDERS = ("甲乙丙丁戊己庚辛壬癸", "ABCDEFGHIJKLMNOP", "abcdefghijklmnop", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫")


def what_is(row: GridRow) -> What:
    """Return what a row of a table's body is: "row" for one that says something of the list.

    Example: 合计 | 23 is a total, （1） | （2） | （3） are numbers of columns, 一、社会救助类 over all is a group.
    """
    said = [text for text in row.texts if text]
    if said and all(map(_SEPARATOR.match, said)):
        return "separator"
    if _is_left_blank(row, said):
        return "empty-row"
    words = [text for text in said if not is_number(text)]
    if words and all(nothing_said(clean(text)) for text in words):
        return "nothing"
    if _is_note(row, said):
        return "note"
    if said and _TOTAL.match(squeeze(said[0])) and all(len(squeeze(text)) <= len("共一百二十三项") for text in said):
        return "total"
    if _are_column_numbers(said):
        return "column-numbers"
    return "group" if _is_group(row, said) else "row"


def _is_left_blank(row: GridRow, said: list[str]) -> bool:
    """Say whether a row of a form was numbered in advance and never filled in; lines of text may have lost the rest."""
    if len(said) != 1 or said[0] != row.texts[0] or len(row.texts) <= _LEAST_NUMBERS or any(dict(row.merged).values()):
        return False
    drawn = all(place.unit == "row" for place in row.places) and not row.gap
    return drawn and (is_number(said[0]) or bool(_DOTTED.match(said[0])))


def _is_note(row: GridRow, said: list[str]) -> bool:
    if len(said) == 1 and _NOTE.match(said[0]) and (row.texts[0] == said[0] or _is_wide(row)):
        return True
    words = [squeeze(text) for text in said]
    return any(map(_FILLED_IN.search, words)) and all(_FILLED_IN.search(word) or _FORM.match(word) for word in words)


def _are_column_numbers(said: list[str]) -> bool:
    """Say whether the cells count the columns: 1 | 2 | 3, A | B | C, or 甲 | 乙 | 1 | 2."""
    marks = [squeeze(text).strip("（）()栏列") for text in said]
    if len(marks) < _LEAST_NUMBERS or any(len(mark) > 2 for mark in marks):
        return False
    letters = [mark for mark in marks if not mark.isdigit()]
    digits = [mark for mark in marks if mark.isdigit()]
    counted = digits == [str(number) for number in range(1, len(digits) + 1)] or digits == [
        str(number) for number in range(len(letters) + 1, len(marks) + 1)
    ]
    lettered = not letters or any("".join(letters) == order[: len(letters)] for order in _ORDERS)
    return counted and lettered


def _is_group(row: GridRow, said: list[str]) -> bool:
    """Say whether a row heads those below it: one text across the table, or alone where the numbers stand."""
    if len(said) != 1 or is_number(said[0]) or any(text for _, text in row.merged):
        return False
    words = squeeze(said[0])
    if row.loose:
        return bool(_COUNTED_GROUP.match(words))
    alone = row.texts[0] == said[0] and len(row.texts) > 1
    return _is_wide(row) or (alone and bool(_GROUP.match(words) and _GROUP_MARK.search(words)))


def _is_wide(row: GridRow) -> bool:
    """Say whether a cell covers the whole row, or all of it but the column of numbers."""
    return any(span >= max(2, len(row.texts) - 1) for _, span in row.wide)
