"""Recognise headings: the parts of a duty list, the passages of a regime, lines that say there is nothing."""

from __future__ import annotations

import re
from functools import cache

from data.reference import load_yaml
from data.rows import SectionKind, SectionState
from loaders.wording import number_value, split_number, squeeze, unmarked

_LONGEST_HEADING = 40
_DOTS = re.compile(r"^[.…。·\-—_*]{2,}$")
_LEADERS = re.compile(r"\w.*(?:(?:\.{4,}|…{2,})\s*[（(]?\d*[)）]?|\.{2,}\s*[（(]\d+[)）])$")


def part_of(text: str) -> SectionKind | None:
    """Return which part of a duty list a line heads (二、与相关部门的职责边界), None where it heads none.

    Example:
        >>> part_of("## 三、事中事后监管制")
        'regimes'
    """
    if len(text) > _LONGEST_HEADING or is_contents_entry(text):
        return None
    words = bare(text)
    return _parts().get(words) or _parts().get(_without_suffix(words))


def opens_part(text: str) -> bool:
    """Say whether a line surely heads a part of a list (it is numbered), or a new list: no cell of a table does."""
    numbered = bool(split_number(unmarked(text))[0]) or unmarked(text) != text.strip()
    return (numbered and part_of(text) is not None) or is_list_title(text)


def is_list_title(text: str) -> bool:
    """Say whether a line is a title that ends with a word for duty lists (衡阳市蒸湘区卫生局责任清单)."""
    words = squeeze(unmarked(text))
    return len(words) <= 2 * _LONGEST_HEADING and words.endswith(tuple(load_yaml("sections.yml")["list_words"]))


def is_passage(text: str) -> bool:
    """Say whether a line heads a passage of a regime (三、监督检查方式)."""
    return opens_regime(text) or bare(text).startswith(tuple(load_yaml("sections.yml")["passages"]["other"]))


def opens_regime(text: str) -> bool:
    """Say whether a line heads the first passage of a regime (一、监督检查对象)."""
    first = tuple(load_yaml("sections.yml")["passages"]["first"])
    return number_value(split_number(unmarked(text))[0]) == 1 and bare(text).startswith(first)


def is_contents_entry(text: str) -> bool:
    """Say whether a line belongs to a table of contents (… with leader dots and a page)."""
    # Leaders are rare and the search is slow: look for two dots first.
    return (".." in text or "……" in text) and bool(_LEADERS.search(text.strip()))


def nothing_said(text: str) -> SectionState | None:
    """Return "none" or "dots" for a line that stands for an empty part (无, ......), else None."""
    words = squeeze(unmarked(text))
    if _DOTS.match(words):
        return "dots"
    return "none" if words.rstrip("。") in load_yaml("sections.yml")["none"] else None


def bare(text: str) -> str:
    """Return the words of a heading without markup, number and white space."""
    return squeeze(split_number(unmarked(text))[1]).rstrip("：:")


def _without_suffix(words: str) -> str:
    for suffix in load_yaml("sections.yml")["suffixes"]:
        if words.endswith(suffix):
            return words.removesuffix(suffix)
    return words


@cache
def _parts() -> dict[str, SectionKind]:
    sections = load_yaml("sections.yml")["sections"]
    return {squeeze(name): kind for kind, names in sections.items() for name in names}
