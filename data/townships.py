"""Know the name of a township or a street: the places are many, their names are read by their form."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from data.reference import load_yaml
from data.spacing import squeeze

_PLACES = "省市州盟县区旗"
_SHORTEST = 3


@lru_cache(maxsize=8192)
def township_name(text: str) -> str:
    """Return the short name of the township or street that a text names, "" for any other text.

    Args:
        text: a name, alone or behind its county.

    Example:
        >>> township_name("望溪县石桥镇人民政府"), township_name("青石街道办事处"), township_name("特色小镇")
        ('石桥镇', '青石街道', '')
    """
    met = _pattern().match(squeeze(text))
    words = load_yaml("bodies/townships.yml")
    if not met or len(met["name"]) < _SHORTEST or met["name"] in words["words"]:
        return ""
    return "" if met["name"].endswith(tuple(words["tails"])) else met["name"]


@cache
def _pattern() -> re.Pattern[str]:
    words = load_yaml("bodies/townships.yml")
    ends, suffixes = "|".join(words["ends"]), "|".join(words["suffixes"])
    return re.compile(
        rf"^(?:[^，。；：、（）()]*[{_PLACES}])?(?P<name>[^\W\d{_PLACES}]{{1,8}}?(?:{ends}))(?:{suffixes})?$"
    )
