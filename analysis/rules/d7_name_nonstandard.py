"""D7 name-nonstandard: a list calls a department by several names, or by one of another time or place."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence import list_name, several
from analysis.finding import Draft
from analysis.namings import Misnamed, forms, of_later_time, old_and_new
from analysis.rule import Words, jurisdiction_rule
from analysis.spoken import former, spoken, words_apart
from data.messages import say
from data.rows import DutyList
from graph.dutygraph import DutyGraph, Part


@jurisdiction_rule("D7")
def name_nonstandard(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the names of departments in a list that are no fixed names, in one finding a list.

    Formula: (1) the department column has one body of this level under two names that differ by more than place,
    level word and 和 (区人社局, 区人力资源和社会保障局, 人社部门); (2) it has two bodies of the very same functions
    (建设局, 住房和城乡建设局); (3) it has a name that came up after the year that the list bears (应急管理局 in a
    list of 2014); (4) any text has the word for a joint department (卫计委) while the jurisdiction has two, or (5) a
    short name that only other provinces use, or (6) the owner of a new name speaks of itself by an old one. Titles in
    《》, the column of basis and bodies of higher levels are left out.

    Source: DOMAIN 1.6 (names by era) and 6.3 D7; tables data/bodies/compounds.yml, families.yml and usages.yml
    """
    lists = {row.id: id(one) for one in graph.lists for row in one.boundaries}
    parts: dict[int, list[Part]] = {id(one): [] for one in graph.lists}
    for part in graph.parts():
        parts[lists[part.row.id]].append(part)
    apart = words_apart(graph)
    for one in graph.lists:
        own = parts[id(one)]
        found = [
            *forms(graph, own),
            *old_and_new(graph, own),
            *of_later_time(graph, one, own),
            *spoken(one, apart, words),
            *former(graph, one, words),
        ]
        if found:
            yield _draft(one, found)


def _draft(one: DutyList, found: list[Misnamed]) -> Draft:
    pieces = {(piece.source, piece.text): piece for told in found for piece in told.evidence}
    return Draft(
        matter="",
        departments=(one.owner,),
        evidence=tuple(pieces.values()),
        values={
            "list": list_name(one),
            "names": several([say(told.key, words=told.words, about=told.about) for told in found], 8),
        },
    )
