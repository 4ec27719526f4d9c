"""B8 alias-matter: one matter under two names inside a jurisdiction."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from analysis.evidence import list_name, of_name
from analysis.finding import Draft
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import Statement, by_list, known_as
from data.messages import say
from data.rows import Assignment, DutyList
from graph.dutygraph import DutyGraph
from graph.matter_names import tidy
from graph.text import canonical, plain


@jurisdiction_rule("B8")
def alias_matter(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report matters that the lists of the jurisdiction, or one list, print under different names.

    Formula: one matter node with two names or more that differ in more than white space, width and punctuation. And
    two matters of one list of which most parts of the smaller, `twins` at least, give the same body the same duty text
    in the other: a table copied over, or one matter listed twice.

    Source: 三级四同 (name, type, code and basis the same at all levels)
    """
    for matter in graph.matters():
        names: dict[str, Assignment] = {}
        for part in graph.parts(matter.id):
            names.setdefault(plain(part.row.matter), part.row)
        if len(names) > 1:
            owners = tuple(dict.fromkeys(row.owner for row in names.values()))
            yield _draft(known_as(matter), owners, tuple(names.values()), {})
    for one, told in by_list(graph):
        for pair in combinations(told, 2):
            if _twins(*pair) >= words.threshold("twins"):
                yield _twice(one, *pair)


def _twins(one: Statement, other: Statement) -> int:
    """How many parts two statements have in common, 0 where these are not most of the smaller."""
    sides = [{(part.body, canonical(part.row.duty)) for part in told.sides if part.row.duty} for told in (one, other)]
    common = len(sides[0] & sides[1])
    return common if common * 2 > min(map(len, sides)) else 0


def _twice(one: DutyList, *pair: Statement) -> Draft:
    matter = max((statement.matter for statement in pair), key=lambda name: (len(name), name))
    rows = tuple(statement.rows[0] for statement in pair)
    return _draft(matter, (one.owner,), rows, {"list": list_name(one)}, "twins")


def _draft(
    matter: str, owners: tuple[str, ...], rows: tuple[Assignment, ...], values: dict[str, str], variant: str = ""
) -> Draft:
    names = say("join").join(say("quoted", words=tidy(row.matter)) for row in rows)
    evidence = tuple(map(of_name, rows))
    return Draft(matter, owners, evidence, {**values, "names": names}, variant=variant, confidence="inferred")
