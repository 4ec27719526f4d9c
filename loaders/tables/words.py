"""The words of headers: what is put aside before they are compared, and which columns a word may name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from data.column_roles import column_role
from data.reference import load_yaml
from data.rows import SectionKind
from data.spacing import squeeze

KINDS: dict[SectionKind, frozenset[str]] = {
    "duties": frozenset({"seq", "main_duty", "item", "office", "remark", "accountability", "code", "basis"}),
    "boundaries": frozenset({"seq", "matter", "department", "duty", "basis", "case", "remark"}),
    "services": frozenset({"seq", "name", "content", "agency", "phone", "remark"}),
}
# A word of a header is short: a cell that ends with 依据 may be a text.
LONGEST_WORD = 12
_LONGEST_CELL = 2 * LONGEST_WORD
# Behind a role alone: 配合工作 may be the text of a cell.
_PARTS = ("职责", "分工", "任务")
_EXPLANATION = re.compile(r"[（(][^（）()]*[)）]$")
_AROUND = "：:*＊※★、.．"
_BEFORE = re.compile(
    r"^(?:[（(](?:必填|选填|\d{1,2}|[一二三四五六七八九十])[)）]|\d{1,2}[.．、](?=\D)|[①-⑳]|[一二三四五六七八九十]、)"
)


@lru_cache(maxsize=8192)
def head_word(text: str) -> str:
    """Return a header cell as the tables write it: no white space, number, mark, or explanation in brackets behind.

    Example:
        >>> head_word("1. 序\\n号*"), head_word("管理事项（必填）")
        ('序号', '管理事项')
    """
    words = squeeze(text)
    if len(words) > _LONGEST_CELL:
        return ""
    words = _BEFORE.sub("", words.strip(_AROUND)).strip(_AROUND)
    return words if words in general() else _EXPLANATION.sub("", words).strip(_AROUND) or words


def named_by(word: str, kind: SectionKind) -> tuple[str, ...]:
    """Return the columns of a kind of table that a word names wherever it stands, the likeliest first.

    Example:
        >>> named_by("乡镇（街道）配合职责", "boundaries"), named_by("牵头部门及职责", "boundaries")
        (('duty',), ('duty',))
    """
    found = tuple(name for name in general().get(word, ()) if name in KINDS[kind])
    if not found and kind == "boundaries" and (is_duty_head(word) or two_in_one(word)):
        return ("duty",)
    return found


def named_within(word: str, kind: SectionKind) -> tuple[str, ...]:
    """Return the columns that a word too general to tell the kind of a table names under the heading of its part."""
    return _within(kind).get(word, ())


def is_known(word: str) -> bool:
    """Say whether a word heads a column of any kind of table."""
    return word in general() or word in _within_words() or is_duty_head(word) or bool(two_in_one(word))


def by_ending(word: str, kind: SectionKind) -> tuple[str, ...]:
    """Return the columns that an unknown word names by its end, where other words of the header are known."""
    endings: dict[str, list[str]] = load_yaml("headers.yml")["endings"]
    fitting = (name for name, ends in endings.items() if name in KINDS[kind] and word.endswith(tuple(ends)))
    return tuple(fitting) if 0 < len(word) <= LONGEST_WORD else ()


@lru_cache(maxsize=8192)
def is_duty_head(word: str) -> bool:
    """Say whether a word heads what one side does: a side or a role, then 职责, 任务 and the like.

    Example:
        >>> is_duty_head("上级部门职责"), is_duty_head("配合职责"), is_duty_head("配合工作"), is_duty_head("上级部门")
        (True, True, False, False)
    """
    ending = max((end for end in _words("duty_heads") if word.endswith(end)), key=len, default="")
    head = word.removesuffix(ending)
    told = column_role(head) is not None and ending.endswith(_PARTS)
    return bool(ending and head) and (of_township(head) or _is_side(head) or told)


def names_side(word: str) -> bool:
    """Say whether a head of duties names the side whose they are: 上级部门职责, 乡镇（街道）."""
    return is_duty_head(word) or of_township(word)


def of_township(word: str) -> bool:
    """Say whether a head is that of townships and streets."""
    return any(name in word for name in _words("townships"))


def side_words(head: str) -> str:
    """Return the words of a printed head that name the side itself.

    Example:
        >>> side_words("职责边界划分/乡镇（街道）"), side_words("乡镇（街道）配合职责"), side_words("县级部门职责")
        ('乡镇（街道）', '乡镇（街道）', '县级部门')
    """
    words = next((level for level in reversed(head.split("/")) if names_side(level)), head)
    ends = "|".join(sorted(map(re.escape, _words("duty_heads")), key=len, reverse=True))
    roles = "|".join(load_yaml("roles.yml")["columns"]["support"])
    found = re.sub(rf"(?:{roles}|主要|承担|具体|履行|履职|工作|应当|的)*(?:{ends})$", "", words)
    return found or words


@lru_cache(maxsize=8192)
def two_in_one(word: str) -> tuple[str, ...]:
    """Return the words of a head that stands for departments and for what they do, () for any other.

    Example:
        >>> two_in_one("牵头部门及职责"), two_in_one("职责分工及协调机制")
        (('牵头部门', '职责'), ())
    """
    for joint in _words("joints") if word not in general() else ():
        first, met, second = word.partition(joint)
        if met and _names(first, "department") and (_names(second, "duty") or is_duty_head(second)):
            return first, second
    return ()


@cache
def general() -> dict[str, tuple[str, ...]]:
    """Return header word → the columns that it names, of any kind of table."""
    return _inverted(load_yaml("headers.yml")["columns"].items())


def _is_side(head: str) -> bool:
    return head.startswith(tuple(_words("superiors"))) or head.endswith(("部门", "单位"))


def _names(word: str, column: str) -> bool:
    return column in general().get(word, ()) or (column == "department" and word.endswith(("部门", "单位")))


def _words(block: str) -> Sequence[str]:
    words: list[str] = load_yaml("headers.yml")[block]
    return words


@cache
def _within(kind: SectionKind) -> dict[str, tuple[str, ...]]:
    return _inverted(load_yaml("headers.yml")["within"].get(kind, {}).items())


@cache
def _within_words() -> frozenset[str]:
    return frozenset(word for kind in KINDS for word in _within(kind))


def _inverted(columns: Iterable[tuple[str, list[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for column, words in columns:
        for word in words:
            found[squeeze(word)] = (*found.get(squeeze(word), ()), column)
    return found
