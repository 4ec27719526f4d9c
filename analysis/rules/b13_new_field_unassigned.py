"""B13 new-field-unassigned: a new field of business that other places have assigned, and here nobody has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from analysis.evidence import list_name
from analysis.finding import Draft, Evidence
from analysis.lists import title_place
from analysis.naming import owner_bodies
from analysis.rule import Words, region_rule
from analysis.sides import list_in
from analysis.statutes import one_house
from data.messages import say
from data.new_fields import NewField, new_fields
from data.rows import Assignment, DutyList
from data.spacing import squeeze
from data.texts import Text, texts_of
from graph.baseline import holds_any
from graph.dutygraph import DutyGraph

# What gives a department a task: its duties and boundaries; a case or a law's title that speaks of the field does not.
_TASKS = ("matter", "duty", "main_duty", "item", "name")

# Jurisdiction → its texts that give somebody the field, with their lists.
Given = dict[str, tuple[tuple[DutyList, Text], ...]]


@region_rule("B13")
def new_field_unassigned(graphs: Sequence[DutyGraph], words: Words) -> Iterator[Draft]:
    """Report the fields of the watch list that a jurisdiction's lists give to nobody while those of others do.

    Formula: field x is in a matter, duty or service of another jurisdiction; no text of any list of j speaks of it; the
    department of j of a function that has x there, and may have it by the watch list, has a list, made in the first
    year of x or later. Without that list, or where its year is not known or too early, nobody can tell, and nothing is
    said. One finding a field and jurisdiction.

    Source: 安全生产法 article 10 and 危险化学品安全法 article 7 (duties for new fields are assigned by nearness of
    business); DOMAIN 1.4 and 6.3 B13.
    """
    whole = {graph.jurisdiction: _all_words(graph) for graph in graphs}
    for field in new_fields():
        spoken = [graph for graph in graphs if any(word in whole[graph.jurisdiction] for word in field.words)]
        given = {graph.jurisdiction: tuple(_tasks(graph, field)) for graph in spoken}
        peers = {place: told for place, told in given.items() if told}
        for graph in graphs if peers else ():
            if graph not in spoken and (lists := _could_have(graph, field, _holders(graphs, field, peers))):
                yield _draft(graph, field, peers, lists, len(graphs))


def _all_words(graph: DutyGraph) -> str:
    return "\n".join(squeeze(text.words) for one in graph.lists for text in texts_of(one))


def _tasks(graph: DutyGraph, field: NewField) -> Iterator[tuple[DutyList, Text]]:
    for one in graph.lists:
        told = (text for text in texts_of(one) if text.field in _TASKS)
        yield from ((one, text) for text in told if field.is_met_in(text.words))


def _holders(graphs: Sequence[DutyGraph], field: NewField, peers: Given) -> frozenset[str]:
    """The families of the field that have it in other places."""
    owners = [
        graph.body(body)
        for graph in graphs
        for one, text in peers.get(graph.jurisdiction, ())
        for body in _bodies(graph, one, text)
    ]
    return frozenset(family for body in owners for family in body.families) & frozenset(field.families)


def _bodies(graph: DutyGraph, one: DutyList, text: Text) -> Sequence[str]:
    """The bodies that a text gives the field: those of its row of the boundaries, else the owner of the list."""
    row = text.row if text.field == "duty" else None
    return [part.body for part in graph.parts() if row and part.row.id == row.id] or owner_bodies(graph, one)


def _could_have(graph: DutyGraph, field: NewField, families: frozenset[str]) -> tuple[DutyList, ...]:
    """The lists of departments of those families, made when the field was known."""
    late = (one for one in graph.lists if (first := graph.dated(one).first) and first.year >= field.first)
    return tuple(filter(partial(_of_function, graph, families), late))


def _of_function(graph: DutyGraph, families: frozenset[str], one: DutyList) -> bool:
    return any(holds_any(graph, body, families) for body in one_house(graph, owner_bodies(graph, one)))


def _draft(
    graph: DutyGraph,
    field: NewField,
    peers: Given,
    lists: Sequence[DutyList],
    total: int,
) -> Draft:
    assigned = {
        place: say("join").join(dict.fromkeys(_assignee(one, text) for one, text in told))
        for place, told in peers.items()
    }
    quoted = [_quote(place, *one) for place, told in peers.items() for one in told]
    own = [Evidence(one.owner_text or one.owner, title_place(one), list_name(one)) for one in lists]
    return Draft(
        matter=field.name,
        departments=tuple(dict.fromkeys(one.owner for one in lists)),
        evidence=(*quoted, *own),
        values={
            "place": graph.jurisdiction,
            "peers": say("sides.stop").join(
                say("split.assigned", place=place, owners=owners) for place, owners in assigned.items()
            ),
        },
        peers=(len(peers), total),
        jurisdictions=(graph.jurisdiction,),
    )


def _assignee(one: DutyList, text: Text) -> str:
    """The name of whom a text gives the field: the department of a row of the boundaries, else the list's owner."""
    named = text.row.department if isinstance(text.row, Assignment) and text.field == "duty" else ""
    return squeeze(named) or one.owner


def _quote(place: str, one: DutyList, text: Text) -> Evidence:
    return Evidence(text.words, text.source, list_in(place, one.owner))
