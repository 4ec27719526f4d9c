"""Words in the texts of a list that name no department of the place: of a later reform, or of other provinces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from analysis.finding import Evidence
from analysis.lists import quote
from analysis.namings import Misnamed, compounds
from analysis.reforms import is_department, owners_of
from analysis.rule import Words
from analysis.wording import sentences
from data.body_names import read_name
from data.messages import say
from data.places import bare_name, find
from data.reference import load_yaml
from data.rows import DutyList
from data.spacing import squeeze
from data.texts import Text, texts_of
from graph.dutygraph import Body, DutyGraph
from graph.eras import former_names
from graph.home import home_of
from graph.parties import named_in

_TITLE = re.compile("《[^》]{0,200}》|〈[^〉]{0,200}〉")


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
    for text in _own_voice(one):
        for piece in sentences(text.words) if pattern.search(squeeze(text.words)) else ():
            for word in _met(squeeze(piece), pattern, words):
                met.setdefault(word, []).append(_quote(one, text, piece))
    for word, found in met.items():
        yield Misnamed(word, *apart[word], tuple(found))


def former(graph: DutyGraph, one: DutyList, words: Words) -> Iterator[Misnamed]:
    """Yield the names that the owner of a list had before its present one, where the list still speaks of itself so.

    Names that stand in titles, behind 原, or with another place or level are left out.
    """
    owner = next(iter(owners_of(graph, one)), None)
    old = former_names(owner, graph.dated(one).first) if owner else frozenset()
    if not owner or not old:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(old))))
    met: dict[str, list[Evidence]] = {}
    for text in _own_voice(one):
        for piece in sentences(text.words) if pattern.search(squeeze(text.words)) else ():
            for name in _old_names(graph, squeeze(piece), old, words):
                met.setdefault(name, []).append(_quote(one, text, piece))
    for name, found in met.items():
        yield Misnamed(name, "reforms.former", owner.name, tuple(found))


def _old_names(graph: DutyGraph, piece: str, old: frozenset[str], words: Words) -> Iterator[str]:
    here = ("", home_of(graph.jurisdiction).word)
    for name in named_in(piece):
        read = read_name(name)
        ago = any(word + name in piece for word in words.terms("ago"))
        if read.rest in old and not read.place and read.level in here and not ago:
            yield name


def _own_voice(one: DutyList) -> Iterator[Text]:
    """Yield the texts that are the list's own words: what it cites as basis may rightly have the words of its time."""
    yield from (text for text in texts_of(one) if text.field not in ("department", "basis"))


def _met(piece: str, pattern: re.Pattern[str], words: Words) -> tuple[str, ...]:
    bare = _TITLE.sub("《》", piece)
    own = (match.group() for match in pattern.finditer(bare) if not _of_another(bare, match, words))
    return tuple(dict.fromkeys(own))


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
