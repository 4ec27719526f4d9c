"""Recognise headings: the parts of a duty list, the passages of a regime, lines that say there is nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from data.bodies import looks_like_department
from data.reference import load_yaml
from data.rows import SectionKind, SectionState
from data.spacing import squeeze
from loaders.lists.titles import cut_title, is_list_title
from loaders.wording import number_value, split_number, unmarked

_LONGEST_HEADING = 40
_LONGEST_NOTHING = 24
_DOTS = re.compile(r"^[.…。·\-—–_*/／、]{2,}$|^[—–/／\-]$")
_BRACKETS = re.compile(r"^[【〖\[]|[】〗\]]$")
_EXPLANATION = re.compile(r"[（(][^（）()]*[)）]$")
# 与相关部门的职责边界 names nobody.
_NOBODY = re.compile("^(?:与|本|各|部门|单位)|(?:相关|有关|其他|其它|各)(?:部门|单位|科室)$")
_PLAIN_NUMBER = re.compile(r"^\d{1,2}\s+")


@lru_cache(maxsize=4096)
def part_of(text: str) -> SectionKind | None:
    """Return which part of a duty list a line heads (二、与相关部门的职责边界), None where it heads none.

    Example:
        >>> part_of("## 三、事中事后监管制"), part_of("第二部分 职责边界（共3项）")
        ('regimes', 'boundaries')
    """
    if len(text) > _LONGEST_HEADING or _is_named_title(text):
        return None
    words = bare(_PLAIN_NUMBER.sub("", text.strip()))
    return next((_parts()[name] for name in _spellings(words) if name in _parts()), None)


@lru_cache(maxsize=4096)
def opens_part(text: str) -> bool:
    """Say whether a line surely heads a part of a list (it is numbered), or a new list: no cell of a table does."""
    if len(text) > 2 * _LONGEST_HEADING:
        return False
    numbered = bool(split_number(unmarked(text))[0]) or unmarked(text) != text.strip()
    return (numbered and part_of(text) is not None) or is_list_title(text)


def is_passage(text: str) -> bool:
    """Say whether a line heads a passage of a regime (三、监督检查方式)."""
    return opens_regime(text) or bare(text).startswith(tuple(load_yaml("sections.yml")["passages"]["other"]))


def opens_regime(text: str) -> bool:
    """Say whether a line heads the first passage of a regime (一、监督检查对象)."""
    first = tuple(load_yaml("sections.yml")["passages"]["first"])
    return number_value(split_number(unmarked(text))[0]) == 1 and bare(text).startswith(first)


def nothing_said(text: str) -> SectionState | None:
    """Return "none" or "dots" for a line that stands for an empty part (无, 本部门无此类事项, ......), else None."""
    if len(text) > 2 * _LONGEST_NOTHING:
        return None
    words = bare(text).strip("（）()。.；;") or squeeze(unmarked(text))
    if _DOTS.match(squeeze(unmarked(text))):
        return "dots"
    sections = load_yaml("sections.yml")
    begins = len(words) <= _LONGEST_NOTHING and words.startswith(tuple(sections["none_begins"]))
    return "none" if begins or words in sections["none"] else None


def bare(text: str) -> str:
    """Return the words of a heading without markup, brackets around it, number and white space."""
    words = squeeze(split_number(_BRACKETS.sub("", unmarked(text)))[1])
    return words.strip("：:—-、．")


def owner_in_heading(text: str) -> str:
    """Return the department that the heading of a part names before the part's name, "" for none.

    Example:
        >>> owner_in_heading("望溪县民政局与相关部门职责边界一览表")
        '望溪县民政局'
    """
    if part_of(text) is None:
        return ""
    words = _bare_of_suffixes(bare(_PLAIN_NUMBER.sub("", text.strip())))
    owners = (owner for word in words for _, owner in _behind_owner(word))
    return next((owner for owner in owners if not _NOBODY.search(owner)), "")


def part_in_title(text: str) -> SectionKind | None:
    """Return which part alone a list of this title holds, None where it may hold several.

    Example:
        >>> part_in_title("望溪县城关镇基本履职事项清单"), part_in_title("望溪县民政局责任清单")
        ('duties', None)
    """
    kind = cut_title(text)[1]
    return next((_parts()[name] for name in _bare_of_suffixes(kind) if name in _parts()), None) if kind else None


def _is_named_title(text: str) -> bool:
    """Say whether a line without a number is a title, though its end names a part (县民政局职责边界清单)."""
    if not text.rstrip().endswith("清单") or split_number(unmarked(text))[0]:
        return False
    return bool(cut_title(text)[0]) and is_list_title(text)


def _spellings(words: str) -> list[str]:
    """Return the words, and the words without what may stand around the name of a part in its heading."""
    found = _bare_of_suffixes(words)
    return [*found, *(part for word in found for part, _ in _behind_owner(word))]


def _bare_of_suffixes(words: str) -> list[str]:
    found = [words, _EXPLANATION.sub("", words)]
    for suffix in load_yaml("sections.yml")["suffixes"]:
        found += [word.removesuffix(suffix) for word in found[:2] if word.endswith(suffix)]
    return found


def _behind_owner(words: str) -> list[tuple[str, str]]:
    """Return the name of a part behind the name of the list's department (县民政局主要职责), and that department."""
    names = [name for name in _parts() if words.endswith(name) and len(name) < len(words)]
    longest = max(names, key=len, default="")
    owner = words.removesuffix(longest).removesuffix("的")
    return [(longest, owner)] if longest and looks_like_department(owner) else []


@cache
def _parts() -> dict[str, SectionKind]:
    sections = load_yaml("sections.yml")["sections"]
    return {squeeze(name): kind for kind, names in sections.items() for name in names}
