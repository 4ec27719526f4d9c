"""Matters of different jurisdictions that are the same business under the same or nearly the same name.

This is the careful part of matching: equal names, or names that differ in nothing but generic words and are borne out
by the duty texts. Renames, narrower matters and splits are left for the full matching.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.dutygraph import DutyGraph, Link, Matter
from graph.likeness import likely_same_body
from graph.matter_names import core
from graph.shared_duties import Statement, shared_duties, topic_share
from graph.text import plain, same_words

# Share of the shorter text that departments of one function must have in common, and of the bigrams beside the name's.
HALF = 0.5
ON_TOPIC = 0.1


@dataclass(frozen=True, slots=True)
class Member:
    """A matter of one jurisdiction, and why it belongs to the group."""

    graph: DutyGraph
    matter: Matter
    link: Link


@dataclass(frozen=True, slots=True)
class Counterparts:
    """One business of several jurisdictions: at most one matter of each."""

    members: tuple[Member, ...]

    @property
    def name(self) -> str:
        """The name that most jurisdictions give it; of equals the longer, so that their order has no say."""
        counted = Counter(member.matter.name for member in self.members)
        return min(counted, key=lambda name: (-counted[name], -len(name), name))


def close_matters(graphs: Sequence[DutyGraph]) -> tuple[Counterparts, ...]:
    """Return the groups of matters that two jurisdictions or more have in common.

    Groups and members stand in the order of `graphs`, which otherwise has no say: the jurisdictions are gone through by
    name. A matter joins the group to whose first member it is closest: equal names, punctuation aside (score 1), names
    in equivalent words (.95), or one core (流动人口管理, 流动人口综合治理) where bodies of one function family have
    half of a duty text in common (.5 + .4 * share) or write on one subject (.5 + .2 * share of bigrams, the name's
    own left out).

    Args:
        graphs: one graph a jurisdiction.

    Example:
        >>> close_matters([])
        ()
    """
    by_core: dict[str, list[list[Member]]] = {}
    groups: list[list[Member]] = []
    for graph in sorted(graphs, key=lambda graph: graph.jurisdiction):
        for matter in sorted(filter(lambda each: each.name, graph.matters()), key=lambda each: each.name):
            _join(graph, matter, by_core.setdefault(core(matter.name), []), groups)
    places = {id(matter): (n, m) for n, graph in enumerate(graphs) for m, matter in enumerate(graph.matters())}
    met = [sorted(members, key=lambda member: places[id(member.matter)]) for members in groups if len(members) > 1]
    return tuple(Counterparts(tuple(one)) for one in sorted(met, key=lambda members: places[id(members[0].matter)]))


def _join(graph: DutyGraph, matter: Matter, near: list[list[Member]], groups: list[list[Member]]) -> None:
    found = list(_links(graph, matter, near))
    if found:
        group, link = max(found, key=lambda pair: pair[1].score)
        group.append(Member(graph, matter, link))
        return
    group = [Member(graph, matter, Link(matter.name, matter.id, 1.0, "matter.link.name"))]
    near.append(group)
    groups.append(group)


def _links(graph: DutyGraph, matter: Matter, near: list[list[Member]]) -> Iterator[tuple[list[Member], Link]]:
    """The groups that have no matter of this jurisdiction yet and whose first member is close."""
    for members in near:
        first = members[0]
        close = _close(first.graph, first.matter, graph, matter)
        if close and all(member.graph is not graph for member in members):
            yield members, Link(matter.name, first.matter.id, *close)


def _close(one: DutyGraph, mine: Matter, other: DutyGraph, theirs: Matter) -> tuple[float, str] | None:
    if plain(mine.name) == plain(theirs.name):
        return 1.0, "matter.link.name"
    if same_words(mine.name, theirs.name):
        return 0.95, "matter.link.words"
    left, right = _statements(one, mine), _statements(other, theirs)
    share = shared_duties(left, right, _same_function).share
    if share >= HALF:
        return 0.5 + 0.4 * share, "matter.link.duties"
    topic = max(_topics(left, right, mine.name + theirs.name), default=0.0)
    return (0.5 + 0.2 * topic, "matter.link.topic") if topic >= ON_TOPIC else None


def _statements(graph: DutyGraph, matter: Matter) -> list[Statement]:
    return [Statement(part.mention, graph.body(part.body).families, part.row.duty) for part in graph.parts(matter.id)]


def _topics(left: list[Statement], right: list[Statement], name: str) -> Iterator[float]:
    return (topic_share(a.duty, b.duty, name) for a in left for b in right if _same_function(a, b))


def _same_function(one: Statement, other: Statement) -> bool:
    return not set(one.families).isdisjoint(other.families) or likely_same_body(one.department, other.department)
