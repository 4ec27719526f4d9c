"""B14 unknown-party: the department column has a name that none of the jurisdiction's departments bears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.evidence import list_name, of_rows, several
from analysis.finding import Draft
from analysis.namings import bears, joint
from analysis.reforms import all_owners, is_department
from analysis.rule import Words, jurisdiction_rule
from analysis.statements import NOTHING, stands_outside
from data.body_names import read_name
from data.messages import say
from data.rows import DutyList
from data.spacing import squeeze
from graph.dutygraph import Body, DutyGraph, Part
from graph.matter_names import tidy

# A part, the key of the message for its name, and what that names.
_Told = tuple[Part, str, str]


@jurisdiction_rule("B14")
def unknown_party(graph: DutyGraph, words: Words) -> Iterator[Draft]:
    """Report names of parties that belong to no department here, in one finding a list.

    Formula: a name of this level (1) whose functions are those of a department that has a list of its own, but which
    prints a function that this department has not, or spells out another kind of body (区农业委员会 beside the list of
    区农业局), or whose functions are shared out over several departments that have lists: M; (2) that no table knows
    for a body of any kind and that does not end as bodies do: L. Words that name no department (有关部门), and
    functions that nobody here has (邮政部门), are A5's; joint names of another time (卫计委) are D7's.

    Source: DOMAIN 6.3 B14 (名称规范)
    """
    lists = {row.id: id(one) for one in graph.lists for row in one.boundaries}
    owners = tuple(graph.body(body) for body in sorted(all_owners(graph)))
    found: dict[int, list[_Told]] = {}
    for part in graph.parts():
        told = _foreign(graph, part, owners) or _nobody(graph, part)
        if told:
            found.setdefault(lists[part.row.id], []).append((part, *told))
    for one in graph.lists:
        if id(one) in found:
            yield _draft(one, found[id(one)])


def _foreign(graph: DutyGraph, part: Part, owners: Sequence[Body]) -> tuple[str, str] | None:
    """Return what to say of the name of a department that is called otherwise here, or is several departments here."""
    body = graph.body(part.body)
    read = read_name(part.names[0]) if part.names else None
    if read is None or read.kind != "body" or not is_department(graph, body) or joint(read):
        return None
    if body in owners:
        return None if bears(body, read) else ("reforms.own_name", body.name)
    holders = [one for one in owners if set(one.families) & set(read.families)]
    return ("reforms.several", say("join").join(one.name for one in holders)) if len(holders) > 1 else None


def _nobody(graph: DutyGraph, part: Part) -> tuple[str, str] | None:
    """Return what to say of words that name no body that any table knows."""
    body = graph.body(part.body)
    read = read_name(body.name)
    unread = body.nature == "unknown" and not body.families and read.kind == "none" and not read.end
    said = part.names and tidy(part.names[0]) not in ("", *NOTHING)
    return ("reforms.no_name", "") if unread and said and stands_outside(part) else None


def _draft(one: DutyList, found: Sequence[_Told]) -> Draft:
    said = {squeeze(part.names[0]): (key, about) for part, key, about in found}
    known = any(key != "reforms.no_name" for key, _ in said.values())
    return Draft(
        matter="",
        departments=(one.owner,),
        evidence=of_rows(part.row for part, _, _ in found),
        values={
            "list": list_name(one),
            "names": several([say(key, words=name, about=about) for name, (key, about) in said.items()]),
            "bodies": str(len(said)),
        },
        severity=None if known else "L",
    )
