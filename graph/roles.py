"""Read the role of a department from the words of its row.

Words alone decide, those of data/roles.yml: a tag in the cell, else a word that makes a lead of this matter, else a
word of support that opens the text; any other part is `responsible`. The owner of a list leads nothing because it
stands first, and what another department leads makes nobody lead here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from data.column_roles import column_role, helper_word
from data.rows import Role
from data.spacing import squeeze
from graph.role_clauses import Clause, clauses
from graph.role_doers import done_by_other
from graph.role_objects import share_of_matter, touches
from graph.role_tags import tagged_role
from graph.role_words import hide_compounds, opens_with, pattern, words
from graph.text import any_of, plain

# The clause of a lead speaks of the matter: on real rows the leads lay at .67 and above, sub-tasks at .50 and below.
NAMES_THE_MATTER = 0.6
_HEAD = 12


@lru_cache(maxsize=1 << 14)
def read_role(duty: str, department: str, matter: str, column: str = "", place: int = 0) -> Role:
    """Return the role that the words of a row give its department, or the head of the column that it stands in.

    Args:
        duty: the duty text, verbatim.
        department: the department cell (or the one name of it), with tags such as （牵头）.
        matter: the name of the matter, "" where it is lost.
        column: the printed head of its column, where that tells a role (牵头部门); only a tag of its own outweighs it.
        place: which of several departments of its cell it is, from 1; 0 where it is the only one.

    Returns:
        lead, responsible or support with its deciding words as printed (white space out); no name where the text
        says nothing. `explicit` where a word of the role list decides, else `inferred`.

    Example:
        >>> read_role("牵头组织实施农业保险", "区财政局", "政策性农业保险")
        Role(name='lead', confidence='explicit', words='牵头')
        >>> read_role("报区发改局统筹协调后予以立项", "其他有关部门", "规划编制").name
        'responsible'
        >>> read_role("负责落实资金", "区财政局", "校舍安全", "配合部门").name
        'support'
    """
    if by_column := _by_column(column, place):
        return tagged_role("", department) or by_column
    said = clauses(duty, department)
    return (
        tagged_role(duty, department)
        or next(_leads(said, department, matter), None)
        or _support(said)
        or _part(duty, said)
    )


def _by_column(column: str, place: int) -> Role | None:
    """Return the role that the head of a column tells: a township's, where it is told at all, is to help."""
    if told := column_role(column):
        if place and told[1] in words("superior_heads"):
            return Role("lead" if place == 1 else "responsible", "order", told[1])
        return Role(told[0], "explicit", told[1])
    word = helper_word(column)
    return Role("support", "inferred", word) if word else None


def _leads(said: tuple[Clause, ...], department: str, matter: str) -> Iterator[Role]:
    for kind in words("lead"):
        cue = any_of(kind["words"])
        for clause in said:
            for met in re.finditer(cue, clause.text):
                if _is_own_lead(clause, met, department) and _in_scope(kind["scope"], clause, met, matter):
                    yield Role("lead", kind["confidence"], met[0])


def _is_own_lead(clause: Clause, met: re.Match[str], department: str) -> bool:
    """Whether the word is said of the department itself: not of a helper's task, nor of another that leads."""
    before, after = clause.text[: met.start()], clause.text[met.end() :]
    unit = re.match(any_of(words("tags")["units"]), after)
    alone = unit is not None and not before and unit.end() == len(after)
    names_a_body = unit and not alone and not re.search("[为是]", before)
    return not names_a_body and not _helps(clause.sentence) and not done_by_other(before, department)


def _in_scope(scope: str, clause: Clause, met: re.Match[str], matter: str) -> bool:
    """Whether the word stands for the matter, as its scope in data/roles.yml demands."""
    if re.search(pattern("measures"), clause.text) and not re.search(pattern("measures"), matter):
        return False
    if scope == "first" or (scope == "opening" and clause.opens):
        starts = scope == "opening" or opens_with(re.escape(met[0]), clause.text) is not None
        return starts and clause.opens and (touches(clause.text, matter) or touches(clause.sentence, matter))
    if scope == "start" and not opens_with(re.escape(met[0]), clause.text):
        return False
    rest = f"{clause.text[: met.start()]}，{clause.text[met.end() :]}"
    return bool(matter) and share_of_matter(rest, matter) >= NAMES_THE_MATTER


def _support(said: tuple[Clause, ...]) -> Role | None:
    for clause in said:
        met = _helps(clause.text) if clause.opens or clause.named else None
        if met:
            return Role("support", "explicit", met["word"])
    offered = re.search(pattern("help") + "$", said[0].text) if len(said) == 1 else None
    if not offered:
        return None
    explicit = re.search(pattern("support"), offered[0]) is not None
    return Role("support", "explicit" if explicit else "inferred", offered[0])


def _helps(text: str) -> re.Match[str] | None:
    """The word of support that opens a clause; none where it is one's own government that is helped."""
    met = opens_with(rf"(?P<word>{pattern('support')})", text)
    superior = rf"(?:本级|同级|各级|[区县市])?{pattern('superiors')}(?!部门|有关|相关)"
    return None if met and re.match(superior, text[met.end() :]) else met


def _part(duty: str, said: tuple[Clause, ...]) -> Role:
    """A part of its own, by the verb that opens the text, or the first one in it."""
    text = squeeze(duty)
    if not said or not plain(text) or plain(text) in words("nothing"):
        return Role(None, "inferred", "")
    opening = next(clause.text for clause in said if clause.opens)
    deed = rf"(?P<word>{pattern('deeds')})"
    met = re.match(deed, opening) or opens_with(deed, opening) or re.search(deed, hide_compounds(text))
    return Role("responsible", "inferred", met["word"] if met else text[:_HEAD])
