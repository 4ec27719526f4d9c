"""A10 no-case: a matter without a worked case in a table that has a column for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from analysis.evidence import list_name, of_name, several
from analysis.finding import Draft
from analysis.rule import Words, list_rule
from analysis.statements import NOTHING
from data.rows import Assignment, DutyList
from data.spacing import squeeze
from graph.matter_names import tidy


@list_rule("A10")
def no_case(one: DutyList, words: Words) -> Iterator[Draft]:
    """Report the matters of a list that have no worked case, in one finding.

    Formula: the boundary table has a column for cases, and no row of the matter has text in it (a word that says
    "none" is no text). Matters with rows out of their columns are left out: the case may be what was lost.

    Source: Zhejiang 2014, where 165 boundary matters came with 165 cases.
    """
    if not any(section.kind == "boundaries" and "case" in section.columns for section in one.sections):
        return
    matters = [tuple(rows) for _, rows in groupby(one.boundaries, key=lambda row: tidy(row.matter))]
    matters = [rows for rows in matters if tidy(rows[0].matter) not in ("", *NOTHING)]
    bare = [rows for rows in matters if not any(_tells(row, words) for row in rows)]
    if bare:
        yield Draft(
            matter="",
            departments=(one.owner,),
            evidence=tuple(of_name(rows[0]) for rows in bare),
            values={
                "list": list_name(one),
                "total": str(len(matters)),
                "matters": several([tidy(rows[0].matter) for rows in bare]),
            },
        )


def _tells(row: Assignment, words: Words) -> bool:
    """Say whether a row has a case, or may have lost one."""
    damaged = set(row.flags) & set(words.terms("damage"))
    return bool(damaged) or squeeze(row.case).strip("…．.。—-/") not in ("", *words.terms("none"))
