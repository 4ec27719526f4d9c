"""A4 empty-duty: a department is listed, but its row gives it nothing to do."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from analysis.evidence import of_rows
from analysis.finding import Draft
from analysis.lists import columns
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import WRITTEN_LEAD, Statement, by_list, names
from analysis.wording import mentions, subject, without
from data.rows import Assignment
from graph.dutygraph import DutyGraph, Part
from graph.text import plain


@jurisdiction_rule("A4")
def empty_duty(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report the parties of a matter whose rows hold no work of their own, in one finding a matter.

    Formula: a row whose duty text is a dash, or blank (one that can be merged with that above is A12's, not one of
    another column), or of which
    nothing is left but its department's own name when the words that fit any duty are taken out (按职责分工负责;
    区工商局 依法实行工商管理), or which only helps with the matter as a whole (按各自职责做好 and the name of the
    matter). A lead in words (牵头负责) is work. Words that name no department (其他有关部门) are A5's.

    Source: 枣庄 2020 (精准分工) and Zhejiang 2014 (items that can be checked)
    """
    for statement in _with_duties(graph):
        blank = {*takewhile(lambda row: not row.duty, statement.rows), *filter(_struck, statement.rows)}
        blank |= {row for row in statement.rows if row.column and not row.duty}
        named = (part for part in statement.parts if not graph.body(part.body).generic)
        empty = tuple(part for part in named if part.row in blank or says_nothing(part, words))
        if empty:
            yield Draft(
                matter=statement.matter,
                departments=names(graph, empty),
                evidence=of_rows(part.row for part in empty),
                variant="blank" if all(part.row in blank for part in empty) else "",
            )


def _with_duties(graph: DutyGraph) -> Iterator[Statement]:
    """Yield the statements of the lists whose tables have a column for duties: where none has, the form is at fault."""
    for one, told in by_list(graph):
        present = columns(one, "boundaries")
        yield from told if "duty" in present or "department" not in present else ()


def _struck(row: Assignment) -> bool:
    """Say whether a duty cell holds a dash or other signs, and no word."""
    return bool(row.duty) and not plain(row.duty)


def says_nothing(part: Part, words: Words) -> bool:
    """Say whether the duty text of a part holds no work of its own; a blank text is not judged here."""
    duty = part.row.duty
    left = subject(without(duty, words.terms("sharing")))
    if not duty or left in words.terms("acts") or (part.role.name, part.role.confidence) == WRITTEN_LEAD:
        return False
    if left == subject(part.row.matter):
        return mentions(duty, words.terms("sharing"))
    return plain(left) in plain(part.mention)
