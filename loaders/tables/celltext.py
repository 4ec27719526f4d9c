"""Clean the text of a cell of what converters leave in it, and cut it into the items it holds."""

from __future__ import annotations

import html
import re

# Only the tags that converters write: titles of laws are quoted in angle brackets too (<收养法>).
_TAGS = re.compile(r"</?(?:p|hr|br|b|i|u|strong|em|sup|sub|div|span)\s*/?>", re.IGNORECASE)
_BREAKS = re.compile(r"<(?:hr|br)\s*/?>|</p>\s*<p>", re.IGNORECASE)
_RULE = re.compile(r"<hr\s*/?>", re.IGNORECASE)
_RULED = re.compile(r"<hr\s*/?>|</p>\s*<p>", re.IGNORECASE)
_RESIDUE = re.compile(r"\[bookmark: [^\]]*\]")
_BOLD = re.compile(r"^\*\*([^*]+)\*\*$")
_NUMBERED = re.compile(r"^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}\s*[、．.)）]|[①-⑳])")
_ENDS = tuple("。；;：:，,、")


def clean(text: str) -> str:
    """Return a cell's text without what converters leave in it: HTML tags and entities, bold type, bookmarks.

    Example:
        >>> clean("<p>编制规划</p> <p>组织实施</p>")
        '编制规划\\n组织实施'
    """
    plain = _RESIDUE.sub("", _BOLD.sub(r"\1", text.strip()))
    if "<" in plain:
        plain = _TAGS.sub("", _BREAKS.sub("\n", plain))
    return (html.unescape(plain) if "&" in plain else plain).strip()


def items_of(printed: str) -> list[str]:
    """Return the items of a cell: pieces parted by a rule, or HTML paragraphs that are no sentences of one text.

    Paragraphs with a mark of punctuation at their end, or numbered, are one item: what an item says in steps.

    Example:
        >>> items_of("<p>编制规划</p> <p>组织实施</p>"), items_of("<p>编制规划；</p> <p>组织实施。</p>")
        (['编制规划', '组织实施'], ['编制规划；\\n组织实施。'])
    """
    return [item for piece in _RULE.split(printed) for item in _paragraphs(piece)] or [clean(printed)]


def _paragraphs(printed: str) -> list[str]:
    pieces = [piece for piece in map(clean, _RULED.split(printed)) if piece]
    steps = any(_NUMBERED.match(piece) for piece in pieces) or any(piece.endswith(_ENDS) for piece in pieces[:-1])
    return [clean(printed)] if steps else pieces
