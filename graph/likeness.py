"""Whether two names are likely to name one body of the same jurisdiction: evidence, where nothing hangs on one name."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.text import plain

_BRACKET = re.compile(r"[(（\[【].{0,200}?[)）\]】]")
_PLACE = re.compile(r"^(?:[^区县市州旗]{2,4}(?:市|州|盟))?(?:[^区县市局委]{1,4}(?:区|县|旗)|[省市区县旗](?!场))")
_KIND = re.compile(r"(?:行政主管部门|主管部门|分局|支队|大队|局|委员会|委|办公室|办|部门|机关|厅|中心)$")


@lru_cache(maxsize=1 << 14)
def likely_same_body(one: str, other: str) -> bool:
    """Return whether one name could be the other's short form: 发改局 of 区发展和改革局, 公安蒸湘分局 of 区公安局.

    Place and kind of body aside, the characters of the shorter name stand in the longer in the same order.

    Example:
        >>> likely_same_body("区人社局", "区人力资源和社会保障局"), likely_same_body("区工商局", "区商务局")
        (True, False)
    """
    short, long = sorted((_field(one), _field(other)), key=len)
    if len(short) < 2:
        return bool(short) and plain(one) == plain(other)
    rest = iter(long)
    return all(character in rest for character in short)


def _field(name: str) -> str:
    """The field of a body, by which it is named: 卫生 of 衡阳市蒸湘区卫生局."""
    bare = _BRACKET.sub("", re.sub(r"\s", "", name))
    return plain(_KIND.sub("", _PLACE.sub("", bare)))
