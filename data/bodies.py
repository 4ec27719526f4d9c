"""What is known of government bodies from their names: full forms, function families, natures, successions.

The tables stand in data/bodies (families, names, compounds, words, successions), each with its sources.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from data.body_names import read_name
from data.body_terms import cut
from data.mentions import split_cell
from data.reference import load_yaml
from data.successions import successions

_LONGEST_NAME = 30
# Generic words that stand in department columns; 机构, 企业 and the like end the names of matters too.
_PARTIES = ("部门", "单位", "机关", "业主")
_SENTENCE = re.compile("[。：:“”《》！？0-9]")


def looks_like_department(text: str) -> bool:
    """Whether a cell names a department, several, or a generic party (其他有关部门), and holds nothing else.

    Example:
        >>> looks_like_department("城区公路局、蒸湘运管所"), looks_like_department("校车安全管理")
        (True, False)
    """
    mentions = split_cell(text)
    return bool(mentions) and all(_is_department(mention.text, mention.name) for mention in mentions)


def expand(name: str) -> str:
    """Return a name in full words, its place or level word kept (区卫健委 → 区卫生健康委员会).

    A name that is full already, or that cannot be read, comes back without white space and otherwise as it is.

    Example:
        >>> expand("县人口计生局"), expand("区编办"), expand("卫计厅")
        ('县人口和计划生育局', '区机构编制委员会办公室', '卫生和计划生育厅')
    """
    read = read_name(name)
    # 民政厅 tells its level without a word for it.
    prefix = read.place or (read.level if read.level in read.text else "")
    return prefix + (read.full if prefix else read.full.removeprefix("委")) if read.kind != "none" else read.text


def families(name: str) -> tuple[str, ...]:
    """Return the function families of a body as its name prints them, in order; () where none can be told.

    Example:
        >>> families("区卫计委"), families("区教育文化体育局")
        (('卫生健康', '人口计生'), ('教育', '文化', '体育'))
    """
    return read_name(name).families


def nature(name: str) -> str:
    """Return the nature of a body: government, party, vertical, mass, group, unit, company, generic or unknown.

    Example:
        >>> nature("区残联"), nature("其他有关部门")
        ('mass', 'generic')
    """
    return read_name(name).nature


def successor(family: str, date: datetime.date) -> tuple[str, ...]:
    """Return the families that hold the function of `family` at a date, by the national defaults.

    Args:
        family: a family as printed (人口计生).
        date: the day to which the function is followed.

    Returns:
        The family itself where no succession is known up to that day.

    Example:
        >>> successor("扶贫", datetime.date(2022, 1, 1)), successor("扶贫", datetime.date(2026, 1, 1))
        (('乡村振兴',), ('农业农村',))
    """
    reached, open_ = [], [family]
    while open_:
        one = open_.pop(0)
        later = next((to for day, to in _successions().get(one, ()) if day <= date), None)
        open_ += later or ()
        reached += [one] if later is None else []
    return tuple(dict.fromkeys(reached))


def _is_department(text: str, name: str) -> bool:
    verbs: list[str] = load_yaml("bodies/words.yml")["verbs"]
    if len(name) > _LONGEST_NAME or _SENTENCE.search(name):
        return False
    # 应急管理局 and 对外经济贸易局 begin with a verb's character and are names of families all the same.
    verb_first = text.startswith(tuple(verbs)) and not cut(text)[0].families
    if verb_first and read_name(text).kind not in ("named", "generic"):
        return False
    read = read_name(name)
    if read.nature == "generic":
        return name.endswith(_PARTIES if read.kind == "generic" else "部门")
    return read.kind != "none" or _has_place_and_end(name)


def _has_place_and_end(name: str) -> bool:
    read = read_name(name)
    return bool(read.end and read.level and read.rest != read.end)


@cache
def _successions() -> dict[str, list[tuple[datetime.date, tuple[str, ...]]]]:
    """The national steps of whole families: what single functions did is told by `data.successions.successors`."""
    found: dict[str, list[tuple[datetime.date, tuple[str, ...]]]] = {}
    for step in successions():
        if not step.functions:
            found.setdefault(step.old, []).append((step.date, step.new))
    return found
