"""Departments that running text names: which bodies they are, and whether a matter lists them under any name."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.bodies import successor
from data.body_names import BodyName, read_name
from data.body_terms import family_table
from data.reference import load_yaml
from data.rows import DutyList
from data.spacing import squeeze
from graph.dutygraph import Body, DutyGraph
from graph.home import home_of
from graph.parties import named_in
from graph.text import any_of

# Natures of bodies that have a duty of their own beside others; a hospital, a bank or a leading group has not.
_DEPARTMENTS = ("government", "vertical", "party", "mass")
# Two characters that no list of the jurisdiction has are more likely the middle of other words (当事人行政).
_ABBREVIATED = 2
_JOINTS = "、和与及以"
_LEVELS = "县区市旗"
# The longest name of a county body that is read in running text, in characters.
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class Named:
    """A department named in running text: its words, the bodies of the jurisdiction that they mean, its families."""

    words: str
    bodies: tuple[Body, ...]
    families: tuple[str, ...]

    @property
    def name(self) -> str:
        """The canonical name where the words mean one body, else the words."""
        return self.bodies[0].name if len(self.bodies) == 1 else self.words


def departments_in(graph: DutyGraph, text: str) -> tuple[Named, ...]:
    """Return the departments that a text names, each once, as far as a table of the jurisdiction may list them.

    Left out are words that name no department (有关部门), units and groups, and departments of other places and levels,
    those of a place without a name (邻县, 外县, 乙县) among them.
    """
    told = (words for words in named_in(text) if not _elsewhere(graph, text, words))
    return tuple(named for words in told if (named := _named(graph, words)))


def leading_departments(graph: DutyGraph, text: str) -> Iterator[Named]:
    """Yield the departments that a text begins with, joined by 、 or 和: 民政、残联等部门做好… begins with two."""
    rest = squeeze(text)
    while rest:
        found = _first(graph, rest)
        if not found:
            return
        yield found[0]
        rest = rest[found[1] :].lstrip(_JOINTS)


def owner_bodies(graph: DutyGraph, one: DutyList) -> tuple[str, ...]:
    """Return the ids of the body that owns a list and of the second names it stands under."""
    found = (body for name in (one.owner, *one.aliases) if name for body, _ in graph.resolve(name))
    return tuple(dict.fromkeys(found))


def is_listed(named: Named, listed: Iterable[Body]) -> bool:
    """Say whether a department is among the bodies, under whatever name.

    It is where they have its body, another name plate of the same organisation, or a body of its family or of a unit
    under it. Where the jurisdiction has no such body (计生部门 after the merger), the family before or after counts.
    """
    bodies = tuple(listed)
    if _organisations(named.bodies) & _organisations(bodies):
        return True
    families = {family for body in bodies for family in body.families}
    families |= {family_table().get(family, {}).get("under", family) for family in families}
    own = {family for body in named.bodies for family in body.families} or set(named.families)
    return bool(own & families) or (not named.bodies and _succeed(own, families))


def _named(graph: DutyGraph, words: str) -> Named | None:
    bodies = _bodies(graph, words)
    read = read_name(words)
    if bodies:
        return Named(words, bodies, read.families) if all(_near(graph, body) for body in bodies) else None
    known = len(words) > _ABBREVIATED and read.nature in _DEPARTMENTS and not read.place
    own = read.level in ("", graph.jurisdiction[-1:])
    return Named(words, (), read.families) if known and own and read.families else None


def _elsewhere(graph: DutyGraph, text: str, words: str) -> bool:
    """Say whether a name always stands behind a word that makes its place another one: 邻 before 县税务局."""
    before = re.split(re.escape(words), squeeze(text))[:-1]
    others = any_of(load_yaml("duty_words.yml")["elsewhere"])
    met = [re.search(f"{others}$", piece) for piece in before]
    other = [one is not None and not graph.jurisdiction.endswith(one[0] + words[0]) for one in met]
    return words[:1] in _LEVELS and bool(other) and all(other)


def _bodies(graph: DutyGraph, words: str) -> tuple[Body, ...]:
    return tuple(graph.body(body) for body, _ in graph.resolve(words))


def _first(graph: DutyGraph, text: str) -> tuple[Named, int] | None:
    """Return the department that a text begins with, and how many characters of it are printed there."""
    for named in departments_in(graph, text):
        printed = next((n for n in range(len(named.words), 1, -1) if text.startswith(named.words[:n])), 0)
        if printed:
            return named, printed
    names = (read_name(text[:length]) for length in range(min(_LONGEST, len(text)), 2, -1))
    name = next((name for name in names if _independent(graph, name)), None)
    return (Named(name.text, _bodies(graph, name.text), name.families), len(name.text)) if name else None


def _independent(graph: DutyGraph, name: BodyName) -> bool:
    """Say whether words name a body of this level that is no unit of another, such as 县供销合作社."""
    alone = not any("under" in family_table().get(family, {}) for family in name.families)
    own = name.level == graph.jurisdiction[-1:] and not name.place
    return own and alone and name.known and bool(name.families) and name.kind in ("named", "body")


def _near(graph: DutyGraph, body: Body) -> bool:
    """Say whether a body is a department of the jurisdiction's own level, or the branch of a higher one there."""
    own = body.level in ("unknown", home_of(graph.jurisdiction).level)
    return body.nature == "vertical" or (own and body.nature in _DEPARTMENTS)


def _organisations(bodies: Iterable[Body]) -> set[str]:
    """Return the ids of bodies and of those whose second name plates they are."""
    return {identity for body in bodies for identity in (body.id, *_hosts(body))}


def _hosts(body: Body) -> set[str]:
    return {link.target for link in body.links if link.reason.endswith("plate")}


def _succeed(left: set[str], right: set[str]) -> bool:
    """Say whether a family of one side took over one of the other; two that merged into a third did not."""
    last = datetime.date.max
    return any(one in successor(other, last) or other in successor(one, last) for one in left for other in right)
