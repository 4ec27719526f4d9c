"""Find the departments that running text names: precise rather than complete.

A name is found from its end (局, 部门 …) backwards over words of the tables; where the end closes an enumeration
(公安、卫生等部门) each piece before it is a name too. Words that name no department (有关部门) and units below
departments (疾控中心) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from data.body_names import read_name
from data.body_terms import named_bodies, terms, words
from data.places import find_in

_NAMED = ("government", "party", "vertical", "mass")
_ENDS = "局委厅"
# 局部, 委员, 教育局域网, 委托: the end belongs to another word.
_NO_END = "(?![员托派任域部面势限副])"
# 社区, 辖区, 城市 …: the character before a name is no level word.
_NO_LEVEL = re.compile("(?:社|辖|园|城|山|地|景|校|学|灾|库|矿|林|牧|厂|小|片|全|各|本|我|该|都|超|门|夜|集|跨|闹)$")
_LEVELS = "省市区县旗州盟"
_JOINTS = "、和与及"


def named_in(text: str) -> tuple[str, ...]:
    """Return the names of departments in a text, each once, in order; titles of laws (《…》) name none.

    A piece of an enumeration comes with the end that all share: 公安、卫生等部门 gives 公安部门 and 卫生部门.

    Example:
        >>> named_in("会同区卫生局、公安机关，配合教育、民政等部门开展宣传，有关部门协助")
        ('区卫生局', '公安机关', '教育部门', '民政部门')
    """
    bare = re.sub("《[^》]*》", "《》", re.sub(r"\s", "", text))
    found: dict[str, int] = {}
    for start, name in sorted(_names(bare)):
        found.setdefault(name, start)
    return tuple(found)


def _names(text: str) -> Iterator[tuple[int, str]]:
    for match in _end_pattern().finditer(text):
        if match.group("named"):
            yield from _named(text, match.start(), match.end())
        else:
            yield from _before_end(text, match)


def _named(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    first = _level_start(text, start)
    if _is_party(text[first:end]):
        yield first, text[first:end]


def _before_end(text: str, match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The name before an end, and the pieces enumerated before it that share the end."""
    end = match.group("end")
    listed = match.group("etc") is not None
    stop = match.start()
    start = _start_of_words(text, stop)
    while start < stop:
        first = _level_start(text, start)
        name = _with_end(text[first:stop], end)
        if _is_party(name):
            yield first, name
        if first == 0 or text[first - 1] not in _JOINTS or not (listed or end.endswith(("部门", "机关"))):
            return
        stop = first - 1
        start = _start_of_words(text, stop)


def _with_end(words_: str, end: str) -> str:
    """A piece of an enumeration with the end that all share, unless it has one: 市场监管局 before 等部门."""
    return words_ if end not in _ENDS and read_name(words_).kind in ("named", "body") else words_ + end


def _start_of_words(text: str, stop: int) -> int:
    """Where the words of the tables that run up to `stop` begin; `stop` where there are none.

    Of all ways to walk back the longest that begins with a word of a family counts; fillers and joints stand between.
    """
    table, longest = terms()
    best, reached = stop, {stop}
    for end in range(stop, max(0, stop - 24), -1):
        if end not in reached:
            continue
        for start in range(max(0, end - longest), end):
            term = table.get(text[start:end])
            if term is None or term.text in _ENDS:
                continue
            reached.add(start)
            if term.families and len(term.text) > 1:
                best = min(best, start)
    return best


def _level_start(text: str, start: int) -> int:
    """Where a name begins with the place or level word before its words."""
    window = max(0, start - 12)
    for first in range(window, start):
        if "".join(find_in(text[first:start])) == text[first:start]:
            return first
    before = text[:start].removesuffix("级")
    if before.endswith("国家"):
        return len(before) - 2
    if before[-1:] in _LEVELS and before and not _NO_LEVEL.search(before[:-1]):
        return len(before) - 1
    return start


def _is_party(name: str) -> bool:
    read = read_name(name)
    return bool(read.families) and read.nature in _NAMED and read.kind in ("named", "body", "function")


@cache
def _end_pattern() -> re.Pattern[str]:
    functions = sorted(
        (end for end in words()["function_ends"] if end.endswith(("部门", "机关"))), key=len, reverse=True
    )
    whole = sorted((name for name in named_bodies() if len(name) > 1 and _names_itself(name)), key=len, reverse=True)
    etc = "(?P<etc>等[^，。；等]{0,4}?)?"
    return re.compile(
        f"(?P<named>(?:{'|'.join(whole)}){_NO_END}(?![理法公学事案好结证件]))|"
        f"{etc}(?P<end>{'|'.join(functions)}|局[一-龥]{{2,4}}?分局|分局|委员会|[{_ENDS}]{_NO_END})"
    )


def _names_itself(name: str) -> bool:
    """Whether a name of names.yml can be nothing else in running text; 政府, 社区, 街道 … are no departments there."""
    return _is_party(name) and not set(read_name(name).families) & {"政府", "乡镇街道", "村居", "党委", "管委会"}
