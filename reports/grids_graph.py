"""Tables of what the graphs hold: matters, assignments, and departments with every spelling met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from analysis.statutes import cited
from data.messages import say
from data.rows import Assignment, RoleName
from data.where import places
from graph.dutygraph import Body, DutyGraph, Link, Matter, Part
from graph.leads import Lead, leads
from reports.grid import Cell, Grid, Width, grid
from reports.wording import flags, joined, term

ROLES: tuple[RoleName, ...] = ("lead", "responsible", "support")


def matters(graphs: Sequence[DutyGraph]) -> Grid:
    """Return every matter with the lists that state it, and the departments in each role."""
    columns: dict[str, Width] = {
        "jurisdiction": "name",
        "matter": "name",
        "spellings": "name",
        "stated_by": "name",
        "bodies": "number",
        "lead": "name",
        "responsible": "long",
        "support": "long",
        "unstated": "name",
        "lead_ground": "long",
    }
    return grid("matters", columns, (_matter(graph, matter) for graph in graphs for matter in graph.matters()))


def _matter(graph: DutyGraph, matter: Matter) -> tuple[Cell, ...]:
    parts = graph.parts(matter.id)
    others = (spelling for spelling in matter.spellings if spelling != matter.name)
    spellings = "\n".join(_spelling(spelling, matter.links) for spelling in others)
    name = matter.name or say("report.no-name")
    count = len({part.body for part in parts})
    roles = (_in_role(graph, parts, role) for role in (*ROLES, None))
    return (graph.jurisdiction, name, spellings, joined(matter.owners), count, *roles, _grounds(graph, matter))


def _grounds(graph: DutyGraph, matter: Matter) -> str:
    """Who may be taken for the lead, list by list, and on what ground: words, the law, or the order of the rows."""
    return "\n".join(dict.fromkeys(_ground(graph, one) for one in leads(graph, matter.id)))


def _ground(graph: DutyGraph, one: Lead) -> str:
    words = cited(one.split) if one.split else one.words
    key = "report.lead.order" if one.confidence == "order" else "report.lead"
    how = say(f"confidence.{one.confidence}")
    return say(key, name=graph.body(one.body).name, how=how, words=words, owner=one.owner)


def _in_role(graph: DutyGraph, parts: Sequence[Part], role: RoleName | None) -> str:
    return joined(graph.body(part.body).name for part in parts if part.role.name == role)


def bodies(graphs: Sequence[DutyGraph]) -> Grid:
    """Return every department with its spellings, why each was taken for it, and how often it stands in each role."""
    columns: dict[str, Width] = {
        "jurisdiction": "name",
        "body": "name",
        "level": "short",
        "nature": "short",
        "families": "name",
        "mentions": "long",
        "matters": "number",
        "lead": "number",
        "responsible": "number",
        "support": "number",
    }
    return grid("bodies", columns, (_body(graph, body) for graph in graphs for body in graph.bodies()))


def _body(graph: DutyGraph, body: Body) -> tuple[Cell, ...]:
    parts = graph.parts(body.id)
    roles = Counter(part.role.name for part in parts)
    kind = (say(f"report.level.{body.level}"), say(f"report.nature.{body.nature}"), joined(body.families))
    spellings = "\n".join(_mentions(body))
    count = len({part.matter for part in parts})
    return (graph.jurisdiction, body.name, *kind, spellings, count, *(roles[role] for role in ROLES))


def _mentions(body: Body) -> Iterator[str]:
    """The name as it stands, every other spelling with the reason it was linked, and blank cells taken for the body."""
    for spelling in body.spellings:
        yield spelling if spelling == body.name else _spelling(spelling, body.links)
    if any(link.mention == "" for link in body.links):
        yield _spelling("", body.links)


def _spelling(spelling: str, links: Sequence[Link]) -> str:
    """A spelling and, where it was linked, the reason and the score of that."""
    found = [link for link in links if link.mention == spelling]
    if not found:
        return spelling
    shown, link = spelling or say("report.empty"), found[0]
    return say("report.spelling", spelling=shown, reason=term(link.reason), score=f"{link.score:.2f}")


def assignments(graphs: Sequence[DutyGraph]) -> Grid:
    """Return every row of the boundary tables, verbatim, with the bodies and the role read in it beside it."""
    columns: dict[str, Width] = {
        "jurisdiction": "name",
        "owner": "name",
        "seq": "short",
        "matter": "name",
        "department": "name",
        "linked": "name",
        "role": "short",
        "confidence": "short",
        "role_words": "name",
        "duty": "long",
        "basis": "long",
        "case": "long",
        "flags": "short",
        "place": "name",
    }
    return grid("assignments", columns, (row for graph in graphs for row in _assignments(graph)))


def _assignments(graph: DutyGraph) -> Iterator[tuple[Cell, ...]]:
    read: dict[str, list[Part]] = {}
    for part in graph.parts():
        read.setdefault(part.row.id, []).append(part)
    for row in (row for one in graph.lists for row in one.boundaries):
        yield (*_stated(row), *_read(graph, read.get(row.id, [])), row.duty, row.basis, row.case, *_origin(row))


def _stated(row: Assignment) -> tuple[str, ...]:
    return (row.jurisdiction, row.owner, row.seq or "", row.matter, row.department)


def _read(graph: DutyGraph, parts: Sequence[Part]) -> tuple[str, ...]:
    """Bodies, role, how sure, deciding words: blank where the row names nobody."""
    if not parts:
        return ("", "", "", "")
    role = parts[0].role
    names = joined(graph.body(part.body).name for part in parts)
    return (names, say(f"role.{role.name or 'none'}"), say(f"confidence.{role.confidence}"), role.words)


def _origin(row: Assignment) -> tuple[str, str]:
    return (flags(row.flags), places(row.source))
