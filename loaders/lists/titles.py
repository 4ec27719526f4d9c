"""Recognise the titles of duty lists, and cut them into the department's name and the kind of list."""

from __future__ import annotations

import re
from functools import cache

from data.bodies import looks_like_department
from data.reference import load_yaml
from data.spacing import squeeze
from loaders.wording import split_number, unmarked

_LONGEST = 60
_SENTENCE = re.compile("[，。；：:？！]")
_ATTACHMENT = re.compile(r"^附件?[\d一二三四五六七八九十]*[：:、.．]?")
# What may stand behind the kind of list: a year, an edition.
_EDITION = re.compile(r"(?:[（(〔【][^（）()〔〕【】]{1,16}[)）〕】]|(?:19|20)\d\d年?(?:版|本)?|试行|征求意见稿|表)$")
_AROUND = re.compile(r"^[《【〖〔\[]|[》】〗〕\]]$")
# Between whom the boundaries of a list run (县民政局与相关部门的职责边界清单).
_OTHER_SIDE = re.compile(r"[与和](?:相关|有关|其他|其它)?(?:部门|单位|乡镇|镇街|街道)(?:[（(]街道[)）])?(?:之)?间?的?$")
# A list may be that of a township, which no table of bodies names.
_TOWNSHIP = re.compile(r"^[^\d，。；：、]{2,20}(?:镇|乡|街道|苏木)$")
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_DATE = re.compile(r"[〇○零一二三四五六七八九十百\d]{2,}年.*$")


def is_list_title(text: str) -> bool:
    """Say whether a line is a title: the name of a department and a kind of list, or the end of such a title.

    Example:
        >>> is_list_title("云岭市青岗县民政局责任清单（2016年版）"), is_list_title("编制权力清单和责任清单")
        (True, False)
    """
    if not ends_like_title(text):
        return False
    name, kind = cut_title(text)
    owner = _BRACKETS.sub("", name).removesuffix("部门").removesuffix("政府")
    if not owner:
        return bool(kind)
    return looks_like_department(owner) or owner[-1] in "省市县区州旗" or is_township(owner)


def is_township(name: str) -> bool:
    """Say whether a name is that of a township or a street, alone or behind its county.

    Example:
        >>> is_township("石桥镇"), is_township("县民政局")
        (True, False)
    """
    return bool(_TOWNSHIP.match(name))


def ends_like_title(text: str) -> bool:
    """Say whether a line ends with a kind of list and is no sentence: a title where the place of the line agrees."""
    if len(text) > 2 * _LONGEST or "清单" not in text:
        return False
    words = _plain(text)
    return len(words) <= _LONGEST and words.endswith(_list_words()) and not _SENTENCE.search(words)


def cut_title(text: str) -> tuple[str, str]:
    """Return what stands before the kind of list in a title, and the kind of list ("" where there is none).

    Example:
        >>> cut_title("青岗县民政局权力清单和责任清单")
        ('青岗县民政局', '权力清单和责任清单')
    """
    words = _plain(text)
    found = _kinds().search(words)
    return (_OTHER_SIDE.sub("", words[: found.start()]), found[0]) if found else (_DATE.sub("", words), "")


def is_date(words: str) -> bool:
    """Say whether squeezed words are a date alone (二〇一五年七月)."""
    return "年" in words and set(words) <= set("〇○零一二三四五六七八九十百0123456789年月日")


def _plain(text: str) -> str:
    """Return a title without markup, number, 附件, edition and brackets around it."""
    words = _ATTACHMENT.sub("", squeeze(split_number(unmarked(text))[1]))
    words = _AROUND.sub("", words)
    shorter = _EDITION.sub("", words)
    return shorter if shorter.endswith(_list_words()) else words


@cache
def _list_words() -> tuple[str, ...]:
    return tuple(load_yaml("sections.yml")["list_words"])


@cache
def _kinds() -> re.Pattern[str]:
    longest_first = sorted(_list_words(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))
