"""Short forms in one text: 《条例》 stands for the instrument that the text calls so, or the one of such a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.citation_text import title_words
from graph.citation_titles import Title

_DEFINED = re.compile(r"(?:以下|下)(?:简称|统称|称)[:“\"]?[《〈]?([^《》〈〉()“”\",。;]{1,20})")


def full_titles(words: str, titles: Sequence[Title]) -> dict[int, str]:
    """Return for the titles that are short forms what they stand for: place of the title → full title ("" where the
    title only says how the one before it will be called).

    Args:
        words: the folded text.
        titles: all its titles, in order.

    Example:
        >>> first = Title("城市供水条例", 0, 8)
        >>> full_titles("《城市供水条例》第三条,《条例》第五条", [first, Title("条例", 12, 16)])
        {12: '城市供水条例'}
    """
    defined = {met.start(1): met[1] for met in _DEFINED.finditer(words)}
    called: dict[str, str] = {}
    found: dict[int, str] = {}
    for number, title in enumerate(titles):
        if defining := [defined[place] for place in range(title.start, title.end) if place in defined]:
            found[title.start] = ""
            called[defining[0]] = called[title.name] = titles[number - 1].name if number else ""
        elif title.name in called:
            found[title.start] = called[title.name]
        elif title.name in title_words("short") and (full := _last(title.name, titles[:number])):
            found[title.start] = full
    return found


def _last(short: str, before: Sequence[Title]) -> str:
    """The only title before that ends with the short one; "" where there is none or several."""
    full = {title.name for title in before if title.name.endswith(short) and title.name != short}
    return full.pop() if len(full) == 1 else ""
