"""Know a document that is nothing but running text which divides duties: a notice that settles who does what."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from data import places
from data.bodies import looks_like_department
from data.document import Block, Paragraph, Table
from data.reference import load_yaml
from data.spacing import squeeze
from loaders.lists.outline import RawList, RawSection
from loaders.lists.prose import read_prose
from loaders.lists.proselines import matter_name, prose_line
from loaders.lists.titles import is_date
from loaders.wording import unmarked

# A title may be broken over so many lines.
_TITLE_LINES = 5
_ABOUT = re.compile(r"^.*关于")
# What a title goes on with behind whoever issued it (县民政局关于…, 县民政局与有关部门职责分工).
_OTHER_SIDE = re.compile("关于|[与和](?:相关|有关|其他)")
_NUMBERS = re.compile(r"\d+")


def opened(raw: RawList) -> RawList:
    """Return a list without parts as one with boundaries, where its text surely divides duties; any other as it is.

    It does where its title says so (职责分工, 职责边界) and is that of no plan, and where at least two departments have
    duties in one matter.

    Args:
        raw: what the outline found.
    """
    lines = _in_order([*raw.title, *(block for block in raw.rest if not isinstance(block, Table))])
    title = _title(lines)
    if raw.sections or not title:
        return raw
    text = lines[len(title) :]
    issuer = _issuer(title, text)
    start = len(title) + _first_matter(text)
    matter = titled_matter(title)
    signed = [one.source for one in issuer]
    body = [line for line in lines[start:] if line.source not in signed]
    if not read_prose(body, "", "", matter).rows:
        return raw
    head: list[Block] = [line for line in lines[:start] if line.source not in signed]
    tables: list[Block] = [block for block in raw.rest if isinstance(block, Table)]
    boundaries = RawSection("boundaries", None, body, matter=matter)
    return replace(raw, title=issuer, sections=[boundaries], rest=[*head, *tables])


def _issuer(title: Sequence[Paragraph], text: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the line that names who issued a document, cut to the name: of its title, else above its last date."""
    before = [(line, _name_in(line)) for line in title]
    signed = [(line, _name_in(line)) for line, below in itertools.pairwise(text) if is_date(_joined([below]))]
    named = [(line, name) for line, name in (*before, *signed[-1:]) if name]
    return [replace(line, text=name) for line, name in named[:1]]


def _name_in(line: Paragraph) -> str:
    name = _OTHER_SIDE.split(_joined([line]))[0].removeprefix("中共")
    return name if looks_like_department(name) else ""


def titled_matter(title: Sequence[Paragraph]) -> str:
    """Return the matter that a title names before 职责分工 or the like, "" where it names none.

    Example: 关于明确校外培训机构监管职责分工的通知 names 校外培训机构监管.
    """
    words = _ABOUT.sub("", _joined(title))
    cue = max((words.rfind(cue) + len(cue) for cue in _words()["titles"] if cue in words), default=0)
    name = matter_name(words[:cue]) if cue else ""
    name = name.removeprefix(places.leading(name))
    return "" if name in _words()["no_matter_titles"] or name in _words()["titles"] else name


def _title(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the first lines up to the one that says that duties are divided, [] where none does, or a plan's."""
    for end in range(1, min(_TITLE_LINES, len(lines)) + 1):
        words = _joined(lines[:end])
        if any(cue in words for cue in _words()["no_titles"]) or words.endswith(("：", ":", "。")):
            return []
        if any(cue in words for cue in _words()["titles"]) and words.endswith(tuple(_words()["title_ends"])):
            return list(lines[:end])
    return []


def _first_matter(lines: Sequence[Paragraph]) -> int:
    """Return where the text begins behind the address and the lead: at the first number, or behind 明确如下."""
    for index, line in enumerate(lines):
        words = squeeze(unmarked(line.text))
        if words.endswith(("：", ":", "。")) and any(lead in words[-8:] for lead in _words()["leads"]):
            return index + 1
        if prose_line(line).numbered:
            return index
    return 0


def _joined(lines: Sequence[Paragraph]) -> str:
    return squeeze("".join(unmarked(line.text) for line in lines))


def _in_order(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Return paragraphs in the order in which they stand in the document."""
    return sorted(lines, key=lambda line: (list(map(int, _NUMBERS.findall(line.source.part))), line.source.first))


def _words() -> dict[str, Any]:
    words: dict[str, Any] = load_yaml("prose.yml")
    return words
