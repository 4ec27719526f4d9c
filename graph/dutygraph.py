"""The graph of one jurisdiction: bodies and the matters they share, an edge for every assignment.

The network is a bipartite networkx MultiGraph: one body can stand twice in a matter, and two lists can state the
same edge. `Body`, `Matter` and `Part` are typed views of its nodes and edges.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import networkx as nx

from data.knowledge import Knowledge, national
from data.laws import laws_of
from data.rows import Assignment, DutyList, Role
from graph.dates import AT_LIST_DATES, AsOf, ListDate, Standpoint
from graph.instruments import CitedInstrument, instruments_of

Level = Literal["central", "province", "city", "county", "township", "unknown"]
Resolver = Callable[[str], tuple[tuple[str, float], ...]]
T = TypeVar("T")

Nature = Literal["government", "party", "vertical", "mass", "group", "unit", "company", "generic", "unknown"]


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention was taken for a body or a matter: the words met, the score (0-1), and a reason key."""

    mention: str
    target: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation of, above or below the jurisdiction.

    `name` is the canonical name within the jurisdiction (区卫生局), `families` its function families as printed at
    the list's date, `spellings` every form met. A generic body (其他有关部门) is no department and is kept as such.
    """

    id: str
    name: str
    level: Level
    nature: Nature
    families: tuple[str, ...]
    spellings: tuple[str, ...]
    links: tuple[Link, ...] = ()

    @property
    def generic(self) -> bool:
        """Whether the words name no department at all."""
        return self.nature == "generic"


@dataclass(frozen=True, slots=True)
class Matter:
    """One management matter of the jurisdiction; `owners` are the lists (owner names) that state it."""

    id: str
    name: str
    spellings: tuple[str, ...]
    owners: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One edge: a body's part in a matter, as the list of `row.owner` states it.

    `mention` is the piece of the cell as printed, role tags and brackets included, `names` the names in it (the body's,
    then its units in brackets; none where the cell is blank and goes on from the row above), `families` those that
    these words print. `shared` is True where one cell names several bodies that share one duty text.
    """

    id: str
    body: str
    matter: str
    row: Assignment
    role: Role
    mention: str
    shared: bool
    names: tuple[str, ...] = ()
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What a graph is read against: what is known beside the lists, the days that count, and when each list was made.

    `dates` stand in the order of the lists; () where nothing is told.
    """

    known: Knowledge
    standpoint: Standpoint = AT_LIST_DATES
    dates: Sequence[ListDate] = ()


def _nobody(_: str) -> tuple[tuple[str, float], ...]:
    return ()


class DutyGraph:
    """Bodies, matters and parts of one jurisdiction, with the lists they come from.

    Args:
        jurisdiction: its full name as far as known (衡阳市蒸湘区).
        lists: the lists of the jurisdiction in reading order.
        bodies: all bodies met.
        matters: all matters met.
        parts: all edges, in reading order.
        resolver: finds the bodies that a name in running text means; none where it is not given.
        setting: what is known beside the lists, and the days for which they are judged.
    """

    def __init__(
        self,
        jurisdiction: str,
        lists: Iterable[DutyList],
        bodies: Iterable[Body],
        matters: Iterable[Matter],
        parts: Iterable[Part],
        resolver: Resolver = _nobody,
        setting: Setting | None = None,
    ) -> None:
        self.jurisdiction = jurisdiction
        self._resolver = resolver
        self.lists = tuple(lists)
        self._setting = setting or Setting(national())
        self._instruments: tuple[CitedInstrument, ...] | None = None
        self.network: nx.MultiGraph[str] = nx.MultiGraph(jurisdiction=jurisdiction)
        for body in bodies:
            self.network.add_node(body.id, kind="body", record=body)
        for matter in matters:
            self.network.add_node(matter.id, kind="matter", record=matter)
        for part in parts:
            self.network.add_edge(part.body, part.matter, key=part.id, record=part)

    @property
    def known(self) -> Knowledge:
        """What is known beside the lists: laws, reforms, statutory splits."""
        return self._setting.known

    @property
    def audited(self) -> datetime.date | None:
        """The day of the audit; None where only the lists' own days count."""
        return self._setting.standpoint.audit

    def dated(self, one: DutyList) -> ListDate:
        """Return when a list of this graph was made, as far as it can be told."""
        dates = dict(zip(map(id, self.lists), self._setting.dates, strict=False))
        return dates.get(id(one), ListDate(None, None))

    def days(self, one: DutyList) -> tuple[tuple[AsOf, datetime.date], ...]:
        """Return the days for which a list is judged, that of the list first.

        The list's own day is the first on which it can have been made: what had ended by then had ended for certain
        when it was written. It is left out where it is not known, or where the run asks for the audit's day alone.
        """
        own = self.dated(one).first if self._setting.standpoint.at_list_date else None
        days: list[tuple[AsOf, datetime.date]] = [("list", own)] if own else []
        return (*days, ("audit", self.audited)) if self.audited else tuple(days)

    def bodies(self) -> tuple[Body, ...]:
        """Return all bodies, in the order they were met."""
        return tuple(data["record"] for _, data in self.network.nodes(data=True) if data["kind"] == "body")

    def matters(self) -> tuple[Matter, ...]:
        """Return all matters, in the order they were met."""
        return tuple(data["record"] for _, data in self.network.nodes(data=True) if data["kind"] == "matter")

    def body(self, identity: str) -> Body:
        """Return the body of that id (KeyError where there is none)."""
        return self._record(identity, Body)

    def matter(self, identity: str) -> Matter:
        """Return the matter of that id (KeyError where there is none)."""
        return self._record(identity, Matter)

    def parts(self, node: str | None = None) -> tuple[Part, ...]:
        """Return the edges of a body or matter (of the whole graph without `node`), in reading order."""
        edges = self.network.edges(node, data=True) if node else self.network.edges(data=True)
        return tuple(sorted((data["record"] for _, _, data in edges), key=_place))

    def instruments(self) -> tuple[CitedInstrument, ...]:
        """Return the laws and documents that the lists cite, each once, in the order they are met (made once)."""
        if self._instruments is None:
            self._instruments = instruments_of(self.lists, laws_of(self.known.instruments))
        return self._instruments

    def statements(self, matter: str) -> dict[str, tuple[Part, ...]]:
        """Return what each list says about a matter: owner of the list → its parts, in reading order."""
        stated: dict[str, list[Part]] = {}
        for part in self.parts(matter):
            stated.setdefault(part.row.owner, []).append(part)
        return {owner: tuple(parts) for owner, parts in stated.items()}

    def resolve(self, mention: str) -> tuple[tuple[str, float], ...]:
        """Return (body id, score) for a name met in running text: 卫生部门, 公安机关, 食药监部门.

        Several where it names several bodies at once; () where the jurisdiction has no such body, or where two are
        equally near.
        """
        return self._resolver(mention)

    def _record(self, identity: str, kind: type[T]) -> T:
        record = self.network.nodes[identity]["record"]
        if not isinstance(record, kind):
            raise KeyError(identity)
        return record


def _place(part: Part) -> tuple[str, int, str]:
    """Sort key: where the row stands, then the edge id for bodies of one cell."""
    first = part.row.source[0]
    return (first.file, first.first, part.id)
