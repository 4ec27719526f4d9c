"""Build the graphs of a corpus: link its departments and matters, read its roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from data.knowledge import Knowledge, national
from data.local import knowledge_of
from data.rows import Assignment, Corpus, DutyList, Reading
from graph.bodies import Bodies, link_bodies
from graph.dates import AT_LIST_DATES, Standpoint, list_dates
from graph.dutygraph import DutyGraph, Part, Setting
from graph.kin import with_full_names
from graph.matters import link_matters
from graph.roles import read_role


def build_graphs(
    corpus: Corpus, standpoint: Standpoint = AT_LIST_DATES, known: Knowledge | None = None
) -> tuple[DutyGraph, ...]:
    """Return one graph a jurisdiction, in the order the jurisdictions are met.

    Args:
        corpus: what was read.
        standpoint: the days for which the lists are judged; their own alone unless told.
        known: laws, reforms and statutory splits; unless told, the program's tables with what the corpus adds to them.

    Example:
        >>> build_graphs(Corpus((), (), ()))
        ()
    """
    by_jurisdiction: dict[str, list[DutyList]] = {}
    for one in with_full_names(corpus.lists):
        by_jurisdiction.setdefault(one.jurisdiction, []).append(one)
    known = known or knowledge_of(corpus.local)
    return tuple(build_graph(name, lists, standpoint, known) for name, lists in by_jurisdiction.items())


def build_graph(
    jurisdiction: str,
    lists: Sequence[DutyList],
    standpoint: Standpoint = AT_LIST_DATES,
    known: Knowledge | None = None,
) -> DutyGraph:
    """Return the graph of one jurisdiction from its lists (arguments as of `build_graphs`)."""
    bodies = link_bodies(jurisdiction, lists)
    matters = link_matters(lists)
    rows = [row for one in lists for row in one.boundaries]
    parts = [part for row in rows for part in _parts(row, bodies, matters.of(row))]
    known = known or national()
    setting = Setting(known, standpoint, list_dates(lists, known))
    return DutyGraph(jurisdiction, lists, bodies.all, matters.all, parts, bodies.resolve, setting)


def _parts(row: Assignment, bodies: Bodies, matter: str) -> Iterator[Part]:
    named = bodies.named(row)
    for number, one in enumerate(named, 1):
        yield Part(
            id=f"{row.id}#{number}",
            body=one.body,
            matter=matter,
            row=row,
            role=read_role(row.duty, one.printed, row.matter, row.column, number if len(named) > 1 else 0),
            mention=one.printed,
            shared=len(named) > 1,
            names=one.names,
            families=one.families,
        )


def readings(graphs: Sequence[DutyGraph]) -> dict[str, Reading]:
    """Return what the graphs read in every assignment, by row id: what the corpus file prints beside the words."""
    found: dict[str, list[tuple[DutyGraph, Part]]] = {}
    for graph in graphs:
        for part in graph.parts():
            found.setdefault(part.row.id, []).append((graph, part))
    return {row: _reading(pairs) for row, pairs in found.items()}


def _reading(pairs: list[tuple[DutyGraph, Part]]) -> Reading:
    parts = [part for _, part in pairs]
    return Reading(
        departments=tuple(name for part in parts for name in part.names),
        bodies=tuple(graph.body(part.body).name for graph, part in pairs),
        families=tuple(dict.fromkeys(family for part in parts for family in part.families)),
        role=parts[0].role,
    )
