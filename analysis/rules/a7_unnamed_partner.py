"""A7 unnamed-partner: a duty is to be done together with a department that has no row in the matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.naming import Named, is_listed, leading_departments
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import Statement, names, statements
from analysis.wording import fragments
from data.messages import say
from data.spacing import squeeze
from graph.dutygraph import DutyGraph, Part
from graph.text import any_of


@jurisdiction_rule("A7")
def unnamed_partner(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report departments that duty texts of a matter act along with, and that the matter does not list.

    Formula: a name right behind 会同, 联合, 配合 or 协助 (or joined to it by 、 or 和) that is a department of the
    jurisdiction's own level, and no body of the statement nor another one of its family. Where the name is that of
    the row's own body alone, the text acts along with itself: a finding of its own.

    Source: 部门职责分工协调办法 article 6 (who leads and who assists is to be clear).
    """
    for statement in statements(graph):
        met = [(part, named) for part in statement.parts for named in partners(graph, part.row.duty, words)]
        yield from _missing(graph, statement, met)
        yield from (_with_itself(graph, statement, *pair) for pair in met if _is_itself(*pair))


def partners(graph: DutyGraph, duty: str, words: Words) -> Iterator[Named]:
    """Yield the departments that a duty text acts along with."""
    beside, partner = any_of(words.terms("beside")), any_of(words.terms("partner"))
    between = f"{any_of(words.terms('between'))}?"
    for piece in fragments(squeeze(duty)):
        for met in re.finditer(f"{beside}|(?P<partner>{partner}){between}", piece):
            if met["partner"]:
                yield from leading_departments(graph, piece[met.end() :])


def _missing(graph: DutyGraph, statement: Statement, met: list[tuple[Part, Named]]) -> Iterator[Draft]:
    listed = tuple(graph.body(body) for body in statement.bodies)
    absent = [(part, named) for part, named in met if not is_listed(named, listed)]
    if absent:
        yield Draft(
            matter=statement.matter,
            departments=tuple(dict.fromkeys(named.name for _, named in absent)),
            evidence=of_rows(part.row for part, _ in absent),
            values={"whose": say("join").join(names(graph, (part for part, _ in absent)))},
            confidence="inferred",
        )


def _is_itself(part: Part, named: Named) -> bool:
    """Say whether a row acts along with its own body; a blank cell or one of several bodies proves nothing."""
    return bool(part.row.department) and not part.shared and [body.id for body in named.bodies] == [part.body]


def _with_itself(graph: DutyGraph, statement: Statement, part: Part, named: Named) -> Draft:
    return Draft(
        matter=statement.matter,
        departments=(graph.body(part.body).name,),
        evidence=of_rows((part.row,)),
        values={"words": say("quoted", words=named.words)},
        variant="self",
        confidence="inferred",
    )
