"""C3 basis-revised: a law that a list cites was changed after the list was made."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.cited import Cited, cited, day, quoted, titles
from analysis.evidence import list_name
from analysis.finding import Draft, Severity
from analysis.rule import Words, jurisdiction_rule
from data.laws import Change
from data.messages import say
from data.rows import DutyList
from graph.dates import ListDate
from graph.dutygraph import DutyGraph


@dataclass(frozen=True, slots=True)
class _Changed:
    """A citation with the change of its instrument that counts: revised, amended, or made anew (remade).

    `maybe`: it was amended since, and revised at a time when the list may have been there already.
    """

    told: Cited
    kind: str
    day: datetime.date

    @property
    def moved(self) -> bool:
        """Whether articles are cited whose numbers have moved."""
        return bool(self.told.citation.articles) and self.kind in ("revised", "remade")


@jurisdiction_rule("C3")
def basis_revised(graph: DutyGraph, _: Words) -> Iterator[Draft]:
    """Report the laws of a list that were changed between the last day on which it can have been made and the audit.

    Formula: M where an article is cited, and the law was revised (修订) or made anew under its title, since article
    numbers move then; L where it was amended (修正), or no article is cited. Of those, a law that was revised between
    the first and the last day of the list is told with that revision: the numbers may be those of before. Lists that
    cannot be dated are left out, and so is what has ended (C2).

    Source: DOMAIN 4.1, rule 2, 4.3 and 6.3 C3.
    """
    for one in graph.lists:
        if graph.dated(one).last and graph.audited:
            found = list(_changed(graph, one, graph.dated(one), graph.audited))
            moved = [told for told in found if told.moved]
            grave = {told.told.name for told in moved}
            yield from _draft(one, moved, None)
            yield from _draft(one, [told for told in found if told.told.name not in grave], "L")


def _changed(graph: DutyGraph, one: DutyList, date: ListDate, audit: datetime.date) -> Iterator[_Changed]:
    made = date.last or audit
    for told in cited(graph, one):
        held = [instrument for instrument in told.generations if instrument.standing(audit) == "in-force"]
        if not held or not _there(told, made):
            continue
        if len(told.generations) > 1 and held[-1].effective and held[-1].effective > made:
            yield _Changed(told, "remade", held[-1].effective)
        elif changes := held[-1].changes_between(made, audit):
            yield _counting(told, changes, held[-1].changes_between(date.first or made, made))


def _counting(told: Cited, since: Sequence[Change], before: Sequence[Change]) -> _Changed:
    """Return the change that counts of those since the list was made, and of those when it may have been made."""
    last = next((change for change in reversed(since) if change.kind == "revised"), since[-1])
    maybe = [change for change in before if change.kind == "revised" and told.citation.articles]
    if maybe and last.kind == "amended":
        return _Changed(told, "maybe", maybe[-1].effective)
    return _Changed(told, last.kind, last.effective)


def _there(told: Cited, day: datetime.date) -> bool:
    """Say whether an instrument of the title was there on a day: else the list cites an older one that is not known."""
    began = [instrument.adopted or instrument.effective for instrument in told.generations]
    return any(first and first <= day for first in began)


def _draft(one: DutyList, found: Sequence[_Changed], grade: Severity | None) -> Iterator[Draft]:
    if found:
        names = tuple(map(_named, _gravest(found)))
        values = {"list": list_name(one), "names": titles(names), "many": str(len(names))}
        pieces = quoted(one, [changed.told for changed in found])
        variant = "amended" if grade else ""
        yield Draft("", (one.owner,), pieces, values, severity=grade, variant=variant, as_of="audit")


def _gravest(found: Sequence[_Changed]) -> tuple[_Changed, ...]:
    """Return one change a law, in reading order: what moved its articles, or may have, before what did not."""
    by_law = {changed.told.name: changed for changed in found}
    return tuple((by_law | {changed.told.name: changed for changed in found if changed.kind != "amended"}).values())


def _named(changed: _Changed) -> str:
    return say(f"law.changed.{changed.kind}", name=changed.told.name, day=day(changed.day))
