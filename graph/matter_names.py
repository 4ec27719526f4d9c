"""The names of matters: when two are equal, when close, and when a difference says they are two."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from data.reference import load_yaml
from data.spacing import squeeze
from graph.text import any_of, canonical, plain

# What remains of a name without its weak words: shorter, and half of the object is gone (食品安全 → 食品).
_OBJECT = 4
_EDGES = re.compile(r"^[^\w(（《“〈\[【]+|[^\w)）》”〉\]】]+$")


def tidy(name: str) -> str:
    """Return a name as a person would write it: no white space, no stray punctuation at either end.

    Example:
        >>> tidy("流动人口 管理·")
        '流动人口管理'
    """
    return _EDGES.sub("", squeeze(name)) if plain(name) else ""


@lru_cache(maxsize=1 << 14)
def core(name: str) -> str:
    """Return what a name says of its object: generic words out, weak ones too where enough remains.

    A name made of generic words alone keeps them.

    Example:
        >>> core("危险化学品监管"), core("危险化学品安全监督管理"), core("食品安全工作")
        ('危险化学品', '危险化学品', '食品安全')
    """
    objects, bare = _objects(name), _bare(name)
    return bare if len(bare) >= _OBJECT else objects


def swapped(one: str, other: str) -> bool:
    """Return whether two names differ by an object put in another's place, or by a narrower object.

    Swapped: alike at both ends and different between (优抚对象医疗保障, 优抚对象住房保障), or different before a common
    object (精神卫生, 放射卫生). Nested: one object stands in the other's characters in order (煤矿 in 非煤矿山;
    食品安全 in 校园食品安全). None of these is ever one matter.

    Example:
        >>> swapped("校车安全管理", "校园安全管理"), swapped("职业病防治", "职业卫生监管")
        (True, False)
    """
    a, b = canonical(one), canonical(other)
    start, end = _common(a, b), _common(a[::-1], b[::-1])
    between = start >= 1 and end >= 1 and start + end < min(len(a), len(b))
    a, b = _bare(one), _bare(other)
    before = 2 <= _common(a[::-1], b[::-1]) < min(len(a), len(b))
    return between or before or _nested(a, b) or _nested(b, a)


def common_object(one: str, other: str) -> str:
    """Return the object with which the cores of two names begin, "" where they share fewer than two characters.

    Example:
        >>> common_object("职业病防治", "职业卫生监管"), common_object("社会救助", "弃婴救助")
        ('职业', '')
    """
    a, b = core(one), core(other)
    shared = a[: _common(a, b)]
    return shared if len(shared) > 1 else ""


def _common(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _nested(inner: str, outer: str) -> bool:
    rest = iter(outer)
    return inner != outer and all(character in rest for character in inner)


def _objects(name: str) -> str:
    form = canonical(name)
    return _generic().sub("", form) or form


def _bare(name: str) -> str:
    objects = _objects(name)
    return _weak().sub("", objects) or objects


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(any_of(load_yaml("text/matter_words.yml")["generic"]))


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(any_of(load_yaml("text/matter_words.yml")["weak"]))
