"""C3 basis-revised: a law that a list cites was changed after the list was made."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.cited import Cited, cited, day, quoted, titles
from analysis.evidence import list_name
from analysis.finding import Draft, Severity
from analysis.rule import Words, jurisdiction_rule
from data.messages import say
from data.rows import DutyList
from graph.dutygraph import DutyGraph


@dataclass(frozen=True, slots=True)
class _Changed:
    """A citation with the last change of its instrument that counts: revised, amended, or made anew (remade)."""

    told: Cited
    kind: str
    day: datetime.date

    @property
    def moved(self) -> bool:
        """Whether articles are cited whose numbers have moved."""
        return bool(self.told.citation.articles) and self.kind != "amended"


@jurisdiction_rule("C3")
def basis_revised(graph: DutyGraph, _: Words) -> Iterator[Draft]:
    """Report the laws of a list that were changed between the last day on which it can have been made and the audit.

    Formula: M where an article is cited, and the law was revised (修订) or made anew under its title, since article
    numbers move then; L where it was amended (修正), or no article is cited. Lists that cannot be dated are left out,
    and so is what has ended (C2).

    Source: DOMAIN 4.1, rule 2, 4.3 and 6.3 C3.
    """
    for one in graph.lists:
        made = graph.dated(one).last
        if made and graph.audited:
            found = list(_changed(graph, one, made, graph.audited))
            moved = [told for told in found if told.moved]
            grave = {told.told.name for told in moved}
            yield from _draft(one, moved, None)
            yield from _draft(one, [told for told in found if told.told.name not in grave], "L")


def _changed(graph: DutyGraph, one: DutyList, made: datetime.date, audit: datetime.date) -> Iterator[_Changed]:
    for told in cited(graph, one):
        held = [instrument for instrument in told.generations if instrument.standing(audit) == "in-force"]
        if not held or not _there(told, made):
            continue
        if len(told.generations) > 1 and held[-1].effective and held[-1].effective > made:
            yield _Changed(told, "remade", held[-1].effective)
        elif changes := held[-1].changes_between(made, audit):
            last = next((change for change in reversed(changes) if change.kind == "revised"), changes[-1])
            yield _Changed(told, last.kind, last.effective)


def _there(told: Cited, day: datetime.date) -> bool:
    """Say whether an instrument of the title was there on a day: else the list cites an older one that is not known."""
    began = [instrument.adopted or instrument.effective for instrument in told.generations]
    return any(first and first <= day for first in began)


def _draft(one: DutyList, found: Sequence[_Changed], grade: Severity | None) -> Iterator[Draft]:
    if found:
        names = tuple(dict.fromkeys(_named(changed) for changed in found))
        values = {"list": list_name(one), "names": titles(names), "many": str(len(names))}
        pieces = quoted(one, [changed.told for changed in found])
        variant = "amended" if grade else ""
        yield Draft("", (one.owner,), pieces, values, severity=grade, variant=variant, as_of="audit")


def _named(changed: _Changed) -> str:
    return say(f"law.changed.{changed.kind}", name=changed.told.name, day=day(changed.day))
