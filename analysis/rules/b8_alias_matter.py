"""B8 alias-matter: one matter under two names inside a jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import of_name
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import known_as
from data.messages import say
from data.rows import Assignment
from graph.dutygraph import DutyGraph
from graph.matter_names import tidy
from graph.text import plain


@jurisdiction_rule("B8")
def alias_matter(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report a matter of the graph that the lists of the jurisdiction print under different names.

    Formula: one matter node with two names or more that differ in more than white space, width and punctuation.

    Source: 三级四同 (name, type, code and basis the same at all levels)
    """
    for matter in graph.matters():
        names: dict[str, Assignment] = {}
        for part in graph.parts(matter.id):
            names.setdefault(plain(part.row.matter), part.row)
        if len(names) > 1:
            printed = [tidy(row.matter) for row in names.values()]
            yield Draft(
                matter=known_as(matter),
                departments=tuple(dict.fromkeys(row.owner for row in names.values())),
                evidence=tuple(map(of_name, names.values())),
                values={"names": say("join").join(f"“{name}”" for name in printed)},
                confidence="inferred",
            )
