"""What each list says about each matter: the unit that the rules of groups A and B look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from analysis.wording import outside_brackets
from data.rows import Assignment, Confidence, DutyList, RoleName
from data.spacing import squeeze
from graph.dutygraph import DutyGraph, Matter, Part
from graph.matter_names import tidy

# From the firmest reading to the weakest: a finding is as sure as the weakest reading it stands on.
CONFIDENCES: tuple[Confidence, ...] = ("explicit", "statutory", "order", "inferred")

# What stands in a table that has nothing to list; it is no matter.
NOTHING = ("无", "略", "暂无", "没有")
# Name and confidence of the role of a department that is named as lead in words.
WRITTEN_LEAD = ("lead", "explicit")


@dataclass(frozen=True, slots=True)
class Statement:
    """One list's account of one matter: its rows as printed, and the parts that the graph reads in them.

    `node` is the matter's id in the graph, `matter` its name as this list has it.
    """

    owner: str
    node: str
    matter: str
    rows: tuple[Assignment, ...]
    parts: tuple[Part, ...]

    @property
    def bodies(self) -> tuple[str, ...]:
        """The ids of the bodies that have a part, each once, in reading order."""
        return tuple(dict.fromkeys(part.body for part in self.parts))

    @property
    def sides(self) -> tuple[Part, ...]:
        """The parts whose names stand outside brackets, see `stands_outside`."""
        return tuple(part for part in self.parts if stands_outside(part))

    def holding(self, role: RoleName) -> tuple[Part, ...]:
        """Return the parts with that role."""
        return tuple(part for part in self.parts if part.role.name == role)


def one_cell(one: Assignment, other: Assignment) -> bool:
    """Say whether two rows have their duty text from one cell of the document: a merged one, or one of two columns."""
    shared = "merged" in (*one.flags, *other.flags) or "duty-shared" in set(one.flags) & set(other.flags)
    return one.id == other.id or (shared and one.owner == other.owner and squeeze(one.duty) == squeeze(other.duty))


def stands_outside(part: Part) -> bool:
    """Say whether a name stands in its cell outside brackets, or the cell has nothing else.

    A bracket holds a second name plate, an inner unit, or the department that keeps the office of a group: the same
    organisation, and no side of its own in the matter.
    """
    cell, name = outside_brackets(part.row.department), outside_brackets(part.names[0] if part.names else part.mention)
    return not cell or (bool(name) and name in cell)


def statements(graph: DutyGraph) -> tuple[Statement, ...]:
    """Return the statements of all lists of a jurisdiction, in reading order."""
    return tuple(statement for _, told in by_list(graph) for statement in told)


def by_list(graph: DutyGraph) -> Iterator[tuple[DutyList, tuple[Statement, ...]]]:
    """Yield each list with its statements.

    Neighbouring rows under one printed matter are one statement; a matter that the list prints again further down is
    another one. Rows whose matter is lost, or says 无, are left out: nothing can be said about a matter without a name.
    """
    parts: dict[str, list[Part]] = {}
    for part in graph.parts():
        parts.setdefault(part.row.id, []).append(part)
    for one in graph.lists:
        yield one, tuple(_of_rows(one.boundaries, parts))


def _of_rows(rows: tuple[Assignment, ...], parts: Mapping[str, list[Part]]) -> Iterator[Statement]:
    for name, group in groupby(rows, key=lambda row: tidy(row.matter)):
        together = tuple(group)
        read = tuple(part for row in together for part in parts.get(row.id, ()))
        if name and name not in NOTHING and read:
            yield Statement(together[0].owner, read[0].matter, name, together, read)


def known_as(matter: Matter) -> str:
    """Return the name under which findings know a matter: its longest spelling, whatever the order of the lists."""
    return max(map(tidy, matter.spellings), key=lambda name: (len(name), name))


def names(graph: DutyGraph, parts: Iterable[Part]) -> tuple[str, ...]:
    """Return the names of the bodies of parts, each once, in order."""
    return tuple(dict.fromkeys(graph.body(part.body).name for part in parts))


def weakest(parts: tuple[Part, ...]) -> Confidence:
    """Return the weakest confidence among the roles of the parts ("explicit" where there are none)."""
    return max((part.role.confidence for part in parts), key=CONFIDENCES.index, default="explicit")
