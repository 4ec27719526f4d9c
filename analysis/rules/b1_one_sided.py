"""B1 one-sided: other lists give a department a part in matters that its own list does not have, or not with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.evidence import heading, list_name, list_of, of_rows, several
from analysis.finding import Draft
from analysis.naming import Named, is_listed, owner_bodies
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import WRITTEN_LEAD, known_as
from data.messages import say
from data.rows import DutyList
from graph.dutygraph import DutyGraph, Part
from graph.text import similarity

Lists = dict[str, list[DutyList]]


@jurisdiction_rule("B1")
def one_sided(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report, for each list, the matters in which other lists name its owner and which it lacks itself.

    Formula: list of d1 has a part of d2 in matter m; d2 has a list in the data, and no list of d2 has m. A matter
    counts as had where the graph links it, and also where a matter of d2's list has a name or a row of d2 at least
    `near` alike: then the two lists speak of one thing in other words. One finding a list that lacks, not one a row.
    And where the lists of d1 and d2 both have m, with their owners in it, but one of them does not name the other's
    owner, nor a body of its family: one finding a matter. Townships need not name each other.

    Source: reciprocity of ties in network analysis: the share of shared matters that both lists mention.
    """
    listed = _lists_of(graph)
    for body, lists in listed.items():
        own = [part for part in graph.parts() if part.row.owner in {one.owner for one in lists} and part.row.matter]
        had = {part.matter for part in own}
        named = [part for part in graph.parts(body) if part.row.matter and part.row.department]
        foreign = [part for part in named if part not in own and part.matter not in had]
        lacking = tuple(part for part in foreign if not _told_otherwise(part, own, words.threshold("near")))
        if lacking:
            yield _lacks(graph, body, lists, lacking)
    for matter in graph.matters():
        yield from _omitted(graph, matter.id, listed)


def _lists_of(graph: DutyGraph) -> Lists:
    """Return the lists by the body that owns them; a list under two name plates belongs to both bodies."""
    lists: Lists = {}
    for one in graph.lists:
        for body in owner_bodies(graph, one):
            lists.setdefault(body, []).append(one)
    return lists


def _told_otherwise(part: Part, own: Sequence[Part], near: float) -> bool:
    """Say whether a list has, under another name, what another list says of its owner."""
    names = {other.row.matter for other in own}
    duties = {other.row.duty for other in own if other.body == part.body and other.row.duty}
    if any(similarity(part.row.matter, name) >= near for name in names):
        return True
    return any(similarity(part.row.duty, duty) >= near for duty in duties)


def _lacks(graph: DutyGraph, body: str, lists: Sequence[DutyList], lacking: tuple[Part, ...]) -> Draft:
    matters = dict.fromkeys(graph.matter(part.matter).name for part in lacking)
    written = [part for part in lacking if (part.role.name, part.role.confidence) == WRITTEN_LEAD]
    led = dict.fromkeys(graph.matter(part.matter).name for part in written)
    empty = not any(one.boundaries for one in lists)
    return Draft(
        matter="",
        departments=(graph.body(body).name,),
        evidence=(*of_rows(part.row for part in lacking), *(piece for one in lists for piece in heading(one))),
        values={
            "own": say("join").join(dict.fromkeys(map(list_name, lists))),
            "count": str(len(matters)),
            "matters": several(tuple(matters)),
            "led": several(tuple(led)),
        },
        variant="led" if led else "empty" if empty else "",
    )


def _omitted(graph: DutyGraph, matter: str, listed: Lists) -> Iterator[Draft]:
    """Yield the finding that lists which have a matter for their own owners leave each other's owners out of it."""
    told = graph.statements(matter)
    own = {owner: [part for part in parts if _owns(listed, part, owner)] for owner, parts in told.items()}
    holding = {owner: parts[0] for owner, parts in own.items() if parts}
    gaps = [
        (owner, part)
        for owner in holding
        for other, part in holding.items()
        if other != owner and not _beside(graph, holding[owner], part) and not _names(graph, told[owner], part)
    ]
    if gaps:
        missing = tuple(dict.fromkeys(graph.body(part.body).name for _, part in gaps))
        named = [say("sides.omits", list=list_of(owner), name=graph.body(part.body).name) for owner, part in gaps]
        yield Draft(
            matter=known_as(graph.matter(matter)),
            departments=missing,
            evidence=of_rows(part.row for part in holding.values()),
            values={"lists": say("join").join(map(list_of, holding)), "gaps": say("sides.stop").join(named)},
            variant="omitted",
            confidence="inferred",
        )


def _owns(listed: Lists, part: Part, owner: str) -> bool:
    return any(one.owner == owner for one in listed.get(part.body, ()))


def _beside(graph: DutyGraph, one: Part, other: Part) -> bool:
    """Say whether both are townships: each has the matter in its own place."""
    return {graph.body(part.body).level for part in (one, other)} == {"township"}


def _names(graph: DutyGraph, parts: Sequence[Part], wanted: Part) -> bool:
    """Say whether a statement names the body of a part, or words that may stand for it (其他有关部门)."""
    bodies = [graph.body(part.body) for part in parts]
    body = graph.body(wanted.body)
    return any(other.generic for other in bodies) or is_listed(Named(body.name, (body,), body.families), bodies)
