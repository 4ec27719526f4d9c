"""How a list names departments: their forms in the department column, and words of another time or place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.evidence import of_row
from analysis.finding import Evidence
from analysis.lists import quote
from analysis.reforms import is_department
from analysis.wording import sentences
from data.body_names import BodyName, read_name
from data.messages import say
from data.places import bare_name, find
from data.reference import load_yaml
from data.rows import DutyList
from data.spacing import squeeze
from data.texts import Text, texts_of
from graph.dutygraph import Body, DutyGraph, Part
from graph.home import home_of

_TITLE = re.compile("《[^》]*》|〈[^〉]*〉")
# Another level or place before a word: 省卫生计生委 and 国家卫生计生委 are bodies of their own.
_ELSEWHERE = re.compile("(?:国家|中央|全国|省|自治区|[^城]市)$")
# 保卫计划, 护卫计…: there 卫计 is no word.
_WORDS_BEFORE = ("保", "护", "防", "守")


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A name that is not the department's: the words, the key of what to say of them, and where they stand."""

    words: str
    key: str
    about: str
    evidence: tuple[Evidence, ...]


def forms(graph: DutyGraph, parts: Iterable[Part]) -> Iterator[Misnamed]:
    """Yield the departments that the department column of a list calls by several names, level word and place aside.

    A name that prints a function which the body has not is another department's (B14), not another form.
    """
    met: dict[tuple[str, frozenset[str]], dict[str, Part]] = {}
    for part in parts:
        body = graph.body(part.body)
        if _alone(part) and is_department(graph, body) and set(part.families) <= set(body.families):
            met.setdefault((body.id, frozenset(part.families)), {}).setdefault(_bare(graph, part.names[0]), part)
    for (identity, _), told in met.items():
        if len(told) > 1:
            words = "/".join(squeeze(part.names[0]) for part in told.values())
            yield Misnamed(
                words, "reforms.forms", graph.body(identity).name, tuple(of_row(p.row) for p in told.values())
            )


def old_and_new(graph: DutyGraph, parts: Iterable[Part]) -> Iterator[Misnamed]:
    """Yield departments that the column has twice: two bodies of the same functions (建设局, 住房和城乡建设局)."""
    met: dict[frozenset[str], dict[str, Part]] = {}
    for part in parts:
        body = graph.body(part.body)
        if body.families and is_department(graph, body) and read_name(body.name).kind in ("body", "named"):
            met.setdefault(frozenset(body.families), {}).setdefault(body.id, part)
    for told in met.values():
        if len(told) > 1:
            names = "/".join(graph.body(identity).name for identity in told)
            yield Misnamed(names, "reforms.twice", "", tuple(of_row(part.row) for part in told.values()))


def bears(body: Body, name: BodyName) -> bool:
    """Say whether a name can be that of a department: its functions are among the department's, and where it is
    spelled out in full its end is that of a name of the department.
    """
    if not set(name.families) <= set(body.families):
        return False
    reads = [read_name(spelling) for spelling in (body.name, *_own(body))]
    spelled_out = name.rest == name.full and len(name.end) > 1
    return not spelled_out or any(read.end == name.end or read.families != name.families for read in reads)


def joint(name: BodyName) -> bool:
    """Say whether a name has a word for a department that a reform joined (卫计委)."""
    return any(entry.get("joint") and entry["full"] in name.full for entry in _compounds().values())


def words_apart(graph: DutyGraph) -> dict[str, tuple[str, str]]:
    """Return the words that name no department here, each with what to say of it (a key of the messages, and names).

    They are the words for a joint department (卫计委) where the jurisdiction has two, being of a later time, and the
    short names that are in use in other provinces only.
    """
    found: dict[str, tuple[str, str]] = {}
    for word, entry in _compounds().items():
        if entry.get("joint") and (bodies := _apart(graph, tuple(entry["families"]))):
            found[word] = ("reforms.joint", say("join").join(body.name for body in bodies))
    province = _province(graph.jurisdiction)
    for word, entry in load_yaml("bodies/usages.yml").items():
        if province and province not in entry["provinces"]:
            found[word] = ("reforms.foreign", say("join").join(entry["provinces"]))
    return found


def spoken(one: DutyList, words: Mapping[str, tuple[str, str]]) -> Iterator[Misnamed]:
    """Yield the words that a list has in any text, outside titles, and not as names of bodies of another level."""
    if not words:
        return
    pattern = re.compile("|".join(map(re.escape, words)))
    met: dict[str, list[Evidence]] = {}
    for text in texts_of(one):
        for piece in sentences(text.words) if pattern.search(squeeze(text.words)) else ():
            for word in _met(squeeze(piece), pattern):
                met.setdefault(word, []).append(_quote(one, text, piece))
    for word, found in met.items():
        yield Misnamed(word, *words[word], tuple(found))


def _met(piece: str, pattern: re.Pattern[str]) -> set[str]:
    bare = _TITLE.sub("《》", piece)
    return {match.group() for match in pattern.finditer(bare) if not _part_of_word(bare, match)}


def _part_of_word(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    return bool(_ELSEWHERE.search(before)) or before.endswith(_WORDS_BEFORE) or text.startswith("划", match.end())


def _alone(part: Part) -> bool:
    """Say whether the name of a part is whole: no piece of an enumeration (农业、林业等部门)."""
    name = part.names[0] if part.names else ""
    return "等" not in name and read_name(name).kind in ("body", "named", "function")


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


def _bare(graph: DutyGraph, name: str) -> str:
    home = home_of(graph.jurisdiction)
    bare = squeeze(name)
    for place in (home.name, home.bare, home.word):
        bare = bare.removeprefix(place) if place else bare
    return re.sub("[和与及]", "", bare)


def _own(body: Body) -> Iterator[str]:
    """Yield the spellings that the body has by its own words, not by its functions alone."""
    yield from (link.mention for link in body.links if link.mention and not link.reason.endswith("family"))


@cache
def _province(jurisdiction: str) -> str:
    known = {
        place.parents[0] or place.name for place in find(bare_name(jurisdiction)) if jurisdiction.endswith(place.full)
    }
    return known.pop() if len(known) == 1 else ""


def _compounds() -> dict[str, Any]:
    table: dict[str, Any] = load_yaml("bodies/compounds.yml")
    return table
