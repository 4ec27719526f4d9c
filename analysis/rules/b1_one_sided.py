"""B1 one-sided: other lists give a department a part in matters that its own list does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.evidence import heading, of_rows, several
from analysis.finding import Draft
from analysis.naming import owner_bodies
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import weakest
from data.rows import DutyList
from graph.dutygraph import DutyGraph, Part
from graph.text import similarity


@jurisdiction_rule("B1")
def one_sided(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report, for each list, the matters in which other lists name its owner and which it lacks itself.

    Formula: list of d1 has a part of d2 in matter m; d2 has a list in the data, and no list of d2 has m. A matter
    counts as had where the graph links it, and also where a matter of d2's list has a name or a row of d2 at least
    `near` alike: then the two lists speak of one thing in other words. One finding a list that lacks, not one a row.

    Source: reciprocity of ties in network analysis: the share of shared matters that both lists mention.
    """
    for body, lists in _lists_of(graph).items():
        own = [part for part in graph.parts() if part.row.owner in {one.owner for one in lists} and part.row.matter]
        had = {part.matter for part in own}
        named = [part for part in graph.parts(body) if part.row.matter and part.row.department]
        foreign = [part for part in named if part not in own and part.matter not in had]
        lacking = tuple(part for part in foreign if not _told_otherwise(part, own, words.threshold("near")))
        if lacking:
            yield _draft(graph, body, lists, lacking)


def _lists_of(graph: DutyGraph) -> dict[str, list[DutyList]]:
    """Return the lists by the body that owns them; a list under two name plates belongs to both bodies."""
    lists: dict[str, list[DutyList]] = {}
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


def _draft(graph: DutyGraph, body: str, lists: Sequence[DutyList], lacking: tuple[Part, ...]) -> Draft:
    matters = dict.fromkeys(graph.matter(part.matter).name for part in lacking)
    led = dict.fromkeys(graph.matter(part.matter).name for part in lacking if part.role.name == "lead")
    empty = not any(one.boundaries for one in lists)
    return Draft(
        matter="",
        departments=(graph.body(body).name,),
        evidence=(*of_rows(part.row for part in lacking), *(piece for one in lists for piece in heading(one))),
        values={"count": str(len(matters)), "matters": several(tuple(matters)), "led": several(tuple(led))},
        variant="led" if led else "empty" if empty else "",
        confidence=weakest(tuple(part for part in lacking if part.role.name == "lead")),
    )
