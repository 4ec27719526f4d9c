"""Cut a department cell into the bodies it names.

A cell names one body, or several between 、, line ends or 和; brackets behind a name hold a role (协办), units of the
body (就业局), or further bodies (区监察局). Nothing printed is lost but separators, brackets and white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from data.body_names import BodyName, read_name
from data.body_terms import cut, family_table, words

_SEPARATORS = "、，,；;／/。·"
# 区民政局社会事务股: an office within a body.
_OFFICE = re.compile("(?P<body>.{2,}(?:局|委|办|厅|联|委员会|办公室))(?P<office>[^局委办]{1,8}(?:股|科|科室))")
_OPEN, _CLOSE = "（([【〔", "）)]】〕"


@dataclass(frozen=True, slots=True)
class Mention:
    """One body named in a cell.

    `printed` is the piece of the cell with its brackets (and the label that heads its group), `text` the name in it,
    `name` the name to be linked (an end or level word that the list shares is added: 农业、林业部门 → 农业部门), `tag`
    its role words, `units` the units of the body named in brackets.
    """

    printed: str
    text: str
    name: str
    tag: str = ""
    units: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def split_cell(text: str) -> tuple[Mention, ...]:
    """Cut a department cell into mentions, in order; () for a blank cell.

    Example:
        >>> [mention.text for mention in split_cell("运管部门（铁路部门、民航部门）")]
        ['运管部门', '铁路部门', '民航部门']
        >>> split_cell("区人社局（就业局）")[0].units
        ('就业局',)
    """
    pieces = [part for piece in _at_separators(_joined_lines(text)) for part in _at_conjunctions(piece)]
    mentions = [mention for piece in pieces for mention in _open_brackets(piece)]
    return tuple(_with_shared_level(_with_shared_end(_with_shared_tag(mentions))))


def _joined_lines(text: str) -> str:
    """Join what a line end or space cuts inside a name; between two whole names it is a separator."""
    chunks = text.split()
    joined = "".join(chunks[:1])
    for chunk in chunks[1:]:
        apart = _balanced(joined) and _whole(re.split(f"[{_SEPARATORS}]", joined)[-1]) and _whole(chunk)
        joined += ("、" if apart else "") + chunk
    return joined


def _balanced(text: str) -> bool:
    return sum(text.count(mark) for mark in _OPEN) == sum(text.count(mark) for mark in _CLOSE)


def _whole(piece: str) -> bool:
    """Whether a piece, up to its bracket, is the whole name of a body."""
    head = re.split(f"[{re.escape(_OPEN)}{_SEPARATORS}]", piece)[0]
    return read_name(head).kind in ("named", "body", "function")


def _at_separators(text: str) -> Iterator[str]:
    """Cut at separators outside brackets."""
    depth, piece = 0, ""
    for mark in text:
        depth += (mark in _OPEN) - (mark in _CLOSE)
        if mark in _SEPARATORS and depth <= 0:
            yield piece
            piece = ""
        else:
            piece += mark
    yield piece


def _at_conjunctions(piece: str) -> Iterator[str]:
    """Cut at 和, 与, 及 between two whole names: 区教育局和区公安局, but 人力资源和社会保障局."""
    for match in re.finditer("以及|和|与|及", piece):
        left, right = piece[: match.start()], piece[match.end() :]
        apart = _whole(left) and (_whole(right) or read_name(right).kind == "generic")
        if apart and read_name(piece).kind not in ("named", "generic"):
            yield left
            yield from _at_conjunctions(right)
            return
    if piece:
        yield piece


def _open_brackets(piece: str) -> Iterator[Mention]:
    """Read one piece: the name, and what its brackets say."""
    tag, body = _leading_tag(piece)
    body = re.sub(f"[{re.escape(_OPEN)}](街道|街道办|[乡镇村居场])[{re.escape(_CLOSE)}]", r"\1", body)
    match = re.fullmatch(f"(.+?)[{re.escape(_OPEN)}](.*?)[{re.escape(_CLOSE)}]?", body)
    if not match:
        yield from _plain(piece, tag, body)
        return
    head, inner = match.groups()
    inside = [mention for part in _at_separators(inner) for mention in _plain(part, "", part)]
    if not inside or not all(_whole(mention.name) and not _is_tag(mention.name) for mention in inside):
        yield _noted(piece, tag, head, inner)
    elif all(_is_unit_of(mention.text, head) for mention in inside):
        yield Mention(piece, head, head, tag, tuple(mention.text for mention in inside))
    else:
        yield Mention(head, head, head, tag)
        yield from inside


def _noted(piece: str, tag: str, head: str, inner: str) -> Mention:
    """A bracket that names no body is a tag behind a whole name, and part of the name otherwise: 乡（镇）人民政府."""
    name = re.sub(f"[{re.escape(_OPEN + _CLOSE)}]", "", piece)
    if _whole(head) or not _whole(name):
        return Mention(piece, head, head, tag + inner)
    return Mention(piece, name, name, tag)


def _plain(piece: str, tag: str, body: str) -> Iterator[Mention]:
    match = re.fullmatch(f"(.+?)((?:{_tag_words()})+)", body)
    if match and _whole(match.group(1)):
        yield Mention(piece, match.group(1), match.group(1), tag + match.group(2))
    elif office := _OFFICE.fullmatch(body):
        yield Mention(piece, office["body"], office["body"], tag, (office["office"],))
    elif body:
        yield Mention(piece, body, body, tag)


def _leading_tag(piece: str) -> tuple[str, str]:
    match = re.match(f"(?:(?:{_tag_words()})+(?:单位|部门)?)[:：]", piece)
    return (match.group(), piece[match.end() :]) if match and match.end() < len(piece) else ("", piece)


def _is_tag(text: str) -> bool:
    return re.fullmatch(f"(?:{_tag_words()})+(?:单位|部门)?", text) is not None


@cache
def _tag_words() -> str:
    return "|".join(words()["tags"])


def _is_unit_of(inner: str, head: str) -> bool:
    """Whether a name in brackets is a unit of the body before them: 区人社局（就业局）.

    A unit's family is under the body's, or the unit goes without the level word that the body has.
    """
    unit, body = read_name(inner), read_name(head)
    if unit.kind == "function":
        return False
    under = {family_table().get(family, {}).get("under") for family in unit.families}
    return bool(under & set(body.families)) or (bool(body.level) and not unit.level)


def _with_shared_tag(mentions: list[Mention]) -> list[Mention]:
    """牵头单位：甲、乙；配合单位：丙: the tag of a group holds up to the next."""
    tag, shared = "", []
    for mention in mentions:
        tag = mention.tag if mention.tag.endswith((":", "：")) else tag
        shared.append(mention if mention.tag else replace(mention, tag=tag, printed=tag + mention.printed))
    return shared


def _with_shared_end(mentions: list[Mention]) -> list[Mention]:
    """农业、林业等成员部门, 国税、地税分局: the end of the last name is that of all before it that lack one."""
    end, shared = "", []
    for mention in reversed(mentions):
        name = _without_etc(mention.name)
        read = read_name(name)
        if read.kind == "none" and end and _only_families(read):
            name += end
        end = ("部门" if read.kind == "function" else read.end) if read.kind in ("body", "function") else end
        shared.append(replace(mention, name=name))
    return shared[::-1]


def _without_etc(name: str) -> str:
    """交通等成员部门 → 交通部门, 县公安局等有关部门 → 县公安局."""
    match = re.fullmatch("(.+)等[^等、]{0,6}(部门|单位|机关)", name)
    return name if not match else match.group(1) + ("" if _whole(match.group(1)) else match.group(2))


def _only_families(read: BodyName) -> bool:
    terms = cut(read.rest)
    return bool(terms) and all(term.known for term in terms) and any(term.families for term in terms)


def _with_shared_level(mentions: list[Mention]) -> list[Mention]:
    """市环保局、规划局: a higher level word before the first name is that of the names behind it too."""
    first = read_name(mentions[0].name) if mentions else None
    if first is None or first.level not in ("省", "市", "自治区") or first.place:
        return mentions
    reads = [read_name(mention.name) for mention in mentions]
    bare = [read.kind == "body" and not read.level for read in reads]
    return [replace(m, name=first.level + m.name) if lacks else m for m, lacks in zip(mentions, bare, strict=True)]
