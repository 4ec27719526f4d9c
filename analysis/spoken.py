"""Words in the texts of a list that name no department of the place: of a later reform, or of other provinces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from analysis.finding import Evidence
from analysis.lists import quote
from analysis.namings import Misnamed, compounds
from analysis.reforms import is_department
from analysis.rule import Words
from analysis.wording import sentences
from data.messages import say
from data.places import bare_name, find
from data.reference import load_yaml
from data.rows import DutyList
from data.spacing import squeeze
from data.texts import Text, texts_of
from graph.dutygraph import Body, DutyGraph

_TITLE = re.compile("《[^》]*》|〈[^〉]*〉")


def words_apart(graph: DutyGraph) -> dict[str, tuple[str, str]]:
    """Return the words that name no department here, each with what to say of it (a key of the messages, and names).

    They are the words for a joint department (卫计委) where the jurisdiction has two, being of a later time, and the
    short names that are in use in other provinces only.
    """
    found: dict[str, tuple[str, str]] = {}
    for word, entry in compounds().items():
        if entry.get("joint") and (bodies := _apart(graph, tuple(entry["families"]))):
            found[word] = ("reforms.joint", say("join").join(body.name for body in bodies))
    province = _province(graph.jurisdiction)
    for word, entry in load_yaml("bodies/usages.yml").items():
        if province and province not in entry["provinces"]:
            found[word] = ("reforms.foreign", say("join").join(entry["provinces"]))
    return found


def spoken(one: DutyList, apart: Mapping[str, tuple[str, str]], words: Words) -> Iterator[Misnamed]:
    """Yield the words that a list has in any text, outside titles, and not as names of bodies of another level.

    Args:
        one: the list.
        apart: the words, with what to say of each (`words_apart`).
        words: the rule's terms: what before a word makes it another level's (elsewhere), and what before or behind it
            makes it a piece of another word (before, behind).
    """
    if not apart:
        return
    pattern = re.compile("|".join(map(re.escape, apart)))
    met: dict[str, list[Evidence]] = {}
    for text in texts_of(one):
        for piece in sentences(text.words) if pattern.search(squeeze(text.words)) else ():
            for word in _met(squeeze(piece), pattern, words):
                met.setdefault(word, []).append(_quote(one, text, piece))
    for word, found in met.items():
        yield Misnamed(word, *apart[word], tuple(found))


def _met(piece: str, pattern: re.Pattern[str], words: Words) -> set[str]:
    bare = _TITLE.sub("《》", piece)
    return {match.group() for match in pattern.finditer(bare) if not _of_another(bare, match, words)}


def _of_another(text: str, match: re.Match[str], words: Words) -> bool:
    """Say whether a word is a piece of another one, or of the name of a body of another level."""
    before = text[: match.start()]
    level = before.endswith(words.terms("elsewhere")) and not before.endswith(words.terms("here"))
    return level or before.endswith(words.terms("before")) or text.startswith(words.terms("behind"), match.end())


def _quote(one: DutyList, text: Text, piece: str) -> Evidence:
    if text.section is None:
        return Evidence(piece, text.source, one.owner)
    return quote(one, text.section, piece, text.source)


def _apart(graph: DutyGraph, families: tuple[str, ...]) -> tuple[Body, ...]:
    """Return the departments that have the families each for itself; () where one has several, or none has one."""
    own = [body for body in graph.bodies() if set(body.families) & set(families) and is_department(graph, body)]
    holders = [body for family in families for body in own if set(body.families) & set(families) == {family}]
    held = {family for body in holders for family in body.families}
    return tuple(dict.fromkeys(holders)) if set(families) <= held and len(holders) == len(own) else ()


@cache
def _province(jurisdiction: str) -> str:
    known = {
        place.parents[0] or place.name for place in find(bare_name(jurisdiction)) if jurisdiction.endswith(place.full)
    }
    return known.pop() if len(known) == 1 else ""
